use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt);

struct Card;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request {
    #[connector_flow(query)]
    in_query: Card,
    #[connector_flow(header = "Acme-Cards")]
    in_header: Vec<Card>,
}

// What is logged with every URL is no place for a secret.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Logged<'a> {
    #[connector_flow(query)]
    token: Exposed<'a>,
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

impl<'a> TryFrom<&'a RouterData<PSync>> for Logged<'a> {
    type Error = connector_core::BuildError;

    fn try_from(_: &'a RouterData<PSync>) -> Result<Self, Self::Error> {
        Err(connector_core::BuildError::invalid("token", "there is none"))
    }
}

impl TryFrom<&RouterData<RSync>> for InBody {
    type Error = std::convert::Infallible;

    fn try_from(_: &RouterData<RSync>) -> Result<Self, Self::Error> {
        Ok(Self { card: Card })
    }
}

fn main() {}
