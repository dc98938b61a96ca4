use connector_core::prelude::*;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme")]
struct Acme;

fn main() {}
