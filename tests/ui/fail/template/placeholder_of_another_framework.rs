use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime, Echo, Fern, Gust, Hail, Iris);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/:payment_id/status", response = Payment)]
struct Colon<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Post, url = "/p/${payment_id}", response = Payment)]
struct Dollar<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Post, url = "/p/{{payment_id}}", response = Payment)]
struct Doubled<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Post, url = "/p/<payment_id>", response = Payment)]
struct Angle<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Echo, flow_name = PSync, http_method = Get, url = "/p?id=:payment_id", response = Payment)]
struct InTheQuery<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

// A segment that is called like a field, and braces around what is none: no mistake.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Fern, flow_name = PSync, http_method = Post, url = "/payment_id/{{p}}", response = Payment)]
struct Meant<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Gust, flow_name = PSync, http_method = Get, url = "/p/:paymentid", response = Payment)]
struct Misspelt<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Hail, flow_name = PSync, http_method = Get, url = "/p/:order", response = Payment)]
struct OfNoField<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

// The parameter that it names there is sent by its field.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Iris, flow_name = PSync, http_method = Get, url = "/p?id={payment_id}", response = Payment)]
struct InBoth<'a> {
    #[connector_flow(query = "id", from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

fn main() {}
