//! Authorize.Net describes its bodies in XML Schema, whose order its JSON keeps.

use std::collections::BTreeMap;
use std::fmt;

use connector_sandbox::{Kind, Payment, Processor, Sandbox};
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::client::{Reply, read};
use crate::merchant::{self, authorizenet_payment};
use crate::{description, good};

#[tokio::test]
async fn authorizenet() {
    let Some(schema) = description("authorizenet/AnetApiSchema.xsd") else {
        return;
    };
    let sandbox = Sandbox::start().await.unwrap();
    let mut cases = good(&sandbox, Processor::AuthorizeNet, Kind::Payment);
    cases.extend(good(&sandbox, Processor::AuthorizeNet, Kind::Refund));
    // Without decimals, the amounts have to keep their form too.
    let yen = sandbox.add_payment(Processor::AuthorizeNet, Payment::new(500, "JPY"));
    let ids: Vec<String> = cases.into_iter().map(|case| case.id).chain([yen]).collect();

    let reply =
        [elements(&schema, "ANetApiResponse"), elements(&schema, "getTransactionDetailsResponse")]
            .concat();
    let payment = elements(&schema, "paymentMaskedType");
    let order = [elements(&schema, "orderType"), elements(&schema, "orderExType")].concat();
    let levels: &[(&str, Vec<Element>)] = &[
        ("", reply),
        ("/messages", elements(&schema, "messagesType").into_iter().take(2).collect()),
        ("/transaction", elements(&schema, "transactionDetailsType")),
        ("/transaction/batch", elements(&schema, "batchDetailsType")),
        ("/transaction/order", order),
        // A choice: one of them is there, which is not for the schema's order to say.
        ("/transaction/payment", payment.into_iter().map(Element::optional).collect()),
        ("/transaction/payment/creditCard", elements(&schema, "creditCardMaskedType")),
    ];
    for id in ids {
        let reply = read(&sandbox, Processor::AuthorizeNet, &id).await.unwrap();
        assert_in_order(&reply, levels, &id);
    }
}

#[tokio::test]
async fn authorizenet_orders() {
    let Some(schema) = description("authorizenet/AnetApiSchema.xsd") else {
        return;
    };
    let sandbox = Sandbox::start().await.unwrap();
    let reply =
        [elements(&schema, "ANetApiResponse"), elements(&schema, "createTransactionResponse")];
    let levels: &[(&str, Vec<Element>)] = &[
        ("", reply.concat()),
        ("/messages", elements(&schema, "messagesType").into_iter().take(2).collect()),
        ("/transactionResponse", elements(&schema, "transactionResponse")),
    ];
    let pay = |amount, more| authorizenet_payment("authOnlyTransaction", amount, VISA, more);
    let held = merchant::authorizenet(&sandbox, &pay("1.00", "")).await;
    let id = held.json()["transactionResponse"]["transId"].as_str().unwrap().to_owned();
    let follow = |kind| format!(r#""transactionType":"{kind}","refTransId":"{id}""#);
    let transactions = [
        pay("2.00", r#","billTo":{"zip":"46282"}"#),
        pay("1.00", ""),
        pay("0", ""),
        follow("priorAuthCaptureTransaction"),
        follow("priorAuthCaptureTransaction"),
        follow("voidTransaction"),
    ];
    assert_in_order(&held, levels, "held");
    for transaction in transactions {
        let reply = merchant::authorizenet(&sandbox, &transaction).await;
        assert_in_order(&reply, levels, &transaction);
    }
}

const VISA: &str = "4111111111111111";

/// The keys at each level are known, stand in the schema's order, and none that it wants is missing.
fn assert_in_order(reply: &Reply, levels: &[(&str, Vec<Element>)], what: &str) {
    let text = std::str::from_utf8(&reply.body).unwrap().trim_start_matches('\u{feff}');
    for (pointer, elements) in levels {
        let Some(Value::Object(_)) = reply.json().pointer(pointer) else {
            continue;
        };
        let keys = keys_at(text, pointer);
        let known: Vec<&str> = elements.iter().map(|element| element.name.as_str()).collect();
        let positions: Vec<Option<usize>> =
            keys.iter().map(|key| known.iter().position(|known| known == key)).collect();
        assert!(positions.iter().all(Option::is_some), "{what}{pointer}: {keys:?} of {known:?}");
        assert!(
            positions.is_sorted(),
            "{what}{pointer}: {keys:?} is not in the order of {known:?}"
        );
        for element in elements.iter().filter(|element| element.required) {
            assert!(keys.contains(&element.name), "{what}{pointer} lacks {}", element.name);
        }
    }
}

/// An element of a complex type.
#[derive(Debug, Clone)]
struct Element {
    name: String,
    required: bool,
}

impl Element {
    fn optional(self) -> Self {
        Self { required: false, ..self }
    }
}

/// The elements of a type, without those of the anonymous types inside them: as much of a schema
/// reader as this needs.
fn elements(schema: &str, name: &str) -> Vec<Element> {
    let start = ["complexType", "element"]
        .iter()
        .find_map(|kind| schema.find(&format!("<xs:{kind} name=\"{name}\">")))
        .unwrap();
    let (_, text) = schema.split_at(start);
    let mut found = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for tag in text.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        if tag.starts_with('!') {
            continue;
        }
        if tag.starts_with('/') {
            open.pop();
            if open.is_empty() {
                break;
            }
            continue;
        }
        let kind = tag.split_whitespace().next().unwrap();
        if kind == "xs:element" && !open.is_empty() && !open.iter().skip(1).any(|k| *k == kind) {
            let name = tag.split("name=\"").nth(1).unwrap().split('"').next().unwrap();
            let required = !tag.contains("minOccurs=\"0\"");
            found.push(Element { name: name.to_owned(), required });
        }
        if !tag.ends_with('/') {
            open.push(kind);
        }
    }
    found
}

/// The keys of the object at a pointer, in the order in which they were sent.
fn keys_at(text: &str, pointer: &str) -> Vec<String> {
    let mut rest: &RawValue = serde_json::from_str(text).unwrap();
    for name in pointer.split('/').skip(1) {
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(rest.get()).unwrap();
        rest = fields[name];
    }
    let keys: Keys = serde_json::from_str(rest.get()).unwrap();
    keys.0
}

struct Keys(Vec<String>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeysVisitor)
    }
}

struct KeysVisitor;

impl<'de> Visitor<'de> for KeysVisitor {
    type Value = Keys;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
        let mut keys = Vec::new();
        while let Some((key, IgnoredAny)) = map.next_entry()? {
            keys.push(key);
        }
        Ok(Keys(keys))
    }
}
