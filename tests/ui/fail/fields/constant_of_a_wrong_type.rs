use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Constants, Others, Owners);

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Constants, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct OfWrongTypes {
    #[connector_flow(query, value = "many")]
    page: u8,
}

// Beside a mistake that the derive sees.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Others, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct OfAnotherKindToo {
    #[connector_flow(query, value = FIRST)]
    first: u8,
    #[connector_flow(query, value = true)]
    word: &'static str,
}

// Nobody owns what is written into the program.
#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Owners, flow_name = PSync, http_method = Post, url = "/a", response = Payment)]
struct Owned {
    #[connector_flow(value = "ecommerce")]
    channel: String,
    #[connector_flow(value = "web")]
    source: Option<Box<str>>,
}

fn main() {}
