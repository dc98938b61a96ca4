//! Finds things in a body by path, without making anything of the rest: a body of another version of
//! the processor's API differs somewhere, and as a rule elsewhere. Amounts keep the digits that came.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// A JSON value, as it came.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document<'a>(&'a str);

type Fields<'a> = BTreeMap<String, &'a RawValue>;

impl<'a> Document<'a> {
    /// This text, if it is one JSON document.
    pub(super) fn new(text: &'a str) -> Option<Self> {
        let value: &RawValue = serde_json::from_str(text).ok()?;
        Some(Self(value.get()))
    }

    pub(super) fn as_str(self) -> &'a str {
        self.0
    }

    /// What stands at this path, `data.object`; all of it at the empty one.
    pub(super) fn at(self, path: &str) -> Option<Self> {
        let names = path.split('.').filter(|name| !name.is_empty());
        names.into_iter().try_fold(self, |document, name| {
            let fields: Fields<'a> = serde_json::from_str(document.0).ok()?;
            Some(Self(fields.get(name)?.get()))
        })
    }

    /// A text, a number or a truth value at this path, as text.
    pub(super) fn text(self, path: &str) -> Option<Box<str>> {
        let value = self.at(path)?.0;
        match value.as_bytes().first()? {
            b'"' => serde_json::from_str(value).ok(),
            b'{' | b'[' | b'n' => None,
            _ => Some(value.into()),
        }
    }

    /// The events in the list at this path, `items[].event`.
    pub(super) fn list(self, path: &str) -> Option<Vec<Self>> {
        let (list, inside) = path.split_once("[]")?;
        let entries: Vec<&'a RawValue> = serde_json::from_str(self.at(list)?.0).ok()?;
        entries.into_iter().map(|entry| Self(entry.get()).at(inside)).collect()
    }

    /// The object at this path with one more field, a text.
    pub(super) fn at_with(self, path: &str, name: &str, text: &str) -> Option<String> {
        let text = serde_json::value::to_raw_value(text).ok()?;
        let mut fields: BTreeMap<String, &RawValue> =
            serde_json::from_str(self.at(path)?.0).ok()?;
        fields.insert(name.to_owned(), &text);
        serde_json::to_string(&fields).ok()
    }
}

/// A form as a JSON object of texts. `None` where a name is there twice: nobody knows which is meant.
pub(super) fn of_form(body: &str) -> Option<String> {
    let mut fields = BTreeMap::new();
    for (name, value) in url::form_urlencoded::parse(body.trim_ascii().as_bytes()) {
        if fields.insert(name, value).is_some() {
            return None;
        }
    }
    serde_json::to_string(&fields).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = r#"{"type": "t", "data": {"object": {"id": "p", "n": 1.10, "no": null}},
        "items": [{"event": {"id": 1}}, {"event": {"id": true}}]}"#;

    #[test]
    fn things_are_found_by_path_and_keep_their_digits() {
        let body = Document::new(BODY).unwrap();
        assert_eq!(body.text("data.object.id").as_deref(), Some("p"));
        assert_eq!(body.text("data.object.n").as_deref(), Some("1.10"));
        assert_eq!(body.text("data.object.no"), None);
        assert_eq!(body.text("data.object"), None);
        assert_eq!(body.text("data.other.id"), None);
        assert_eq!(body.at("").unwrap().as_str(), BODY);
        let items = body.list("items[].event").unwrap();
        let ids: Vec<_> = items.iter().map(|item| item.text("id").unwrap()).collect();
        assert_eq!(ids, ["1".into(), "true".into()]);
        assert!(body.list("items[].other").is_none());
        assert_eq!(
            body.at_with("data.object", "name", "a\"b").unwrap(),
            r#"{"id":"p","n":1.10,"name":"a\"b","no":null}"#
        );
    }

    #[test]
    fn what_is_no_document_is_none() {
        for text in ["", "{", "{} x", "<a/>", "\u{0}"] {
            assert!(Document::new(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_form_is_an_object_of_texts() {
        assert_eq!(of_form("id=tr_1&x=a+b").as_deref(), Some(r#"{"id":"tr_1","x":"a b"}"#));
        assert_eq!(of_form("id=1&id=2"), None);
    }
}
