//! Nothing else is said of what uses them.
use bytes::Bytes;
use connector_core::BuildError;
use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Auth, Debug)]
struct Key {
    /// The account.
    account: MerchantAccount,
    /// The key of the account.
    key: Secret,
}

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auht = Key, error = AcmeError)]
struct Misspelt;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Misspelt, flow_name = PSync, http_method = Get, url = "/{account}/{id}", response = Payment)]
#[connector_flow(sign = sign, preprocess = plain)]
struct Asked<'a> {
    #[connector_flow(from = auth.account)]
    account: &'a MerchantAccount,
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn sign(_: &Key, _: &mut http::Request<Bytes>) -> Result<(), BuildError> {
    Ok(())
}

fn plain(_: &Key, body: &Bytes) -> Result<Bytes, &'static str> {
    Ok(body.clone())
}

#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", error = AcmeError)]
struct Missing;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Missing, flow_name = PSync, http_method = Get, url = "/{account}/{id}", response = Payment)]
struct AskedToo<'a> {
    #[connector_flow(from = auth.account)]
    account: &'a MerchantAccount,
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

fn main() {}
