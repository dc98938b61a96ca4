//! URLs: templates that the derive has parsed, and values that cannot leave their place in them.

mod path;
mod query;
mod request_url;
mod template;

pub use path::{PathProblem, PathValue};
pub use query::{QueryPairs, QueryValue};
pub use request_url::RequestUrl;
pub use template::{Segment, Template};

pub(crate) use path::push_path_value;
pub(crate) use query::push_query_pair;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Whether a byte stands in a URL as it is: what is not [`RESERVED`], for the many texts without one.
static UNRESERVED: [bool; 256] = {
    let mut all = [false; 256];
    let mut rest = all.as_mut_slice();
    let mut byte: u8 = 0;
    while let [first, others @ ..] = rest {
        *first = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        byte = byte.wrapping_add(1);
        rest = others;
    }
    all
};

/// Appends a text, percent-encoded. Ids have nothing to encode as a rule, and are copied at once.
pub(crate) fn push_encoded(url: &mut String, text: &str) {
    let is_plain = |byte| UNRESERVED.get(usize::from(byte)).is_some_and(|plain| *plain);
    if text.bytes().all(is_plain) {
        url.push_str(text);
    } else {
        url.extend(utf8_percent_encode(text, RESERVED));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_is_what_needs_no_encoding() {
        for byte in 0..=127_u8 {
            let text = char::from(byte).to_string();
            let encoded = utf8_percent_encode(&text, RESERVED).to_string();
            assert_eq!(UNRESERVED[usize::from(byte)], encoded == text, "{byte}");
        }
        assert!(UNRESERVED[128..].iter().all(|plain| !plain));
    }
}
