//! What a processor says when it says no.

use http::StatusCode;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, de};

use super::{RawBody, ReadError, ResponseBody};
use crate::id::PaymentId;

/// A processor's refusal or the reason for a failure, in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ProcessorError {
    /// The processor's code for it.
    pub code: Option<Box<str>>,
    /// The processor's text for it.
    pub message: Option<Box<str>>,
    /// More about it, where the processor says more.
    pub reason: Option<Box<str>>,
    /// The issuer's or the network's code for a decline.
    pub network_decline_code: Option<Box<str>>,
    /// The network's advice beside a decline: whether and when the same payment may be tried again, such as
    /// Mastercard's merchant advice code. Which code says what, the network tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub network_advice_code: Option<Box<str>>,
    /// The payment that was refused, where its processor keeps it and names it here: it may be asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_transaction_id: Option<PaymentId>,
    /// The HTTP status it came with; `None` for an error inside a success.
    #[serde(default, serialize_with = "as_number", deserialize_with = "of_number")]
    pub http_status: Option<StatusCode>,
    /// The answer that said no, as it came. Empty in an error that stands beside a status.
    #[serde(skip)]
    pub body: RawBody,
}

fn as_number<S: serde::Serializer>(
    status: &Option<StatusCode>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    status.map(|status| status.as_u16()).serialize(serializer)
}

fn of_number<'de, D: de::Deserializer<'de>>(number: D) -> Result<Option<StatusCode>, D::Error> {
    let number = Option::<u16>::deserialize(number)?;
    number.map(StatusCode::from_u16).transpose().map_err(de::Error::custom)
}

impl ProcessorError {
    /// An error of this code and text.
    ///
    /// ```
    /// use connector_core::ProcessorError;
    /// let error = ProcessorError::new(Some("resource_missing"), Some("No such payment"));
    /// assert_eq!(error.code.as_deref(), Some("resource_missing"));
    /// ```
    #[must_use]
    pub fn new(code: Option<&str>, message: Option<&str>) -> Self {
        Self { code: code.map(Into::into), message: message.map(Into::into), ..Self::default() }
    }
}

/// What kind of refusal it is. A connector sorts its processor's errors into these; what it does not
/// sort is [`Refused`](ErrorClass::Refused) with an HTTP error, and [`Unknown`](ErrorClass::Unknown) in a success.
/// Neither claims anything about the payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorClass {
    /// The processor is busy, in maintenance, or was asked too often. It says nothing about the
    /// payment; ask again.
    Transient,
    /// The processor knows nothing under this id.
    NotFound,
    /// The bank, the network or the processor's risk rules said no to this payment.
    Declined,
    /// The processor has seen this order before, or sees it twice at once, and does not say what became
    /// of it: the first one may have been carried out.
    Duplicate,
    /// The credentials, their permissions or the account's settings are wrong.
    Configuration,
    /// The processor did not take the request as it was. It says nothing about the payment.
    Refused,
    /// Nobody knows what it means: an error of another name, with an HTTP status that tells nothing. An order may
    /// have been carried out.
    Unknown,
}

impl ErrorClass {
    /// What an HTTP status alone tells: not much. A 404 without the processor's own words may come
    /// from any server on the way, so it is not [`NotFound`](Self::NotFound) here.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Self::Configuration,
            StatusCode::TOO_MANY_REQUESTS => Self::Transient,
            status if status.is_server_error() => Self::Transient,
            status if status.is_client_error() => Self::Refused,
            _ => Self::Unknown,
        }
    }
}

/// The body that a processor sends with an HTTP error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a processor's error body",
    label = "not an error body",
    note = "derive `serde::Deserialize` on it and implement `connector_core::ErrorResponse`: which field is the code, which the text, and which codes mean what"
)]
pub trait ErrorResponse: DeserializeOwned {
    /// Reads the body. It is JSON; override it where the processor's errors are XML or a form:
    /// `body.xml()`, `body.form()`.
    ///
    /// # Errors
    /// [`ReadError`] where the body is something else. The HTTP status alone tells then.
    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    /// What kind of refusal it is.
    fn class(&self, status: StatusCode) -> ErrorClass;

    /// The same in our words.
    fn into_error(self) -> ProcessorError;

    /// What an HTTP error without any body means. Override it where the processor documents such
    /// answers.
    #[must_use]
    fn class_without_body(status: StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }
}
