//! Adyen's OpenAPI description of its webhooks: each event of a payment, a refund or a dispute is read.

use std::collections::BTreeSet;

use connector_core::FaultKind;
use connector_tests::delivery::sender;
use connector_tests::outside::shared;
use serde_json::{Value, json};

use crate::description::followed;
use crate::description::instance::{Extent, instance};

/// Events that are described, and are none of a payment, a refund or a dispute; and what they are.
const NOT_OURS: &[(&str, &str)] = &[
    ("ACH_NOTIFICATION_OF_CHANGE", "a bank account has another number"),
    ("DIRECT_DEBIT_NOTICE_OF_CHANGE_NOTIFICATION", "a bank account has another number"),
    (
        "AUTORESCUE",
        "no payment is tried again by itself here; each try is told as AUTHORISATION, too",
    ),
    ("CANCEL_AUTORESCUE", "no payment is tried again by itself here"),
    ("NOTIFICATION_OF_FRAUD", "the issuer warns, and nothing is disputed yet"),
    ("ORDER_OPENED", "an order of several payments; each of them is told as AUTHORISATION, too"),
    ("ORDER_CLOSED", "an order of several payments; each of them is told as AUTHORISATION, too"),
    ("PAIDOUT_REVERSED", "a payout of an API that takes no new merchants"),
    ("PAYOUT_DECLINE", "a payout of an API that takes no new merchants"),
    ("PAYOUT_EXPIRE", "a payout of an API that takes no new merchants"),
    ("PAYOUT_THIRDPARTY", "a payout of an API that takes no new merchants"),
    ("RECURRING_CONTRACT", "what is kept to be paid with is told in the answer to the payment"),
    ("REPORT_AVAILABLE", "a file of many payments"),
    ("VOID_PENDING_REFUND", "of a terminal in a store"),
];

/// Events of a payment by itself, which is its own reference. All others are about an earlier one.
const OF_THE_PAYMENT: &[&str] = &["AUTHORISATION", "EXPIRE", "OFFER_CLOSED"];

/// The codes of the events that are read.
fn read() -> BTreeSet<&'static str> {
    let webhook = connectors::get("adyen").unwrap().describe().webhook.unwrap();
    let kinds = webhook.events.iter().flat_map(|event| event.on.iter().copied());
    kinds.map(|kind| kind.split_once(':').unwrap().0).collect()
}

#[test]
fn every_event_that_adyen_describes_is_read_or_is_known_to_be_none_of_ours() {
    let Some(text) = shared("specs/adyen/Webhooks-v1.json") else {
        return;
    };
    let document: Value = serde_json::from_str(&text).unwrap();
    let (read, mut described) = (read(), BTreeSet::new());
    for (path, webhook) in document["webhooks"].as_object().unwrap() {
        let code = path.trim_start_matches('/');
        described.insert(code);
        let is_foreign = NOT_OURS.iter().any(|row| row.0 == code);
        assert!(read.contains(code) != is_foreign, "{code} is read and foreign, or neither");
        if is_foreign {
            continue;
        }
        let media = &webhook["post"]["requestBody"]["content"]["application/json"];
        let item = ["schema", "notificationItems", "NotificationRequestItem"];
        let item = item.iter().fold(media, |place, name| {
            let place = followed(&document, place);
            let place = if place["items"].is_null() { place } else { &place["items"] };
            let place = followed(&document, place);
            let place = if place["properties"].is_null() { place } else { &place["properties"] };
            &place[*name]
        });
        let item = followed(&document, item);
        assert!(item["properties"]["eventCode"].is_object(), "{code}: {item}");
        let mut events: Vec<Value> = [Extent::Barest, Extent::Fullest]
            .map(|extent| instance(&document, item, extent))
            .into();
        for example in media["examples"].as_object().into_iter().flatten() {
            let whole = &followed(&document, example.1)["value"]["notificationItems"];
            let entries = whole.as_array().unwrap().iter();
            events.extend(entries.map(|entry| entry["NotificationRequestItem"].clone()));
        }
        for event in events {
            assert_is_read(code, event);
        }
    }
    let stale: Vec<&str> =
        NOT_OURS.iter().map(|row| row.0).filter(|code| !described.contains(code)).collect();
    assert!(stale.is_empty(), "nobody describes {stale:?}");
    let made_up: Vec<&&str> = read.difference(&described).collect();
    assert!(made_up.is_empty(), "nobody describes {made_up:?}");
}

/// The event that went well: whose it is, is known, and nothing in it is of another form than it is read in.
fn assert_is_read(code: &str, mut event: Value) {
    event["eventCode"] = json!(code);
    event["success"] = json!("true");
    let fields = event.as_object_mut().unwrap();
    // It is required of none, and stands in the example of each of the others.
    if OF_THE_PAYMENT.contains(&code) {
        fields.remove("originalReference");
    } else {
        fields.entry("originalReference").or_insert(json!("original1"));
    }
    let (own, original) = (event["pspReference"].clone(), event["originalReference"].clone());
    let body =
        json!({ "live": "false", "notificationItems": [{ "NotificationRequestItem": event }] });
    let told = sender("adyen").deliver(body.to_string()).report();
    let place = format!("{code}: {told:#?}\n{event:#}");
    let report = &told.report;
    assert!(["status", "no_information"].contains(&report.outcome), "{place}");
    assert!(matches!(report.fault, None | Some(FaultKind::Silent)), "{place}");
    let ids = [
        &report.connector_transaction_id,
        &report.connector_refund_id,
        &report.connector_dispute_id,
    ];
    let has = |id: &Value| ids.iter().any(|told| told.as_deref() == id.as_str());
    assert!(original.is_null() || has(&original), "{place}");
    let is_about_an_order = matches!(told.flow, Some("PSync")) && !original.is_null();
    assert!(is_about_an_order || has(&own), "{place}");
}
