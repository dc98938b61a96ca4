use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError, headers("Acme Version" = "1", "Acme-Note" = "caf\u{e9}", "acme-id" = "1", "Acme-Id" = "2"))]
struct Acme;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "bolt", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError, headers = "x")]
struct Bolt;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "coda", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError, headers("a": "b"))]
struct Coda;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "dime", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError, headers(a = "b"))]
struct Dime;

fn main() {}
