use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "http://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "bolt", base_url = "https://", auth = BearerAuth, error = AcmeError)]
struct Bolt;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "coda", base_url = "https://coda.test?x=1", auth = BearerAuth, error = AcmeError)]
struct Coda;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "dime", base_url = "https://dime.test", auth = BearerAuth, error = AcmeError, test_base_url = "dime.test")]
struct Dime;

/// Money would move in a test, and none where it should.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "echo", base_url = "https://api-sandbox.echo", auth = BearerAuth, error = AcmeError)]
#[connector(test_base_url = "https://api.echo")]
struct Echo;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "fern", base_url = "https://apitest.fern", auth = BearerAuth, error = AcmeError)]
#[connector(test_base_url = "https://api.fern")]
struct Fern;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "gale", base_url = "https://latest.gale", auth = BearerAuth, error = AcmeError)]
#[connector(test_base_url = "https://api.gale")]
#[connector(base_urls(files = "https://files.playground.gale"))]
#[connector(test_base_urls(files = "https://files.gale"))]
struct Gale;

/// Copied.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "hone", base_url = "https://api.hone/v1", auth = BearerAuth, error = AcmeError)]
#[connector(test_base_url = "https://api.hone/v1/")]
#[connector(base_urls(files = "https://files.hone"))]
#[connector(test_base_urls(files = "https://files.hone"))]
struct Hone;

fn main() {}
