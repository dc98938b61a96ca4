//! Authorize.Net's XML Schema, of which its JSON is a shadow that keeps the order.

use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::outside::shared;
use connector_tests::question::Question;

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

/// The schema's order of everything that a request of this name may hold, depth first.
fn schema_order<'a>(schema: &'a str, request: &'a str) -> Vec<&'a str> {
    let own = body_of(schema, &format!("<xs:element name=\"{request}\">"));
    assert!(own.contains("base=\"anet:ANetApiRequest\""), "{request} is no request");
    let inherited = body_of(schema, "<xs:complexType name=\"ANetApiRequest\">");
    let authentication = body_of(schema, "<xs:complexType name=\"merchantAuthenticationType\">");
    let mut order = vec![request];
    for name in each(inherited, "element", "name") {
        order.push(name);
        if name == "merchantAuthentication" {
            order.extend(each(authentication, "element", "name"));
        }
    }
    order.extend(each(own, "element", "name"));
    order
}

/// The keys of a JSON text in the order in which they are sent.
fn keys(body: &str) -> Vec<&str> {
    let texts: Vec<&str> = body.split('"').collect();
    let pairs = texts.windows(2).enumerate().filter(|(index, _)| index % 2 == 1);
    pairs.filter(|(_, pair)| pair[1].starts_with(':')).map(|(_, pair)| pair[0]).collect()
}

#[test]
fn every_request_has_the_schemas_keys_in_the_schemas_order() {
    let Some(schema) = shared(SCHEMA) else {
        return;
    };
    let credentials = made_up_credentials("authorizenet", str::to_owned);
    let connection = connect("authorizenet", credentials);
    for question in [Question::payment("60123"), Question::refund("70123", "60123")] {
        let flow = connection.flow_by_name(question.flow()).unwrap();
        let request = flow.build_request(&question.json()).unwrap();
        let body = std::str::from_utf8(request.body()).unwrap();
        let sent = keys(body);
        let order = schema_order(&schema, sent[0]);
        let expected: Vec<&str> = order.into_iter().filter(|name| sent.contains(name)).collect();
        assert_eq!(sent, expected, "{body}");
        for required in ["merchantAuthentication", "transactionKey", "transId"] {
            assert!(sent.contains(&required), "{body} lacks {required}");
        }
    }
}

/// Else the test above would prove nothing.
#[test]
fn the_keys_of_a_request_are_found_whatever_stands_in_the_values() {
    let body = r#"{"a":{"b":"x","c":"y:z"},"d":"w"}"#;
    assert_eq!(keys(body), ["a", "b", "c", "d"]);
}
