//! The requests that the peer was recorded building, and ours of the same input.

use std::collections::BTreeSet;
use std::str::FromStr as _;
use std::time::SystemTime;

use connector_core::{AnyConnection, CredentialFields, Moment, Secret};
use connector_tests::inputs;
use connector_tests::merchant::connect;
use connector_tests::outside::shared;
use serde_json::Value;

use crate::difference::{Difference, assert_listed};
use crate::peer_input;
use crate::peer_parts::{is_chance, of_ours, of_the_peer};

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
