use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

/// It has no `Debug`.
#[derive(Auth)]
struct Key {
    /// The key of the account.
    #[auth(bearer)]
    key: Secret,
}

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = Key, error = AcmeError, headers("Version" = "1"))]
struct Acme;

fn main() {}
