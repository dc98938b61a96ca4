use connector_core::prelude::*;
use connector_core::money_object;
use connector_tests::fixture::AcmeError;

// 5 króna are `500` here, and an amount that does not know it is a hundredth of what was meant.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISK = 2))]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = Refund, http_method = Post, url = "/refunds", response = Told)]
struct RefundRequest<'a> {
    #[connector_flow(header = "key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Option<MinorUnit>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending)]
struct Told {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Acme>,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/refunds/{id}", response = Asked)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

money_object! {
    struct Price { currency: Currency, value: MinorUnit }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Pending)]
struct Asked {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(amount)]
    price: Price,
}

fn main() {}
