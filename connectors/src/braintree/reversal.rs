//! A transaction that is let go of, or taken back.

use connector_core::prelude::*;

use super::{Braintree, Errors, Transaction};

/// Reverse a transaction. What is settled already, Braintree gives back in its place; and what was captured meanwhile
/// it voids all the same, which the history tells.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = Void,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: ReverseTransactionInput!) { \
            answer: reverseTransaction(input: $input) { payment: reversal { \
                ... on Transaction { id status orderId captures: statusHistory { status } } \
                ... on Refund { refundId: id } } } }",
    no_idempotency = "Braintree has keys for chosen merchants alone: what is voided is not voided again",
    response = Reversed,
)]
#[serde(rename_all = "camelCase")]
struct VoidRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "input")]
    transaction_id: &'a PaymentId,
}

/// The same of a transaction that is captured.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = VoidPC,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: ReverseTransactionInput!) { \
            answer: reverseTransaction(input: $input) { payment: reversal { \
                ... on Transaction { id status orderId } \
                ... on Refund { refundId: id } } } }",
    no_idempotency = "Braintree has keys for chosen merchants alone: what is voided is not voided again",
    response = Reversed,
)]
#[serde(rename_all = "camelCase")]
struct VoidPCRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "input")]
    transaction_id: &'a PaymentId,
}

#[derive(FlowResponse)]
#[flow_response(Void, VoidPC)]
enum Reversed {
    #[flow_response(within = "data.answer.payment")]
    Voided(Transaction),
    #[flow_response(within = "data.answer.payment")]
    Refunded(ByRefund),
    #[flow_response(error)]
    Errors(Errors),
}

/// It was settled, and the money goes back as a refund of all of it.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, VoidPC, status = VoidPostCaptureInitiated)]
#[flow_response(no_id = "the answer is the refund, and its id is not the payment's")]
#[serde(rename_all = "camelCase")]
struct ByRefund {
    #[flow_response(connector_refund_id)]
    refund_id: RefundId,
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PaymentVoidData, PaymentsResponseData};

    use super::*;

    fn voided(body: &'static [u8]) -> PaymentsResponseData {
        let credentials = br#"{"public_key": "u", "private_key": "p", "merchant_account_id": "m",
            "merchant_config_currency": "USD"}"#;
        let credentials = CredentialFields::from_json(credentials).unwrap();
        let braintree = Connection::<Braintree>::new(credentials).unwrap();
        let key = IdempotencyKey::new("k").unwrap();
        let order = PaymentVoidData::new(PaymentId::new("dHJhbnM_1").unwrap(), key);
        let answer = http::Response::new(body.into());
        match braintree.handle_response(&RouterData::<Void>::new(order), answer) {
            Outcome::Status(told) => told,
            outcome => panic!("{outcome:?}"),
        }
    }

    /// What is settled is given back, and the refund can be asked about.
    #[test]
    fn a_reversal_that_is_a_refund_names_it() {
        let told = voided(br#"{"data": {"answer": {"payment": {"refundId": "cmVmdW5k_1"}}}}"#);
        assert_eq!(told.status.status, AttemptStatus::VoidPostCaptureInitiated);
        assert_eq!(told.connector_refund_id, Some(RefundId::new("cmVmdW5k_1").unwrap()));
        assert_eq!(told.connector_response_reference_id, None);
    }

    /// Somebody else captured it before.
    #[test]
    fn what_was_captured_before_it_was_voided_says_so() {
        let told = voided(
            br#"{"data": {"answer": {"payment": {"id": "dHJhbnM_1", "status": "VOIDED", "captures": [
                {"status": "VOIDED"}, {"status": "SUBMITTED_FOR_SETTLEMENT"}, {"status": "AUTHORIZED"}]}}}}"#,
        );
        assert_eq!(told.status.status, AttemptStatus::VoidedPostCapture);
        let told = voided(
            br#"{"data": {"answer": {"payment": {"id": "dHJhbnM_1", "status": "VOIDED", "captures": [
                {"status": "VOIDED"}, {"status": "AUTHORIZED"}]}}}}"#,
        );
        assert_eq!(told.status.status, AttemptStatus::Voided);
    }
}
