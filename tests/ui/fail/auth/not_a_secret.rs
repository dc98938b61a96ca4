use connector_core::prelude::*;

#[derive(Debug, Auth)]
struct Credentials {
    /// The key of the account.
    api_key: String,
}

#[derive(Debug, Auth)]
#[auth(authorise = sign, scheme = bearer)]
struct Misspelt {
    /// The key of the account.
    api_key: Secret,
}

fn main() {}
