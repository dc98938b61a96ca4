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

// It can neither be held nor sent, which is one mistake.
#[derive(Debug, Auth)]
struct Sent {
    /// The key of the account.
    #[auth(header = "x-key")]
    api_key: String,
}

fn main() {}
