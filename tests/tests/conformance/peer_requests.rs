//! The requests that the peer was recorded building, and ours of the same input.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr as _;
use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{AnyConnection, CredentialFields, Moment, Secret};
use connector_tests::inputs;
use connector_tests::merchant::connect;
use connector_tests::outside::shared;
use serde_json::Value;

use crate::difference::{Difference, assert_listed};
use crate::peer_input;

/// A request, part by part; each is compared for itself.
type Parts = BTreeMap<String, String>;

/// The peer's name for a connector of ours.
pub(crate) fn name_at_the_peer(connector: &str) -> &str {
    if connector == "authorizenet" { "authorizedotnet" } else { connector }
}

/// The peer's name for a field of our credentials: its `api_key` at Checkout.com is the public key.
fn field_at_the_peer<'a>(connector: &str, field: &'a str) -> &'a str {
    match (connector, field) {
        ("checkout", "api_key") | ("cybersource", "shared_secret") => "api_secret",
        ("cybersource", "key_id") => "api_key",
        ("cybersource", "merchant_id") => "merchant_account",
        _ => field,
    }
}

fn credentials(connector: &str, entry: &Value) -> CredentialFields {
    let given = &entry["auth"][name_at_the_peer(connector)];
    let fields = connectors::get(connector).unwrap().describe().credentials.iter();
    fields.fold(CredentialFields::default(), |all, field| {
        let value = given[field_at_the_peer(connector, field.name)].as_str();
        all.with(field.name, Secret::new(value.unwrap_or(field.name)))
    })
}

fn target(parts: &mut Parts, method: &str, url: &str) {
    let (whole, query) = url.split_once('?').unwrap_or((url, ""));
    let query = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
    parts.insert("the method".to_owned(), method.to_owned());
    parts.insert("the host and path".to_owned(), whole.to_owned());
    parts.insert("the query, decoded".to_owned(), query.into_owned());
}

/// The leaves of a body, each a part; a form is a list of them already.
fn leaves(parts: &mut Parts, body: &str, content_type: &str) {
    if body.is_empty() {
        return;
    }
    let mut put = |name: &str, value: String| parts.insert(format!("the body's `{name}`"), value);
    if content_type.contains("x-www-form-urlencoded") {
        for (name, value) in url::form_urlencoded::parse(body.as_bytes()) {
            put(&name, value.into_owned());
        }
        return;
    }
    let Ok(body) = serde_json::from_str::<Value>(body) else {
        drop(put("text", body.to_owned()));
        return;
    };
    let mut waiting = vec![(String::new(), &body)];
    while let Some((place, value)) = waiting.pop() {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let inner = fields.iter().map(|(name, value)| (format!("{place}/{name}"), value));
                waiting.extend(inner);
            }
            Value::Array(items) if !items.is_empty() => {
                let inner = items.iter().enumerate();
                waiting.extend(inner.map(|(name, value)| (format!("{place}/{name}"), value)));
            }
            // It says as much as the field's absence.
            Value::Null => {}
            // The same number, however it is spelled.
            Value::Number(number) if number.as_f64().is_some_and(|all| all.fract() == 0.0) => {
                put(&place, number.as_f64().unwrap().to_string());
            }
            leaf => drop(put(&place, leaf.to_string())),
        }
    }
}

/// The key is another one for each order.
fn named(value: &str, key: Option<&str>) -> String {
    if Some(value) == key { "the idempotency key" } else { value }.to_owned()
}

fn of_the_peer(entry: &Value, key: Option<&str>) -> Parts {
    let request = &entry["request"];
    let mut parts = Parts::new();
    target(&mut parts, request["method"].as_str().unwrap(), request["url"].as_str().unwrap());
    for (name, value) in request["headers"].as_object().unwrap() {
        // Its own mark, which no processor asks for, and a sum of the body, whose parts are compared.
        if !["via", "digest"].contains(&name.as_str()) {
            let value = named(value.as_str().unwrap(), key);
            parts.insert(format!("the header `{name}`"), value);
        }
    }
    let content_type = request["headers"]["content-type"].as_str().unwrap_or_default();
    leaves(&mut parts, request["body"].as_str().unwrap_or_default(), content_type);
    parts
}

fn of_ours(request: &http::Request<Bytes>, key: Option<&str>) -> Parts {
    let mut parts = Parts::new();
    target(&mut parts, request.method().as_str(), &request.uri().to_string());
    for (name, value) in request.headers().iter().filter(|(name, _)| *name != "digest") {
        parts.insert(format!("the header `{name}`"), named(value.to_str().unwrap(), key));
    }
    let content_type = request.headers().get("content-type").and_then(|text| text.to_str().ok());
    let body = std::str::from_utf8(request.body()).unwrap();
    leaves(&mut parts, body, content_type.unwrap_or_default());
    parts
}

/// Whether a part is another one each time.
fn is_chance(entry: &Value, part: &str) -> bool {
    let told = entry["nondeterministic"].as_array().into_iter().flatten();
    told.filter_map(Value::as_str).any(|told| match told.strip_prefix("header:") {
        Some(header) => part == format!("the header `{header}`"),
        // Of the bodies it is this number that is made up.
        None => part.contains("invoiceNumber"),
    })
}

fn shown(part: Option<&String>) -> String {
    let text = part.map(|text| if text.is_empty() { "an empty text" } else { text });
    // What would end the cell of a table.
    text.map_or("none".to_owned(), |text| {
        format!("`{}`", text.replace('|', "¦").replace('\n', " "))
    })
}

#[test]
fn every_difference_from_the_peers_requests_is_explained() {
    let Some(recorded) = shared("peer/requests.json") else {
        return;
    };
    let recorded = Value::from_str(&recorded).unwrap();
    let entries = recorded["entries"].as_array().unwrap();
    let mut found = BTreeSet::new();
    let mut compared = 0_usize;
    for connector in connectors::all() {
        let name = connector.name();
        for entry in entries.iter().filter(|entry| entry["connector"] == name_at_the_peer(name)) {
            let theirs = entry["flow"].as_str().unwrap();
            let mut without_ours = |peer: String| {
                let [connector, flow, what] = [name, theirs, "the request"].map(str::to_owned);
                found.insert(Difference { connector, flow, what, peer, ours: shown(None) });
            };
            let Some(flow) = peer_input::flow(theirs) else {
                without_ours("sent".to_owned());
                continue;
            };
            if connector.describe().why_without(flow).is_some() {
                let peer = of_the_peer(entry, None);
                without_ours(shown(peer.get("the host and path")));
                continue;
            }
            let connection = connect(name, credentials(name, entry));
            if connection.flow_by_name(flow).is_none() {
                without_ours("sent".to_owned());
                continue;
            }
            let data =
                inputs::of_fields(&*connection, flow, &peer_input::fields(flow, &entry["input"]));
            let build = |connection: &dyn AnyConnection| {
                let flow = connection.flow_by_name(flow).unwrap();
                let token = peer_input::access_token(&entry["input"]).unwrap_or_default();
                let token = Secret::new(token);
                let moment = Moment::at(SystemTime::now()).with_access_token(token);
                flow.build_request_at(data.to_string().as_bytes(), &moment)
            };
            let mut differs = |what: &str, peer: String, ours: String| {
                let [connector, flow, what] = [name, theirs, what].map(str::to_owned);
                found.insert(Difference { connector, flow, what, peer, ours });
            };
            compared = compared.saturating_add(1);
            let key = data["request"]["idempotency_key"].as_str();
            let ours = match build(&*connection) {
                Ok(ours) => of_ours(&ours, key),
                Err(error) => {
                    differs(
                        "the whole request",
                        "sent".to_owned(),
                        shown(Some(&error.to_string())),
                    );
                    continue;
                }
            };
            let peer = of_the_peer(entry, key);
            let parts: BTreeSet<&String> = ours.keys().chain(peer.keys()).collect();
            for part in parts.into_iter().filter(|part| ours.get(*part) != peer.get(*part)) {
                if !is_chance(entry, part) {
                    differs(part, shown(peer.get(part)), shown(ours.get(part)));
                }
            }
            if let Some(live) = entry["production_url"].as_str().filter(|url| !url.contains("{{")) {
                let live_credentials =
                    credentials(name, entry).with("environment", Secret::new("live"));
                let ours = build(&*connect(name, live_credentials)).unwrap().uri().to_string();
                // What differs in the test environment differs here, too.
                let end = |url: &str| url.split('/').skip(3).collect::<Vec<_>>().join("/");
                let host = |url: &str| url.split('/').take(3).collect::<Vec<_>>().join("/");
                assert_eq!(host(&ours), host(live), "{name} {flow}: {} {}", end(&ours), end(live));
            }
        }
    }
    assert!(compared >= 65, "only {compared} requests were compared");
    assert_listed("the ", &found);
}
