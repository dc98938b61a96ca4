use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Connector)]
#[connector(
    name = "acme",
    base_url = "https://acme.test",
    base_urls(files = "http://files.acme.test", files = "https://files.acme.test"),
    test_base_urls(fils = "https://files.acme.test"),
    auth = BearerAuth,
    error = AcmeError,
)]
struct Acme;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://a.test", auth = BearerAuth, error = AcmeError)]
#[connector(base_urls = "https://files.acme.test")]
struct WrongForm;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://a.test", auth = BearerAuth, error = AcmeError)]
#[connector(base_urls("files" = "https://files.acme.test"))]
struct Quoted;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://a.test", auth = BearerAuth, error = AcmeError)]
#[connector(test_base_urls(files = "https://files.acme.test"))]
struct ForTestsAlone;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/a", response = Payment)]
#[connector_flow(base_url = some::files)]
struct Ask;

fn main() {}
