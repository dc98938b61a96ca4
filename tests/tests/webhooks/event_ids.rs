//! What tells an event that comes twice: its own id, in it or in a header beside it.

use connector_core::EventReport;
use connector_tests::delivery::{SENDERS, sender};
use serde_json::json;

/// These say none: what is known of the payment tells that nothing is new.
const WITHOUT_IDS: &[&str] = &["adyen", "braintree", "klarna", "mollie", "xendit"];

/// What Razorpay's event is told as, with these headers beside the signature.
fn razorpay(headers: &[(&'static str, &str)]) -> EventReport {
    let sender = sender("razorpay");
    let mut delivery = sender.deliver(sender.body);
    delivery.headers.extend(headers.iter().map(|(name, value)| (*name, (*value).to_owned())));
    delivery.report()
}

#[test]
fn an_id_in_a_header_is_the_events() {
    let id = |headers: &[(&'static str, &str)]| razorpay(headers).event_id;
    let header = "x-razorpay-event-id";
    assert_eq!(id(&[(header, "JPWKyQnVqyaOo7")]).as_deref(), Some("JPWKyQnVqyaOo7"));
    assert_eq!(id(&[]), None);
    assert_eq!(id(&[(header, " ")]), None);
    // Nobody knows which is meant.
    assert_eq!(id(&[(header, "a"), (header, "b")]), None);
    // Nothing else is another for it.
    let told = |headers: &[(&'static str, &str)]| {
        let mut event = json!(razorpay(headers));
        event.as_object_mut().unwrap().remove("event_id");
        event
    };
    assert_eq!(told(&[(header, "a")]), told(&[]));
}

/// A connector that comes later says where an event's id is, or is in the list.
#[test]
fn every_processor_that_numbers_its_events_has_them_told_apart() {
    let mut without: Vec<&str> = Vec::new();
    for sender in SENDERS {
        let mut delivery = sender.deliver(sender.body);
        delivery.headers.push(("x-razorpay-event-id", "e1".to_owned()));
        if delivery.reports().iter().any(|event| event.event_id.is_none()) {
            without.push(sender.connector);
        }
    }
    without.sort_unstable();
    without.dedup();
    assert_eq!(without, WITHOUT_IDS);
}
