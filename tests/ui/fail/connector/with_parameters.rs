use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme<T>(T);

fn main() {}
