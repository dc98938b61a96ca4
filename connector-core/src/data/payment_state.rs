//! What is known of a payment that is captured in parts, each told of by itself.

use serde::{Deserialize, Serialize};

use super::PaymentsResponseData;
use super::captures::taken;
use crate::id::CaptureId;
use crate::money::Money;
use crate::status::{Applied, AttemptStatus, Status as _};

/// A payment's status, and what became of each of its captures.
///
/// Some processors tell of every capture by itself and never of the payment as a whole, so that no answer says
/// that all of it is taken: Adyen's do. A second capture may succeed where the first one failed. Here the
/// captures are kept by their ids, and the status follows from how much they took, whatever came in between.
///
/// ```
/// use connector_core::{Applied, AttemptStatus, Money, PaymentState};
/// # use connector_core::{CaptureId, PaymentsResponseData, ResponseData, StatusReport};
/// # fn told(id: &str, status: AttemptStatus) -> Result<PaymentsResponseData, connector_core::IdError> {
/// #     let mut told = PaymentsResponseData::reported(StatusReport::known(status, "word"));
/// #     told.connector_capture_id = Some(CaptureId::new(id)?);
/// #     Ok(told)
/// # }
///
/// let whole = Money::new(1_000.try_into()?, "EUR".parse()?); // ten euros, in minor units
/// let mut payment = PaymentState::new(AttemptStatus::Authorized, Some(whole));
///
/// // The first order to capture fails, and the second one is taken.
/// let _ = payment.apply(&told("c-1", AttemptStatus::CaptureFailed)?);
/// assert_eq!(payment.status(), AttemptStatus::CaptureFailed);
/// let taken = payment.apply(&told("c-2", AttemptStatus::CaptureInitiated)?);
/// assert_eq!(taken, Applied::Advanced(AttemptStatus::CaptureInitiated));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// An end stays, as everywhere: a capture that is told to have failed after the payment was
/// [`Charged`](AttemptStatus::Charged) is refused, and is a
/// [contradiction](Applied::is_contradiction) that somebody has to look at.
///
/// It has a JSON form, to be kept between two events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentState {
    /// What was told of the payment as a whole, or the end that its captures came to.
    told: AttemptStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    /// The last that is known of each, one for an id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    captures: Vec<KnownCapture>,
}

/// What is known of one capture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct KnownCapture {
    /// The capture, as its processor names it.
    pub connector_capture_id: CaptureId,
    /// What became of it: `Charged` says that it is done, however small a part of the payment it is.
    pub status: AttemptStatus,
    /// How much it takes, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

impl PaymentState {
    /// Where nothing is known of captures. The amount is what the payment is for; without one, captures are
    /// never all of it.
    #[must_use]
    pub const fn new(status: AttemptStatus, amount: Option<Money>) -> Self {
        Self { told: status, amount, captures: Vec::new() }
    }

    /// What the payment is for, where that has changed: the authorization was raised.
    pub fn set_amount(&mut self, amount: Money) {
        self.amount = Some(amount);
        self.settle();
    }

    /// What is known of each capture.
    #[must_use]
    pub fn captures(&self) -> &[KnownCapture] {
        &self.captures
    }

    /// What is true of the payment.
    #[must_use]
    pub fn status(&self) -> AttemptStatus {
        let Some(captured) = self.of_captures() else { return self.told };
        if self.told.can_become(captured) { captured } else { self.told }
    }

    /// Takes over what an answer or an event tells, in whatever order they come.
    pub fn apply(&mut self, told: &PaymentsResponseData) -> Applied<AttemptStatus> {
        let (before, reported) = (self.status(), told.status.status);
        let Some(capture) = of_one_capture(told) else {
            let applied = before.apply(reported);
            self.told = self.told.apply(reported).known();
            return applied;
        };
        let id = &capture.connector_capture_id;
        match self.captures.iter_mut().find(|one| one.connector_capture_id == *id) {
            None => self.captures.push(capture),
            Some(known) if age(&capture) > age(known) => *known = capture,
            Some(known) if age(&capture) == age(known) => return Applied::Unchanged(before),
            Some(_) => return Applied::Refused { kept: before, reported },
        }
        if before.is_terminal() {
            return before.apply(reported);
        }
        self.settle();
        let after = self.status();
        if after == before { Applied::Unchanged(before) } else { Applied::Advanced(after) }
    }

    /// An end that the captures came to stays, whatever is told of one of them afterwards.
    fn settle(&mut self) {
        let status = self.status();
        if status.is_terminal() {
            self.told = status;
        }
    }

    /// What the captures make of the payment.
    fn of_captures(&self) -> Option<AttemptStatus> {
        let has = |status| self.captures.iter().any(|one| one.status == status);
        let is_all = || {
            let (taken, whole) =
                taken(self.captures.iter().map(|one| (one.status, one.amount))).zip(self.amount)?;
            (taken.currency == whole.currency).then_some(taken.minor_amount >= whole.minor_amount)
        };
        if has(AttemptStatus::Charged) {
            return Some(match is_all() {
                Some(true) => AttemptStatus::Charged,
                Some(false) => AttemptStatus::PartialChargedAndChargeable,
                // It is known that something was taken, and not how much of what.
                None => AttemptStatus::CaptureInitiated,
            });
        }
        let under_way = [AttemptStatus::CaptureInitiated, AttemptStatus::CaptureFailed];
        under_way.into_iter().find(|status| has(*status))
    }
}

/// The capture that is told of by itself: with its own status, or with the payment's, which is about what it names.
fn of_one_capture(told: &PaymentsResponseData) -> Option<KnownCapture> {
    let of_one = [AttemptStatus::CaptureInitiated, AttemptStatus::CaptureFailed];
    let (id, (status, amount)) = match &told.capture {
        Some(capture) => (&capture.connector_capture_id, capture.told()),
        None if of_one.contains(&told.status.status) => {
            (&told.connector_capture_id, (told.status.status, None))
        }
        None => return None,
    };
    Some(KnownCapture { connector_capture_id: id.clone()?, status, amount })
}

/// A capture is ordered, done, and at last may fail at the network all the same.
fn age(capture: &KnownCapture) -> u8 {
    match capture.status {
        AttemptStatus::CaptureFailed => 2,
        AttemptStatus::Charged => 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::{CaptureResult, ResponseData as _};
    use crate::status::StatusReport;
    use AttemptStatus::{
        Authorized, CaptureFailed, CaptureInitiated, Charged, PartialChargedAndChargeable, Pending,
        Voided,
    };

    fn euros(minor: i64) -> Money {
        Money::new(minor.try_into().unwrap(), "EUR".parse().unwrap())
    }

    fn whole(status: AttemptStatus) -> PaymentsResponseData {
        PaymentsResponseData::reported(StatusReport::known(status, "word"))
    }

    fn id(number: u8) -> Option<CaptureId> {
        Some(CaptureId::new(format!("c-{number}")).unwrap())
    }

    /// The payment's word, and the capture that it is about.
    fn about(number: u8, status: AttemptStatus) -> PaymentsResponseData {
        PaymentsResponseData { connector_capture_id: id(number), ..whole(status) }
    }

    fn done(number: u8, minor: i64) -> PaymentsResponseData {
        let capture = CaptureResult::new(StatusReport::known(Charged, "done"));
        let capture = CaptureResult {
            connector_capture_id: id(number),
            amount: Some(euros(minor)),
            ..capture
        };
        PaymentsResponseData { capture: Some(Box::new(capture)), ..whole(CaptureInitiated) }
    }

    fn authorized() -> PaymentState {
        PaymentState::new(Authorized, Some(euros(1_000)))
    }

    #[test]
    fn a_second_capture_succeeds_where_the_first_one_failed() {
        let mut payment = authorized();
        assert_eq!(payment.apply(&about(1, CaptureInitiated)), Applied::Advanced(CaptureInitiated));
        assert_eq!(payment.apply(&about(1, CaptureFailed)), Applied::Advanced(CaptureFailed));
        assert_eq!(payment.apply(&about(2, CaptureInitiated)), Applied::Advanced(CaptureInitiated));
        assert_eq!(payment.apply(&done(2, 1_000)), Applied::Advanced(Charged));
        assert_eq!(payment.apply(&done(2, 1_000)).known(), Charged);
    }

    #[test]
    fn parts_are_added_up_until_they_are_all_of_it() {
        let mut payment = authorized();
        let next = |payment: &mut PaymentState, told| payment.apply(&told);
        let part = PartialChargedAndChargeable;
        assert_eq!(next(&mut payment, done(1, 300)), Applied::Advanced(part));
        assert_eq!(next(&mut payment, done(1, 300)).known(), part, "twice is once");
        assert_eq!(next(&mut payment, about(2, CaptureInitiated)), Applied::Unchanged(part));
        assert_eq!(next(&mut payment, done(2, 699)), Applied::Unchanged(part));
        assert_eq!(next(&mut payment, done(3, 1)), Applied::Advanced(Charged));
    }

    #[test]
    fn a_capture_that_fails_behind_the_end_is_a_contradiction() {
        let mut payment = authorized();
        let _ = payment.apply(&done(1, 1_000));
        let late = payment.apply(&about(1, CaptureFailed));
        assert_eq!(late, Applied::Refused { kept: Charged, reported: CaptureFailed });
        assert!(late.is_contradiction());
        assert_eq!(payment.status(), Charged);
    }

    #[test]
    fn without_the_whole_amount_a_capture_is_never_all_of_it() {
        let mut payment = PaymentState::new(Authorized, None);
        assert_eq!(payment.apply(&done(1, 1_000)).known(), CaptureInitiated);
        payment.set_amount(euros(1_000));
        assert_eq!(payment.status(), Charged);
    }

    #[test]
    fn what_is_known_is_kept_as_json() {
        let mut payment = authorized();
        let _ = payment.apply(&done(1, 300));
        let json = serde_json::to_string(&payment).unwrap();
        assert_eq!(serde_json::from_str::<PaymentState>(&json).unwrap(), payment);
    }

    /// What can be told of three captures of which each went one way, and of the payment; and the same in another
    /// order.
    fn reports() -> impl Strategy<Value = (Vec<PaymentsResponseData>, Vec<PaymentsResponseData>)> {
        let amounts = prop::collection::vec(prop::option::of(0..400_i64), 3);
        let report = (0..3_usize, any::<bool>(), prop::sample::select(vec![Pending, Authorized]));
        let reports = (amounts, prop::collection::vec((report, any::<bool>()), 1..12));
        let reports = reports.prop_map(|(amounts, reports)| {
            let told = |((which, is_end, word), of_whole)| match (of_whole, is_end, amounts[which])
            {
                (true, ..) => whole(word),
                (_, false, _) => about(u8::try_from(which).unwrap(), CaptureInitiated),
                (_, true, None) => about(u8::try_from(which).unwrap(), CaptureFailed),
                (_, true, Some(minor)) => done(u8::try_from(which).unwrap(), minor),
            };
            reports.into_iter().map(told).collect::<Vec<_>>()
        });
        reports.prop_flat_map(|reports| (Just(reports.clone()), Just(reports).prop_shuffle()))
    }

    proptest! {
        #[test]
        fn captured_payments_end_alike_in_any_order((reports, shuffled) in reports(), is_voided in any::<bool>()) {
            let fold = |reports: &[PaymentsResponseData]| {
                let mut payment = authorized();
                for report in reports {
                    let before = payment.status();
                    let applied = payment.apply(report);
                    assert_eq!(applied.known(), payment.status());
                    assert!(!before.is_terminal() || payment.status() == before);
                    assert!(!applied.is_contradiction());
                }
                payment.status()
            };
            let known = fold(&reports);
            prop_assert_eq!(known, fold(&shuffled));
            prop_assert_eq!(known, fold(&[reports.clone(), reports.clone()].concat()));
            let mut payment = authorized();
            for report in &reports {
                let _ = payment.apply(report);
            }
            if is_voided && !known.is_terminal() {
                prop_assert_eq!(payment.apply(&whole(Voided)), Applied::Advanced(Voided));
            }
        }
    }
}
