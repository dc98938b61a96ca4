//! What a request needs that neither its data nor the credentials say: the time, an access token.

use std::time::SystemTime;

use crate::money::Currency;
use crate::request::BuildError;
use crate::secret::Secret;

/// What is true when a request is sent, told by whoever sends it. The core reads no clock and fetches
/// no token; `connector-client` does both, and `connectors request` shows what it would be.
///
/// ```
/// use std::time::SystemTime;
/// use connector_core::{Moment, Secret};
/// let moment = Moment::at(SystemTime::UNIX_EPOCH).with_access_token(Secret::new("A21AA…"));
/// assert!(!format!("{moment:?}").contains("A21AA"));
/// ```
#[derive(Debug, Clone, Default)]
pub struct Moment {
    time: Option<SystemTime>,
    access_token: Option<Secret>,
}

impl Moment {
    /// Nothing is known. A connector that signs the time, or sends a token, refuses to build with it.
    pub const UNKNOWN: Self = Self { time: None, access_token: None };

    /// At this time, and without a token.
    #[must_use]
    pub const fn at(time: SystemTime) -> Self {
        Self { time: Some(time), access_token: None }
    }

    /// With the token that ServerAuthenticationToken has fetched.
    #[must_use]
    pub fn with_access_token(mut self, token: Secret) -> Self {
        self.access_token = Some(token);
        self
    }

    /// The time.
    #[must_use]
    pub const fn time(&self) -> Option<SystemTime> {
        self.time
    }

    /// The token.
    #[must_use]
    pub const fn access_token(&self) -> Option<&Secret> {
        self.access_token.as_ref()
    }
}

/// One request that is being authorized: the [`Moment`], and what its flow says. Every answer that is
/// not known is an error, so that nothing is signed with a guess.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'a> {
    moment: &'a Moment,
    currency: Option<Currency>,
    fetches_access_token: bool,
}

impl<'a> Occasion<'a> {
    pub(crate) const fn new(
        moment: &'a Moment,
        currency: Option<Currency>,
        fetches_access_token: bool,
    ) -> Self {
        Self { moment, currency, fetches_access_token }
    }

    /// When the request is sent.
    ///
    /// # Errors
    /// [`BuildError::Unsaid`] where nobody said.
    pub fn time(&self) -> Result<SystemTime, BuildError> {
        self.moment.time.ok_or(BuildError::Unsaid { what: "the time" })
    }

    /// What the credentials were exchanged for.
    ///
    /// # Errors
    /// [`BuildError::Unsaid`] where there is none.
    pub fn access_token(&self) -> Result<&'a Secret, BuildError> {
        self.moment.access_token().ok_or(BuildError::Unsaid { what: "the access token" })
    }

    /// Of which money the request is.
    ///
    /// # Errors
    /// [`BuildError::Unsaid`] where its data names no amount.
    pub fn currency(&self) -> Result<Currency, BuildError> {
        self.currency.ok_or(BuildError::Unsaid { what: "the currency" })
    }

    /// Whether this is the request that fetches the access token, and so has none.
    #[must_use]
    pub const fn fetches_access_token(&self) -> bool {
        self.fetches_access_token
    }
}
