//! What is no answer is never a status, and no panic.

use connector_core::Report;
use connector_core::prelude::*;
use proptest::prelude::*;

use super::forms::{InForm, XML, XmlReply};
use super::lists::{Actions, Page};
use super::shapes::{FOUND, Reply};
use super::{Transaction, payment, refund, told};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_by_chance_never_panic_and_are_no_status(
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "[<>/&;=a-c\\[\\]\"!?%+ -]{0,60}".prop_map(String::into_bytes),
            "[\\[\\]{}\":,0-9a-z. -]{0,60}".prop_map(String::into_bytes),
        ],
    ) {
        let status = |told: Result<Report, String>| told.ok().and_then(|report| report.status);
        prop_assert_eq!(status(told::<Reply, PSync>(&payment(), &body)), None);
        prop_assert_eq!(status(told::<XmlReply, PSync>(&payment(), &body)), None);
        prop_assert_eq!(status(told::<InForm, PSync>(&payment(), &body)), None);
        prop_assert_eq!(status(told::<Actions, RSync>(&refund(), &body)), None);
        prop_assert_eq!(status(told::<Page, RSync>(&refund(), &body)), None);
    }

    /// Much closer to what is expected, so that the reading gets further.
    #[test]
    fn a_good_answer_with_a_piece_replaced_never_panics(
        place in any::<prop::sample::Index>(),
        piece in "[<>/&;=a-c\\[\\]{}\":,!?%+ -]{0,8}",
    ) {
        for good in [FOUND, XML, "id=p_1&status=paid&amount=10.50&currency=eur"] {
            let at = place.index(good.len());
            let body = [&good.as_bytes()[..at], piece.as_bytes(), &good.as_bytes()[at..]].concat();
            drop(told::<Reply, PSync>(&payment(), &body));
            drop(told::<XmlReply, PSync>(&payment(), &body));
            drop(told::<InForm, PSync>(&payment(), &body));
        }
    }

    #[test]
    fn a_list_where_an_object_is_documented_is_not_read(blanks in "[ \n\t]{0,5}") {
        let list = format!("{blanks}[\"p_1\", \"paid\", 10.50, \"EUR\"]");
        prop_assert!(told::<Transaction, PSync>(&payment(), list.as_bytes()).is_err());
    }
}
