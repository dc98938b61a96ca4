//! JSON, read so that a struct is an object: serde_json would take a list for the struct's fields in their order, and
//! nobody documents such an answer. What reads a list in the place of a struct is not compiled either, for none of the
//! responses; it is a third of what reads one.

use serde::de::{DeserializeOwned, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Error;
use serde_json::de::StrRead;

/// Reads a document as a whole: what stands behind its end is an error.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    let mut document = serde_json::Deserializer::from_str(text);
    let read = T::deserialize(Document(&mut document))?;
    document.end().map(|()| read)
}

struct Document<'a, 'de>(&'a mut serde_json::Deserializer<StrRead<'de>>);

impl<'de> Deserializer<'de> for Document<'_, 'de> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_map(visitor)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_map(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_seq(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_option(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.deserialize_enum(name, variants, visitor)
    }

    // One by one, for a float is named nowhere else.
    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_any(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.0.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 char str string bytes byte_buf unit unit_struct tuple
        tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    struct Payment {
        id: Box<str>,
        amount: u32,
    }

    #[test]
    fn a_struct_is_an_object_and_no_list() {
        let payment = read::<Payment>(r#"{"amount": 7, "id": "p_1"}"#).unwrap();
        assert_eq!(payment, Payment { id: "p_1".into(), amount: 7 });
        let error = read::<Payment>(r#"["p_1", 7]"#).unwrap_err();
        assert!(
            error.to_string().starts_with("invalid type: sequence, expected struct Payment"),
            "{error}"
        );
    }

    #[test]
    fn what_stands_behind_the_end_is_an_error() {
        assert!(read::<Payment>(r#"{"amount": 7, "id": "p_1"} {}"#).is_err());
    }

    #[test]
    fn all_else_is_read_as_ever() {
        assert_eq!(read::<Option<u8>>("null").unwrap(), None);
        assert_eq!(read::<Option<u8>>("1").unwrap(), Some(1));
        assert_eq!(read::<Vec<Box<str>>>(r#"["a"]"#).unwrap(), ["a".into()]);
        let kept = read::<Box<serde_json::value::RawValue>>(r#"{"a" : 1.0}"#).unwrap();
        assert_eq!(kept.get(), r#"{"a" : 1.0}"#);
    }
}
