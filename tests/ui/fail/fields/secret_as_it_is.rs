use connector_core::prelude::*;
use connector_core::CardNumber;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, Refund};

connectors!(Acme, Bolt);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/{id}", response = Payment)]
struct Masked<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = auth.api_key)]
    key: &'a Secret,
    #[connector_flow(header = "Key", from = auth.api_key)]
    owned: Secret,
    #[connector_flow(query, from = auth.api_key)]
    logged: Option<&'a Secret>,
}

// By hand it cannot be written either, unless the author says how.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = RSync, http_method = Post, url = "/r", response = Refund)]
struct ByHand<'a> {
    number: &'a CardNumber,
    #[serde(serialize_with = "connector_core::expose_secret")]
    key: &'a Secret,
}

impl<'a> TryFrom<&'a RouterData<RSync>> for ByHand<'a> {
    type Error = connector_core::BuildError;

    fn try_from(_: &'a RouterData<RSync>) -> Result<Self, Self::Error> {
        Err(connector_core::BuildError::invalid("number", "there is none"))
    }
}

fn main() {}
