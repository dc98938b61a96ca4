//! Signatures that stand in the body: of each event, and over what a form carries.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use connector_core::WebhookRefused;
use connector_tests::delivery::{Delivery, form, sender};
use serde_json::{Value, json};

fn adyen(change: impl FnOnce(&mut Value)) -> Delivery {
    let sender = sender("adyen");
    let mut delivery = sender.deliver(sender.body);
    let mut document: Value = serde_json::from_slice(&delivery.body).unwrap();
    change(&mut document);
    delivery.body = serde_json::to_vec(&document).unwrap();
    delivery
}

/// Every field that is signed, and the signature.
#[test]
fn an_event_of_which_a_signed_field_was_changed_is_refused() {
    let event = "/notificationItems/0/NotificationRequestItem";
    for (path, value) in [
        ("/pspReference", json!("P2")),
        ("/merchantAccountCode", json!("Other")),
        ("/amount/value", json!(901)),
        ("/amount/currency", json!("USD")),
        ("/eventCode", json!("CAPTURE")),
        ("/success", json!("false")),
        ("/additionalData/hmacSignature", json!("")),
        ("/additionalData/hmacSignature", json!(null)),
        ("/additionalData", json!({})),
        ("/additionalData", json!({"hmacSignature": "AAAA"})),
    ] {
        let forged = adyen(|body| *body.pointer_mut(&format!("{event}{path}")).unwrap() = value);
        assert_eq!(forged.receive().unwrap_err(), WebhookRefused::Unverified, "{path}");
    }
    for added in ["originalReference", "merchantReference"] {
        let forged = adyen(|body| body.pointer_mut(event).unwrap()[added] = json!("P9"));
        assert_eq!(forged.receive().unwrap_err(), WebhookRefused::Unverified, "{added}");
    }
}

/// What Adyen did of the two, where it says so: it let go of the money, or gave it back.
#[test]
fn a_reversal_is_told_as_what_it_was() {
    let sender = sender("adyen");
    let told = |action: Value| {
        let body = format!(
            r#"{{"live": "false", "notificationItems": [{}]}}"#,
            entry("P2", "CANCEL_OR_REFUND", "P1")
        );
        let mut delivery = sender.deliver(body.as_str());
        let mut document: Value = serde_json::from_slice(&delivery.body).unwrap();
        let place = "/notificationItems/0/NotificationRequestItem/additionalData";
        document.pointer_mut(place).unwrap()["modification.action"] = action;
        delivery.body = serde_json::to_vec(&document).unwrap();
        delivery.report().report.status
    };
    assert_eq!(told(json!("cancel")), Some("voided"));
    for other in [json!("refund"), json!(null), json!("unheard of")] {
        assert_eq!(told(other.clone()), Some("voided_post_capture"), "{other}");
    }
}

/// PAIN 35 of batches: one that is good does not vouch for its neighbour.
#[test]
fn each_event_of_a_batch_has_to_be_signed() {
    let sender = sender("adyen");
    let two = sender.body.replace("]}", &format!(", {}]}}", entry("P2", "CAPTURE", "P1")));
    let good = sender.deliver(two);
    let reports = good.reports();
    assert_eq!(reports.len(), 2);
    assert_eq!(reports[0].report.status, Some("authorized"));
    assert_eq!(reports[1].report.status, Some("capture_initiated"));
    assert_eq!(good.receive().unwrap().acknowledgement().body(), "[accepted]");

    let mut document: Value = serde_json::from_slice(&good.body).unwrap();
    let first =
        document["notificationItems"][0]["NotificationRequestItem"]["additionalData"].clone();
    for data in [json!({}), first] {
        document["notificationItems"][1]["NotificationRequestItem"]["additionalData"] = data;
        let forged = Delivery { body: serde_json::to_vec(&document).unwrap(), ..good.clone() };
        assert_eq!(forged.receive().unwrap_err(), WebhookRefused::Unverified);
    }
}

fn entry(id: &str, code: &str, original: &str) -> String {
    let item = json!({"pspReference": id, "originalReference": original, "success": "true",
        "merchantAccountCode": "Shop", "eventCode": code, "amount": {"value": 5, "currency": "EUR"}});
    json!({"NotificationRequestItem": item}).to_string()
}

#[test]
fn a_body_without_an_event_is_refused() {
    for body in [
        "{}",
        r#"{"notificationItems": []}"#,
        r#"{"notificationItems": {}}"#,
        r#"{"notificationItems": [{}]}"#,
        r#"{"notificationItems": [1]}"#,
        "[]",
        "x",
    ] {
        let sender = sender("adyen");
        let delivery = Delivery { body: body.into(), ..sender.deliver(sender.body) };
        assert_eq!(delivery.receive().unwrap_err(), WebhookRefused::NoEvents, "{body}");
    }
}

/// Found by libFuzzer: our own signer, which the fuzz target calls, stumbled over a body that is a number.
#[test]
fn what_has_no_events_cannot_be_signed() {
    for body in ["11", "[1]", r#"{"notificationItems": 1}"#, r#"{"notificationItems": [1]}"#] {
        let refused = sender("adyen").deliver(body).receive().unwrap_err();
        assert_eq!(refused, WebhookRefused::NoEvents, "{body}");
    }
    for event in ["1", "[]", "{}", r#"{"additionalData": 1}"#] {
        let body = format!(r#"{{"notificationItems": [{{"NotificationRequestItem": {event}}}]}}"#);
        assert_eq!(sender("adyen").deliver(body).receive().is_ok(), event == "{}", "{event}");
    }
}

#[test]
fn of_a_form_the_payload_is_signed() {
    let sender = sender("braintree");
    let good = sender.deliver(sender.body);
    let fields: Vec<_> = url::form_urlencoded::parse(&good.body).collect();
    let (signature, payload) = (fields[0].1.as_ref(), fields[1].1.as_ref());
    let forged = BASE64_STANDARD.encode(sender.body.replace("g1", "g2"));
    let receive = |body: String| Delivery { body: body.into(), ..good.clone() }.receive();
    assert!(receive(form(signature, payload)).is_ok());
    // Signed with another live key, too.
    assert!(receive(form(&format!("other|00&{signature}"), payload)).is_ok());
    for (signature, payload) in [
        (signature, forged.as_str()),
        (signature, payload.trim_end()),
        (signature, ""),
        ("", payload),
        ("pub|", payload),
        (signature.strip_prefix("pub|").unwrap(), payload),
        (&signature[..20], payload),
    ] {
        let refused = receive(form(signature, payload)).unwrap_err();
        assert_eq!(refused, WebhookRefused::Unverified, "{signature} {payload}");
    }
    for body in ["bt_payload=x", "bt_signature=pub%7C00", "x=1"] {
        assert_eq!(receive(body.to_owned()).unwrap_err(), WebhookRefused::Unverified, "{body}");
    }
    // Which of two is meant, nobody knows.
    let twice = format!("{}&bt_payload={forged}", form(signature, payload));
    assert_eq!(receive(twice).unwrap_err(), WebhookRefused::NoEvents);
}
