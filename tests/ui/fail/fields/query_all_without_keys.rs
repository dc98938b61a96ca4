use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

struct Filter {}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
struct Queried<'a> {
    #[connector_flow(query_all)]
    list: Vec<u8>,
    #[connector_flow(query_all)]
    text: &'a str,
    #[connector_flow(query)]
    filter: Filter,
}

impl TryFrom<&RouterData<PSync>> for Queried<'_> {
    type Error = connector_core::BuildError;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, Self::Error> {
        Ok(Self { list: vec![], text: "", filter: Filter {} })
    }
}

fn main() {}
