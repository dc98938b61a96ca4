use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment, Refund};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, htp_method = Get, url = "/p/{payment_id}", response = Payment)]
struct Misspelt<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/r", response = Refund, retries = 3)]
struct Invented;

#[derive(FlowResponse, Deserialize)]
#[flow_response(PSync)]
struct Reply {
    #[flow_response(state)]
    status: Wire<connector_tests::fixture::Word>,
    #[flow_response(ammount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
