//! `GET /payments/{payment_id}`: a method and a URL template.

use std::str::FromStr;

use super::template::Template;
use crate::lookup::did_you_mean;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Endpoint {
    pub(super) method: Method,
    pub(super) template: Template,
}

/// The methods that processors let their payments be read with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Post,
}

impl Method {
    /// On the wire.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl FromStr for Endpoint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let form = "an endpoint is a method and a path: `GET /payments/{payment_id}`";
        let (method, path) = text.trim().split_once(' ').ok_or(form)?;
        let method = match method.to_ascii_uppercase().as_str() {
            "GET" => Method::Get,
            "POST" => Method::Post,
            other => {
                let hint = did_you_mean(other, &["GET", "POST"]);
                return Err(format!("`{method}` reads nothing; there are GET and POST{hint}"));
            }
        };
        Ok(Self { method, template: Template::parse(path.trim())? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_and_a_path() {
        let endpoint: Endpoint = "get /payments/{payment_id}".parse().unwrap();
        assert_eq!(
            (endpoint.method.name(), &*endpoint.template.text()),
            ("GET", "/payments/{payment_id}")
        );
        let problem = |text: &str| text.parse::<Endpoint>().unwrap_err();
        assert!(problem("/payments").starts_with("an endpoint is a method and a path"));
        assert!(problem("DELETE /payments").starts_with("`DELETE` reads nothing"));
        assert!(problem("POTS /payments").ends_with("did you mean `POST`?"));
        assert!(problem("GET payments").contains("begins with `/`"));
    }
}
