//! A live host that is the merchant's own: `https://{prefix}-live.example.com`.

use syn::LitStr;

use super::check_base_url;
use crate::errors::Errors;

/// Checks the main base URL, in which one part of the host may be the merchant's.
pub(super) fn check(live: &LitStr, has_test: bool, errors: &mut Errors) {
    let text = live.value();
    let Some((before, rest)) = text.split_once('{') else {
        return check_base_url(live, errors);
    };
    let Some((name, after)) = rest.split_once('}') else {
        return errors.at(live, "the brace is not closed: `{prefix}` is the merchant's own part");
    };
    let is_name =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if !is_name {
        return errors
            .at(live, "the merchant's own part has a name of lower-case letters: `{prefix}`");
    }
    let in_the_host = before.strip_prefix("https://").is_some_and(|host| !host.contains('/'));
    if !in_the_host {
        return errors.at(live, "the merchant's own part belongs to the host, behind `https://`");
    }
    if !has_test {
        // Otherwise nothing could be tried without an account that moves money.
        let message =
            "where the live host is the merchant's own, `test_base_url` names the test host";
        return errors.amiss(live, message);
    }
    check_base_url(&LitStr::new(&format!("{before}{after}"), live.span()), errors);
}
