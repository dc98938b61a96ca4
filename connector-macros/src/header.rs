//! Names and values of headers, as they stand in attributes.

use syn::LitStr;

use crate::errors::Errors;

/// Reports a name that no header can have (RFC 9110, section 5.1).
pub(crate) fn check_name(name: &LitStr, errors: &mut Errors) -> bool {
    let good = is_token(&name.value());
    if !good {
        errors.at(name, "not a header's name (RFC 9110, section 5.1: letters, digits and `-`)");
    }
    good
}

/// The headers that are made of something else that is declared, or by HTTP itself (RFC 9110, RFC 9112).
const MADE: [(&str, &str); 6] = [
    ("authorization", "the credentials make this header: `auth`"),
    ("content-type", "the form of the body makes this header: `body`, `content_type`"),
    ("content-length", "HTTP makes this header: how long the body is"),
    ("transfer-encoding", "HTTP makes this header: how the body is sent"),
    ("connection", "HTTP makes this header: what becomes of the connection"),
    ("host", "the base URL makes this header: `base_url`"),
];

/// Reports a name that no header can have, or that of a header which is not the author's to write.
pub(crate) fn check_own_name(name: &LitStr, errors: &mut Errors) -> bool {
    is_free(name, &MADE, errors)
}

/// The same for a credential, which may make the first of these itself.
pub(crate) fn check_name_of_a_credential(name: &LitStr, errors: &mut Errors) -> bool {
    is_free(name, MADE.get(1..).unwrap_or_default(), errors)
}

fn is_free(name: &LitStr, made: &[(&str, &str)], errors: &mut Errors) -> bool {
    if !check_name(name, errors) {
        return false;
    }
    let made = made.iter().find(|(made, _)| name.value().eq_ignore_ascii_case(made));
    if let Some((_, by)) = made {
        errors.at(name, by);
    }
    made.is_none()
}

/// Reports a value that no header can have; the expansion makes a constant of it.
pub(crate) fn check_value(value: &LitStr, errors: &mut Errors) -> bool {
    let visible = |byte: u8| byte == b'\t' || (b' '..=b'~').contains(&byte);
    let good = value.value().bytes().all(visible);
    if !good {
        errors.at(value, "not a header's value: it has characters beyond visible ASCII");
    }
    good
}

/// Reports a value of `Content-Type` that is none (RFC 9110, section 8.3.1).
pub(crate) fn check_media_type(value: &LitStr, errors: &mut Errors) {
    let text = value.value();
    let kind = text.split(';').next().unwrap_or_default().trim_end();
    let is_media_type =
        kind.split_once('/').is_some_and(|(kind, sub)| is_token(kind) && is_token(sub));
    if check_value(value, errors) && !is_media_type {
        errors.at(value, "not a media type (RFC 9110, section 8.3.1): `application/json`");
    }
}

/// Whether this is a token (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    let character = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(character)
}
