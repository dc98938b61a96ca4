//! What a report does to a status that is known already.

use super::Status;

/// What became of a status when another was reported, by a sync or by a webhook.
///
/// Reports come late, twice and in any order. So a status only moves in the order in which the type
/// declares its statuses, and never once it is final: what is known is then the furthest of what was
/// reported, in whatever order it came, as long as the processor tells one end and not two.
///
/// ```
/// use connector_core::{Applied, AttemptStatus, Status};
///
/// let paid = AttemptStatus::Authorized.apply(AttemptStatus::Charged);
/// assert_eq!(paid, Applied::Advanced(AttemptStatus::Charged));
///
/// let late = AttemptStatus::Charged.apply(AttemptStatus::Authorized);
/// assert_eq!(late.known(), AttemptStatus::Charged);
/// assert!(!late.is_contradiction());
///
/// let other_end = AttemptStatus::Charged.apply(AttemptStatus::Failure);
/// assert_eq!(other_end.known(), AttemptStatus::Charged);
/// assert!(other_end.is_contradiction());
///
/// // The money was taken, and given back: both are true, one after the other.
/// let taken_back = AttemptStatus::Charged.apply(AttemptStatus::VoidedPostCapture);
/// let reversed = AttemptStatus::VoidedPostCapture;
/// assert_eq!(taken_back, Applied::Reversed { kept: AttemptStatus::Charged, by: reversed });
/// assert!(!taken_back.is_contradiction());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "it says what is known now"]
pub enum Applied<S> {
    /// This is new.
    Advanced(S),
    /// This was known.
    Unchanged(S),
    /// The money was taken, and was given back afterwards: by a void after the capture, or by the processor
    /// itself. The attempt was paid all the same and stays so, as with a refund; what was given back is to
    /// be booked beside it, and nothing to be shipped for it. Of a refund: it was told as done, and failed at
    /// the bank or the network afterwards. The money came back, and the customer has nothing: refund anew.
    Reversed {
        /// What was known, and stays.
        kept: S,
        /// By what it was reversed.
        by: S,
    },
    /// What was known stays: the report is of an earlier time, or tells another end.
    Refused {
        /// What was known, and stays.
        kept: S,
        /// What was reported.
        reported: S,
    },
}

impl<S> Applied<S> {
    /// What is known now.
    pub fn known(self) -> S {
        match self {
            Self::Advanced(status) | Self::Unchanged(status) => status,
            Self::Reversed { kept, .. } | Self::Refused { kept, .. } => kept,
        }
    }
}

impl<S: Status> Applied<S> {
    pub(super) fn of(previous: S, reported: S) -> Self {
        if previous == reported {
            Self::Unchanged(previous)
        } else if let Some(end) = previous.ends_with(reported) {
            Self::Advanced(end)
        } else if previous.can_become(reported) {
            Self::Advanced(reported)
        } else if reported.gives_back(previous) {
            Self::Reversed { kept: previous, by: reported }
        } else {
            Self::Refused { kept: previous, reported }
        }
    }

    /// Whether two ends were told, or one was denied. Somebody has to look: the money went one way only.
    pub fn is_contradiction(self) -> bool {
        match self {
            Self::Advanced(_) | Self::Unchanged(_) | Self::Reversed { .. } => false,
            Self::Refused { kept, reported } => {
                let is_other_end = kept.is_terminal() && reported.is_terminal();
                let is_explained = kept.gives_back(reported) || kept.agrees(reported);
                (is_other_end && !is_explained) || reported.denies(kept)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{AttemptStatus, DisputeStatus, MandateStatus, PayoutStatus, RefundStatus};

    fn fold<S: Status>(reports: &[S]) -> Option<S> {
        let (first, rest) = reports.split_first()?;
        Some(rest.iter().fold(*first, |known, reported| known.apply(*reported).known()))
    }

    /// Of every pair: one of three answers, the same report twice changes nothing, a final status
    /// never leaves, and nothing moves there and back.
    fn every_pair<S: Status>() {
        for &previous in S::ALL {
            for &reported in S::ALL {
                let applied = previous.apply(reported);
                let known = applied.known();
                let end = previous.ends_with(reported).unwrap_or(reported);
                assert!(known == previous || known == end, "{previous:?} {reported:?}");
                assert_eq!(known.apply(reported).known(), known, "{previous:?} {reported:?}");
                assert_eq!(matches!(applied, Applied::Unchanged(_)), previous == reported);
                assert_eq!(matches!(applied, Applied::Advanced(_)), known != previous);
                assert!(!previous.is_terminal() || known == previous);
                assert!(!(previous.can_become(reported) && reported.can_become(previous)));
                // An end is believed wherever it comes from; and of two that are no end, one is later.
                let is_denied = reported.denies(previous);
                if !previous.is_terminal() && previous != reported && !is_denied {
                    let is_later = reported.is_terminal() || !reported.can_become(previous);
                    assert_eq!(previous.can_become(reported), is_later);
                }
            }
        }
    }

    /// Reports with one end at most, and the same in another order.
    fn reports<S: Status>() -> impl Strategy<Value = (Vec<S>, Vec<S>)> {
        let all = || prop::sample::select(S::ALL);
        let reports = (prop::collection::vec(all(), 0..12), all(), all());
        let reports = reports.prop_map(|(mut reports, first, end)| {
            reports.retain(|status| !status.is_terminal() || *status == end);
            reports.push(if first.is_terminal() { end } else { first });
            // And with nothing that the end denies: one of both is wrong then, and which, the order decides.
            if reports.contains(&end) {
                reports.retain(|status| !status.denies(end) && !end.denies(*status));
            }
            reports
        });
        reports.prop_flat_map(|reports| (Just(reports.clone()), Just(reports).prop_shuffle()))
    }

    macro_rules! hold {
        ($($status:ident: $pairs:ident, $order:ident;)+) => {$(
            #[test]
            fn $pairs() {
                every_pair::<$status>();
            }

            proptest! {
                #[test]
                fn $order((reports, shuffled) in reports::<$status>()) {
                    prop_assert_eq!(fold(&reports), fold(&shuffled));
                    let twice = [reports.clone(), reports.clone()].concat();
                    prop_assert_eq!(fold(&reports), fold(&twice));
                }
            }
        )+};
    }

    /// A void after the capture comes after the end that it undoes: told late, twice or in any order, the
    /// payment was charged, and nobody is told of a contradiction.
    #[test]
    fn what_is_given_back_after_the_end_is_no_contradiction_and_no_other_end() {
        use AttemptStatus::{
            AutoRefunded, Charged, PartialCharged, VoidPostCaptureInitiated, Voided,
            VoidedPostCapture,
        };
        for taken in [Charged, PartialCharged] {
            for by in [VoidedPostCapture, AutoRefunded] {
                assert_eq!(taken.apply(by), Applied::Reversed { kept: taken, by });
                assert!(!taken.apply(by).is_contradiction());
                assert_eq!(taken.apply(by).known().apply(by).known(), taken);
                // The report of the charge that comes behind it tells an earlier time.
                let late = by.apply(taken);
                assert_eq!(late, Applied::Refused { kept: by, reported: taken });
                assert!(!late.is_contradiction());
            }
            // On its way it tells nothing yet.
            let on_its_way = taken.apply(VoidPostCaptureInitiated);
            assert!(
                matches!(on_its_way, Applied::Refused { .. }) && !on_its_way.is_contradiction()
            );
        }
        assert!(Charged.apply(Voided).is_contradiction(), "no money was taken, and it was");
        // Before the capture was told, the void after it is simply the end.
        assert_eq!(AttemptStatus::Authorized.apply(VoidedPostCapture).known(), VoidedPostCapture);
    }

    /// Of several captures one can fail: what the others took is taken, and the rest can be ordered again. Behind
    /// the end it is another matter: what was told as taken may not have been.
    #[test]
    fn a_capture_that_failed_ends_nothing_and_denies_what_was_told_as_taken() {
        use AttemptStatus::{
            CaptureFailed, Charged, PartialCharged, PartialChargedAndChargeable, Voided,
        };
        let kept = PartialChargedAndChargeable.apply(CaptureFailed);
        assert_eq!(kept.known(), PartialChargedAndChargeable);
        assert!(!kept.is_contradiction());
        for next in [PartialChargedAndChargeable, Charged, PartialCharged, Voided] {
            assert_eq!(CaptureFailed.apply(next), Applied::Advanced(next));
        }
        for end in [Charged, PartialCharged] {
            assert_eq!(end.apply(CaptureFailed).known(), end);
            assert!(end.apply(CaptureFailed).is_contradiction(), "{end}");
        }
        assert!(!Voided.apply(CaptureFailed).is_contradiction());
    }

    /// A part was taken, and the rest is let go: the end is that part, whoever says it.
    #[test]
    fn a_part_that_was_taken_stays_taken_when_the_rest_is_let_go() {
        use AttemptStatus::{
            AuthorizationFailed, Expired, Failure, PartialCharged, PartialChargedAndChargeable,
            Voided,
        };
        for rest in [Voided, Expired] {
            let ended = PartialChargedAndChargeable.apply(rest);
            assert_eq!(ended, Applied::Advanced(PartialCharged), "{rest}");
            assert!(!PartialCharged.apply(rest).is_contradiction(), "{rest}");
            // Who knew that nothing was taken hears that something was.
            for taken in [PartialChargedAndChargeable, PartialCharged] {
                assert_eq!(rest.apply(taken).known(), rest);
                assert!(rest.apply(taken).is_contradiction(), "{rest} {taken}");
            }
        }
        for refused in [AuthorizationFailed, Failure] {
            let denied = PartialChargedAndChargeable.apply(refused);
            assert_eq!(denied.known(), PartialChargedAndChargeable);
            assert!(denied.is_contradiction(), "{refused}");
        }
    }

    #[test]
    fn a_success_that_is_told_after_a_failure_is_a_contradiction_by_hand_too() {
        use AttemptStatus::{
            AuthorizationFailed, Authorized, Charged, Expired, Failure, PartiallyAuthorized,
            Voided, VoidedPostCapture,
        };
        for held in [Authorized, PartiallyAuthorized] {
            assert_eq!(Failure.apply(held).known(), Failure);
            assert!(Failure.apply(held).is_contradiction());
            // It was held before it was let go.
            assert!(!Voided.apply(held).is_contradiction());
        }
        // A processor that calls every void by one word.
        assert!(!VoidedPostCapture.apply(Voided).is_contradiction());
        for (one, other) in [(Voided, Expired), (Failure, AuthorizationFailed), (Voided, Failure)] {
            assert!(!one.apply(other).is_contradiction(), "no money was taken, in two words");
            assert!(Charged.apply(one).is_contradiction() && one.apply(Charged).is_contradiction());
        }
    }

    /// A refund that came back from the bank comes after the success that was told first.
    #[test]
    fn a_refund_that_fails_after_it_was_told_as_done_says_so() {
        use RefundStatus::{Failure, Success, TransactionFailure};
        let back = Success.apply(TransactionFailure);
        assert_eq!(back, Applied::Reversed { kept: Success, by: TransactionFailure });
        assert!(!back.is_contradiction());
        assert!(!TransactionFailure.apply(Success).is_contradiction());
        assert!(Success.apply(Failure).is_contradiction(), "it was refused, and it was done");
    }

    #[test]
    fn a_dispute_that_is_accepted_or_expired_is_lost_and_no_contradiction() {
        use DisputeStatus::{Accepted, Expired, Lost, Won};
        for end in [Accepted, Expired] {
            assert_eq!(end.apply(Lost), Applied::Refused { kept: end, reported: Lost });
            assert!(!end.apply(Lost).is_contradiction());
            assert!(!Lost.apply(end).is_contradiction());
            assert!(end.apply(Won).is_contradiction());
        }
        assert!(Lost.apply(Won).is_contradiction());
    }

    /// Two words for where the money is are no contradiction, of whatever it is the status of.
    #[test]
    fn two_ends_that_say_the_same_of_the_money_are_no_contradiction() {
        fn agree<S: Status>(groups: &[&[S]]) {
            for (one, group) in groups.iter().enumerate() {
                for (other, second) in groups.iter().enumerate() {
                    for (known, told) in
                        group.iter().flat_map(|known| second.iter().map(move |told| (known, told)))
                    {
                        let applied = known.apply(*told);
                        assert_eq!(applied.known(), *known);
                        assert_eq!(applied.is_contradiction(), one != other, "{known:?} {told:?}");
                    }
                }
            }
        }
        use DisputeStatus::{Accepted, Cancelled as TakenBack, Expired as Late, Lost, Won};
        use MandateStatus::{Inactive, Revoked};
        use PayoutStatus::{Cancelled, Expired, Failed, Ineligible, Success};
        agree(&[&[TakenBack, Won][..], &[Accepted, Late, Lost]]);
        agree(&[&[Inactive, Revoked][..]]);
        agree(&[&[Success][..], &[Cancelled, Expired, Failed, Ineligible]]);
        // What came back went before.
        assert!(!PayoutStatus::Reversed.apply(Failed).is_contradiction());
        assert!(!Failed.apply(PayoutStatus::Reversed).is_contradiction());
    }

    hold! {
        AttemptStatus: every_pair_of_attempts, attempts_end_alike_in_any_order;
        RefundStatus: every_pair_of_refunds, refunds_end_alike_in_any_order;
        DisputeStatus: every_pair_of_disputes, disputes_end_alike_in_any_order;
        PayoutStatus: every_pair_of_payouts, payouts_end_alike_in_any_order;
        MandateStatus: every_pair_of_mandates, mandates_end_alike_in_any_order;
    }
}
