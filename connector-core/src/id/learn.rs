//! Ids are written once: an answer without one erases nothing, and no other one replaces it.

use std::fmt;

use crate::response::Discrepancy;

/// Takes over what an answer tells of an id.
///
/// ```
/// use connector_core::{PaymentId, learn};
///
/// let mut known = None;
/// let (told, other) = (PaymentId::new("pay-1")?, PaymentId::new("pay-2")?);
/// learn("connector_transaction_id", &mut known, Some(&told)).unwrap();
/// learn("connector_transaction_id", &mut known, None).unwrap();
/// assert!(learn("connector_transaction_id", &mut known, Some(&other)).is_err());
/// assert_eq!(known, Some(told));
/// # Ok::<(), connector_core::IdError>(())
/// ```
///
/// # Errors
/// The [`Discrepancy`] where another id is known; the known one is kept.
pub fn learn<T: Clone + PartialEq + fmt::Display>(
    field: &'static str,
    known: &mut Option<T>,
    told: Option<&T>,
) -> Result<(), Discrepancy> {
    if let Some(other) = Discrepancy::between(field, known.as_ref(), told) {
        return Err(other);
    }
    if known.is_none() {
        *known = told.cloned();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::status::StatusReport;
    use crate::{
        AttemptStatus, PaymentId, PaymentsResponseData, PaymentsSyncData, RefundId, RefundStatus,
        RefundSyncData, RefundsResponseData, ResponseData as _,
    };

    /// Few ids, so that answers agree and contradict each other.
    fn told() -> impl Strategy<Value = Vec<Option<u8>>> {
        prop::collection::vec(prop::option::of(0..3_u8), 0..12)
    }

    fn payment(number: u8) -> PaymentId {
        PaymentId::new(format!("pay-{number}")).unwrap()
    }

    proptest! {
        #[test]
        fn the_first_id_that_is_told_stays_whatever_comes_after_it(told in told()) {
            let mut data = PaymentsSyncData::by_reference();
            let first = told.iter().flatten().next().copied().map(payment);
            for id in told {
                let before = data.connector_transaction_id.clone();
                let mut answer =
                    PaymentsResponseData::reported(StatusReport::known(AttemptStatus::Pending, "open"));
                answer.connector_transaction_id = id.map(payment);
                let contradicts = before.is_some() && id.is_some_and(|id| Some(payment(id)) != before);
                prop_assert_eq!(data.learn(&answer).is_err(), contradicts);
                if before.is_some() {
                    prop_assert_eq!(&data.connector_transaction_id, &before);
                }
            }
            prop_assert_eq!(data.connector_transaction_id, first);
        }

        #[test]
        fn an_answer_about_another_refund_teaches_nothing(refund in 0..3_u8, id in prop::option::of(0..3_u8)) {
            let refund_id = |number: u8| RefundId::new(format!("ref-{number}")).unwrap();
            let mut data = RefundSyncData::new(refund_id(1));
            let mut answer =
                RefundsResponseData::reported(StatusReport::known(RefundStatus::Pending, "open"));
            answer.connector_refund_id = Some(refund_id(refund));
            answer.connector_transaction_id = id.map(payment);
            let learned = data.learn(&answer);
            prop_assert_eq!(learned.is_ok(), refund == 1);
            prop_assert_eq!(&data.connector_refund_id, &refund_id(1));
            let expected = id.filter(|_| refund == 1).map(payment);
            prop_assert_eq!(data.connector_transaction_id, expected);
        }
    }
}
