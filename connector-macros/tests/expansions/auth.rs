#[derive(Auth)]
#[auth(scheme = "signature", authorize = sign)]
pub struct MerchantAuthentication {
    /// The API login ID: Account, Settings,
    /// API Credentials and Keys.
    name: Secret,
    /// The transaction key, from the same page.
    transaction_key: Secret,
}
