use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

// As ISO 4217 has it, or more than that.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(EUR = 2, JPY = 0, ISK = 2), precision(KWD = 3, BHD = 4, TND = 2))]
struct Acme;

// Nothing in parentheses.
#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = AcmeError)]
#[connector(base_urls(), headers(), lacks())]
struct Bolt;

fn main() {}
