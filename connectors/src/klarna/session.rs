//! What Klarna's widget is opened with.

use connector_core::prelude::*;
use connector_core::PaymentCreateOrderData;

use super::Klarna;
use super::order::{OrderLines, PostalAddress, PurchaseCountry};

/// Create a payment session. The widget opens it by its client token, and gives the authorization token of an
/// order when the customer has agreed. <https://docs.klarna.com/api/payments/#operation/createCreditSession>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = CreateOrder,
    http_method = Post,
    url = "/payments/v1/sessions",
    no_idempotency = "no money moves by it: a session that nobody goes on with is forgotten",
    ignores(capture_method = "the order that comes of it says so"),
    response = Session,
)]
struct CreateOrderRequest<'a> {
    #[connector_flow(from = request.billing_address)]
    purchase_country: PurchaseCountry,
    #[connector_flow(from = request.amount)]
    purchase_currency: Currency,
    #[connector_flow(from = request.amount)]
    order_amount: MinorUnit,
    #[connector_flow(from = request, takes(order_lines))]
    order_lines: OrderLines<'a>,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    merchant_reference1: Option<&'a MerchantReference>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateOrder, status = Created)]
#[flow_response(no_amount = "the answer tells the session, its token and the ways to pay")]
struct Session {
    #[flow_response(connector_order_id)]
    session_id: OrderId,
    #[flow_response(session_token)]
    client_token: Secret,
}

impl<'a> FromSource<'a, PaymentCreateOrderData> for OrderLines<'a> {
    fn from_source(request: &'a PaymentCreateOrderData) -> Result<Self, Unfit> {
        Self::of(request.order_lines.as_deref())
    }
}
