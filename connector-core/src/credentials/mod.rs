//! What identifies the merchant to the processor, where the processor is, and how requests prove it.

mod auth;
mod authorize_fn;
mod bearer;
mod declared;
mod endpoint;
mod error;
mod fields;
mod hosts;
mod moment;
mod pem;
mod per_currency;
pub(crate) mod placed;
mod variables;

pub use auth::{Auth, CredentialField, CredentialKind, sensitive_header};
pub use authorize_fn::authorize_with;
pub use bearer::BearerAuth;
pub use declared::{DeclaredCredential, credential};
pub use endpoint::{BaseUrl, BaseUrlError, BaseUrls, Environment, NoOtherBaseUrl};
pub use error::CredentialsError;
pub use fields::CredentialFields;
pub use moment::{Moment, Occasion};
pub use pem::{ClientIdentity, Pem};
pub use per_currency::PerCurrency;

pub(crate) use endpoint::Hosts;
pub(crate) use hosts::base_url_field;
