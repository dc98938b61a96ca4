//! The captures of a payment, where it is taken in several parts: asking for each, and what each tells.

use serde::{Deserialize, Serialize};

use super::learned;
use crate::id::{CaptureId, MerchantReference};
use crate::money::{MinorUnit, Money};
use crate::report::id_text;
use crate::response::{Mask, ProcessorError};
use crate::status::{AttemptStatus, Status as _};

/// What a PSync asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SyncRequestType {
    /// What became of the payment as a whole.
    SinglePaymentSync,
    /// And what became of each of its captures. A processor that does not tell them is not asked: the list
    /// would be empty, as if nothing were captured.
    MultipleCaptureSync,
}

learned! {
    /// One capture of a payment, as an answer about the payment tells of it.
    CaptureResult {
        /// What became of it: `Charged` says that it is done, however small a part of the payment it is.
        status: AttemptStatus,
        /// The capture, as its processor names it.
        connector_capture_id: CaptureId,
        /// How much it takes.
        amount: Money,
        /// What the merchant called it, as the processor echoes it.
        connector_response_reference_id: MerchantReference,
    }
}

impl CaptureResult {
    /// What became of it, and how much it takes.
    pub(super) fn told(&self) -> (AttemptStatus, Option<Money>) {
        (self.status.status, self.amount)
    }

    pub(super) fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_capture_id);
        mask.id(&mut self.connector_response_reference_id);
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    pub(super) fn report(&self) -> CaptureReport {
        CaptureReport {
            status: self.status.status.name(),
            connector_status: self.status.connector_status.to_string(),
            connector_capture_id: id_text(&self.connector_capture_id),
            connector_response_reference_id: id_text(&self.connector_response_reference_id),
            amount: self.amount,
            error: self.error.clone(),
        }
    }
}

/// One capture in a [`Report`](crate::Report).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CaptureReport {
    /// What became of it, in our words.
    pub status: &'static str,
    /// The same as the processor spelled it.
    pub connector_status: String,
    /// The capture, as its processor names it.
    pub connector_capture_id: Option<Box<str>>,
    /// What the merchant called it.
    pub connector_response_reference_id: Option<Box<str>>,
    /// How much it takes; in JSON in minor units of the report's `currency`.
    #[serde(serialize_with = "crate::report::minor")]
    pub amount: Option<Money>,
    /// Why it failed.
    pub error: Option<ProcessorError>,
}

/// What all captures took that are done; `None` where none is, where one does not say how much, or where
/// they cannot be added up.
pub(super) fn taken(
    captures: impl IntoIterator<Item = (AttemptStatus, Option<Money>)>,
) -> Option<Money> {
    let done = captures.into_iter().filter(|(status, _)| *status == AttemptStatus::Charged);
    let mut sum: Option<Money> = None;
    for (_, amount) in done {
        let next = amount?;
        sum = Some(match sum {
            None => next,
            Some(sum) if sum.currency == next.currency => {
                let minor = sum.minor_amount.get().checked_add(next.minor_amount.get())?;
                Money::new(MinorUnit::new(minor).ok()?, sum.currency)
            }
            Some(_) => return None,
        });
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::StatusReport;

    fn capture(status: AttemptStatus, minor: Option<i64>, currency: &str) -> CaptureResult {
        let amount =
            minor.map(|minor| Money::new(minor.try_into().unwrap(), currency.parse().unwrap()));
        CaptureResult { amount, ..CaptureResult::new(StatusReport::known(status, "word")) }
    }

    #[test]
    fn only_what_is_done_counts_and_what_cannot_be_added_up_is_not_guessed() {
        use AttemptStatus::{CaptureFailed, CaptureInitiated, Charged};
        let told = |captures: &[CaptureResult]| {
            taken(captures.iter().map(CaptureResult::told)).map(|sum| sum.minor_amount.get())
        };
        let (first, second) =
            (capture(Charged, Some(300), "EUR"), capture(Charged, Some(400), "EUR"));
        let failed = capture(CaptureFailed, Some(900), "EUR");
        let under_way = capture(CaptureInitiated, Some(900), "EUR");
        assert_eq!(told(&[first.clone(), failed, under_way, second]), Some(700));
        assert_eq!(told(&[]), None);
        assert_eq!(told(&[first.clone(), capture(Charged, None, "EUR")]), None);
        assert_eq!(told(&[first.clone(), capture(Charged, Some(1), "USD")]), None);
        assert_eq!(told(&[first, capture(Charged, Some(i64::MAX), "EUR")]), None);
    }
}
