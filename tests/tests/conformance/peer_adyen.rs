//! What the peer was recorded making of Adyen's words in its PSync. Adyen has no such query: the result that the peer
//! reads there is that of handing in what the customer brought back, PostAuthenticate here; and the peer's other
//! words are its own names of events, which are read here as they are sent.

use std::collections::BTreeSet;

use connector_core::Report;
use connector_tests::delivery::sender;
use connector_tests::inputs;
use connector_tests::merchant::{connect, made_up_credentials};
use serde_json::{Value, json};

use crate::difference::Difference;
use crate::peer_words::{in_our_words, lines, ours, value};

/// The peer's name of an event, and the event.
const EVENTS: &[(&str, &str, bool)] = &[
    ("Authorised", "AUTHORISATION", true),
    ("AuthorisationFailed", "AUTHORISATION", false),
    ("Cancelled", "CANCELLATION", true),
    ("CancelFailed", "CANCELLATION", false),
    ("Captured", "CAPTURE", true),
    ("CaptureFailed", "CAPTURE", false),
    ("Reversed", "CANCEL_OR_REFUND", true),
    ("Expired", "EXPIRE", true),
    ("AdjustedAuthorization", "AUTHORISATION_ADJUSTMENT", true),
    ("AdjustAuthorizationFailed", "AUTHORISATION_ADJUSTMENT", false),
    ("UnexpectedEvent", "REPORT_AVAILABLE", true),
];

/// What is made here of a result, of a payment that is captured by hand, or of which that is not known.
fn result(word: &Value, is_by_hand: bool) -> Report {
    let credentials = made_up_credentials("adyen", str::to_owned);
    let connection = connect("adyen", credentials);
    let data = inputs::fullest(&*connection, "PostAuthenticate").unwrap();
    let mut data: Value = serde_json::from_str(&data).unwrap();
    let asked = data["request"].as_object_mut().unwrap();
    asked.remove("capture_method");
    if is_by_hand {
        asked.insert("capture_method".to_owned(), json!("manual"));
    }
    let body = json!({ "pspReference": "60123456", "resultCode": word });
    let flow = connection.flow_by_name("PostAuthenticate").unwrap();
    let response = http::Response::new(body.to_string().into());
    flow.handle_response(data.to_string().as_bytes(), response).unwrap()
}

/// What is made here of an event about a payment.
fn event(code: &Value, success: bool) -> Report {
    let item = json!({
        "pspReference": "P2", "originalReference": "P1", "merchantAccountCode": "Shop",
        "merchantReference": "order-1", "amount": { "value": 900, "currency": "EUR" },
        "eventCode": code, "success": success.to_string(), "reason": "x",
    });
    let body = json!({ "notificationItems": [{ "NotificationRequestItem": item }] });
    let reports = sender("adyen").deliver(body.to_string()).reports();
    reports.into_iter().next().unwrap().report
}

/// The differences, and how many readings were compared.
pub(crate) fn differences(recorded: &str) -> (BTreeSet<Difference>, usize) {
    let (mut found, mut compared) = (BTreeSet::new(), 0_usize);
    let lines = lines(recorded, "adyen", "PSync");
    for line in &lines {
        let another = lines.iter().find(|one| one.path == line.path).unwrap().word;
        for (when, read) in line.read.iter().filter(|(_, read)| !read.is_empty()) {
            let (place, ours) = match line.path {
                "resultCode" => {
                    let word = value(line.word, another);
                    ("`resultCode`".to_owned(), ours(&result(&word, !when.is_empty())))
                }
                "status" => match EVENTS.iter().find(|event| event.0 == line.word) {
                    Some((_, code, success)) => {
                        let ours = ours(&event(&json!(code), *success));
                        (format!("the event `{code}:{success}`"), ours)
                    }
                    None => {
                        let code = value(line.word, "AUTHORISATION");
                        ("`eventCode`".to_owned(), ours(&event(&code, true)))
                    }
                },
                path => panic!("a word of Adyen's stands in {path}"),
            };
            compared = compared.saturating_add(1);
            let peer = in_our_words(read);
            if peer != ours {
                let [connector, flow] = ["adyen", "PSync"].map(str::to_owned);
                let what = format!("`{}` in {place}{when}", line.word);
                found.insert(Difference { connector, flow, what, peer, ours });
            }
        }
    }
    (found, compared)
}
