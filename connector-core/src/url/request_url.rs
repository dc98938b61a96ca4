//! URLs that a function computes: `url = function`. Texts of the author and values of the data are
//! told apart by their types, and a link of the processor's cannot lead elsewhere.

use url::{Origin, Url};

use super::{PathValue, push_path_value};
use crate::request::BuildError;

/// A URL that is being computed, below the flow's base URL.
///
/// For processors whose path has optional segments. What is written in the connector's source is
/// taken as it is, and a value fills one segment, whatever characters it has:
///
/// ```
/// use connector_core::{BuildError, RequestUrl};
///
/// fn url(payment: &str, attempt: Option<u8>) -> Result<RequestUrl, BuildError> {
///     let url = RequestUrl::new("/payments/")?.value("payment", &payment)?;
///     match attempt {
///         Some(attempt) => url.literal("/attempts/")?.value("attempt", &attempt),
///         None => Ok(url),
///     }
/// }
/// assert_eq!(format!("{:?}", url("a/b", Some(2))?), "RequestUrl(\"/payments/a%2Fb/attempts/2\")");
/// assert!(url("..", None).is_err());
/// # Ok::<(), BuildError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestUrl(Kind);

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    /// Encoded, and relative to the base URL.
    Path(String),
    /// As the processor sent it.
    Link(String),
}

/// Without its name: it is the URL's own business.
impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (Self::Path(text) | Self::Link(text)) = self;
        write!(f, "{text:?}")
    }
}

impl RequestUrl {
    /// Begins with a path: `/payments`.
    ///
    /// # Errors
    /// [`BuildError::Invalid`] where it does not begin with one `/`, or has a character that cannot
    /// stand in a path.
    pub fn new(path: &'static str) -> Result<Self, BuildError> {
        if !path.starts_with('/') || path.starts_with("//") {
            return Err(BuildError::invalid("url", "does not begin with one `/`"));
        }
        Self(Kind::Path(String::new())).literal(path)
    }

    /// A link of an earlier answer, such as the next page of a list: a whole URL, or a path from the
    /// host's root. It is followed to the base URL's own scheme, host and port, and nowhere else,
    /// because the credentials go with it.
    #[must_use]
    pub fn link(link: &str) -> Self {
        Self(Kind::Link(link.into()))
    }

    /// Goes on with a text of the connector's: `/capture`.
    ///
    /// # Errors
    /// [`BuildError::Invalid`] where it has a character that cannot stand in a path, a segment `.`
    /// or `..`, or follows a link.
    pub fn literal(mut self, text: &'static str) -> Result<Self, BuildError> {
        let plain =
            |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte);
        if !text.bytes().all(plain) {
            return Err(BuildError::invalid("url", "has a character that cannot stand in a path"));
        }
        if text.split('/').any(|segment| matches!(segment, "." | "..")) || text.contains("//") {
            return Err(BuildError::invalid("url", "has a segment that is empty, `.` or `..`"));
        }
        self.path()?.push_str(text);
        Ok(self)
    }

    /// Goes on with a value, percent-encoded. `field` names it where it cannot stand in a URL.
    ///
    /// # Errors
    /// [`BuildError::PathValue`] where it is empty, `.` or `..`; [`BuildError::Invalid`] behind a
    /// link.
    pub fn value(mut self, field: &'static str, value: &dyn PathValue) -> Result<Self, BuildError> {
        push_path_value(self.path()?, &value.path_text())
            .map_err(|problem| BuildError::PathValue { field, problem })?;
        Ok(self)
    }

    fn path(&mut self) -> Result<&mut String, BuildError> {
        match &mut self.0 {
            Kind::Path(path) => Ok(path),
            Kind::Link(_) => Err(BuildError::invalid("url", "is a link, which nothing follows")),
        }
    }

    /// Appends the path to the base URL, or puts the link into its place.
    pub(crate) fn write(self, base: &mut String) -> Result<(), BuildError> {
        match self.0 {
            Kind::Path(path) => base.push_str(&path),
            Kind::Link(link) => *base = followed(&link, base)?,
        }
        Ok(())
    }
}

/// The link as a whole URL, where it leads to the host of the base URL.
fn followed(link: &str, base: &str) -> Result<String, BuildError> {
    let unusable = |_| BuildError::Link("of an earlier answer is no URL");
    let host: Origin = Url::parse(base).map_err(unusable)?.origin();
    let whole = match link.starts_with('/') {
        true => format!("{}{link}", host.ascii_serialization()),
        false => link.to_owned(),
    };
    let url = Url::parse(&whole).map_err(unusable)?;
    if url.origin() != host || !url.username().is_empty() || url.password().is_some() {
        return Err(BuildError::Link("of an earlier answer leads to another host"));
    }
    if url.fragment().is_some() {
        return Err(BuildError::Link("of an earlier answer has a fragment"));
    }
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(url: RequestUrl, base: &str) -> Result<String, BuildError> {
        let mut text = base.to_owned();
        url.write(&mut text).map(|()| text)
    }

    fn linked(link: &str) -> Result<String, BuildError> {
        at(RequestUrl::link(link), "https://host/v1")
    }

    #[test]
    fn links_stay_at_the_host() {
        assert_eq!(linked("https://host/v1/next?page=2").unwrap(), "https://host/v1/next?page=2");
        assert_eq!(linked("https://host:443/next").unwrap(), "https://host/next");
        assert_eq!(linked("/v1/next").unwrap(), "https://host/v1/next");
        for elsewhere in [
            "https://evil/next",
            "http://host/next",
            "https://host:8443/next",
            "https://host.evil/next",
            "https://host@evil/next",
            "https://user@host/next",
            "https://host/next#part",
            "@evil/",
            "next",
            "",
        ] {
            assert!(linked(elsewhere).is_err(), "{elsewhere}");
        }
        // A path from the root, however many slashes it begins with.
        assert_eq!(linked("//evil/next").unwrap(), "https://host//evil/next");
    }

    #[test]
    fn texts_that_would_lead_elsewhere_are_refused() {
        for text in ["", "a", "//host", "/a b", "/a?b", "/a#b", "/../a", "/a//b", "/%2e%2e", "/\\a"]
        {
            assert!(RequestUrl::new(text).is_err(), "{text}");
        }
        let link = RequestUrl::link("/next");
        assert!(link.clone().literal("/a").is_err() && link.value("a", &"a").is_err());
    }

    proptest! {
        #[test]
        fn no_link_leads_to_another_host(link in "\\PC{0,30}|[/\\\\@:.?#hosevil]{0,20}") {
            if let Ok(url) = linked(&link) {
                let url = Url::parse(&url).unwrap();
                prop_assert_eq!(url.host_str(), Some("host"));
                prop_assert_eq!(url.scheme(), "https");
            }
        }

        #[test]
        fn a_value_stays_in_its_segment(value in "\\PC{1,30}") {
            prop_assume!(value != "." && value != "..");
            let url = RequestUrl::new("/a/").unwrap().value("value", &value.as_str()).unwrap();
            let url = at(url.literal("/b").unwrap(), "https://host").unwrap();
            let url = Url::parse(&url).unwrap();
            prop_assert_eq!(url.path_segments().unwrap().count(), 3);
        }
    }
}
