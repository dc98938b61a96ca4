use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Connector)]
#[connector(name = "a", base_url = "https://{prefix.acme.test", test_base_url = "https://acme.test")]
#[connector(auth = BearerAuth, error = AcmeError)]
struct NotClosed;

#[derive(Connector)]
#[connector(name = "b", base_url = "https://{}.acme.test", test_base_url = "https://acme.test")]
#[connector(auth = BearerAuth, error = AcmeError)]
struct Nameless;

#[derive(Connector)]
#[connector(name = "c", base_url = "https://acme.test/{merchant}", test_base_url = "https://acme.test")]
#[connector(auth = BearerAuth, error = AcmeError)]
struct InThePath;

#[derive(Connector)]
#[connector(name = "d", base_url = "https://{prefix}.acme.test", auth = BearerAuth, error = AcmeError)]
struct WithoutTest;

#[derive(Connector)]
#[connector(name = "e", base_url = "https://{prefix}.{acme}.test", test_base_url = "https://{a}.test")]
#[connector(auth = BearerAuth, error = AcmeError)]
struct TwoOfThem;

fn main() {}
