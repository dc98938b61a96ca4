#[derive(Auth)]
#[auth(scheme = "basic, and a certificate")]
pub struct Partner {
    /// The user: Settings, Keys.
    #[auth(basic_user)]
    user: Secret,
    /// The password: Settings, Keys.
    #[auth(basic_password)]
    password: Secret,
    /// The partner: Settings, Partner.
    #[auth(header = "Partner", prefix = "P ")]
    partner: Option<Secret>,
    /// The certificate: Settings, Security.
    #[auth(client_certificate)]
    certificate: Pem,
    /// Its key, from the same page.
    #[auth(client_key)]
    key: Pem,
}
