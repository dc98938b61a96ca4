use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

struct Card;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request {
    #[connector_flow(query)]
    in_query: Card,
    #[connector_flow(header = "Acme-Cards")]
    in_header: Vec<Card>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Post, url = "/p")]
#[connector_flow(response = connector_tests::fixture::Refund)]
struct InBody {
    card: Card,
}

impl TryFrom<&RouterData<PSync>> for Request {
    type Error = std::convert::Infallible;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, Self::Error> {
        Ok(Self { in_query: Card, in_header: Vec::new() })
    }
}

impl TryFrom<&RouterData<RSync>> for InBody {
    type Error = std::convert::Infallible;

    fn try_from(_: &RouterData<RSync>) -> Result<Self, Self::Error> {
        Ok(Self { card: Card })
    }
}

fn main() {}
