use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{AcmeError, Payment, Word};

connectors!(Acme);

struct Order;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Order, http_method = Post, url = "/{id}", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.amount)]
    amount: MinorUnit,
    #[connector_flow(header = "Once", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Order, no_amount = "not the point here")]
struct Reply {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Said {
    #[wire_status(Charged, flow(Order = Pending))]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[derive(Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = AcmeError)]
#[connector(lacks(Order = "it has none"))]
struct Bolt;

fn main() {}
