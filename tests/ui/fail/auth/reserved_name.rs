use connector_core::{Auth, Secret};

#[derive(Debug, Auth)]
struct Credentials {
    /// The account's environment.
    environment: Secret,
    /// The vault's URL.
    base_url_vault: Secret,
    /// The webhook's key.
    webhook_secret: Secret,
    /// The key.
    key: Secret,
}

fn main() {}
