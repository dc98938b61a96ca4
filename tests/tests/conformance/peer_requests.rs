//! The requests that the peer was recorded building, and ours of the same input.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr as _;
use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{CredentialFields, Moment, Secret};
use connector_tests::merchant::connect;
use connector_tests::outside::shared;
use connector_tests::question::Question;
use serde_json::Value;

use crate::difference::{Difference, assert_listed};

/// A request, part by part; each is compared for itself.
type Parts = BTreeMap<String, String>;

/// The peer's name for a connector of ours.
pub(crate) fn name_at_the_peer(connector: &str) -> &str {
    if connector == "authorizenet" { "authorizedotnet" } else { connector }
}

/// The peer's name for a field of our credentials: its `api_key` at Checkout.com is the public key.
fn field_at_the_peer<'a>(connector: &str, field: &'a str) -> &'a str {
    if (connector, field) == ("checkout", "api_key") { "api_secret" } else { field }
}

fn question(entry: &Value) -> Question {
    let input = &entry["input"];
    let payment_id = input["connector_transaction_id"].as_str().unwrap();
    let question = match input["refund_id"].as_str() {
        Some(refund_id) => Question::refund(refund_id, payment_id),
        None => Question::payment(payment_id),
    };
    match input["amount"]["minor_amount"].as_i64() {
        Some(minor) => question.about(minor, input["amount"]["currency"].as_str().unwrap()),
        None => question,
    }
}

fn credentials(connector: &str, entry: &Value) -> CredentialFields {
    let given = &entry["auth"][name_at_the_peer(connector)];
    let fields = connectors::get(connector).unwrap().describe().credentials.iter();
    fields.fold(CredentialFields::default(), |all, field| {
        let value = given[field_at_the_peer(connector, field.name)].as_str().unwrap();
        all.with(field.name, Secret::new(value))
    })
}

fn target(parts: &mut Parts, method: &str, url: &str) {
    let (whole, query) = url.split_once('?').unwrap_or((url, ""));
    let query = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
    parts.insert("the method".to_owned(), method.to_owned());
    parts.insert("the host and path".to_owned(), whole.to_owned());
    parts.insert("the query, decoded".to_owned(), query.into_owned());
}

fn of_the_peer(entry: &Value) -> Parts {
    let request = &entry["request"];
    let mut parts = Parts::new();
    target(&mut parts, request["method"].as_str().unwrap(), request["url"].as_str().unwrap());
    for (name, value) in request["headers"].as_object().unwrap() {
        // Its own mark, which no processor asks for.
        if name != "via" {
            parts.insert(format!("the header `{name}`"), value.as_str().unwrap().to_owned());
        }
    }
    parts.insert("the body".to_owned(), request["body"].as_str().unwrap_or_default().to_owned());
    parts
}

fn of_ours(request: &http::Request<Bytes>) -> Parts {
    let mut parts = Parts::new();
    target(&mut parts, request.method().as_str(), &request.uri().to_string());
    for (name, value) in request.headers() {
        parts.insert(format!("the header `{name}`"), value.to_str().unwrap().to_owned());
    }
    let body = String::from_utf8(request.body().to_vec()).unwrap();
    parts.insert("the body".to_owned(), body);
    parts
}

fn shown(part: Option<&String>) -> String {
    part.filter(|text| !text.is_empty()).map_or("none".to_owned(), |text| format!("`{text}`"))
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
            let Some(flow) =
                entry["flow"].as_str().filter(|flow| ["PSync", "RSync"].contains(flow))
            else {
                continue;
            };
            if connector.describe().why_without(flow).is_some() {
                let [connector, flow] = [name, flow].map(str::to_owned);
                let (what, peer) = ("the request".to_owned(), of_the_peer(entry));
                let peer = shown(peer.get("the host and path"));
                found.insert(Difference { connector, flow, what, peer, ours: shown(None) });
                continue;
            }
            let question = question(entry);
            assert_eq!(question.flow(), flow);
            let build = |credentials: CredentialFields| {
                let connection = connect(name, credentials);
                let flow = connection.flow_by_name(flow).unwrap();
                let token = &entry["input"]["state"]["access_token"]["token"];
                let token = Secret::new(token.as_str().unwrap_or_default());
                let moment = Moment::at(SystemTime::now()).with_access_token(token);
                flow.build_request_at(&question.json(), &moment).unwrap()
            };
            let ours = of_ours(&build(credentials(name, entry)));
            let peer = of_the_peer(entry);
            let parts: BTreeSet<&String> = ours.keys().chain(peer.keys()).collect();
            for part in parts.into_iter().filter(|part| ours.get(*part) != peer.get(*part)) {
                found.insert(Difference {
                    connector: name.to_owned(),
                    flow: flow.to_owned(),
                    what: part.clone(),
                    peer: shown(peer.get(part)),
                    ours: shown(ours.get(part)),
                });
            }
            let place = "the host and path";
            let same_place = ours.get(place) == peer.get(place);
            if let Some(live) = entry["production_url"].as_str().filter(|_| same_place) {
                let live_credentials =
                    credentials(name, entry).with("environment", Secret::new("live"));
                assert_eq!(build(live_credentials).uri().to_string(), live, "{name} {flow}");
            }
            compared = compared.saturating_add(1);
        }
    }
    assert!(compared >= 6, "only {compared} requests were compared");
    assert_listed("the ", &found);
}
