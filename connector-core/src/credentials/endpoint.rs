//! Where the processor is: the test or the live host, or one that the user names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use url::Url;

/// Which of a processor's hosts is meant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Environment {
    /// No money moves. The default: a forgotten setting must not take money.
    #[default]
    Test,
    /// Money moves.
    Live,
}

impl FromStr for Environment {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "test" => Ok(Self::Test),
            "live" => Ok(Self::Live),
            _ => Err(()),
        }
    }
}

/// The hosts of a processor, as its connector declares them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BaseUrls {
    /// Where money moves.
    pub live: &'static str,
    /// Where none does. Some processors tell test from live by the key alone: then both are equal.
    pub test: &'static str,
}

impl BaseUrls {
    /// The one for this environment.
    #[must_use]
    pub const fn of(self, environment: Environment) -> &'static str {
        match environment {
            Environment::Test => self.test,
            Environment::Live => self.live,
        }
    }

    /// The part of the live host that is each merchant's own: `prefix` of
    /// `https://{prefix}-live.example.com`. The credentials have it as `base_url_prefix`.
    #[must_use]
    pub fn merchant_part(self) -> Option<&'static str> {
        let (_, rest) = self.live.split_once('{')?;
        rest.split_once('}').map(|(name, _)| name)
    }
}

/// The names of the other hosts of a connector that has one.
#[derive(Debug)]
pub struct NoOtherBaseUrl;

/// A base URL that paths can be appended to: scheme, host, perhaps a port and a path, nothing else.
///
/// With or without a slash at its end, the result is the same:
///
/// ```
/// use connector_core::BaseUrl;
/// assert_eq!("https://host/v1/".parse::<BaseUrl>()?.as_str(), "https://host/v1");
/// assert_eq!("https://host".parse::<BaseUrl>()?.as_str(), "https://host");
/// assert!("https://host/?key=1".parse::<BaseUrl>().is_err());
/// # Ok::<(), connector_core::BaseUrlError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct BaseUrl(Box<str>);

/// Where a merchant's requests go: the main host, and the others by name.
pub(crate) struct Hosts {
    pub(crate) main: BaseUrl,
    pub(crate) others: Vec<(&'static str, BaseUrl)>,
}

impl Hosts {
    /// The host that a flow names; the derive has seen to it that there is such a one.
    pub(crate) fn of(&self, name: Option<&str>) -> &BaseUrl {
        let mut others = self.others.iter();
        let other = name.and_then(|name| others.find(|(other, _)| *other == name));
        other.map_or(&self.main, |(_, url)| url)
    }
}

/// Why a text is not a base URL. The text itself is not repeated: it may carry a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BaseUrlError {
    /// Not a URL at all.
    #[error("is not a URL: {0}")]
    Malformed(url::ParseError),
    /// Neither `https` nor `http`.
    #[error("has the scheme `{0}`; only `https` and `http` can be sent to")]
    Scheme(Box<str>),
    /// A user name or password, which belongs into the credentials.
    #[error("carries a user name or password; these belong into the credentials")]
    UserInfo,
    /// A query, which would end up in the middle of every URL.
    #[error("carries a query (`?…`)")]
    Query,
    /// A fragment, which is never sent.
    #[error("carries a fragment (`#…`)")]
    Fragment,
}

impl BaseUrl {
    /// The URL, without a slash at its end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let url = Url::parse(text).map_err(BaseUrlError::Malformed)?;
        if !matches!(url.scheme(), "https" | "http") {
            return Err(BaseUrlError::Scheme(url.scheme().into()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BaseUrlError::UserInfo);
        }
        if url.query().is_some() {
            return Err(BaseUrlError::Query);
        }
        if url.fragment().is_some() {
            return Err(BaseUrlError::Fragment);
        }
        Ok(Self(url.as_str().trim_end_matches('/').into()))
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_would_end_up_in_the_wrong_place_is_refused() {
        let refused = |text: &str| text.parse::<BaseUrl>().unwrap_err();
        assert_eq!(refused("https://user:pass@host"), BaseUrlError::UserInfo);
        assert_eq!(refused("https://host?x=1"), BaseUrlError::Query);
        assert_eq!(refused("https://host#x"), BaseUrlError::Fragment);
        assert_eq!(refused("ftp://host"), BaseUrlError::Scheme("ftp".into()));
        assert!(matches!(refused("host/path"), BaseUrlError::Malformed(_)));
        assert!(!refused("https://user:hunter2@host").to_string().contains("hunter2"));
    }

    #[test]
    fn a_port_and_a_path_stay() {
        let url: BaseUrl = "http://127.0.0.1:8080/stripe//".parse().unwrap();
        assert_eq!(url.as_str(), "http://127.0.0.1:8080/stripe");
    }
}
