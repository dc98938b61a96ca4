//! Authorize.Net's XML Schema, of which its JSON is a shadow that keeps the order.

use connector_tests::outside::shared;

use crate::words::assert_agreed;

const SCHEMA: &str = "specs/authorizenet/AnetApiSchema.xsd";

/// What stands between the opening of a named type or element and the end of that type.
fn body_of<'a>(schema: &'a str, opening: &str) -> &'a str {
    let (_, behind) = schema.split_once(opening).unwrap_or_else(|| panic!("no {opening}"));
    let ends = ["</xs:complexType>", "</xs:simpleType>"];
    // An anonymous simple type inside of a complex one is not its end.
    let end = if opening.contains("simpleType") { ends[1] } else { ends[0] };
    behind.split_once(end).unwrap().0
}

/// The values of an attribute of each tag of this kind, in the order of the text.
fn each<'a>(text: &'a str, tag: &str, attribute: &str) -> Vec<&'a str> {
    let opening = format!("<xs:{tag} ");
    let tags = text.split(opening.as_str()).skip(1).map(|rest| rest.split('>').next().unwrap());
    let value = |tag: &'a str| {
        let (_, rest) = tag.split_once(&format!("{attribute}=\"")).unwrap();
        rest.split('"').next().unwrap()
    };
    tags.map(value).collect()
}

#[test]
fn every_status_of_a_transaction_has_its_meaning_in_both_flows() {
    let Some(schema) = shared(SCHEMA) else {
        return;
    };
    let words = body_of(&schema, "<xs:simpleType name=\"transactionStatusEnum\">");
    let words = each(words, "enumeration", "value");
    assert_agreed("authorizenet", "PSync", &words);
    assert_agreed("authorizenet", "RSync", &words);
}
