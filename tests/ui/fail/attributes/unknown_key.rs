use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Word};

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, htp_method = Get, url = "/p/{payment_id}", response = Payment)]
struct Misspelt<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p", response = Payment, retries = 3)]
struct Invented<'a> {
    #[connector_flow(form = request.connector_transaction_id, query)]
    payment_id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Reply {
    #[flow_response(state)]
    status: Wire<Word>,
    #[flow_response(ammount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Spelt {
    #[wire_status(Charged, alias = "payed")]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

fn main() {}
