//! No answer makes a connector panic, whatever it is made of.

use connector_tests::good_answer::GoodAnswer;
use http::StatusCode;
use proptest::prelude::*;

fn status() -> impl Strategy<Value = StatusCode> {
    prop_oneof![Just(200_u16), Just(201), Just(204), 300_u16..600, Just(100), Just(999)]
        .prop_map(|code| StatusCode::from_u16(code).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_by_chance_are_never_a_status(
        status in status(),
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "[\\[\\]{}\":,0-9a-z. -]{0,60}".prop_map(String::into_bytes),
        ],
    ) {
        for good in GoodAnswer::all() {
            let report = good.read_with(status, "application/json", body.clone());
            prop_assert_eq!(report.status, None);
        }
    }

    /// Much closer to what a connector expects, so that the reading gets further. A status may well
    /// come of it: most changes hit what nobody reads.
    #[test]
    fn a_good_answer_with_a_piece_replaced_never_panics(
        status in status(),
        place in any::<prop::sample::Index>(),
        length in 0_usize..12,
        piece in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..12),
            "[\\[\\]{}\":,0-9.eE-]{0,12}".prop_map(String::into_bytes),
        ],
    ) {
        for good in GoodAnswer::all() {
            let start = place.index(good.body.len());
            let end = start.saturating_add(length).min(good.body.len());
            let body = [&good.body[..start], &piece, &good.body[end..]].concat();
            let report = good.read_with(status, "application/json", body);
            prop_assert!(status.is_success() || report.status.is_none());
        }
    }
}
