//! The signature of a request, as Cybersource checks it.
//! <https://developer.cybersource.com/docs/cybs/en-us/platform/developer/all/rest/rest-getting-started/restgs-http-message-intro.html>
//! (read 2026-11)

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use hyper::Method;
use sha2::{Digest as _, Sha256};

use super::{KEY_ID, MERCHANT, SECRET};
use crate::incoming::Incoming;

/// Whether it is of our merchant, covers what it has to, and is right.
pub(super) fn is_right(request: &Incoming) -> bool {
    verify(request).unwrap_or(false)
}

fn verify(request: &Incoming) -> Option<bool> {
    let header = request.header("signature")?;
    let parameter = |name: &str| {
        let mut parameters = header.split(',').filter_map(|part| part.trim().split_once('='));
        let (_, value) = parameters.find(|(known, _)| *known == name)?;
        value.strip_prefix('"')?.strip_suffix('"')
    };
    let covered: Vec<&str> = parameter("headers")?.split(' ').collect();
    let has_body = !matches!(request.method, Method::GET | Method::DELETE);
    let mut needed = vec!["host", "date", "request-target", "v-c-merchant-id"];
    if has_body {
        needed.push("digest");
    }
    let known = parameter("keyid")? == KEY_ID
        && parameter("algorithm")? == "HmacSHA256"
        && request.header("v-c-merchant-id")? == MERCHANT;
    let digest = || format!("SHA-256={}", BASE64_STANDARD.encode(Sha256::digest(&request.body)));
    let body_is_signed = !has_body || request.header("digest")? == digest();
    if !known || !body_is_signed || !needed.iter().all(|name| covered.contains(name)) {
        return Some(false);
    }
    let lines: Option<Vec<String>> =
        covered.iter().map(|name| Some(format!("{name}: {}", value(request, name)?))).collect();
    let key = BASE64_STANDARD.decode(SECRET).ok()?;
    let mac = Hmac::<Sha256>::new_from_slice(&key).ok()?.chain_update(lines?.join("\n"));
    let signature = BASE64_STANDARD.decode(parameter("signature")?).ok()?;
    Some(mac.verify_slice(&signature).is_ok())
}

fn value(request: &Incoming, name: &str) -> Option<String> {
    if name != "request-target" {
        return request.header(name).map(str::to_owned);
    }
    // The sandbox stands below a path of its own, which the client signs, too.
    let query =
        if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
    let method = request.method.as_str().to_ascii_lowercase();
    Some(format!("{method} /cybersource/{}{query}", request.path))
}
