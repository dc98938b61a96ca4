//! The orders about one payment. All of them are transactions, and `createTransaction` takes them all.
//! <https://developer.authorize.net/api/reference/index.html#payment-transactions>
//!
//! What the merchant calls an order is its `refId`: answers repeat it, and events as `merchantReferenceId`.

use connector_core::prelude::*;
use connector_core::CardLastFour;

use super::fields::{
    AuthorizationType, BillTo, CardholderAuthentication, CustomerIp, Payer,
    Payment, UserFields,
};
use super::transacted::Transacted;
use super::{AuthorizeNet, MerchantAuthentication};

/// Authorize a credit card, or charge it. There is no key that makes a repeated order harmless:
/// Authorize.Net refuses the same amount from the same card under the same invoice number for two
/// minutes. That a part will do (`allowPartialAuth`) is not said: it makes a group of transactions, which is
/// released or voided by an order of its own (`updateSplitTenderGroupRequest`).
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = Authorize,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "Authorize.Net has no keys: it refuses the same amount of the same card under the same invoice number for two minutes, and later it is another payment",
    response = Transacted,
)]
#[serde(rename_all = "camelCase")]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    ref_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.capture_method, within = "transactionRequest")]
    transaction_type: AuthorizationType,
    #[connector_flow(from = request.amount, within = "transactionRequest")]
    amount: FloatMajorUnit,
    #[connector_flow(from = request.amount, within = "transactionRequest")]
    currency_code: Currency,
    #[connector_flow(from = request.payment_method_data, within = "transactionRequest")]
    payment: Payment<'a>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    #[connector_flow(within = "transactionRequest.order")]
    invoice_number: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description, within = "transactionRequest.order", max_len = 255)]
    description: Option<&'a str>,
    #[connector_flow(from = request.customer, within = "transactionRequest")]
    customer: Option<Payer<'a>>,
    #[connector_flow(from = request.billing_address, within = "transactionRequest")]
    bill_to: Option<BillTo<'a>>,
    #[connector_flow(from = request.browser_information, within = "transactionRequest")]
    #[serde(rename = "customerIP", skip_serializing_if = "CustomerIp::is_none")]
    customer_ip: CustomerIp,
    #[connector_flow(from = request.authentication_data, within = "transactionRequest")]
    cardholder_authentication: Option<CardholderAuthentication<'a>>,
    #[connector_flow(from = request.metadata, within = "transactionRequest.userFields")]
    user_field: Option<UserFields<'a>>,
    #[connector_flow(from = request.statement_descriptor, within = "transactionRequest")]
    merchant_descriptor: Option<&'a str>,
    #[connector_flow(from = request.authentication_type)]
    three_ds: Option<NotWanted>, // Authorize.Net carries none out; the result of one can be sent
    #[connector_flow(from = request.off_session)] // a payment without the customer is a RepeatPayment
    absent: Option<NotWanted>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.setup_future_usage)]
    keep: Option<NotTaken>, // a way to pay is kept by SetupMandate
}

/// Capture an authorized amount, or a part of it. The rest is released.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = Capture,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "Authorize.Net has no keys: an authorization is captured once",
    response = Transacted,
)]
#[serde(rename_all = "camelCase")]
struct CaptureRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    ref_id: Option<&'a MerchantReference>,
    #[connector_flow(value = "priorAuthCaptureTransaction", within = "transactionRequest")]
    transaction_type: &'static str,
    #[connector_flow(from = request.amount_to_capture, within = "transactionRequest")]
    amount: Option<FloatMajorUnit>,
    #[connector_flow(from = request.amount_to_capture, within = "transactionRequest")]
    currency_code: Option<Currency>,
    #[connector_flow(from = request.connector_transaction_id, within = "transactionRequest")]
    ref_trans_id: &'a PaymentId,
}

/// Void a transaction that is not settled yet.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = Void,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "Authorize.Net has no keys: what is voided is not voided again",
    response = Transacted,
)]
#[serde(rename_all = "camelCase")]
struct VoidRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    ref_id: Option<&'a MerchantReference>,
    #[connector_flow(value = "voidTransaction", within = "transactionRequest")]
    transaction_type: &'static str,
    #[connector_flow(from = request.connector_transaction_id, within = "transactionRequest")]
    ref_trans_id: &'a PaymentId,
}

/// The same of a transaction that is captured: until it is settled in the night.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = VoidPC,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "Authorize.Net has no keys: what is voided is not voided again",
    response = Transacted,
)]
#[serde(rename_all = "camelCase")]
struct VoidPCRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    ref_id: Option<&'a MerchantReference>,
    #[connector_flow(value = "voidTransaction", within = "transactionRequest")]
    transaction_type: &'static str,
    #[connector_flow(from = request.connector_transaction_id, within = "transactionRequest")]
    ref_trans_id: &'a PaymentId,
}

/// Refund a transaction that is settled: from the night after the capture, for 180 days.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = Refund,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "Authorize.Net has no keys: it refuses the same amount to the same card for two minutes, and more than was captured always; a part that is ordered again later is given back twice",
    response = Transacted,
)]
#[serde(rename_all = "camelCase")]
struct RefundRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    ref_id: Option<&'a MerchantReference>,
    #[connector_flow(value = "refundTransaction", within = "transactionRequest")]
    transaction_type: &'static str,
    #[connector_flow(from = request.refund_amount, within = "transactionRequest")]
    amount: FloatMajorUnit,
    #[connector_flow(from = request.refund_amount, within = "transactionRequest")]
    currency_code: Currency,
    #[connector_flow(from = request.card_last_four)]
    #[connector_flow(within = "transactionRequest.payment.creditCard")]
    card_number: &'a CardLastFour,
    #[connector_flow(value = "XXXX", within = "transactionRequest.payment.creditCard")]
    expiration_date: &'static str, // nobody has to know it any more
    #[connector_flow(from = request.connector_transaction_id, within = "transactionRequest")]
    ref_trans_id: &'a PaymentId,
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields};

    use super::*;

    fn body<F: Flow>(data: &str) -> Result<String, String>
    where
        AuthorizeNet: connector_core::Integration<F>,
    {
        let credentials = br#"{"name": "login", "transaction_key": "key"}"#;
        let credentials = CredentialFields::from_json(credentials).unwrap();
        let connection = Connection::<AuthorizeNet>::new(credentials).unwrap();
        let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
        let request = connection.build_request(&data).map_err(|error| error.to_string())?;
        Ok(String::from_utf8(request.into_body().to_vec()).unwrap())
    }

    /// In the order of the schema, which refuses any other.
    #[test]
    fn the_body_of_an_authorization_stands_in_the_schemas_order() {
        let body = body::<Authorize>(
            r#"{"resource_common_data": {"connector_request_reference_id": "order 1"},
                "request": {"amount": {"minor_amount": 1050, "currency": "USD"},
                "payment_method_data": {"card": {"number": "4111111111111111", "expiry": "2030-12",
                                                 "security_code": "900"}},
                "capture_method": "manual", "idempotency_key": "k-1", "description": "Tea",
                "customer": {"email": "a@shop.example"},
                "billing_address": {"line1": "Elm St 1", "line2": "Back", "zip": "46282",
                                    "country": "US"},
                "browser_information": {"ip_address": "192.0.2.1"},
                "authentication_type": "no_three_ds",
                "authentication_data": {"eci": "05", "cavv": "AAAB"},
                "statement_descriptor": "SHOP",
                "metadata": {"basket": "7"}}}"#,
        );
        let expected = [
            r#"{"createTransactionRequest":{"merchantAuthentication":"#,
            r#"{"name":"login","transactionKey":"key"},"refId":"order 1","transactionRequest":"#,
            r#"{"transactionType":"authOnlyTransaction","amount":10.50,"currencyCode":"USD","#,
            r#""payment":{"creditCard":{"cardNumber":"4111111111111111","#,
            r#""expirationDate":"2030-12","cardCode":"900"}},"#,
            r#""order":{"invoiceNumber":"order 1","description":"Tea"},"#,
            r#""customer":{"email":"a@shop.example"},"#,
            r#""billTo":{"address":"Elm St 1, Back","zip":"46282","country":"US"},"#,
            r#""customerIP":"192.0.2.1","cardholderAuthentication":{"#,
            r#""authenticationIndicator":"05","cardholderAuthenticationValue":"AAAB"},"#,
            r#""userFields":{"userField":[{"name":"basket","value":"7"}]},"#,
            r#""merchantDescriptor":"SHOP"}}}"#,
        ];
        assert_eq!(body, Ok(expected.concat()));
    }

    #[test]
    fn what_authorize_net_does_not_take_is_refused_before_anything_is_sent() {
        let authorize = |extra: &str, reference: &str| {
            body::<Authorize>(&format!(
                r#"{{"resource_common_data": {{"connector_request_reference_id": "{reference}"}},
                    "request": {{"amount": {{"minor_amount": 1, "currency": "USD"}},
                    "payment_method_data": {{"card": {{"number": "4111111111111111",
                                                      "expiry": "2030-12"}}}},
                    "capture_method": "automatic", "idempotency_key": "k"{extra}}}}}"#
            ))
        };
        let bare = authorize("", "o").unwrap();
        assert!(bare.ends_with(r#""order":{"invoiceNumber":"o"}}}}"#), "{bare}");
        for (extra, reference, why) in [
            (r#", "authentication_type": "three_ds""#, "o", "cannot ask for it"),
            (r#", "authentication_data": {"eci": "05"}"#, "o", "no cryptogram"),
            (r#", "setup_future_usage": "off_session""#, "o", "cannot send it"),
            ("", "an order of more than twenty", "at most 20 are taken"),
        ] {
            let error = authorize(extra, reference).unwrap_err();
            assert!(error.contains(why), "{error}");
        }
    }

    #[test]
    fn a_refund_needs_the_last_digits_of_the_card() {
        let refund = |extra: &str| {
            body::<Refund>(&format!(
                r#"{{"request": {{"connector_transaction_id": "60123", "idempotency_key": "k",
                    "refund_amount": {{"minor_amount": 300, "currency": "USD"}}{extra}}}}}"#
            ))
        };
        let error = refund("").unwrap_err();
        let missing = "`request.card_last_four` is missing; authorizenet needs it for Refund";
        assert_eq!(error, missing);
        let body = refund(r#", "card_last_four": "1111""#).unwrap();
        let card = r#""payment":{"creditCard":{"cardNumber":"1111","expirationDate":"XXXX"}}"#;
        assert!(body.contains(card), "{body}");
    }
}
