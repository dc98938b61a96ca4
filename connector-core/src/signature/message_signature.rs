//! HTTP Message Signatures, RFC 9421.

use std::time::SystemTime;

use bytes::Bytes;
use http::HeaderValue;

use super::http_signature::header_text;
use super::{base64, hmac_sha256};
use crate::credentials::sensitive_header;
use crate::request::BuildError;

/// A signature as in RFC 9421: which components of a request it covers, in their order, and its
/// parameters.
///
/// Of the derived components there are `@method`, `@target-uri`, `@authority`, `@scheme`, `@path` and
/// `@query`; all others are headers, in lower case.
#[derive(Debug, Clone, Copy)]
pub struct MessageSignature<'a> {
    /// By which both headers call it: `sig1`.
    pub label: &'static str,
    /// What is covered.
    pub covered: &'static [&'static str],
    /// When it is made.
    pub created: SystemTime,
    /// The name of the key, and the field of the credentials that has it.
    pub key_id: (&'static str, &'a str),
    /// The algorithm's name in the parameters, where the server wants it there.
    pub algorithm: Option<&'static str>,
}

impl MessageSignature<'_> {
    /// The components and the parameters: the value of `Signature-Input`, behind the label.
    ///
    /// # Errors
    /// [`BuildError::Credential`] where the key's name cannot stand there; [`BuildError::Unsaid`] where
    /// the time is before 1970.
    pub fn parameters(&self) -> Result<String, BuildError> {
        let (field, key_id) = self.key_id;
        let plain = |byte: u8| (b' '..=b'~').contains(&byte) && !b"\"\\".contains(&byte);
        if !key_id.bytes().all(plain) {
            return Err(BuildError::Credential { field });
        }
        let created = self
            .created
            .duration_since(SystemTime::UNIX_EPOCH)
            .map_err(|_| BuildError::Unsaid { what: "the time" })?
            .as_secs();
        let covered: Vec<String> = self.covered.iter().map(|name| format!("\"{name}\"")).collect();
        let covered = covered.join(" ");
        let algorithm = self.algorithm.map(|name| format!(";alg=\"{name}\"")).unwrap_or_default();
        Ok(format!("({covered});created={created};keyid=\"{key_id}\"{algorithm}"))
    }

    /// The text that is signed (section 2.5).
    ///
    /// # Errors
    /// As of [`parameters`](Self::parameters); [`BuildError::Unsaid`] where a covered header is not
    /// there.
    pub fn base(&self, request: &http::Request<Bytes>) -> Result<String, BuildError> {
        let mut base = String::new();
        for name in self.covered {
            base.push_str(&format!("\"{name}\": {}\n", component(request, name)?));
        }
        base.push_str(&format!("\"@signature-params\": {}", self.parameters()?));
        Ok(base)
    }

    /// Signs the request with HMAC and SHA-256 (section 3.3.3), and sets both headers.
    ///
    /// # Errors
    /// As of [`base`](Self::base).
    pub fn hmac_sha256(
        &self,
        request: &mut http::Request<Bytes>,
        key: &[u8],
    ) -> Result<(), BuildError> {
        let signature = hmac_sha256(key, self.base(request)?.as_bytes());
        self.set(request, &signature)
    }

    /// Sets both headers, with a signature of the [`base`](Self::base) that was made elsewhere.
    ///
    /// # Errors
    /// As of [`parameters`](Self::parameters).
    pub fn set(
        &self,
        request: &mut http::Request<Bytes>,
        signature: &[u8],
    ) -> Result<(), BuildError> {
        let (field, _) = self.key_id;
        let input = format!("{}={}", self.label, self.parameters()?);
        let input = HeaderValue::from_str(&input).map_err(|_| BuildError::Credential { field })?;
        let signature = base64(signature);
        let signature = sensitive_header(field, &[self.label, "=:", &signature, ":"])?;
        request.headers_mut().insert("signature-input", input);
        request.headers_mut().insert("signature", signature);
        Ok(())
    }
}

/// One component (section 2).
fn component(request: &http::Request<Bytes>, name: &'static str) -> Result<String, BuildError> {
    let uri = request.uri();
    let host = || header_text(request, "host").map(|host| host.to_ascii_lowercase());
    match name {
        "@method" => Ok(request.method().to_string()),
        "@target-uri" => Ok(uri.to_string()),
        "@authority" => host(),
        "@scheme" => Ok(uri.scheme_str().unwrap_or("https").to_ascii_lowercase()),
        "@path" => Ok(uri.path().to_owned()),
        "@query" => Ok(format!("?{}", uri.query().unwrap_or_default())),
        name if name.starts_with('@') => Err(BuildError::Unsaid { what: name }),
        name => header_text(request, name),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;

    use super::*;

    /// The request, the key and the signature of RFC 9421, appendix B.2.5.
    #[test]
    fn the_example_of_the_rfc() {
        let mut request = http::Request::post("https://example.com/foo?param=Value&Pet=dog")
            .header("date", "Tue, 20 Apr 2021 02:07:55 GMT")
            .header("content-type", "application/json")
            .body(Bytes::from_static(b"{\"hello\": \"world\"}"))
            .unwrap();
        let key = "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==";
        let signature = MessageSignature {
            label: "sig-b25",
            covered: &["date", "@authority", "content-type"],
            created: SystemTime::UNIX_EPOCH + Duration::from_secs(1_618_884_473),
            key_id: ("key_id", "test-shared-secret"),
            algorithm: None,
        };
        signature.hmac_sha256(&mut request, &BASE64_STANDARD.decode(key).unwrap()).unwrap();
        assert_eq!(
            request.headers()["signature-input"],
            "sig-b25=(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"",
        );
        assert_eq!(
            request.headers()["signature"],
            "sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:",
        );
    }

    #[test]
    fn every_component_is_the_requests() {
        let request = http::Request::post("https://Example.com:8443/a/b?c=d")
            .header("x-twice", "1")
            .header("x-twice", " 2 ")
            .body(Bytes::new())
            .unwrap();
        let of = |name| component(&request, name).unwrap();
        assert_eq!(of("@method"), "POST");
        assert_eq!(of("@authority"), "example.com:8443");
        assert_eq!((of("@path"), of("@query")), ("/a/b".to_owned(), "?c=d".to_owned()));
        assert_eq!(of("x-twice"), "1, 2");
        assert!(component(&request, "@status").is_err());
    }
}
