use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme {
    key: Secret,
}

#[derive(Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = AcmeError)]
enum Bolt {
    Live,
    Test,
}

fn main() {}
