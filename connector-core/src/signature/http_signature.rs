//! The older HTTP signatures, which never became an RFC and which processors still ask for.
//! <https://datatracker.ietf.org/doc/html/draft-cavage-http-signatures-12> (read 2026-11)

use bytes::Bytes;
use http::HeaderValue;

use super::{base64, hmac_sha256};
use crate::credentials::sensitive_header;
use crate::request::BuildError;

/// A `Signature` as in draft-cavage-http-signatures: which parts of a request it covers, in their order,
/// and what is said about the key.
///
/// ```
/// use bytes::Bytes;
/// use connector_core::signature::HttpSignature;
///
/// let request = http::Request::get("https://api.example.com/payments?x=1")
///     .header("date", "Sun, 06 Nov 1994 08:49:37 GMT")
///     .body(Bytes::new())?;
/// let signature = HttpSignature { covered: &["host", "date", "(request-target)"], target: "(request-target)" };
/// assert_eq!(
///     signature.base(&request)?,
///     "host: api.example.com\n\
///      date: Sun, 06 Nov 1994 08:49:37 GMT\n\
///      (request-target): get /payments?x=1",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct HttpSignature {
    /// The headers, in lower case, and the name of the target among them.
    pub covered: &'static [&'static str],
    /// What the method and the path are called: `(request-target)` in the draft, `request-target` at
    /// some processors.
    pub target: &'static str,
}

impl HttpSignature {
    /// The text that is signed.
    ///
    /// # Errors
    /// [`BuildError::Unsaid`] where a covered header is not there, or is no text.
    pub fn base(&self, request: &http::Request<Bytes>) -> Result<String, BuildError> {
        let lines: Result<Vec<String>, BuildError> = self
            .covered
            .iter()
            .map(|name| Ok(format!("{name}: {}", self.value(request, name)?)))
            .collect();
        Ok(lines?.join("\n"))
    }

    fn value(
        &self,
        request: &http::Request<Bytes>,
        name: &'static str,
    ) -> Result<String, BuildError> {
        if name == self.target {
            let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
            return Ok(format!("{} {path}", request.method().as_str().to_ascii_lowercase()));
        }
        header_text(request, name)
    }

    /// The header's value, with a key for HMAC with SHA-256.
    ///
    /// # Errors
    /// As of [`base`](Self::base); [`BuildError::Credential`] where `key_id` cannot be a header's.
    pub fn hmac_sha256(
        &self,
        request: &http::Request<Bytes>,
        (field, key_id): (&'static str, &str),
        key: &[u8],
    ) -> Result<HeaderValue, BuildError> {
        let signature = base64(&hmac_sha256(key, self.base(request)?.as_bytes()));
        self.header(field, key_id, "HmacSHA256", &signature)
    }

    /// The header's value, of a signature that was made elsewhere.
    ///
    /// # Errors
    /// [`BuildError::Credential`] where `key_id` cannot be a header's.
    pub fn header(
        &self,
        field: &'static str,
        key_id: &str,
        algorithm: &str,
        signature: &str,
    ) -> Result<HeaderValue, BuildError> {
        // It would end the text that it stands in.
        if key_id.contains('"') {
            return Err(BuildError::Credential { field });
        }
        let covered = self.covered.join(" ");
        let head = format!(
            "keyid=\"{key_id}\", algorithm=\"{algorithm}\", headers=\"{covered}\", signature=\""
        );
        sensitive_header(field, &[&head, signature, "\""])
    }
}

/// A header as one text; the host, which the client writes, is that of the URL.
pub(super) fn header_text(
    request: &http::Request<Bytes>,
    name: &'static str,
) -> Result<String, BuildError> {
    let unsaid = BuildError::Unsaid { what: name };
    let values = request.headers().get_all(name).iter();
    let texts: Option<Vec<&str>> = values.map(|value| value.to_str().ok().map(str::trim)).collect();
    match texts {
        Some(texts) if !texts.is_empty() => Ok(texts.join(", ")),
        Some(_) if name == "host" => {
            request.uri().authority().map(|host| host.as_str().to_owned()).ok_or(unsaid)
        }
        _ => Err(unsaid),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_not_signed_as_if_it_were_empty() {
        let request = http::Request::get("https://host/").body(Bytes::new()).unwrap();
        let signature = HttpSignature { covered: &["date"], target: "(request-target)" };
        assert_eq!(
            signature.base(&request).unwrap_err().to_string(),
            "date of the request is not known; the connector signs it, or sends it along",
        );
    }

    #[test]
    fn a_quote_in_the_name_of_the_key_does_not_add_parameters() {
        let signature = HttpSignature { covered: &["host"], target: "(request-target)" };
        let error = signature.header("key_id", "a\", x=\"", "HmacSHA256", "c2ln").unwrap_err();
        assert!(matches!(error, BuildError::Credential { field: "key_id" }));
    }
}
