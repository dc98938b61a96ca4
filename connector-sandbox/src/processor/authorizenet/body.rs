//! Authorize.Net's replies. The fields of each struct stand in the order of the schema's elements,
//! and are written in that order.

use serde::Serialize;
use serde_json::value::RawValue;

use super::outcome::Outcome;
use super::transacted::{brand, masked};
use crate::resource::Subject;

/// A reply that has no transaction to show.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Failure {
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_id: Option<String>,
    messages: Messages,
}

impl Failure {
    pub(super) fn new(ref_id: Option<String>, code: &'static str, text: &str) -> Self {
        Self { ref_id, messages: Messages::new("Error", code, text) }
    }
}

/// A reply that shows a transaction.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Details {
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_id: Option<String>,
    messages: Messages,
    transaction: Transaction,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Messages {
    result_code: &'static str,
    message: [Message; 1],
}

#[derive(Serialize)]
struct Message {
    code: &'static str,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Transaction {
    trans_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_trans_id: Option<String>,
    #[serde(rename = "submitTimeUTC")]
    submit_time_utc: &'static str,
    submit_time_local: &'static str,
    transaction_type: &'static str,
    transaction_status: String,
    response_code: u8,
    response_reason_code: u16,
    response_reason_description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    auth_code: Option<&'static str>,
    #[serde(rename = "AVSResponse")]
    avs_response: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch: Option<Batch>,
    order: Order,
    auth_amount: Box<RawValue>,
    settle_amount: Box<RawValue>,
    tax_exempt: bool,
    payment: Payment,
    recurring_billing: bool,
    product: &'static str,
    market_type: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Batch {
    batch_id: &'static str,
    #[serde(rename = "settlementTimeUTC")]
    settlement_time_utc: &'static str,
    settlement_time_local: &'static str,
    settlement_state: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Order {
    invoice_number: String,
    description: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Payment {
    credit_card: CreditCard,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CreditCard {
    card_number: String,
    expiration_date: &'static str,
    card_type: &'static str,
}

impl Messages {
    pub(super) fn new(result_code: &'static str, code: &'static str, text: &str) -> Self {
        Self { result_code, message: [Message { code, text: text.to_owned() }] }
    }
}

impl Details {
    /// The payment's details, or those of one of its refunds, which is a transaction of its own.
    pub(super) fn new(ref_id: Option<String>, payment: &Subject, refund: Option<&Subject>) -> Self {
        let subject = refund.unwrap_or(payment);
        let made = payment.made.as_ref();
        let automatic = made.map(|made| made.ledger.automatic);
        let outcome = Outcome::of(&subject.status, refund.is_some(), automatic);
        let amount = |minor| crate::amount::in_major_units(minor, &subject.currency);
        let card = made.and_then(|made| made.card.as_ref());
        let invoice = made.and_then(|made| made.facts.reference.clone());
        let invoice = invoice.unwrap_or_else(|| "SANDBOX-1".to_owned());
        let transaction = Transaction {
            trans_id: subject.id.clone(),
            ref_trans_id: refund.map(|_| payment.id.clone()),
            submit_time_utc: "2026-01-01T12:00:00Z",
            submit_time_local: "2026-01-01T04:00:00",
            transaction_type: outcome.transaction_type,
            transaction_status: subject.status.clone(),
            response_code: outcome.response_code,
            response_reason_code: outcome.reason_code(subject.reason.as_deref()),
            response_reason_description: outcome.description(),
            auth_code: outcome.approved().then_some("S4ND8X"),
            avs_response: "P",
            batch: outcome.settlement_state.map(|settlement_state| Batch {
                batch_id: "9000001",
                settlement_time_utc: "2026-01-02T08:30:00Z",
                settlement_time_local: "2026-01-02T00:30:00",
                settlement_state,
            }),
            order: Order { invoice_number: invoice, description: "One thing" },
            auth_amount: amount(subject.amount_minor),
            settle_amount: amount(match &subject.made {
                Some(made) => made.ledger.captured,
                None if outcome.settles => subject.amount_minor,
                None => 0,
            }),
            tax_exempt: false,
            payment: Payment {
                credit_card: CreditCard {
                    card_number: card.map_or("XXXX4444".to_owned(), masked),
                    expiration_date: "XXXX",
                    card_type: card.map_or("MasterCard", brand),
                },
            },
            recurring_billing: false,
            product: "Card Not Present",
            market_type: "eCommerce",
        };
        Self { ref_id, messages: Messages::new("Ok", "I00001", "Successful."), transaction }
    }
}
