//! An event that is carried inside of another form: XML in Base64, made JSON of, so that it is read as all
//! others are.

use std::fmt;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use crate::response::read_xml;

/// The document as JSON: an object for each element with elements inside, a text for any other. `None`
/// where it is no such document. Attributes say of which type a text is, and our readers know that.
pub(super) fn json(base64: &str) -> Option<String> {
    // It is wrapped as in mails, with line feeds.
    let plain: String = base64.split_ascii_whitespace().collect();
    let bytes = BASE64_STANDARD.decode(plain).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let Node(value) = read_xml(text.trim()).ok()?;
    value.is_object().then(|| value.to_string())
}

struct Node(Value);

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Element).map(Node)
    }
}

struct Element;

impl<'de> Visitor<'de> for Element {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an element")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        let mut text = None;
        while let Some((name, Node(value))) = parts.next_entry::<String, Node>()? {
            if name == "$text" {
                text = Some(value);
            } else if !name.starts_with('@') {
                add(&mut object, name, value);
            }
        }
        Ok(match text {
            Some(text) if object.is_empty() => text,
            None if object.is_empty() => Value::Null,
            _ => Value::Object(object),
        })
    }
}

/// Elements of one name are a list.
fn add(object: &mut Map<String, Value>, name: String, value: Value) {
    match object.get_mut(&name) {
        None => {
            object.insert(name, value);
        }
        Some(Value::Array(list)) => list.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(xml: &str) -> Option<String> {
        json(&BASE64_STANDARD.encode(xml))
    }

    #[test]
    fn elements_are_objects_and_texts() {
        let xml = "\n <n>\n <at type=\"datetime\">2026</at> <kind>a &amp; b</kind> \
                   <s><i nil=\"true\"/><x>1</x><x>2</x><x><y>10.00</y></x></s>\n</n>\n";
        assert_eq!(
            of(xml).unwrap(),
            r#"{"at":"2026","kind":"a & b","s":{"i":null,"x":["1","2",{"y":"10.00"}]}}"#
        );
        let wrapped = BASE64_STANDARD.encode(xml).replace('A', "A\n");
        assert_eq!(json(&wrapped), of(xml));
    }

    #[test]
    fn what_is_no_document_is_none() {
        for wrong in ["", "x", "<a>", "<a>x</a>", "<a/>", "<a><b>1</b></a>x"] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
        assert_eq!(json("~"), None);
        let deep = ["<a>".repeat(200), "</a>".repeat(200)].concat();
        assert_eq!(of(&deep), None);
    }
}
