use connector_core::prelude::*;

#[derive(Debug, Auth)]
struct Keys {
    /// The key: Settings, Keys.
    #[auth(header = "Content-Type")]
    key: Secret,
}

fn main() {}
