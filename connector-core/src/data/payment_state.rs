//! What is known of a payment that is captured in parts, each told of by itself.

use serde::{Deserialize, Serialize};

use super::captures::taken;
use super::payment_integrity::more_than;
use super::{KnownCapture, KnownIds, PaymentsResponseData, ResponseData as _};
use crate::money::Money;
use crate::response::Discrepancy;
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
/// let failed = payment.apply(&told("c-1", AttemptStatus::CaptureFailed)?)?;
/// assert_eq!(failed, Applied::Advanced(AttemptStatus::CaptureFailed));
/// let taken = payment.apply(&told("c-2", AttemptStatus::CaptureInitiated)?)?;
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
    #[serde(default)]
    ids: KnownIds,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    /// The last that is known of each, one for an id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    captures: Vec<KnownCapture>,
}

impl PaymentState {
    /// Where nothing else is known. The amount is what the payment is for: answers and events are held against it,
    /// and without one, captures are never all of it.
    #[must_use]
    pub fn new(status: AttemptStatus, amount: Option<Money>) -> Self {
        Self { told: status, ids: KnownIds::default(), amount, captures: Vec::new() }
    }

    /// What the payment is for, where that has changed: the authorization was raised.
    pub fn set_amount(&mut self, amount: Money) {
        self.amount = Some(amount);
        self.settle();
    }

    /// The payment, as its processor names it, and what later orders about it are made of.
    #[must_use]
    pub const fn ids(&self) -> &KnownIds {
        &self.ids
    }

    /// What is known of each capture.
    #[must_use]
    pub fn captures(&self) -> &[KnownCapture] {
        &self.captures
    }

    /// What is true of the payment.
    #[must_use]
    pub fn status(&self) -> AttemptStatus {
        let captured = self.of_captures();
        captured.map_or(self.told, |captured| self.told.apply(captured).known())
    }

    /// Takes over what an answer or an event tells, in whatever order they come.
    ///
    /// # Errors
    /// The [`Discrepancy`] where it is about another payment, amount or currency: nothing of it is taken over. And
    /// where the captures took more than the payment is for: that is known now, and somebody has to look.
    pub fn apply(
        &mut self,
        told: &PaymentsResponseData,
    ) -> Result<Applied<AttemptStatus>, Discrepancy> {
        let told = &told.clone().of_a_payment_of(self.amount);
        told.of_another_amount(self.amount).or_else(|| told.contradiction()).map_or(Ok(()), Err)?;
        self.ids.learn(told)?;
        for capture in &told.captures {
            self.capture(KnownCapture::of(capture));
        }
        let before = self.status();
        let applied = match KnownCapture::alone(told) {
            Some(capture) => self.apply_capture(before, capture),
            None => self.apply_whole(before, told.status.status),
        };
        self.settle();
        self.took_too_much().map_or(Ok(applied), Err)
    }

    fn apply_whole(
        &mut self,
        before: AttemptStatus,
        word: AttemptStatus,
    ) -> Applied<AttemptStatus> {
        // Of however much something was taken: what is let go is the rest.
        let is_taken = self.captures.iter().any(|one| one.status == AttemptStatus::Charged);
        let is_the_rest = before == AttemptStatus::CaptureInitiated && is_taken && word.lets_go();
        let word = if is_the_rest { AttemptStatus::PartialCharged } else { word };
        let applied = before.apply(word);
        if !matches!(applied, Applied::Refused { .. }) {
            let known = applied.known();
            self.told = if known.is_terminal() { known } else { self.told.apply(word).known() };
        }
        applied
    }

    fn apply_capture(
        &mut self,
        before: AttemptStatus,
        capture: KnownCapture,
    ) -> Applied<AttemptStatus> {
        let own = capture.status;
        let is_new = self.capture(Some(capture));
        // One that is done says how much is taken; any other speaks for itself, unless the end stands without it.
        let says = |captured: &AttemptStatus| own == AttemptStatus::Charged || *captured == before;
        let reported = self.of_captures().filter(says).unwrap_or(own);
        if before.is_terminal() {
            return before.apply(reported);
        }
        match self.status() {
            after if after != before => Applied::Advanced(after),
            _ if is_new || reported == before => Applied::Unchanged(before),
            _ => Applied::Refused { kept: before, reported },
        }
    }

    /// Whether that is new.
    fn capture(&mut self, told: Option<KnownCapture>) -> bool {
        let Some(told) = told else { return false };
        let same = |one: &&mut KnownCapture| one.connector_capture_id == told.connector_capture_id;
        match self.captures.iter_mut().find(same) {
            None => self.captures.push(told),
            Some(known) => return known.learn(told),
        }
        true
    }

    /// An end that the captures came to stays, whatever is told of one of them afterwards.
    fn settle(&mut self) {
        let status = self.status();
        if status.is_terminal() {
            self.told = status;
        }
    }

    fn taken(&self) -> Option<Money> {
        taken(self.captures.iter().map(|one| (one.status, one.amount)))
    }

    fn took_too_much(&self) -> Option<Discrepancy> {
        let (taken, whole) = self.taken().zip(self.amount)?;
        more_than(whole, taken)
    }

    /// What the captures make of the payment.
    fn of_captures(&self) -> Option<AttemptStatus> {
        let has = |status| self.captures.iter().any(|one| one.status == status);
        let is_all = || {
            let (taken, whole) = self.taken().zip(self.amount)?;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::data::CaptureResult;
    use crate::id::{CaptureId, PaymentId};
    use crate::status::StatusReport;
    use AttemptStatus::{
        Authorized, CaptureFailed, CaptureInitiated, Charged, Expired, Failure, PartialCharged,
        PartialChargedAndChargeable, Pending, Voided,
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

    /// What each of these made of it.
    fn all(reports: &[PaymentsResponseData]) -> Vec<Applied<AttemptStatus>> {
        let mut payment = authorized();
        reports.iter().map(|report| payment.apply(report).unwrap()).collect()
    }

    #[test]
    fn a_second_capture_succeeds_where_the_first_one_failed() {
        let reports = [
            about(1, CaptureInitiated),
            about(1, CaptureFailed),
            about(2, CaptureInitiated),
            done(2, 1_000),
            done(2, 1_000),
        ];
        let told = [CaptureInitiated, CaptureFailed, CaptureInitiated, Charged];
        let mut told: Vec<_> = told.into_iter().map(Applied::Advanced).collect();
        told.push(Applied::Unchanged(Charged));
        assert_eq!(all(&reports), told);
    }

    #[test]
    fn parts_are_added_up_until_they_are_all_of_it() {
        let part = PartialChargedAndChargeable;
        let nameless = PaymentsResponseData { capture: done(3, 1).capture, ..whole(Authorized) };
        let reports =
            [done(1, 300), done(1, 300), about(2, CaptureInitiated), done(2, 699), nameless];
        let (same, end) = (Applied::Unchanged(part), Applied::Advanced(Charged));
        assert_eq!(all(&reports), [Applied::Advanced(part), same, same, same, end]);
    }

    #[test]
    fn what_was_taken_is_not_forgotten_when_the_rest_is_let_go() {
        for rest in [Voided, Expired] {
            assert_eq!(all(&[done(1, 300), whole(rest)])[1], Applied::Advanced(PartialCharged));
            // Told the other way round, somebody has to look: nothing was taken, and then it was.
            for taken in [300, 1_000] {
                let late = all(&[whole(rest), done(1, taken)])[1];
                assert!(late.known() == rest && late.is_contradiction(), "{late:?}");
            }
        }
        let failed = all(&[done(1, 300), whole(Failure)])[1];
        assert!(failed.known() == PartialChargedAndChargeable && failed.is_contradiction());
    }

    #[test]
    fn a_capture_that_fails_behind_the_end_is_a_contradiction_where_it_was_counted() {
        assert_eq!(all(&[done(2, 1_000), about(1, CaptureFailed)])[1], Applied::Unchanged(Charged));
        let late = all(&[done(1, 600), done(2, 400), about(1, CaptureFailed)])[2];
        assert_eq!(late, Applied::Refused { kept: Charged, reported: CaptureFailed });
        assert!(late.is_contradiction());
    }

    #[test]
    fn without_the_whole_amount_a_capture_is_never_all_of_it() {
        let mut payment = PaymentState::new(Authorized, None);
        assert_eq!(payment.apply(&done(1, 1_000)).unwrap().known(), CaptureInitiated);
        payment.set_amount(euros(1_000));
        assert_eq!(payment.status(), Charged);
        // Nor is one in another currency, whatever its number.
        let mut payment = PaymentState::new(Authorized, None);
        assert_eq!(payment.apply(&done(1, 1_000)).unwrap().known(), CaptureInitiated);
        payment.set_amount(Money::new(10.try_into().unwrap(), "USD".parse().unwrap()));
        assert_eq!(payment.status(), CaptureInitiated);
        // How much it was can be told later.
        let mut nothing = done(1, 0);
        nothing.capture.as_mut().unwrap().amount = None;
        assert_eq!(all(&[nothing, done(1, 1_000)])[1], Applied::Advanced(Charged));
    }

    #[test]
    fn what_is_let_go_behind_a_capture_of_an_unknown_whole_is_the_rest() {
        for rest in [Voided, Expired] {
            let mut payment = PaymentState::new(Authorized, None);
            assert_eq!(payment.apply(&done(1, 300)).unwrap().known(), CaptureInitiated);
            assert_eq!(payment.apply(&whole(rest)).unwrap(), Applied::Advanced(PartialCharged));
            // Of what was ordered and is not done yet, nothing was taken.
            let mut payment = PaymentState::new(Authorized, None);
            assert!(payment.apply(&about(1, CaptureInitiated)).is_ok());
            assert_eq!(payment.apply(&whole(rest)).unwrap(), Applied::Advanced(rest));
        }
    }

    #[test]
    fn what_is_about_another_payment_amount_or_currency_changes_nothing() {
        let named = |name: &str| PaymentsResponseData {
            connector_transaction_id: Some(PaymentId::new(name).unwrap()),
            ..whole(Charged)
        };
        let mut payment = authorized();
        let own = PaymentsResponseData { amount: Some(euros(1_000)), ..named("p-1") };
        let own = PaymentsResponseData { status: whole(Authorized).status, ..own };
        assert_eq!(payment.apply(&own), Ok(Applied::Unchanged(Authorized)));
        let dollars = Money::new(1_000.try_into().unwrap(), "USD".parse().unwrap());
        for (field, other) in [
            ("connector_transaction_id", named("p-2")),
            ("amount", PaymentsResponseData { amount: Some(euros(100)), ..named("p-1") }),
            ("currency", PaymentsResponseData { amount: Some(dollars), ..named("p-1") }),
        ] {
            assert_eq!(payment.apply(&other).unwrap_err().field, field);
            assert_eq!(payment.status(), Authorized);
        }
        assert_eq!(payment.ids().connector_transaction_id.as_ref().unwrap().as_str(), "p-1");
    }

    #[test]
    fn how_much_was_captured_is_held_against_what_the_payment_is_for() {
        let captured = |word, minor| PaymentsResponseData {
            amount_captured: Some(euros(minor)),
            ..whole(word)
        };
        for (word, minor, known) in [
            (Charged, 300, PartialCharged),
            (Charged, 1_000, Charged),
            (Authorized, 300, PartialChargedAndChargeable),
            (Authorized, 1_000, Charged),
            (PartialChargedAndChargeable, 1_000, Charged),
            (Voided, 300, PartialCharged),
        ] {
            assert_eq!(all(&[captured(word, minor)]), [Applied::Advanced(known)], "{word} {minor}");
        }
        let nobody_knows = PaymentState::new(Authorized, None).apply(&captured(Charged, 300));
        assert_eq!(nobody_knows, Ok(Applied::Advanced(Charged)));
        let contradicts = authorized().apply(&captured(AttemptStatus::AuthenticationPending, 300));
        assert_eq!(contradicts.unwrap_err().field, "amount_captured");
    }

    #[test]
    fn captures_that_take_too_much_are_known_and_somebody_looks() {
        let mut payment = authorized();
        assert!(payment.apply(&done(1, 600)).is_ok());
        let error = payment.apply(&done(2, 600)).unwrap_err();
        assert_eq!((error.field, &*error.told), ("amount_captured", "12.00 EUR"));
        assert_eq!((payment.status(), payment.captures().len()), (Charged, 2));
    }

    #[test]
    fn a_part_that_is_held_is_no_other_amount() {
        let held = |minor: i64| PaymentsResponseData {
            amount: Some(euros(minor)),
            ..whole(AttemptStatus::PartiallyAuthorized)
        };
        let mut payment = PaymentState::new(Pending, Some(euros(1_000)));
        let part = Applied::Advanced(AttemptStatus::PartiallyAuthorized);
        assert_eq!(payment.apply(&held(600)), Ok(part));
        assert_eq!(payment.apply(&held(1_001)).unwrap_err().field, "amount");
    }

    #[test]
    fn what_is_known_is_kept_as_json() {
        let mut payment = authorized();
        let _ = payment.apply(&done(1, 300)).unwrap();
        let named = PaymentId::new("p-1").ok();
        let named = PaymentsResponseData { connector_transaction_id: named, ..whole(Authorized) };
        let _ = payment.apply(&named).unwrap();
        let json = serde_json::to_string(&payment).unwrap();
        assert_eq!(serde_json::from_str::<PaymentState>(&json).unwrap(), payment);
    }

    /// What can be told of three captures of which each went one way, of the payment, and of its end where that
    /// denies no capture; and the same in another order.
    fn reports() -> impl Strategy<Value = (Vec<PaymentsResponseData>, Vec<PaymentsResponseData>)> {
        let amounts = prop::collection::vec(prop::option::of(1..=333_i64), 2);
        let report = (0..3_usize, any::<bool>(), prop::sample::select(vec![Pending, Authorized]));
        let reports = prop::collection::vec((report, any::<bool>()), 1..12);
        let reports = (amounts, prop::option::of(Just(())), reports, any::<bool>());
        let reports = reports.prop_map(|(mut amounts, third, reports, is_voided)| {
            // Together they take all of it, where each of them takes something.
            let taken: i64 = amounts.iter().flatten().sum();
            amounts.push(third.map(|()| 1_000_i64.saturating_sub(taken)));
            // Of the payment is told, too, how much was taken by then: by the first of them, if none failed.
            let so_far =
                |which: usize| amounts.get(..=which).unwrap().iter().copied().sum::<Option<i64>>();
            let told = |((which, is_end, word), of_whole)| match (of_whole, is_end, amounts[which])
            {
                (true, true, _) if amounts.iter().all(Option::is_some) => PaymentsResponseData {
                    amount_captured: so_far(which).map(euros),
                    ..whole(word)
                },
                (true, ..) => whole(word),
                (_, false, _) => about(u8::try_from(which).unwrap(), CaptureInitiated),
                (_, true, None) => about(u8::try_from(which).unwrap(), CaptureFailed),
                (_, true, Some(minor)) => done(u8::try_from(which).unwrap(), minor),
            };
            let mut reports: Vec<_> = reports.into_iter().map(told).collect();
            let took =
                |one: &PaymentsResponseData| one.capture.is_some() || one.amount_captured.is_some();
            if is_voided && !reports.iter().any(took) {
                reports.push(whole(Voided));
            }
            reports
        });
        reports.prop_flat_map(|reports| (Just(reports.clone()), Just(reports).prop_shuffle()))
    }

    proptest! {
        #[test]
        fn captured_payments_end_alike_in_any_order((reports, shuffled) in reports()) {
            let fold = |reports: &[PaymentsResponseData]| {
                let mut payment = authorized();
                for report in reports {
                    let before = payment.status();
                    let applied = payment.apply(report).unwrap();
                    assert_eq!(applied.known(), payment.status());
                    assert_eq!(matches!(applied, Applied::Advanced(_)), payment.status() != before);
                    assert!(!before.is_terminal() || payment.status() == before);
                    assert!(!applied.is_contradiction(), "{applied:?}");
                }
                payment.status()
            };
            let known = fold(&reports);
            prop_assert_eq!(known, fold(&shuffled));
            prop_assert_eq!(known, fold(&[reports.clone(), reports.clone()].concat()));
        }
    }
}
