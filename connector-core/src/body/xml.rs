//! XML. Values are serialized, never interpolated, so that none can become markup.

use quick_xml::SeError;
use serde::Serialize;

/// Writes a document of one root element.
pub(super) fn document<T: Serialize>(root: &str, body: &T) -> Result<String, SeError> {
    let body = quick_xml::se::to_string_with_root(root, body)?;
    Ok([DECLARATION, &body].concat())
}

/// Writes a SOAP 1.1 envelope around the root element.
pub(super) fn soap<T: Serialize>(root: &str, body: &T) -> Result<String, SeError> {
    let body = quick_xml::se::to_string_with_root(root, body)?;
    Ok([DECLARATION, SOAP_OPENING, &body, SOAP_CLOSING].concat())
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
}
