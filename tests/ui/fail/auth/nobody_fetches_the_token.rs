use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Auth)]
#[auth(access_token)]
struct ClientCredentials {
    /// The client's id.
    #[auth(basic_user)]
    client_id: Secret,
    /// The client's secret.
    #[auth(basic_password)]
    client_secret: Secret,
}

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = ClientCredentials, error = AcmeError)]
struct Acme;

fn main() {}
