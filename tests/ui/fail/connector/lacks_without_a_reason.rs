use connector_core::prelude::*;
use connector_core::DSync;
use connector_tests::fixture::AcmeError;

#[derive(Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(lacks(PSync = " ", DSync = "there are no disputes", DSync = "there are none"))]
struct Acme;

#[derive(Connector)]
#[connector(name = "gamma", base_url = "https://gamma.test", auth = BearerAuth, error = AcmeError)]
#[connector(lacks = PSync)]
struct Gamma;

fn main() {}
