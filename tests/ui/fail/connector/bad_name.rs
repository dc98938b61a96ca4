use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "Acme Pay", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Bolt;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "2pay", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Coda;

fn main() {}
