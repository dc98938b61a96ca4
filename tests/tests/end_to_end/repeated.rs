//! Whether an order that was sent once may be sent again, by how long ago that was.

use std::time::Duration;

use connector_core::{
    Authorize, Capture, Flow, PSync, Refund, Repetition, SetupMandate, SubmitEvidence,
};
use connector_tests::merchant::{connect, made_up_credentials};

use Repetition::{AfterLooking, Freely, WithItsKey};

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);

fn repetition<F: Flow>(connector: &str, since_the_first: Duration) -> Repetition {
    let connection = connect(connector, made_up_credentials(connector, str::to_owned));
    F::of_connection(&*connection).unwrap().repetition(since_the_first)
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
