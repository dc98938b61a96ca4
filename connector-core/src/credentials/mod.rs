//! What identifies the merchant to the processor, where the processor is, and how requests prove it.

mod auth;
mod bearer;
mod declared;
mod endpoint;
mod fields;

pub use auth::{Auth, CredentialField, sensitive_header};
pub use bearer::BearerAuth;
pub use declared::credential;
pub use endpoint::{BaseUrl, BaseUrlError, BaseUrls, Environment, NoOtherBaseUrl};
pub use fields::{CredentialFields, CredentialsError};

pub(crate) use endpoint::Hosts;
pub(crate) use fields::base_url_field;
