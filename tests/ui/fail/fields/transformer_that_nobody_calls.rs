use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Refund;

connectors!(Acme, Bolt, Cash);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct Asked<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

impl<'a> TryFrom<&'a RouterData<RSync>> for Asked<'a> {
    type Error = std::convert::Infallible;

    fn try_from(data: &'a RouterData<RSync>) -> Result<Self, Self::Error> {
        Ok(Self { id: &data.request.connector_refund_id })
    }
}

// `From` is a `TryFrom`, too.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct Infallible<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

impl<'a> From<&'a RouterData<RSync>> for Infallible<'a> {
    fn from(data: &'a RouterData<RSync>) -> Self {
        Self { id: &data.request.connector_refund_id }
    }
}

// One of another flow is called by whoever wants it.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Cash, flow_name = RSync, http_method = Get, url = "/r/{id}", response = Refund)]
struct OfAnotherFlow<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
}

impl<'a> TryFrom<&'a RouterData<PSync>> for OfAnotherFlow<'a> {
    type Error = &'static str;

    fn try_from(_: &'a RouterData<PSync>) -> Result<Self, Self::Error> {
        Err("a payment is no refund")
    }
}

fn main() {}
