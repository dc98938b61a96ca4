//! An outcome as one flat record: the JSON that the command line prints and that logs can keep.

use serde::Serialize;

use crate::data::{AuthenticationData, CaptureReport, DisputeStage, RedirectForm, ResponseData};
use crate::flow::Flow;
use crate::money::{Currency, Money};
use crate::response::{Fault, FaultKind, Outcome, ProcessorError};
use crate::status::{Awaits, Status};

/// An outcome as one flat record. Its fields are a stable interface: new ones may come, none will
/// change its meaning. What is not known is `null`; what only some flows tell is left out by the others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// Which of the seven: `status`, `no_information`, `not_found`, `declined`, `mismatch`,
    /// `not_sent` or `sent_unknown`.
    pub outcome: &'static str,
    /// The status in our words; only where `outcome` is `status`.
    pub status: Option<&'static str>,
    /// The status as the processor spelled it.
    pub connector_status: Option<String>,
    /// Whether the connector knows the processor's word.
    pub recognised: Option<bool>,
    /// Whether this attempt is over. Some processors let the customer try again under the same id
    /// (a PaymentIntent of Stripe's that failed): that is another attempt, and another answer.
    pub is_final: Option<bool>,
    /// Whose move it is: `processor`, `customer`, `merchant` or `nobody`.
    pub awaits: Option<Awaits>,
    /// The payment, as its processor names it.
    pub connector_transaction_id: Option<Box<str>>,
    /// The refund, as its processor names it.
    pub connector_refund_id: Option<Box<str>>,
    /// The authorization, where its processor names it apart from the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_authorization_id: Option<Box<str>>,
    /// The capture, where its processor names it apart from the payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_capture_id: Option<Box<str>>,
    /// The mandate, as its processor names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_mandate_id: Option<Box<str>>,
    /// The customer, as the processor names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_customer_id: Option<Box<str>>,
    /// The order, as its processor names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_order_id: Option<Box<str>>,
    /// The dispute, as its processor names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_dispute_id: Option<Box<str>>,
    /// How far the dispute has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute_stage: Option<DisputeStage>,
    /// Why the customer disputes, by the network's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<Box<str>>,
    /// Until when the merchant may answer the dispute, as the processor wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respond_by: Option<Box<str>>,
    /// The payout, as its processor names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_payout_id: Option<Box<str>>,
    /// The recipient of payouts, as the processor names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub connector_recipient_id: Option<Box<str>>,
    /// What the merchant called it, as the processor echoes it.
    pub connector_response_reference_id: Option<Box<str>>,
    /// What the processor calls it, or what was ordered of it, beside its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processor_reference_id: Option<Box<str>>,
    /// The card network's id of the transaction.
    pub network_transaction_id: Option<Box<str>>,
    /// The last digits of the card that is paid with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_last_four: Option<Box<str>>,
    /// How much; in JSON in minor units of `currency`, as all amounts here.
    #[serde(serialize_with = "minor")]
    pub amount: Option<Money>,
    /// How much of it is held, where that is not all of it.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "minor")]
    pub amount_authorized: Option<Money>,
    /// How much of it has been captured; in an answer to Capture, by that order.
    #[serde(serialize_with = "minor")]
    pub amount_captured: Option<Money>,
    /// The one capture that this is about, where it is about no other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capture: Option<CaptureReport>,
    /// Each capture of the payment, where the answer tells of them one by one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub captures: Vec<CaptureReport>,
    /// Of what, by its ISO 4217 code. An amount in another currency, which makes an answer a mismatch, is not told
    /// here: as a number, it would be one of this currency.
    pub currency: Option<Currency>,
    /// Where the customer has to go before the payment goes on.
    pub redirection_data: Option<RedirectForm>,
    /// What an authentication by the processor found out, where the order is to say it; its cryptogram is masked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authentication_data: Option<Box<AuthenticationData>>,
    /// What the processor said about a failure or a refusal.
    pub error: Option<ProcessorError>,
    /// What went wrong, where the exchange told nothing.
    pub fault: Option<FaultKind>,
    /// One sentence for people; empty where a status was told.
    pub detail: Option<String>,
    /// How many seconds after the order of what is not known `not_found` means "not yet"; only where `outcome` is that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settles_within_seconds: Option<u64>,
    /// How long the processor asks to wait, in seconds.
    pub retry_after_seconds: Option<u64>,
}

/// An id as it stands in a report.
pub(crate) fn id_text<T: AsRef<str>>(id: &Option<T>) -> Option<Box<str>> {
    id.as_ref().map(|id| id.as_ref().into())
}

/// An amount as it stands in the JSON of a report, beside its currency.
pub(crate) fn minor<S: serde::Serializer>(
    money: &Option<Money>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    money.map(|money| money.minor_amount).serialize(serializer)
}

impl Report {
    /// Sets amount and currency together.
    pub fn set_amount(&mut self, money: Option<Money>) {
        self.amount = money;
        self.currency = money.map(|money| money.currency);
    }

    /// Leaves out the amounts that are not in the currency.
    pub(crate) fn in_one_currency(&mut self) {
        let other = |money: &mut Money| Some(money.currency) != self.currency;
        for amount in [&mut self.amount_authorized, &mut self.amount_captured] {
            amount.take_if(other);
        }
        for capture in self.capture.iter_mut().chain(&mut self.captures) {
            capture.amount.take_if(other);
        }
    }

    /// That nothing was told.
    pub(crate) fn of_silence(fault: &Fault) -> Self {
        Self {
            outcome: "no_information",
            fault: Some(fault.kind),
            detail: Some(fault.to_string()),
            error: fault.error.clone(),
            retry_after_seconds: fault.retry_after.map(|wait| wait.as_secs()),
            ..Self::default()
        }
    }
}

impl<F: Flow> From<&Outcome<F>> for Report {
    fn from(outcome: &Outcome<F>) -> Self {
        let mut report = Self::default();
        match outcome {
            Outcome::Status(response) => {
                response.report(&mut report);
                let told = response.status();
                report.outcome = "status";
                report.status = Some(told.status.name());
                report.connector_status = Some(told.connector_status.to_string());
                report.recognised = Some(told.recognised);
                report.is_final = Some(told.status.is_terminal());
                report.awaits = Some(told.status.awaits());
            }
            Outcome::Mismatch(mismatch) => {
                mismatch.response.report(&mut report);
                report.outcome = "mismatch";
                report.connector_status =
                    Some(mismatch.response.status().connector_status.to_string());
                report.detail = Some(mismatch.discrepancy.to_string());
            }
            Outcome::NotFound(not_found) => {
                report.outcome = "not_found";
                report.settles_within_seconds = Some(not_found.settles_within.as_secs());
                let of_an_order =
                    if F::REPETITION.is_free() { "" } else { "; the order was not carried out" };
                report.detail = Some(format!("{not_found}{of_an_order}"));
                report.error = Some(not_found.error.clone());
            }
            Outcome::Declined(error) => {
                report.outcome = "declined";
                report.connector_transaction_id = id_text(&error.connector_transaction_id);
                report.error = Some(error.clone());
            }
            Outcome::NotSent(reason) => {
                report.outcome = "not_sent";
                report.detail = Some(reason.to_string());
            }
            Outcome::NoInformation(fault) => report = Self::of_silence(fault),
            Outcome::SentUnknown(fault) => {
                report = Self::of_silence(fault);
                report.outcome = "sent_unknown";
            }
        }
        report
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::data::{CaptureResult, PaymentsResponseData, ResponseData};
    use crate::dispatch::Capture;
    use crate::status::{AttemptStatus, StatusReport};

    /// An answer to a capture may tell of nothing else.
    #[test]
    fn an_amount_that_is_captured_is_never_without_its_currency() {
        let money = Money::new(300.try_into().unwrap(), "EUR".parse().unwrap());
        let status = StatusReport::known(AttemptStatus::Charged, "done");
        let mut payment = PaymentsResponseData::reported(status);
        payment.amount_captured = Some(money);
        let report = Report::from(&Outcome::<Capture>::Status(payment));
        assert_eq!((report.amount, report.amount_captured), (None, Some(money)));
        assert_eq!(report.currency, Some(money.currency));
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!((&json["amount"], &json["amount_captured"]), (&Value::Null, &Value::from(300)));
        assert_eq!(json["currency"], "EUR");
    }

    #[test]
    fn no_amount_of_another_currency_is_told_as_if_it_were_of_this_one() {
        let money = |code: &str| Money::new(300.try_into().unwrap(), code.parse().unwrap());
        let status = || StatusReport::known(AttemptStatus::Charged, "done");
        let mut payment = PaymentsResponseData::reported(status());
        payment.amount = Some(money("EUR"));
        payment.amount_captured = Some(money("USD"));
        for code in ["EUR", "USD"] {
            let mut capture = CaptureResult::new(status());
            capture.amount = Some(money(code));
            payment.captures.push(capture);
        }
        let report = Report::from(&Outcome::<Capture>::Status(payment));
        let amounts: Vec<_> = report.captures.iter().map(|capture| capture.amount).collect();
        assert_eq!(amounts, [Some(money("EUR")), None]);
        assert_eq!((report.amount, report.amount_captured), (Some(money("EUR")), None));
    }
}
