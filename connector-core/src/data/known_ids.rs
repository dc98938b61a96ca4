//! What is known of a payment by name.

use serde::{Deserialize, Serialize};

use super::{CardLastFour, PaymentsResponseData};
use crate::id::{AuthorizationId, MandateId, NetworkTransactionId, PaymentId, learn};
use crate::response::Discrepancy;

/// The names of a payment and of what came with it, which later orders are made of: a void wants the authorization,
/// a refund the last digits of the card, the next payment the mandate. Each is what the first answer said that told
/// it: an answer without one erases nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct KnownIds {
    /// The payment, as its processor names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connector_transaction_id: Option<PaymentId>,
    /// What holds the money, where the processor names it apart from the payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connector_authorization_id: Option<AuthorizationId>,
    /// What the customer agreed to have charged again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connector_mandate_id: Option<MandateId>,
    /// The card network's id of the transaction, for later payments without the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network_transaction_id: Option<NetworkTransactionId>,
    /// The last digits of the card that is paid with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card_last_four: Option<CardLastFour>,
}

impl KnownIds {
    /// Takes over what an answer tells.
    ///
    /// # Errors
    /// The [`Discrepancy`] where it is about another payment. Another mandate, card or authorization makes no other
    /// payment of it; that of the first answer stays.
    pub(super) fn learn(&mut self, told: &PaymentsResponseData) -> Result<(), Discrepancy> {
        let id = &mut self.connector_transaction_id;
        learn("connector_transaction_id", id, told.connector_transaction_id.as_ref())?;
        first(&mut self.connector_authorization_id, &told.connector_authorization_id);
        first(&mut self.connector_mandate_id, &told.connector_mandate_id);
        first(&mut self.network_transaction_id, &told.network_transaction_id);
        first(&mut self.card_last_four, &told.card_last_four);
        Ok(())
    }
}

fn first<T: Clone>(known: &mut Option<T>, told: &Option<T>) {
    if known.is_none() {
        known.clone_from(told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ResponseData as _;
    use crate::status::{AttemptStatus, StatusReport};

    #[test]
    fn the_first_that_is_told_stays_and_no_answer_erases_it() {
        let told = |number: u8| {
            let status = StatusReport::known(AttemptStatus::Authorized, "word");
            let mut told = PaymentsResponseData::reported(status);
            told.connector_transaction_id = PaymentId::new("p-1").ok();
            told.connector_authorization_id = AuthorizationId::new(format!("a-{number}")).ok();
            told.connector_mandate_id = MandateId::new(format!("m-{number}")).ok();
            told.network_transaction_id = NetworkTransactionId::new(format!("n-{number}")).ok();
            told.card_last_four = CardLastFour::of_masked(&format!("XXXX111{number}"));
            told
        };
        let nothing = PaymentsResponseData::reported(told(1).status);
        let mut known = KnownIds::default();
        known.learn(&nothing).unwrap();
        assert_eq!(known, KnownIds::default());
        known.learn(&told(1)).unwrap();
        let first = known.clone();
        for later in [nothing, told(2)] {
            known.learn(&later).unwrap();
            assert_eq!(known, first);
        }
        assert_eq!(first.connector_authorization_id.as_ref().unwrap().as_str(), "a-1");
        assert_eq!(first.connector_mandate_id.as_ref().unwrap().as_str(), "m-1");
        assert_eq!(first.network_transaction_id.as_ref().unwrap().as_str(), "n-1");
        assert_eq!(first.card_last_four, told(1).card_last_four);
        let other = PaymentsResponseData {
            connector_transaction_id: PaymentId::new("p-2").ok(),
            ..told(3)
        };
        assert_eq!(known.learn(&other).unwrap_err().field, "connector_transaction_id");
        assert_eq!(known, first);
    }
}
