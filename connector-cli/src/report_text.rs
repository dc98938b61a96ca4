//! A report for people: what is known, and nothing of what is not.

use std::fmt::{self, Display};

use connector_core::Report;
use serde::Serialize;

use crate::field_list::FieldList;

/// A report, in both formats.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Shown<'a>(pub(crate) &'a Report);

impl Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.0;
        let mut list = FieldList::default();
        list.add("outcome", Some(report.outcome));
        list.add("status", report.status);
        list.add("connector_status", report.connector_status.as_deref());
        list.add(
            "recognised",
            (report.recognised == Some(false)).then_some("no: undocumented word"),
        );
        list.add("is_final", report.is_final.map(|is_final| if is_final { "yes" } else { "no" }));
        list.add("awaits", report.awaits.map(word));
        list.add("connector_transaction_id", report.connector_transaction_id.as_deref());
        list.add("connector_authorization_id", report.connector_authorization_id.as_deref());
        list.add("connector_capture_id", report.connector_capture_id.as_deref());
        list.add("connector_refund_id", report.connector_refund_id.as_deref());
        list.add("connector_mandate_id", report.connector_mandate_id.as_deref());
        list.add("connector_customer_id", report.connector_customer_id.as_deref());
        list.add("connector_order_id", report.connector_order_id.as_deref());
        list.add("connector_dispute_id", report.connector_dispute_id.as_deref());
        list.add("dispute_stage", report.dispute_stage.map(word));
        list.add("reason_code", report.reason_code.as_deref());
        list.add("respond_by", report.respond_by.as_deref());
        list.add("connector_payout_id", report.connector_payout_id.as_deref());
        list.add("connector_recipient_id", report.connector_recipient_id.as_deref());
        let reference = report.connector_response_reference_id.as_deref();
        list.add("connector_response_reference_id", reference);
        list.add("processor_reference_id", report.processor_reference_id.as_deref());
        list.add("network_transaction_id", report.network_transaction_id.as_deref());
        list.add("card_last_four", report.card_last_four.as_deref());
        list.add("amount", report.amount);
        list.add("amount_authorized", report.amount_authorized);
        list.add("amount_captured", report.amount_captured);
        let one = report.capture.iter().map(|capture| ("capture".to_owned(), capture));
        let all = (1..).zip(&report.captures);
        let all = all.map(|(number, capture): (usize, _)| (format!("captures.{number}"), capture));
        for (name, capture) in one.chain(all) {
            let id = capture.connector_capture_id.as_deref().unwrap_or("?");
            let amount = capture.amount.map_or_else(String::new, |amount| format!(" {amount}"));
            list.add(&name, Some(format!("{id} {}{amount}", capture.status)));
        }
        if let Some(form) = &report.redirection_data {
            list.add("redirection_data", serde_json::to_string(form).ok());
        }
        if let Some(found) = &report.authentication_data {
            list.add("authentication_data", serde_json::to_string(found).ok());
        }
        if let Some(error) = &report.error {
            list.add("error.code", error.code.as_deref());
            list.add("error.message", error.message.as_deref());
            list.add("error.reason", error.reason.as_deref());
            list.add("error.network_decline_code", error.network_decline_code.as_deref());
            list.add("error.network_advice_code", error.network_advice_code.as_deref());
            list.add("error.http_status", error.http_status.map(|status| status.as_u16()));
        }
        list.add("fault", report.fault.map(word));
        list.add("detail", report.detail.as_deref());
        list.add("settles_within_seconds", report.settles_within_seconds);
        list.add("retry_after_seconds", report.retry_after_seconds);
        list.fmt(f)
    }
}

/// One word for an answer: the processor's own where it told a status, else what became of it.
pub(crate) fn in_a_word(report: &Report) -> String {
    match (&report.connector_status, report.fault) {
        _ if report.outcome == "mismatch" => "[mismatch]".to_owned(),
        (Some(word), _) => word.clone(),
        (None, Some(fault)) => format!("[{}]", word(fault)),
        (None, None) => format!("[{}]", report.outcome),
    }
}

/// How serde spells a unit variant.
pub(crate) fn word(variant: impl Serialize) -> String {
    let json = serde_json::to_value(variant).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What one format shows, the other does too; each kind of object by one of its fields.
    #[test]
    fn whatever_json_has_of_a_report_the_text_has() {
        let mut all = Report::default();
        all.outcome = "status";
        all.status = Some("opened");
        all.connector_status = Some("needs_response".to_owned());
        all.recognised = Some(false);
        all.is_final = Some(false);
        all.awaits = Some(connector_core::Awaits::Merchant);
        all.dispute_stage = Some(connector_core::DisputeStage::PreArbitration);
        let texts = [
            &mut all.connector_transaction_id,
            &mut all.connector_refund_id,
            &mut all.connector_authorization_id,
            &mut all.connector_capture_id,
            &mut all.connector_mandate_id,
            &mut all.connector_customer_id,
            &mut all.connector_order_id,
            &mut all.connector_dispute_id,
            &mut all.reason_code,
            &mut all.respond_by,
            &mut all.connector_payout_id,
            &mut all.connector_recipient_id,
            &mut all.connector_response_reference_id,
            &mut all.processor_reference_id,
            &mut all.network_transaction_id,
            &mut all.card_last_four,
        ];
        for (number, text) in (1_000..).zip(texts) {
            *text = Some(number.to_string().into());
        }
        let money = serde_json::from_str(r#"{"minor_amount": 100, "currency": "EUR"}"#).ok();
        all.set_amount(money);
        all.amount_authorized = money;
        all.amount_captured = money;
        all.redirection_data =
            Some(connector_core::RedirectForm::Get { endpoint: "https://bank.test".into() });
        all.authentication_data =
            Some(serde_json::from_str(r#"{"eci": "05", "cavv": "AAAB"}"#).map(Box::new).unwrap());
        all.error = Some(connector_core::ProcessorError::new(Some("code"), Some("message")));
        all.fault = Some(connector_core::FaultKind::Silent);
        all.detail = Some("a detail".to_owned());
        all.settles_within_seconds = Some(60);
        all.retry_after_seconds = Some(7);
        let text = Shown(&all).to_string();
        let json = serde_json::to_value(&all).unwrap();
        let shown = || text.lines().filter_map(|line| line.split([' ', '.']).next());
        let mut names = 0_usize;
        for (name, value) in json.as_object().unwrap() {
            assert!(!value.is_null(), "`{name}` is not set");
            // The currency stands behind the amounts.
            assert!(name == "currency" || shown().any(|line| line == name), "`{name}`: {text}");
            names = names.saturating_add(1);
        }
        assert!(names >= 33, "{names}");
        assert!(text.contains("pre_arbitration") && !text.contains("AAAB"), "{text}");
    }
}
