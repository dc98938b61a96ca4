use connector_core::prelude::*;

#[derive(Debug, Auth)]
struct Credentials {
    /// The key of the account.
    api_key: Secret,
    merchant: Secret,
    ///
    terminal: Secret,
}

fn main() {}
