use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
struct Request<'a> {
    payment_id: &'a PaymentId,
}

fn main() {}
