//! Values in paths: one value, one segment, whatever bytes it has.

use std::borrow::Cow;

use super::push_encoded;

/// A value that can fill a placeholder of a URL's path.
///
/// It is percent-encoded to the unreserved characters of RFC 3986; an empty value, `.` and `..` are
/// refused, since every server and proxy on the way would take them for another path.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot fill a placeholder of a URL",
    label = "not a value for a path",
    note = "a path takes ids, texts, integers, amounts and `Currency`, which are always there; an `Option` belongs into the query: `#[connector_flow(query)]`"
)]
pub trait PathValue {
    /// The value as text, before any encoding.
    fn path_text(&self) -> Cow<'_, str>;
}

/// Why a value cannot stand in a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathProblem {
    /// `/payments/{id}` would become the list of all payments.
    #[error("is empty")]
    Empty,
    /// `.` and `..` are resolved on the way: `/payments/../capture` is `/capture`.
    #[error("is a dot segment (`.` or `..`), which would address another resource")]
    DotSegment,
}

#[diagnostic::do_not_recommend]
impl PathValue for str {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

#[diagnostic::do_not_recommend]
impl PathValue for String {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

#[diagnostic::do_not_recommend]
impl PathValue for Cow<'_, str> {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

#[diagnostic::do_not_recommend]
impl<T: PathValue + ?Sized> PathValue for &T {
    fn path_text(&self) -> Cow<'_, str> {
        (**self).path_text()
    }
}

#[diagnostic::do_not_recommend]
impl<T: PathValue + ?Sized> PathValue for Box<T> {
    fn path_text(&self) -> Cow<'_, str> {
        (**self).path_text()
    }
}

macro_rules! integers {
    ($($integer:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl PathValue for $integer {
            fn path_text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
        }
    )+};
}
integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

/// Appends a value, encoded.
pub(crate) fn push_path_value(url: &mut String, text: &str) -> Result<(), PathProblem> {
    match text {
        "" => Err(PathProblem::Empty),
        "." | ".." => Err(PathProblem::DotSegment),
        _ => {
            push_encoded(url, text);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(text: &str) -> Result<String, PathProblem> {
        let mut url = String::new();
        push_path_value(&mut url, text).map(|()| url)
    }

    #[test]
    fn values_are_encoded_or_refused() {
        for (value, expected) in [
            ("pi_123-~.x", "pi_123-~.x"),
            ("a/b", "a%2Fb"),
            ("a?b#c", "a%3Fb%23c"),
            ("a b;c\\d", "a%20b%3Bc%5Cd"),
            ("%2e%2e", "%252e%252e"),
            ("é\r\n\0", "%C3%A9%0D%0A%00"),
            ("...", "..."),
        ] {
            assert_eq!(encoded(value).as_deref(), Ok(expected));
        }
        assert_eq!(encoded(""), Err(PathProblem::Empty));
        assert_eq!(encoded("."), Err(PathProblem::DotSegment));
        assert_eq!(encoded(".."), Err(PathProblem::DotSegment));
    }

    proptest! {
        #[test]
        fn any_text_is_one_segment_that_reads_back_as_itself(text in "\\PC{1,40}|[\\x00-\\x7f]{1,40}") {
            prop_assume!(text != "." && text != "..");
            let mut parsed = url::Url::parse("https://host/v1/payments").unwrap();
            let path = format!("/v1/payments/{}/capture", encoded(&text).unwrap());
            parsed.set_path(&path);
            let segments: Vec<_> = parsed.path_segments().unwrap().collect();
            prop_assert_eq!(segments.len(), 4);
            let back = percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap();
            prop_assert_eq!(back, text);
        }
    }
}
