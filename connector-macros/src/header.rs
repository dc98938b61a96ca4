//! Names and values of headers, as they stand in attributes.

use syn::LitStr;

use crate::errors::Errors;

/// Reports a name that no header can have (RFC 9110, section 5.1).
pub(crate) fn check_name(name: &LitStr, errors: &mut Errors) -> bool {
    let text = name.value();
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    let good = !text.is_empty() && text.bytes().all(token);
    if !good {
        errors.at(name, "not a header's name (RFC 9110, section 5.1: letters, digits and `-`)");
    }
    good
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
