//! What is paid for. <https://developer.squareup.com/docs/orders-api/what-it-does>

use connector_core::prelude::*;
use connector_core::PaymentCreateOrderData;
use serde::Serialize;

use super::{Amount, Square, SquareError};

/// Create an order, which a payment of just its total pays.
/// <https://developer.squareup.com/reference/square/orders-api/create-order>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = CreateOrder,
    http_method = Post,
    url = "/v2/orders",
    ignores(capture_method = "the payment that pays the order says so"),
    response = Announced,
)]
struct CreateOrderRequest<'a> {
    #[connector_flow(from = request.idempotency_key, max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = auth.location_id, within = "order")]
    location_id: Location<'a>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "order", max_len = 40)]
    reference_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request, takes(amount, order_lines), within = "order")]
    line_items: LineItems<'a>,
}

/// An order is one of the seller's locations', which the credentials name.
#[derive(Serialize)]
#[serde(transparent)]
struct Location<'a>(&'a MerchantAccount);

impl<'a> FromSource<'a, Option<MerchantAccount>> for Location<'a> {
    fn from_source(location: &'a Option<MerchantAccount>) -> Result<Self, Unfit> {
        let none = Unfit::Refused("is not in the credentials: an order is one of the seller's locations'");
        location.as_ref().map(Self).ok_or(none)
    }
}

/// All that is paid for; without any lines, one thing without a name.
#[derive(Serialize)]
#[serde(transparent)]
struct LineItems<'a>(Vec<LineItem<'a>>);

/// `OrderLineItem`. Taxes stand in the prices.
#[derive(Serialize)]
struct LineItem<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    quantity: String,
    base_price_money: Amount,
}

impl<'a> FromSource<'a, PaymentCreateOrderData> for LineItems<'a> {
    fn from_source(asked: &'a PaymentCreateOrderData) -> Result<Self, Unfit> {
        let lines = asked.order_lines.as_deref().unwrap_or_default();
        if lines.is_empty() {
            let base_price_money = Amount::from_source(&asked.amount)?;
            return Ok(Self(vec![LineItem { name: None, quantity: "1".to_owned(), base_price_money }]));
        }
        let mut items = Vec::with_capacity(lines.len());
        for line in lines {
            let total = line.unit_price.minor_amount.get().checked_mul(i64::from(line.quantity));
            if total != Some(line.total_amount.minor_amount.get()) {
                return Err(Unfit::Refused("has an order line whose total is not its price by its quantity"));
            }
            items.push(LineItem {
                name: Some(at_most(512, "name", &*line.name)?),
                quantity: line.quantity.to_string(),
                base_price_money: Amount::from_source(&line.unit_price)?,
            });
        }
        Ok(Self(items))
    }
}

#[derive(FlowResponse)]
#[flow_response(CreateOrder)]
enum Announced {
    #[flow_response(within = "order")]
    Order(Order),
    #[flow_response(error)]
    Errors(SquareError),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateOrder, status = Created)]
struct Order {
    #[flow_response(connector_order_id)]
    id: OrderId,
    #[flow_response(amount)]
    total_money: Option<Amount>,
}
