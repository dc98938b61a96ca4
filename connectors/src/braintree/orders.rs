//! The orders about one payment.

use connector_core::prelude::*;
use http::HeaderMap;
use serde::Serialize;

use super::{Braintree, Errors, REFUND, RefundObject, TRANSACTION, Transaction};

/// Charge a payment method, or authorize it. Braintree takes no card here: a card becomes a payment method
/// by PaymentMethodToken. Whether a part will do can be said in stores alone (`acceptPartialAuthorization`).
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = Authorize,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($capture: Boolean!, $method: ID!, $transaction: TransactionInput!) { \
            held: authorizePaymentMethod(input: {paymentMethodId: $method, transaction: $transaction}) \
                @skip(if: $capture) { payment: transaction { ...Told } } \
            taken: chargePaymentMethod(input: {paymentMethodId: $method, transaction: $transaction}) \
                @include(if: $capture) { payment: transaction { ...Told } } }",
    fragments = TRANSACTION,
    headers = authorized_in_the_accounts_currency,
    no_idempotency = "Braintree has keys for chosen merchants alone: it rejects the same amount of the same method under the same order id for 30 seconds, and later it is another payment",
    response = Paid,
)]
#[serde(rename_all = "camelCase")]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = request.capture_method)]
    capture: CaptureNow,
    #[connector_flow(from = request.payment_method_data)]
    method: Method<'a>,
    #[connector_flow(from = request.amount, within = "transaction")]
    amount: StringMajorUnit,
    #[connector_flow(from = auth.merchant_account_id, within = "transaction")]
    merchant_account_id: &'a MerchantAccount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    #[connector_flow(within = "transaction")]
    order_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.statement_descriptor, within = "transaction.descriptor")]
    name: Option<&'a str>,
    #[connector_flow(from = request.authentication_type)]
    three_ds: Option<NotWanted>, // it is carried out on the customer's device alone
    #[connector_flow(from = request.off_session)]
    // a payment without the customer is a RepeatPayment
    absent: Option<NotWanted>,
    #[connector_flow(from = request.authentication_data)]
    authenticated: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.setup_future_usage)]
    keep: Option<NotTaken>, // a way to pay is kept by SetupMandate
    #[connector_flow(read_by = authorized_in_the_accounts_currency, from = request.amount)]
    currency: Currency,
    #[connector_flow(read_by = authorized_in_the_accounts_currency, from = auth.merchant_config_currency)]
    of_the_account: Currency,
}

/// The same with a payment method of the vault.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($capture: Boolean!, $method: ID!, $transaction: TransactionInput!) { \
            held: authorizePaymentMethod(input: {paymentMethodId: $method, transaction: $transaction}) \
                @skip(if: $capture) { payment: transaction { ...Told } } \
            taken: chargePaymentMethod(input: {paymentMethodId: $method, transaction: $transaction}) \
                @include(if: $capture) { payment: transaction { ...Told } } }",
    fragments = TRANSACTION,
    headers = repeated_in_the_accounts_currency,
    no_idempotency = "Braintree has keys for chosen merchants alone: it rejects the same amount of the same method under the same order id for 30 seconds, and later it is another payment",
    response = Paid,
)]
#[serde(rename_all = "camelCase")]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(from = request.capture_method)]
    capture: CaptureNow,
    #[connector_flow(from = request.mandate_reference)]
    method: Vaulted<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.amount, within = "transaction")]
    amount: StringMajorUnit,
    #[connector_flow(from = auth.merchant_account_id, within = "transaction")]
    merchant_account_id: &'a MerchantAccount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    #[connector_flow(within = "transaction")]
    order_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.statement_descriptor, within = "transaction.descriptor")]
    name: Option<&'a str>,
    #[connector_flow(value = "UNSCHEDULED", within = "transaction")]
    payment_initiator: &'static str,
    #[connector_flow(read_by = repeated_in_the_accounts_currency, from = request.amount)]
    currency: Currency,
    #[connector_flow(read_by = repeated_in_the_accounts_currency, from = auth.merchant_config_currency)]
    of_the_account: Currency,
}

/// Capture a transaction, or a part of it. The rest is released.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = Capture,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: CaptureTransactionInput!) { \
            answer: captureTransaction(input: $input) { payment: transaction { ...Told } } }",
    fragments = TRANSACTION,
    no_idempotency = "Braintree has keys for chosen merchants alone: an authorization is captured once",
    response = Answered,
)]
#[serde(rename_all = "camelCase")]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "input")]
    transaction_id: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture, within = "input.transaction")]
    amount: Option<StringMajorUnit>,
}

/// Hold more than before, or less, in all.
/// <https://developer.paypal.com/braintree/docs/reference/request/transaction/adjust-authorization> (read
/// 2026-11-27)
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = IncrementalAuthorization,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: UpdateTransactionAmountInput!) { \
            answer: updateTransactionAmount(input: $input) { payment: transaction { ...Told } } } \
        fragment Told on Transaction { id status orderId amount { value currencyCode } }",
    no_idempotency = "Braintree has keys for chosen merchants alone: the amount is what is held in all, and is refused where it is held already",
    headers = raised_in_the_accounts_currency,
    response = Answered,
)]
#[serde(rename_all = "camelCase")]
struct IncrementalAuthorizationRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "input")]
    transaction_id: &'a PaymentId,
    #[connector_flow(from = request.total_amount, within = "input")]
    amount: StringMajorUnit,
    #[connector_flow(read_by = raised_in_the_accounts_currency, from = request.total_amount)]
    currency: Currency,
    #[connector_flow(read_by = raised_in_the_accounts_currency, from = auth.merchant_config_currency)]
    of_the_account: Currency,
}

/// Refund a transaction that is settled, or settling.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = Refund,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: RefundTransactionInput!) { \
            answer: refundTransaction(input: $input) { refund { ...Told } } }",
    fragments = REFUND,
    no_idempotency = "Braintree has keys for chosen merchants alone: no more is given back than was taken, but a part may be twice",
    response = GivenBack,
)]
#[serde(rename_all = "camelCase")]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "input")]
    transaction_id: &'a PaymentId,
    #[connector_flow(from = request.refund_amount, within = "input.refund")]
    amount: Option<StringMajorUnit>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    #[connector_flow(within = "input.refund")]
    order_id: Option<&'a MerchantReference>,
}

/// A payment that is held, or taken.
#[derive(FlowResponse)]
#[flow_response(Authorize, RepeatPayment)]
enum Paid {
    #[flow_response(within = "data.held.payment")]
    Held(Transaction),
    #[flow_response(within = "data.taken.payment")]
    Taken(Transaction),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(FlowResponse)]
#[flow_response(Capture, IncrementalAuthorization)]
enum Answered {
    #[flow_response(within = "data.answer.payment")]
    Payment(Transaction),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(FlowResponse)]
#[flow_response(Refund)]
enum GivenBack {
    #[flow_response(within = "data.answer.refund")]
    Refund(RefundObject),
    #[flow_response(error)]
    Errors(Errors),
}

/// Whether it is charged, or authorized.
#[derive(Serialize)]
#[serde(transparent)]
struct CaptureNow(bool);

impl FromSource<'_, CaptureMethod> for CaptureNow {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self(true)),
            CaptureMethod::Manual => Ok(Self(false)),
            // Captures of parts are transactions of their own there, by another mutation.
            CaptureMethod::ManualMultiple | CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that this connector does not have"))
            }
        }
    }
}

/// A payment method, for once or of the vault.
#[derive(Serialize)]
#[serde(transparent)]
struct Method<'a>(Exposed<'a>);

impl<'a> FromSource<'a, PaymentMethodData> for Method<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::StoredToken(stored) => Ok(Self((&stored.token).into())),
            PaymentMethodData::Card(_) => Err(Unfit::Refused(
                "is a card, which Braintree takes by PaymentMethodToken alone: pay with the token",
            )),
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

/// A payment method of the vault, which is what a mandate is here.
#[derive(Serialize)]
#[serde(transparent)]
struct Vaulted<'a>(&'a str);

impl<'a> FromSource<'a, MandateReference> for Vaulted<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(|id| Self(id.as_str()));
        own.ok_or(Unfit::Refused("is a card network's, and this connector cannot send it"))
    }
}

/// Braintree takes a number, and the account's currency with it.
fn in_the_currency(
    field: &'static str,
    asked: Currency,
    account: Currency,
) -> Result<HeaderMap, BuildError> {
    let other = "is in another currency than the merchant account, `merchant_config_currency`";
    if asked == account { Ok(HeaderMap::new()) } else { Err(BuildError::invalid(field, other)) }
}

fn authorized_in_the_accounts_currency(
    order: &AuthorizeRequest<'_>,
) -> Result<HeaderMap, BuildError> {
    in_the_currency("request.amount", order.currency, order.of_the_account)
}

fn repeated_in_the_accounts_currency(
    order: &RepeatPaymentRequest<'_>,
) -> Result<HeaderMap, BuildError> {
    in_the_currency("request.amount", order.currency, order.of_the_account)
}

fn raised_in_the_accounts_currency(
    order: &IncrementalAuthorizationRequest<'_>,
) -> Result<HeaderMap, BuildError> {
    in_the_currency("request.total_amount", order.currency, order.of_the_account)
}
