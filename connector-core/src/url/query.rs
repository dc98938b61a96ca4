//! Values in queries: repeated for lists, left out where they are absent.

use percent_encoding::utf8_percent_encode;

use super::{PathValue, RESERVED};

/// A value, several values or no value of a query parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter",
    label = "not a value for a query",
    note = "a query takes ids, texts, integers and `bool`, an `Option` of them (left out when `None`), and slices or `Vec`s of them (the key is repeated)"
)]
pub trait QueryValue {
    /// Hands each value over as text, before any encoding.
    fn each(&self, take: &mut dyn FnMut(&str));
}

#[diagnostic::do_not_recommend]
impl<T: PathValue> QueryValue for T {
    fn each(&self, take: &mut dyn FnMut(&str)) {
        take(&self.path_text());
    }
}

#[diagnostic::do_not_recommend]
impl QueryValue for bool {
    fn each(&self, take: &mut dyn FnMut(&str)) {
        take(if *self { "true" } else { "false" });
    }
}

#[diagnostic::do_not_recommend]
impl<T: QueryValue> QueryValue for Option<T> {
    fn each(&self, take: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            value.each(take);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: QueryValue> QueryValue for Vec<T> {
    fn each(&self, take: &mut dyn FnMut(&str)) {
        for value in self {
            value.each(take);
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: QueryValue, const N: usize> QueryValue for [T; N] {
    fn each(&self, take: &mut dyn FnMut(&str)) {
        for value in self {
            value.each(take);
        }
    }
}

/// Appends `key=value`, both encoded, behind a `?` or a `&`.
pub(crate) fn push_query_pair(url: &mut String, first: &mut bool, key: &str, value: &str) {
    url.push(if std::mem::take(first) { '?' } else { '&' });
    url.extend(utf8_percent_encode(key, RESERVED));
    url.push('=');
    url.extend(utf8_percent_encode(value, RESERVED));
}
