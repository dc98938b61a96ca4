use connector_core::{Auth, Pem, Secret};

#[derive(Debug, Auth)]
struct Two {
    /// The key.
    #[auth(bearer, header = "X-Key")]
    key: Secret,
    /// The user.
    #[auth(basic_user)]
    user: Secret,
    /// What stands before nothing.
    #[auth(prefix = "Token ")]
    token: Secret,
}

#[derive(Debug, Auth)]
struct HalfAnIdentity {
    /// The certificate.
    #[auth(client_certificate)]
    certificate: Pem,
}

#[derive(Debug, Auth)]
struct Shown {
    /// A certificate is no header's.
    #[auth(header = "X-Certificate")]
    certificate: Pem,
}

fn main() {}
