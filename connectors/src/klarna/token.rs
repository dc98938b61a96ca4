//! Customer tokens: what a customer agreed to is kept, and orders are made of it without them.
//! <https://docs.klarna.com/api/customertoken/> (read 2026-11)

use std::borrow::Cow;

use connector_core::prelude::*;
use connector_core::{AmountError, BrowserInformation, PathValue, RepeatPaymentData};
use serde::Serialize;

use super::order::{
    AuthorizationToken, CaptureNow, CreatedOrder, OrderLines, PostalAddress, PurchaseCountry,
};
use super::Klarna;

/// Generate a customer token of what the customer agreed to in the widget.
/// <https://docs.klarna.com/api/payments/#operation/purchaseToken>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/payments/v1/authorizations/{authorization_token}/customer-token",
    no_idempotency = "Klarna takes no key here: an authorization token is good for one customer token",
    response = CustomerToken,
)]
struct SetupMandateRequest<'a> {
    #[connector_flow(from = request.payment_method_data)]
    authorization_token: AuthorizationToken<'a>,
    #[connector_flow(from = request.description, max_len = 255)] // the customer reads it
    description: &'a str,
    #[connector_flow(value = "SUBSCRIPTION")] // Klarna knows no other
    intended_use: &'static str,
    #[connector_flow(from = request.browser_information)]
    locale: Locale<'a>,
    #[connector_flow(from = request.billing_address)]
    purchase_country: PurchaseCountry,
    #[connector_flow(from = request.amount)]
    purchase_currency: Currency,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
}

/// Nothing was to be taken, and all of it is done.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate, status = Charged, no_id = "a customer token is no payment")]
#[flow_response(no_amount = "a customer token is about no money")]
struct CustomerToken {
    #[flow_response(connector_mandate_id)]
    token_id: MandateId,
}

/// Create an order with a customer token.
/// <https://docs.klarna.com/api/customertoken/#operation/createOrder>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/customer-token/v1/tokens/{customer_token}/order",
    response = CreatedOrder,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(from = request.mandate_reference)]
    customer_token: OwnToken<'a>,
    #[connector_flow(header = "Klarna-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.capture_method)]
    auto_capture: CaptureNow,
    #[connector_flow(from = request.amount)]
    purchase_currency: Currency,
    #[connector_flow(from = request.amount)]
    order_amount: MinorUnit,
    #[connector_flow(from = request, takes(order_lines))]
    order_tax_amount: TaxOfAll,
    #[connector_flow(from = request, takes(order_lines))]
    order_lines: OrderLines<'a>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    merchant_reference1: Option<&'a MerchantReference>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
}

/// Cancel a customer token. Klarna takes the order, and carries it out later.
/// <https://docs.klarna.com/api/customertoken/#operation/patchCustomerToken>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = MandateRevoke,
    http_method = Patch,
    url = "/customer-token/v1/tokens/{customer_token}/status",
    response = CancellingToken,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    customer_token: &'a MandateId,
    #[connector_flow(value = "CANCELLED")]
    status: &'static str,
}

/// 202, and nothing else.
#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Pending, format = Empty, no_id = "there is no body")]
struct CancellingToken;

/// In which language Klarna writes to the customer: the browser's.
#[derive(Serialize)]
#[serde(transparent)]
struct Locale<'a>(&'a str);

impl<'a> FromSource<'a, Option<BrowserInformation>> for Locale<'a> {
    fn from_source(browser: &'a Option<BrowserInformation>) -> Result<Self, Unfit> {
        let language = browser.as_ref().and_then(|browser| browser.language.as_deref());
        let language = language.ok_or(Unfit::Refused("names no `language`, which Klarna wants"))?;
        let is_known = |part: &str| part.len() == 2 && part.bytes().all(|one| one.is_ascii_alphabetic());
        let fits = language.split('-').all(is_known);
        let other = "has a `language` that is no locale of Klarna's, such as `de-DE`";
        fits.then_some(Self(language)).ok_or(Unfit::Refused(other))
    }
}

/// The customer token that a mandate is for Klarna.
struct OwnToken<'a>(&'a MandateId);

impl PathValue for OwnToken<'_> {
    fn path_text(&self) -> Cow<'_, str> {
        self.0.path_text()
    }
}

impl<'a> FromSource<'a, MandateReference> for OwnToken<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id().map(Self);
        own.ok_or(Unfit::Refused("is a card network's id; Klarna wants its own customer token"))
    }
}

/// The tax in all lines; one that tells none has none.
#[derive(Serialize)]
#[serde(transparent)]
struct TaxOfAll(MinorUnit);

impl FromSource<'_, RepeatPaymentData> for TaxOfAll {
    fn from_source(request: &RepeatPaymentData) -> Result<Self, Unfit> {
        let lines = request.order_lines.iter().flatten();
        let mut taxes = lines.filter_map(|line| line.total_tax_amount);
        let sum = taxes.try_fold(0_i64, |sum, tax| sum.checked_add(tax.minor_amount.get()));
        let sum = sum.ok_or(AmountError::Overflow).and_then(MinorUnit::new);
        sum.map(Self).map_err(Unfit::Amount)
    }
}

impl<'a> FromSource<'a, RepeatPaymentData> for OrderLines<'a> {
    fn from_source(request: &'a RepeatPaymentData) -> Result<Self, Unfit> {
        Self::of(request.order_lines.as_deref())
    }
}
