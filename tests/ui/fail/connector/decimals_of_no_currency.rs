use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(isk = 2, UGX = 2, UGX = 0, CLP = 20, JPY = 2_u8))]
struct Misspelt;

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISX = 2))]
struct Unknown;

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(), precision())]
struct Nothing;

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(precision(KWX = 2))]
struct UnknownDinar;

fn main() {}
