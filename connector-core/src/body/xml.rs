//! XML. Values are serialized, never interpolated, so that none can become markup.

use serde::Serialize;

use super::encode::EncodeError;

/// Writes a document of one root element.
pub(super) fn document<T: Serialize>(root: &str, body: &T) -> Result<String, EncodeError> {
    Ok([DECLARATION, &element(root, body)?].concat())
}

/// Writes a SOAP 1.1 envelope around the root element.
pub(super) fn soap<T: Serialize>(root: &str, body: &T) -> Result<String, EncodeError> {
    Ok([DECLARATION, SOAP_OPENING, &element(root, body)?, SOAP_CLOSING].concat())
}

fn element<T: Serialize>(root: &str, body: &T) -> Result<String, EncodeError> {
    let body = quick_xml::se::to_string_with_root(root, body)?;
    match body.chars().find(|character| !is_xml(*character)) {
        Some(character) => Err(EncodeError::NotXml(character.escape_default().to_string())),
        None => Ok(body),
    }
}

/// Whether a document may have it, as itself or by its number: XML 1.0, production 2
/// (<https://www.w3.org/TR/xml/#charsets>, read 2026-11-27).
const fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const SOAP_OPENING: &str =
    r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>"#;
const SOAP_CLOSING: &str = "</soap:Body></soap:Envelope>";

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Sale<'a> {
        #[serde(rename = "@version")]
        version: &'a str,
        order: &'a str,
        amount: &'a str,
    }

    #[test]
    fn elements_stand_in_the_order_of_the_fields_and_values_stay_values() {
        let sale = Sale { version: "1", order: "</order>&", amount: "10.00" };
        let expected =
            r#"<sale version="1"><order>&lt;/order&gt;&amp;</order><amount>10.00</amount></sale>"#;
        assert_eq!(document("sale", &sale).unwrap(), format!("{DECLARATION}{expected}"));
        assert!(
            soap("sale", &sale).unwrap().contains(&format!("<soap:Body>{expected}</soap:Body>"))
        );
    }

    #[test]
    fn what_no_document_can_have_is_refused() {
        let sale = |order| Sale { version: "1", order, amount: "10.00" };
        for order in ["a\u{1}b", "\0", "\u{b}", "\u{ffff}"] {
            let error = document("sale", &sale(order)).unwrap_err();
            assert!(error.to_string().contains("cannot stand in XML"), "{error}");
            assert!(soap("sale", &sale(order)).is_err());
        }
        assert!(document("sale", &sale("a\tb\u{fffd}\u{1f600}")).is_ok());
    }
}
