use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a}/{}/{a b}/{1a}/{payment_id}/{payment_id}/{r#type}", response = Payment)]
struct Several<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/{a", response = Payment)]
struct Open;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/{a{b}}", response = Payment)]
struct Nested;

/// A mistake in the template hides none about its placeholders.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "a b/{paymentid}/{payment_id}", response = Payment)]
struct Both<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

fn main() {}
