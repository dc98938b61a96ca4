//! Disputes. <https://docs.stripe.com/api/disputes>

use connector_core::prelude::*;
use connector_core::{Accept, DSync, DisputeId, DisputeStage, Exposed, NotTaken, SubmitEvidence};

use super::Stripe;

/// Retrieve a dispute. <https://docs.stripe.com/api/disputes/retrieve>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = DSync,
    http_method = Get,
    url = "/v1/disputes/{dispute_id}",
    response = Dispute,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Close a dispute. <https://docs.stripe.com/api/disputes/close>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = Accept,
    http_method = Post,
    url = "/v1/disputes/{dispute_id}/close",
    response = Dispute,
)]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
}

/// Update a dispute with evidence, and send it to the bank.
/// <https://docs.stripe.com/api/disputes/update>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = SubmitEvidence,
    http_method = Post,
    url = "/v1/disputes/{dispute_id}",
    body = Form,
    response = Dispute,
)]
struct SubmitEvidenceRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
    #[connector_flow(header = "Idempotency-Key", from = request.idempotency_key, max_len = 255)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.shipping_tracking_number)]
    #[serde(rename = "evidence[shipping_tracking_number]")]
    shipping_tracking_number: Option<&'a str>,
    #[connector_flow(from = request.access_activity_log)]
    #[serde(rename = "evidence[access_activity_log]")]
    access_activity_log: Option<&'a str>,
    #[connector_flow(from = request.cancellation_policy)]
    #[serde(rename = "evidence[cancellation_policy_disclosure]")]
    cancellation_policy: Option<&'a str>,
    #[connector_flow(from = request.refund_policy)]
    #[serde(rename = "evidence[refund_policy_disclosure]")]
    refund_policy: Option<&'a str>,
    #[connector_flow(from = request.product_description)]
    #[serde(rename = "evidence[product_description]")]
    product_description: Option<&'a str>,
    #[connector_flow(from = request.uncategorized_text)]
    #[serde(rename = "evidence[uncategorized_text]")]
    uncategorized_text: Option<&'a str>,
    #[connector_flow(from = request.customer_name)]
    #[serde(rename = "evidence[customer_name]")]
    customer_name: Option<Exposed<'a>>,
    #[connector_flow(from = request.customer_email)]
    #[serde(rename = "evidence[customer_email_address]")]
    customer_email: Option<Exposed<'a>>,
    #[connector_flow(from = request.documents)] // they are uploaded first, with a call of their own
    documents: Option<NotTaken>,
    #[connector_flow(value = true)]
    submit: bool,
}

#[derive(Deserialize, FlowResponse)]
#[serde(from = "DisputeObject")]
#[flow_response(DSync, Accept, SubmitEvidence)]
pub(super) struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status)]
    status: Wire<DisputeWord>,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Stripe>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_transaction_id)]
    payment_intent: Option<PaymentId>,
    #[flow_response(reason)]
    reason: Option<Box<str>>,
    #[flow_response(stage)]
    stage: Option<DisputeStage>,
    #[flow_response(respond_by)]
    respond_by: Option<Box<str>>,
}

/// As Stripe writes it: the word of the status tells the stage, too.
#[derive(Deserialize)]
struct DisputeObject {
    id: DisputeId,
    status: Wire<DisputeWord>,
    amount: Counted<MinorUnit, Stripe>,
    currency: Currency,
    payment_intent: Option<PaymentId>,
    reason: Option<Box<str>>,
    evidence_details: Option<EvidenceDetails>,
}

#[derive(Deserialize)]
struct EvidenceDetails {
    /// In Unix seconds; 0 where the bank takes no answer.
    due_by: Option<u64>,
}

impl From<DisputeObject> for Dispute {
    fn from(object: DisputeObject) -> Self {
        use DisputeWord::{WarningClosed, WarningNeedsResponse, WarningUnderReview};
        let stage = match object.status {
            Wire::Known(WarningNeedsResponse | WarningUnderReview | WarningClosed) => {
                Some(DisputeStage::PreDispute)
            }
            Wire::Known(_) => Some(DisputeStage::Dispute),
            Wire::Unknown(_) => None,
        };
        let due_by = object.evidence_details.and_then(|details| details.due_by);
        let respond_by = due_by.filter(|due| *due != 0).map(|due| due.to_string().into());
        let DisputeObject { id, status, amount, currency, payment_intent, reason, .. } = object;
        Self { id, status, amount, currency, payment_intent, reason, stage, respond_by }
    }
}

/// Every status of a dispute. <https://docs.stripe.com/disputes/how-disputes-work>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "snake_case", unknown = Opened)]
enum DisputeWord {
    #[wire_status(Opened)] // an inquiry: no money has moved yet
    WarningNeedsResponse,
    #[wire_status(Challenged)]
    WarningUnderReview,
    #[wire_status(Cancelled)] // the inquiry did not become a dispute
    WarningClosed,
    #[wire_status(Opened)]
    NeedsResponse,
    #[wire_status(Challenged)]
    UnderReview,
    #[wire_status(Won)]
    Won,
    #[wire_status(Lost)] // accepted ones, too
    Lost,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_tells_the_stage_and_the_evidence_until_when() {
        let told = |status: &str, due: &str| {
            let text = format!(
                r#"{{"id": "dp_1", "status": "{status}", "amount": 100, "currency": "eur",
                     "evidence_details": {{"due_by": {due}}}}}"#
            );
            let dispute: Dispute = serde_json::from_str(&text).unwrap();
            (dispute.stage, dispute.respond_by.map(String::from))
        };
        let due = Some("1767268800".to_owned());
        let inquiry = (Some(DisputeStage::PreDispute), due.clone());
        assert_eq!(told("warning_under_review", "1767268800"), inquiry);
        assert_eq!(told("needs_response", "1767268800"), (Some(DisputeStage::Dispute), due));
        assert_eq!(told("lost", "0"), (Some(DisputeStage::Dispute), None));
        assert_eq!(told("prevented", "null"), (None, None));
    }
}
