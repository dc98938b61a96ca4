//! Whether an order that was sent once may be sent again, by how long ago that was.

use std::time::Duration;

use connector_core::{
    Authorize, Capture, Fault, FaultKind, Flow, PSync, Refund, Repetition, SetupMandate,
    SubmitEvidence,
};
use connector_tests::merchant::{connect, made_up_credentials};
use http::StatusCode;

use Repetition::{AfterLooking, Freely, WithItsKey};

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

fn repetition<F: Flow>(connector: &str, since_the_first: Duration) -> Repetition {
    let connection = connect(connector, made_up_credentials(connector, str::to_owned));
    F::of_connection(&*connection).unwrap().repetition(since_the_first, None)
}

#[test]
fn an_order_is_sent_again_with_its_key_as_long_as_that_is_remembered() {
    for (connector, remembered) in
        [("stripe", DAY), ("checkout", DAY), ("adyen", 31 * DAY), ("paypal", 6 * HOUR)]
    {
        let just = remembered.checked_sub(Duration::from_secs(1)).unwrap();
        assert_eq!(repetition::<Authorize>(connector, just), WithItsKey, "{connector}");
        assert_eq!(repetition::<Authorize>(connector, remembered), AfterLooking, "{connector}");
    }
    // A flow can say otherwise.
    for (since, capture, kept) in [
        (2 * HOUR, WithItsKey, WithItsKey),
        (3 * HOUR, WithItsKey, AfterLooking),
        (45 * DAY, AfterLooking, AfterLooking),
    ] {
        assert_eq!(repetition::<Capture>("paypal", since), capture);
        assert_eq!(repetition::<Refund>("paypal", since), capture);
        assert_eq!(repetition::<SetupMandate>("paypal", since), kept);
    }
    assert_eq!(repetition::<Refund>("klarna", DAY), AfterLooking);
    // Without a key, at once.
    assert_eq!(repetition::<Authorize>("cybersource", Duration::ZERO), AfterLooking);
    assert_eq!(repetition::<Authorize>("klarna", Duration::ZERO), AfterLooking);
    // Where nobody says how long, soon or not at all; and a question is asked as often as one likes.
    assert_eq!(repetition::<Authorize>("square", HOUR / 2), WithItsKey);
    assert_eq!(repetition::<Authorize>("square", HOUR), AfterLooking);
    assert_eq!(repetition::<PSync>("stripe", 900 * DAY), Freely);
    assert_eq!(repetition::<SubmitEvidence>("stripe", Duration::ZERO), AfterLooking);
}

/// Whoever is told 5xx does not know whether it was carried out, and Checkout.com forgets the key.
#[test]
fn an_order_that_was_answered_with_an_error_is_looked_for_where_no_key_of_it_is_remembered() {
    let after = |connector: &str, status: Option<u16>| {
        let connection = connect(connector, made_up_credentials(connector, str::to_owned));
        let mut fault = Fault::new(FaultKind::Unavailable, "no answer");
        fault.http_status = status.map(|status| StatusCode::from_u16(status).unwrap());
        let capture = Capture::of_connection(&*connection).unwrap();
        capture.repetition(Duration::ZERO, Some(&fault))
    };
    assert_eq!(after("checkout", Some(500)), AfterLooking);
    assert_eq!(after("checkout", Some(429)), WithItsKey);
    assert_eq!(after("checkout", None), WithItsKey);
    assert_eq!(after("stripe", Some(500)), WithItsKey);
}

/// What a key is remembered for is said of no flow that sends none.
#[test]
fn how_long_is_said_of_keys_that_are_sent() {
    let mut said = 0_usize;
    for connector in connectors::all() {
        for flow in connector.describe().flows {
            if flow.key_remembered_for_seconds.is_some() {
                assert!(flow.idempotency_key.is_some(), "{} {}", connector.name(), flow.name);
                said = said.saturating_add(1);
            }
        }
    }
    assert!(said >= 20, "only {said}");
}
