//! Why a request could not be made. Nothing was sent: it is safe to mend it and try again.

use crate::body::EncodeError;
use crate::url::PathProblem;

/// Why a request could not be made. Nothing was sent.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// The connector needs something that the data does not have.
    #[error("`{field}` is missing; {connector} needs it for {flow}")]
    Missing {
        /// Where it belongs in the data: `request.connector_transaction_id`.
        field: &'static str,
        /// The connector's name.
        connector: &'static str,
        /// The flow's name.
        flow: &'static str,
    },
    /// A value cannot stand in the URL's path.
    #[error("the value of `{field}` {problem}; it cannot stand in a URL")]
    PathValue {
        /// The field of the request, by the name of its placeholder.
        field: &'static str,
        /// What is wrong with the value.
        problem: PathProblem,
    },
    /// A value cannot be a header's: it has a line break or another control character.
    #[error("the value for the header `{name}` has characters that no header can carry")]
    Header {
        /// The header's name.
        name: &'static str,
    },
    /// A credential cannot be written where it belongs. Its value is not shown.
    #[error("the credentials' field `{field}` has characters that no header can carry")]
    Credential {
        /// The field's name.
        field: &'static str,
    },
    /// Neither the data nor whoever sends the request says what the connector signs or sends with it.
    #[error("{what} of the request is not known; the connector signs it, or sends it along")]
    Unsaid {
        /// What it is.
        what: &'static str,
    },
    /// The merchant has a key for each currency, and none for this one.
    #[error("the credentials have no `{field}` for {currency}")]
    NoKeyForCurrency {
        /// The field of the credentials.
        field: &'static str,
        /// The currency of the request.
        currency: crate::money::Currency,
    },
    /// A user name with a colon, behind which the password would begin (RFC 7617, section 2).
    #[error("the credentials' field `{field}` has a colon, which ends a user name")]
    UserWithColon {
        /// The field of the credentials.
        field: &'static str,
    },
    /// A key that is handed out in base64, and is no base64 here.
    #[error("the credentials' field `{field}` is not base64 (RFC 4648)")]
    NotBase64 {
        /// The field of the credentials.
        field: &'static str,
    },
    /// A key that nothing can be signed with: of another kind, too short, cut off.
    #[error("the credentials' field `{field}` is no key that can sign")]
    UnusableKey {
        /// The field of the credentials.
        field: &'static str,
    },
    /// The parts do not make a URL; it is too long, as a rule.
    #[error("the request's URL cannot be used: {0}")]
    Url(#[from] http::uri::InvalidUri),
    /// A link that an earlier answer gave leads to another host than the connector's, or is no URL.
    #[error("the link {0}")]
    Link(&'static str),
    /// The body could not be written.
    #[error("the request's body cannot be written {0}")]
    Body(#[from] EncodeError),
    /// A text is longer, or has other characters, than the processor takes.
    #[error("`{field}` {problem} in `{wire}`")]
    Limit {
        /// Where the value stands in the data: `request.idempotency_key`.
        field: &'static str,
        /// What it is called where it would have been sent.
        wire: &'static str,
        /// How it goes beyond what is taken.
        problem: super::BeyondLimit,
    },
    /// An amount cannot be written as the processor counts its currency.
    #[error("`{field}` cannot be sent: {problem}")]
    Amount {
        /// Where the amount stands in the data: `request.amount`.
        field: &'static str,
        /// Why not.
        problem: crate::money::AmountError,
    },
    /// A transformer written by hand refused the data.
    #[error("`{field}` {problem}")]
    Invalid {
        /// Where the value stands in the data.
        field: &'static str,
        /// What is wrong with it, as the end of the sentence.
        problem: &'static str,
    },
}

impl BuildError {
    /// Says who needs what is missing; the expansion of a flow names the field alone.
    pub(crate) fn in_flow(self, connector: &'static str, flow: &'static str) -> Self {
        match self {
            Self::Missing { field, connector: "", flow: "" } => {
                Self::Missing { field, connector, flow }
            }
            other => other,
        }
    }

    /// For transformers written by hand: this field's value cannot be sent.
    ///
    /// ```
    /// use connector_core::BuildError;
    /// let error = BuildError::invalid("request.amount", "is above the limit of this processor");
    /// assert_eq!(error.to_string(), "`request.amount` is above the limit of this processor");
    /// ```
    #[must_use]
    pub const fn invalid(field: &'static str, problem: &'static str) -> Self {
        Self::Invalid { field, problem }
    }
}

impl From<std::convert::Infallible> for BuildError {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}
