//! Events. <https://developer.paypal.com/braintree/docs/guides/webhooks/overview> (read 2026-11), and the
//! sample notifications of Braintree's libraries.
//!
//! They are of Braintree's older API: XML, and ids of its own. The id that GraphQL takes stands beside it.

use connector_core::prelude::*;
use serde::Deserializer;

use super::Braintree;

/// What Braintree sends.
#[derive(Webhook)]
#[webhook(
    connector = Braintree,
    scheme = HmacSha1,
    format = Form,
    signature = "bt_signature",
    form = "{key}|{signature}",
    signed = "{bt_payload}",
    key = Sha1,
    payload = "bt_payload",
    kind = "kind:subject.transaction.type",
)]
enum Event {
    /// Statuses of transactions are in other words here, and amounts are without what was captured.
    #[webhook(PSync, at = "subject.transaction")]
    #[webhook(on(
        "transaction_disbursed",
        "transaction_disbursed:sale",
        "transaction_retried:sale",
        "transaction_settled:sale",
        "transaction_settlement_declined:sale",
    ))]
    #[webhook(connector_transaction_id = "global-id", connector_request_reference_id = "order-id")]
    Transaction,
    #[webhook(RSync, at = "subject.transaction")]
    #[webhook(on(
        "refund_failed",
        "refund_failed:credit",
        "transaction_disbursed:credit",
        "transaction_retried:credit",
        "transaction_settled:credit",
        "transaction_settlement_declined:credit",
    ))]
    #[webhook(connector_refund_id = "global-id", connector_request_reference_id = "order-id")]
    Refund,
    #[webhook(DSync, at = "subject.dispute", with = "event")]
    #[webhook(on(
        "dispute_opened",
        "dispute_under_review",
        "dispute_disputed",
        "dispute_expired",
        "dispute_accepted",
        "dispute_auto_accepted",
        "dispute_won",
        "dispute_lost",
    ))]
    #[webhook(
        connector_dispute_id = "global-id",
        connector_transaction_id = "transaction.global-id"
    )]
    #[webhook(connector_request_reference_id = "transaction.order-id")]
    Dispute(DisputeEvent),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync)]
#[serde(rename_all = "kebab-case")]
struct DisputeEvent {
    #[flow_response(status)]
    event: Wire<DisputeEventWord>,
    #[flow_response(connector_dispute_id)]
    global_id: DisputeId,
    #[flow_response(amount)]
    amount: Option<StringMajorUnit>,
    #[flow_response(currency)]
    currency_iso_code: Option<Currency>,
    #[flow_response(reason)]
    reason: Option<Box<str>>,
    #[flow_response(reason_code)]
    reason_code: Option<Box<str>>,
    #[flow_response(respond_by)]
    reply_by_date: Option<Box<str>>,
    #[flow_response(stage)]
    #[serde(default, deserialize_with = "stage")]
    kind: Option<DisputeStage>,
}

/// `kind`; of a new one, nothing is told.
fn stage<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DisputeStage>, D::Error> {
    let kind = Option::<Box<str>>::deserialize(deserializer)?;
    Ok(match kind.as_deref() {
        Some("retrieval") => Some(DisputeStage::PreDispute),
        Some("chargeback") => Some(DisputeStage::Dispute),
        Some("pre_arbitration") => Some(DisputeStage::PreArbitration),
        _ => None,
    })
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "snake_case")]
#[expect(clippy::enum_variant_names, reason = "the words are the processor's")]
enum DisputeEventWord {
    #[wire_status(Opened)]
    DisputeOpened,
    #[wire_status(Challenged)] // the bank looks at what was handed in
    DisputeUnderReview,
    #[wire_status(Challenged)]
    DisputeDisputed,
    #[wire_status(Expired)]
    DisputeExpired,
    #[wire_status(Accepted)]
    DisputeAccepted,
    #[wire_status(Accepted)] // because nobody answered in time
    DisputeAutoAccepted,
    #[wire_status(Won)]
    DisputeWon,
    #[wire_status(Lost)]
    DisputeLost,
}
