//! Disputes. <https://docs.stripe.com/api/disputes>

use connector_core::prelude::*;
use serde::Deserializer;

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
    #[connector_flow(from = request.shipping_tracking_number, max_len = 5000)]
    #[serde(rename = "evidence[shipping_tracking_number]")]
    shipping_tracking_number: Option<&'a str>,
    #[connector_flow(from = request.access_activity_log, max_len = 20000)]
    #[serde(rename = "evidence[access_activity_log]")]
    access_activity_log: Option<&'a str>,
    #[connector_flow(from = request.cancellation_policy, max_len = 20000)]
    #[serde(rename = "evidence[cancellation_policy_disclosure]")]
    cancellation_policy: Option<&'a str>,
    #[connector_flow(from = request.refund_policy, max_len = 20000)]
    #[serde(rename = "evidence[refund_policy_disclosure]")]
    refund_policy: Option<&'a str>,
    #[connector_flow(from = request.product_description, max_len = 20000)]
    #[serde(rename = "evidence[product_description]")]
    product_description: Option<&'a str>,
    #[connector_flow(from = request.uncategorized_text, max_len = 20000)]
    #[serde(rename = "evidence[uncategorized_text]")]
    uncategorized_text: Option<&'a str>,
    #[connector_flow(from = request.customer_name, max_len = 5000)]
    #[serde(rename = "evidence[customer_name]")]
    customer_name: Option<Exposed<'a>>,
    #[connector_flow(from = request.customer_email, max_len = 5000)]
    #[serde(rename = "evidence[customer_email_address]")]
    customer_email: Option<Exposed<'a>>,
    #[connector_flow(from = request.documents)] // they are uploaded first, with a call of their own
    documents: Option<NotTaken>,
    #[connector_flow(value = true)]
    submit: bool,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync, Accept, SubmitEvidence)]
pub(super) struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status, stage)]
    status: Wire<DisputeWord>,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Stripe>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_transaction_id)]
    payment_intent: Option<PaymentId>,
    #[flow_response(reason)]
    reason: Option<Box<str>>,
    #[flow_response(respond_by)]
    #[serde(default, deserialize_with = "due_by")]
    evidence_details: Option<Box<str>>,
}

/// In Unix seconds; 0 where the bank takes no answer.
fn due_by<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<str>>, D::Error> {
    #[derive(Deserialize)]
    struct EvidenceDetails {
        due_by: Option<u64>,
    }
    let due_by = Option::<EvidenceDetails>::deserialize(deserializer)?.and_then(|told| told.due_by);
    Ok(due_by.filter(|due| *due != 0).map(|due| due.to_string().into()))
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

impl StageOf for DisputeWord {
    fn stage(self) -> Option<DisputeStage> {
        use DisputeWord::{
            Lost, NeedsResponse, UnderReview, WarningClosed, WarningNeedsResponse,
            WarningUnderReview, Won,
        };
        match self {
            WarningNeedsResponse | WarningUnderReview | WarningClosed => {
                Some(DisputeStage::PreDispute)
            }
            NeedsResponse | UnderReview | Won | Lost => Some(DisputeStage::Dispute),
        }
    }
}
