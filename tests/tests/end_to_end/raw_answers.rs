//! What a processor answers is kept as it came, most of all where it says no. PAIN 67.

use bytes::Bytes;
use connector_core::{
    Authorize, Connection, CredentialFields, FaultKind, Flow, NotFound, Outcome, PSync, Report,
    RouterData,
};
use connectors::Stripe;

fn answered<F: Flow>(data: &str, status: u16, body: &'static str) -> Outcome<F> {
    let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#).unwrap();
    let stripe = Connection::<Stripe>::new(credentials).unwrap();
    let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
    let answer = http::Response::builder().status(status).body(Bytes::from_static(body.as_bytes()));
    let flow = F::of_connection(&stripe).unwrap();
    flow.handle_response(&data, answer.unwrap())
}

const ORDER: &str = r#"{"request": {
    "amount": {"minor_amount": 900, "currency": "EUR"},
    "payment_method_data": {"stored_token": {"token": "pm_1"}},
    "capture_method": "automatic",
    "idempotency_key": "k"
}}"#;
const QUESTION: &str = r#"{"request": {"connector_transaction_id": "pi_1"}}"#;

#[test]
fn what_says_no_is_kept_with_what_nobody_reads_of_it() {
    let body = r#"{"error": {"type": "card_error", "code": "card_declined", "new_field": "7f3"}}"#;
    let Outcome::Declined(error) = answered::<Authorize>(ORDER, 402, body) else { panic!() };
    assert_eq!(&*error.body, body.as_bytes());
    assert!(!format!("{error:?}").contains("7f3"), "a body may repeat what was sent");

    let body =
        r#"{"error": {"type": "invalid_request_error", "code": "resource_missing", "x": 1}}"#;
    let Outcome::NotFound(NotFound { error, settles_within }) =
        answered::<PSync>(QUESTION, 404, body)
    else {
        panic!()
    };
    assert_eq!(settles_within.as_secs(), 60, "as Stripe says");
    assert_eq!(&*error.body, body.as_bytes());

    let body = r#"{"id": "pi_2", "status": "succeeded", "amount": 900, "currency": "eur"}"#;
    let Outcome::Mismatch(mismatch) = answered::<PSync>(QUESTION, 200, body) else { panic!() };
    assert_eq!(&*mismatch.body, body.as_bytes());

    let body = "<html>busy</html>";
    let Outcome::NoInformation(fault) = answered::<PSync>(QUESTION, 503, body) else { panic!() };
    assert_eq!((fault.kind, &*fault.body), (FaultKind::Unavailable, body.as_bytes()));
}

/// Of an order, "not found" is what the order names, and not the order.
#[test]
fn what_is_not_found_says_whether_an_order_was_not_carried_out() {
    let body = r#"{"error": {"type": "invalid_request_error", "code": "resource_missing"}}"#;
    let asked = Report::from(&answered::<PSync>(QUESTION, 404, body));
    let ordered = Report::from(&answered::<Authorize>(ORDER, 404, body));
    for report in [&asked, &ordered] {
        assert_eq!((report.outcome, report.settles_within_seconds), ("not_found", Some(60)));
    }
    let known =
        "nothing is known under this id, which means not yet up to 60 s after that was ordered";
    assert_eq!(asked.detail.as_deref(), Some(known));
    assert_eq!(ordered.detail.unwrap(), format!("{known}; the order was not carried out"));
}
