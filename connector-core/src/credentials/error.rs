//! What is wrong with a set of credentials. No error repeats a value.

use super::BaseUrlError;
use crate::id::IdError;

/// What is wrong with a set of credentials.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CredentialsError {
    /// Not JSON, or JSON that is not an object of texts.
    #[error("the credentials are not a JSON object of texts: {0}")]
    Malformed(String),
    /// A field that the connector needs is not there.
    #[error("the credentials lack the field `{0}`")]
    Missing(&'static str),
    /// A field that is there and empty.
    #[error("the credentials' field `{0}` is empty")]
    Empty(&'static str),
    /// A line break or another control character: the sign of a value that was cut or pasted wrongly.
    #[error("the credentials' field `{0}` has a line break or another control character")]
    ControlCharacter(&'static str),
    /// A text that is not in PEM form, where a certificate or a key belongs.
    #[error("the credentials' field `{0}` is not in PEM form (`-----BEGIN …`)")]
    NotPem(&'static str),
    /// A text that cannot be the name of an account.
    #[error("the credentials' field `{field}` {error}")]
    Account {
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        error: IdError,
    },
    /// A text that is no currency's code, where one belongs.
    #[error("the credentials' field `{0}` is not the code of a currency, such as EUR")]
    Currency(&'static str),
    /// A field that the connector does not know.
    #[error("the credentials have the field `{field}`, which is unknown here; expected {expected}")]
    Unknown {
        /// The field's name.
        field: Box<str>,
        /// The names that there are.
        expected: String,
    },
    /// A variable of the environment that is no text.
    #[error("the value of the variable `{variable}` is not UTF-8")]
    NotUtf8 {
        /// The variable's name.
        variable: String,
    },
    /// `environment` is neither test nor live.
    #[error("the credentials' field `environment` must be \"test\" or \"live\"")]
    Environment,
    /// The live host is each merchant's own, and the credentials do not say which this one's is.
    #[error(
        "the processor has a live host for each merchant, `{host}`: the credentials need the field \
         `{field}`, or a `base_url`"
    )]
    MerchantHost {
        /// The field that fills the host.
        field: String,
        /// The host, with the place that is to be filled.
        host: &'static str,
    },
    /// The merchant's part of the live host is no part of a host's name.
    #[error("the credentials' field `{field}` must be lower-case letters, digits and `-` alone")]
    MerchantPart {
        /// The field.
        field: String,
    },
    /// `base_url` cannot be appended to.
    #[error("the credentials' field `base_url` {0}")]
    BaseUrl(#[from] BaseUrlError),
}
