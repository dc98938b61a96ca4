//! Payments, and what goes before them.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::{PaymentsAuthorizeData, RedirectForm, SetupMandateRequestData};
use serde::Serialize;

use super::capture::CaptureNow;
use super::order_lines::LineItems;
use super::payment_method::PaymentMethod;
use super::shopper::{Agreement, Authentication, Browser, MpiData, PostalAddress, Shopper};
use super::split::Splits;
use super::{Adyen, Amount};

/// Start a transaction. <https://docs.adyen.com/api-explorer/Checkout/71/post/payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = Authorize,
    http_method = Post,
    url = "/payments",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct AuthorizeRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: &'a MerchantReference,
    #[connector_flow(from = request, takes(payment_method_data, customer))]
    payment_method: PaymentMethod<'a>,
    #[connector_flow(from = request.return_url, max_len = 8000)]
    return_url: &'a str,
    #[connector_flow(from = request, takes(capture_method, enable_partial_authorization))]
    #[serde(flatten)]
    capture: CaptureNow,
    #[connector_flow(from = request.split_payments)]
    splits: Option<Splits<'a>>,
    #[connector_flow(from = request, takes(payment_method_data, setup_future_usage, off_session, customer))]
    #[serde(flatten)]
    agreement: Agreement,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    shopper: Option<Shopper<'a>>,
    #[connector_flow(from = request.browser_information)]
    #[serde(flatten)]
    browser: Option<Browser<'a>>,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request.shipping_address)]
    delivery_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request, takes(order_lines))]
    #[serde(skip_serializing_if = "LineItems::are_none")]
    line_items: LineItems<'a>,
    #[connector_flow(from = request.authentication_type)]
    #[serde(skip_serializing_if = "Authentication::is_left_to_the_account")]
    authentication_data: Option<Authentication>,
    #[connector_flow(from = request.authentication_data)]
    mpi_data: Option<MpiData<'a>>,
    #[connector_flow(from = request.statement_descriptor, max_len = 10000)]
    shopper_statement: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// A payment of nothing, to keep the card.
/// <https://docs.adyen.com/online-payments/tokenization/create-tokens>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/payments",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct SetupMandateRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: &'a MerchantReference,
    #[connector_flow(from = request, takes(payment_method_data, customer))]
    payment_method: PaymentMethod<'a>,
    #[connector_flow(from = request.return_url, max_len = 8000)]
    return_url: &'a str,
    #[connector_flow(from = request, takes(setup_future_usage, customer))]
    #[serde(flatten)]
    agreement: Agreement,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    shopper: Option<Shopper<'a>>,
    #[connector_flow(from = request.browser_information)]
    #[serde(flatten)]
    browser: Option<Browser<'a>>,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// Pay again with a card that Adyen keeps, or with one whose network knows it.
/// <https://docs.adyen.com/online-payments/tokenization/make-token-payments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/payments",
    response = Payment,
)]
#[serde(rename_all = "camelCase")]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: &'a MerchantReference,
    #[connector_flow(from = request, takes(mandate_reference, payment_method_data))]
    payment_method: PaymentMethod<'a>,
    #[connector_flow(from = request.return_url, max_len = 8000)]
    // Adyen insists on it, although nobody returns
    return_url: &'a str,
    #[connector_flow(from = request.capture_method)]
    #[serde(flatten)]
    capture: CaptureNow,
    #[connector_flow(from = request.split_payments)]
    splits: Option<Splits<'a>>,
    #[connector_flow(from = request, takes(off_session))]
    #[serde(flatten)]
    agreement: Agreement,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    shopper: Option<Shopper<'a>>,
    #[connector_flow(from = request.statement_descriptor, max_len = 10000)]
    shopper_statement: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// Submit what the customer brought back. This carries the payment on, and tells what became of it.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/payments/details>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = PostAuthenticate,
    http_method = Post,
    url = "/payments/details",
    response = Payment,
)]
struct PostAuthenticateRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.redirect_parameters)]
    details: Details<'a>,
}

/// Create a payment session, which the customer's device pays.
/// <https://docs.adyen.com/api-explorer/Checkout/71/post/sessions>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = CreateOrder,
    http_method = Post,
    url = "/sessions",
    response = Session,
)]
#[serde(rename_all = "camelCase")]
struct CreateOrderRequest<'a> {
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 64)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.merchant_account)]
    merchant_account: &'a MerchantAccount,
    #[connector_flow(from = request.amount)]
    amount: Amount,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 80)]
    reference: &'a MerchantReference,
    #[connector_flow(from = request.return_url, max_len = 8000)]
    return_url: &'a str,
    #[connector_flow(from = request.capture_method)]
    #[serde(flatten)]
    capture: Option<CaptureNow>,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    shopper: Option<Shopper<'a>>,
    #[connector_flow(from = request, takes(order_lines))]
    #[serde(skip_serializing_if = "LineItems::are_none")]
    line_items: LineItems<'a>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateOrder, status = Created)]
#[serde(rename_all = "camelCase")]
struct Session {
    #[flow_response(connector_order_id)]
    id: OrderId,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(session_token)]
    session_data: Option<Secret>,
}

/// What became of a payment. One that waits for its customer need not have a number yet.
#[derive(Deserialize, FlowResponse)]
#[serde(from = "PaymentResponse")]
#[flow_response(Authorize, SetupMandate, RepeatPayment, PostAuthenticate)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: Option<PaymentId>,
    #[flow_response(status)]
    result: Wire<ResultCode>,
    #[flow_response(amount)]
    amount: Option<Amount>,
    #[flow_response(connector_response_reference_id)]
    reference: Option<Box<str>>,
    #[flow_response(redirect)]
    action: Option<RedirectForm>,
    #[flow_response(connector_mandate_id)]
    stored_payment_method: Option<MandateId>,
    #[flow_response(network_transaction_id)]
    network_reference: Option<Box<str>>,
    #[flow_response(error_code)]
    refusal_code: Option<Box<str>>,
    #[flow_response(error_message)]
    refusal: Option<Box<str>>,
    #[flow_response(network_decline_code)]
    refusal_by_the_bank: Option<Box<str>>,
    #[flow_response(network_advice_code)]
    advice: Option<Box<str>>,
}

/// Every result of a payment. <https://docs.adyen.com/online-payments/payment-result-codes>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus)]
enum ResultCode {
    #[wire_status(AuthenticationSuccessful, flow(RepeatPayment = none))] // no money was asked for
    AuthenticationFinished,
    #[wire_status(Pending)] // no authentication is needed, and no money was asked for
    AuthenticationNotRequired,
    // Where it is captured by itself nothing more is ever told, but that it failed (CAPTURE_FAILED).
    #[wire_status(Authorized, automatic = Charged)]
    #[wire_status(flow(SetupMandate = Charged))] // nothing was to be taken, and all of it is done
    Authorised,
    #[wire_status(Voided)] // by the customer, as a rule, before it was authorised
    Cancelled,
    #[wire_status(AuthenticationPending)]
    ChallengeShopper,
    #[wire_status(Failure)] // final, as Adyen says
    Error,
    #[wire_status(DeviceDataCollectionPending, flow(RepeatPayment = AuthenticationPending))]
    IdentifyShopper,
    #[wire_status(PartiallyAuthorized, flow(SetupMandate = none))]
    PartiallyAuthorised,
    #[wire_status(Pending)]
    Pending,
    #[wire_status(AuthenticationPending)] // a code or a voucher: the next move is the customer's
    PresentToShopper,
    #[wire_status(Pending)]
    Received,
    #[wire_status(AuthenticationPending)]
    RedirectShopper,
    #[wire_status(Failure)]
    Refused,
    #[wire_status(Pending)] // in the list, and described nowhere: no money is concluded from it
    Success,
}

/// `PaymentResponse` and `PaymentDetailsResponse`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PaymentResponse {
    psp_reference: Option<PaymentId>,
    result_code: Wire<ResultCode>,
    amount: Option<Amount>,
    merchant_reference: Option<Box<str>>,
    refusal_reason: Option<Box<str>>,
    refusal_reason_code: Option<Box<str>>,
    action: Option<Action>,
    #[serde(default)]
    additional_data: AdditionalData,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct AdditionalData {
    #[serde(rename = "tokenization.storedPaymentMethodId")]
    stored_payment_method_id: Option<MandateId>,
    /// What it was called before.
    #[serde(rename = "recurring.recurringDetailReference")]
    recurring_detail_reference: Option<MandateId>,
    network_tx_reference: Option<Box<str>>,
    refusal_reason_raw: Option<Box<str>>,
    merchant_advice_code: Option<Box<str>>,
    /// How much is held, where that is a part.
    authorised_amount_value: Option<Counted<StringMinorUnit, Adyen>>,
    authorised_amount_currency: Option<Currency>,
}

impl AdditionalData {
    fn part(&self) -> Option<Amount> {
        let (value, currency) = self.authorised_amount_value.as_ref().zip(self.authorised_amount_currency)?;
        value.in_currency(currency).and_then(Amount::try_from).ok()
    }
}

/// What the customer has to do. All but a redirect needs Adyen's own component in the browser.
#[derive(Deserialize)]
struct Action {
    r#type: Box<str>,
    url: Option<Box<str>>,
    method: Option<Box<str>>,
    #[serde(default)]
    data: BTreeMap<Box<str>, Box<str>>,
}

impl Action {
    fn redirect(self) -> Option<RedirectForm> {
        let url = self.url.filter(|_| &*self.r#type == "redirect")?;
        Some(match self.method.as_deref() {
            Some("POST") => RedirectForm::post(url, self.data),
            _ => RedirectForm::get(url),
        })
    }
}

impl From<PaymentResponse> for Payment {
    fn from(response: PaymentResponse) -> Self {
        let data = response.additional_data;
        let part = data.part().filter(|_| response.result_code == Wire::Known(ResultCode::PartiallyAuthorised));
        Self {
            id: response.psp_reference,
            result: response.result_code,
            amount: part.or(response.amount),
            reference: response.merchant_reference,
            action: response.action.and_then(Action::redirect),
            stored_payment_method: data.stored_payment_method_id.or(data.recurring_detail_reference),
            network_reference: data.network_tx_reference,
            refusal_code: response.refusal_reason_code,
            refusal: response.refusal_reason,
            refusal_by_the_bank: data.refusal_reason_raw,
            advice: data.merchant_advice_code,
        }
    }
}

impl<'a> FromSource<'a, PaymentsAuthorizeData> for PaymentMethod<'a> {
    fn from_source(request: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        Self::new(&request.payment_method_data, request.customer.as_ref())
    }
}

impl<'a> FromSource<'a, SetupMandateRequestData> for PaymentMethod<'a> {
    fn from_source(request: &'a SetupMandateRequestData) -> Result<Self, Unfit> {
        Self::new(&request.payment_method_data, request.customer.as_ref())
    }
}

/// What stood in the URL with which the customer came back.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
enum Details<'a> {
    RedirectResult(&'a str),
    /// Older ways to pay.
    Payload(&'a str),
}

impl<'a> FromSource<'a, Option<BTreeMap<Box<str>, Box<str>>>> for Details<'a> {
    fn from_source(parameters: &'a Option<BTreeMap<Box<str>, Box<str>>>) -> Result<Self, Unfit> {
        let parameters = parameters.as_ref().ok_or(Unfit::Absent)?;
        let told = |name| at_most(20_000, name, parameters.get(name).map(|value| &**value));
        match (told("redirectResult")?, told("payload")?) {
            (Some(result), _) => Ok(Self::RedirectResult(result)),
            (None, Some(payload)) => Ok(Self::Payload(payload)),
            (None, None) => Err(Unfit::Refused("has neither `redirectResult` nor `payload`")),
        }
    }
}
