//! Values in queries: repeated for lists, with keys in brackets for maps, left out where they are
//! absent.

use std::collections::BTreeMap;

use super::{PathValue, push_encoded};

/// A value, several values or no value of a query parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a query parameter",
    label = "not a value for a query",
    note = "a query takes ids, texts, integers, amounts (`StringMajorUnit`), `Currency` and `bool`, an `Option` of them (left out when `None`), slices or `Vec`s of them (the key is repeated), and maps or pairs with such values (`key[sub]=value`); a secret belongs into a header or the body, since URLs are logged"
)]
pub trait QueryValue {
    /// Hands each value over as text, with its key, before any encoding.
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str));
}

/// Pairs of keys and values, each of which is a query parameter by itself.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no keys for query parameters",
    label = "not pairs of keys and values",
    note = "`query_all` takes a `BTreeMap`, or a slice or `Vec` of pairs; one value has the key of its field: `#[connector_flow(query)]`"
)]
pub trait QueryPairs: QueryValue {}

#[diagnostic::do_not_recommend]
impl<T: PathValue> QueryValue for T {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        take(key, &self.path_text());
    }
}

#[diagnostic::do_not_recommend]
impl QueryValue for bool {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        take(key, if *self { "true" } else { "false" });
    }
}

#[diagnostic::do_not_recommend]
impl<T: QueryValue> QueryValue for Option<T> {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        if let Some(value) = self {
            value.each(key, take);
        }
    }
}

/// A pair is `key[sub]=value`; with no key around it, `sub=value`.
#[diagnostic::do_not_recommend]
impl<K: PathValue, V: QueryValue> QueryValue for (K, V) {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        pair(key, &self.0, &self.1, take);
    }
}

#[diagnostic::do_not_recommend]
impl<K: PathValue, V: QueryValue> QueryValue for BTreeMap<K, V> {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        for (sub, value) in self {
            pair(key, sub, value, take);
        }
    }
}

fn pair(key: &str, sub: &dyn PathValue, value: &dyn QueryValue, take: &mut dyn FnMut(&str, &str)) {
    let sub = sub.path_text();
    if key.is_empty() { value.each(&sub, take) } else { value.each(&format!("{key}[{sub}]"), take) }
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<T: QueryValue, $($generics)*> QueryValue for $list {
            fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
                self.iter().for_each(|value| value.each(key, take));
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: QueryPairs, $($generics)*> QueryPairs for $list {}
    )+};
}
lists!([] Vec<T> [const N: usize] [T; N] [] &[T]);

#[diagnostic::do_not_recommend]
impl<K: PathValue, V: QueryValue> QueryPairs for (K, V) {}
#[diagnostic::do_not_recommend]
impl<K: PathValue, V: QueryValue> QueryPairs for BTreeMap<K, V> {}
#[diagnostic::do_not_recommend]
impl<T: QueryPairs> QueryPairs for Option<T> {}

/// A map that is borrowed from the data.
#[diagnostic::do_not_recommend]
impl<K: PathValue, V: QueryValue> QueryValue for &BTreeMap<K, V> {
    fn each(&self, key: &str, take: &mut dyn FnMut(&str, &str)) {
        (**self).each(key, take);
    }
}
#[diagnostic::do_not_recommend]
impl<K: PathValue, V: QueryValue> QueryPairs for &BTreeMap<K, V> {}

/// Appends `key=value`, both encoded, behind a `?` or a `&`.
pub(crate) fn push_query_pair(url: &mut String, first: &mut bool, key: &str, value: &str) {
    url.push(if std::mem::take(first) { '?' } else { '&' });
    push_encoded(url, key);
    url.push('=');
    push_encoded(url, value);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a standard parser reads of it.
    fn read_back(key: &str, value: &dyn QueryValue) -> Vec<(String, String)> {
        let (mut query, mut first) = ("https://host/".to_owned(), true);
        value.each(key, &mut |key, text| push_query_pair(&mut query, &mut first, key, text));
        let query = url::Url::parse(&query).unwrap();
        query.query_pairs().map(|(key, value)| (key.into_owned(), value.into_owned())).collect()
    }

    fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
        pairs.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
    }

    #[test]
    fn lists_maps_and_maps_of_lists() {
        assert_eq!(read_back("ids[]", &[1_u8, 2]), pairs([("ids[]", "1"), ("ids[]", "2")]));
        let slice: &[&str] = &["a", "b"];
        assert_eq!(read_back("id", &slice), pairs([("id", "a"), ("id", "b")]));
        let map = BTreeMap::from([("a", Some(vec![1_u8, 2])), ("b", None), ("c", Some(vec![]))]);
        assert_eq!(read_back("m", &map), pairs([("m[a]", "1"), ("m[a]", "2")]));
        assert_eq!(read_back("", &&map), pairs([("a", "1"), ("a", "2")]));
        let nested = [("gte", BTreeMap::from([("x", true)]))];
        assert_eq!(read_back("created", &nested), pairs([("created[gte][x]", "true")]));
    }

    proptest! {
        #[test]
        fn any_key_and_value_read_back_as_themselves(
            key in "\\PC{1,20}|[\\x00-\\x7f]{1,20}",
            map in proptest::collection::btree_map(
                "\\PC{0,8}",
                proptest::collection::vec("\\PC{0,8}", 0..3),
                0..4,
            ),
        ) {
            let mut expected = Vec::new();
            for (sub, values) in &map {
                let key = format!("{key}[{sub}]");
                expected.extend(values.iter().map(|value| (key.clone(), value.clone())));
            }
            prop_assert_eq!(read_back(&key, &map), expected);
        }
    }
}
