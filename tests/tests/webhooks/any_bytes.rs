//! No bytes and no headers make a connector panic, or believe what nobody has signed.

use connector_core::EventTold;
use proptest::prelude::*;

use connector_tests::delivery::cases::bodies;
use connector_tests::delivery::{Delivery, SENDERS, in_headers};

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        "[\\[\\]{}\":,0-9a-z. -]{0,80}".prop_map(String::into_bytes),
        ("[a-z_.]{0,30}", "[\\[\\]{}\":,0-9a-z. -]{0,60}").prop_map(|(kind, data)| {
            format!(r#"{{"type": "{kind}", "data": {{"object": {{{data}}}}}}}"#).into_bytes()
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_nobody_has_signed_is_refused(
        body in body(),
        value in prop_oneof!["[ -~]{0,90}", "(t=[0-9]{0,12},)?v1=[0-9a-f]{0,70}", "[0-9a-f]{64}"],
        now in any::<u32>(),
    ) {
        for sender in in_headers() {
            let good = sender.deliver(body.clone());
            let headers = good.headers.iter().map(|(name, _)| (*name, value.clone())).collect();
            let forged = Delivery { headers, now: now.into(), ..good };
            prop_assert!(forged.receive().is_err());
        }
    }

    /// Whatever a processor signs is taken: an error would make it send the same for days.
    #[test]
    fn whatever_is_signed_is_taken(body in body()) {
        prop_assume!(!body.trim_ascii().is_empty());
        for sender in SENDERS.iter().filter(|sender| !sender.needs_events()) {
            let received = sender.deliver(body.clone()).receive();
            let received = received.unwrap();
            prop_assert!(!received.events.is_empty());
            for event in received.events {
                let (kind, told) = (&event.kind, &event.told);
                prop_assert!(
                    matches!(told, EventTold::NoInformation(_)) || !kind.is_empty(),
                    "{told:?}"
                );
            }
        }
    }

    /// Events that are nearly good, so that the reading gets further.
    #[test]
    fn a_good_event_with_a_piece_replaced_never_panics(
        place in any::<prop::sample::Index>(),
        length in 0_usize..12,
        piece in "[\\[\\]{}\":,0-9.eE-]{0,12}",
    ) {
        for (sender, body) in bodies() {
            let body = body.as_bytes();
            let start = place.index(body.len());
            let end = start.saturating_add(length).min(body.len());
            let body = [&body[..start], piece.as_bytes(), &body[end..]].concat();
            prop_assume!(!body.trim_ascii().is_empty());
            let received = sender.deliver(body).receive();
            prop_assert!(received.is_ok() || sender.needs_events());
        }
    }
}
