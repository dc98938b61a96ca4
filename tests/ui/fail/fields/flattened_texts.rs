use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Word};

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/payments", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    #[serde(flatten)]
    id: &'a PaymentId,
}

/// What cannot be flattened is never there.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize)]
struct Told {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(amount_captured)]
    #[serde(flatten)]
    captured: Option<MinorUnit>,
    #[flow_response(currency)]
    currency: Currency,
    #[serde(flatten)]
    note: Option<Box<str>>,
}

fn main() {}
