//! The processor's base URL.

/// The base URL, where the derive of `Connector` and a connection both take it.
pub(super) fn check(text: &str) -> Result<String, String> {
    let Some(host) = text.strip_prefix("https://") else {
        return Err("a processor's base URL begins with `https://`".to_owned());
    };
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"?#@\\\"<>{}".contains(&byte);
    if host.is_empty() || host.starts_with('/') || !host.bytes().all(plain) {
        return Err(
            "a base URL is a scheme and a host, perhaps with a port and a path, and nothing else"
                .to_owned(),
        );
    }
    match text.parse::<connector_core::BaseUrl>() {
        Ok(_) => Ok(text.to_owned()),
        Err(error) => Err(format!("the base URL {error}")),
    }
}

/// What the paths of requests begin with.
pub(super) fn path(base_url: &str) -> String {
    let normal = base_url.parse::<connector_core::BaseUrl>().map(|url| url.as_str().to_owned());
    let normal = normal.unwrap_or_default();
    let host = normal.strip_prefix("https://").unwrap_or_default();
    host.split_once('/').map(|(_, path)| format!("/{path}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_derive_or_a_connection_would_refuse() {
        for wrong in [
            "http://x.example",
            "https://",
            "https:///x",
            "https://x?y",
            "x.example",
            "https://x:y",
        ] {
            assert!(check(wrong).is_err(), "{wrong}");
        }
        assert!(check("https://api.x.example:8443/v1/").is_ok());
    }

    #[test]
    fn paths_begin_with_the_path_of_the_base_url() {
        assert_eq!(path("https://x.example"), "");
        assert_eq!(path("https://x.example/"), "");
        assert_eq!(path("https://x.example/v1/"), "/v1");
    }
}
