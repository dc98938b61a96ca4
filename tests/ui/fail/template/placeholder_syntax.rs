use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Payment};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

use connectors_of_its_own as _;

fn main() {}
