//! Disputes. <https://razorpay.com/docs/api/disputes/> (read 2026-11)

use connector_core::prelude::*;
use serde::Deserializer;

use super::Razorpay;

/// Fetch a dispute. <https://razorpay.com/docs/api/disputes/fetch>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = DSync,
    http_method = Get,
    url = "/v1/disputes/{dispute_id}",
    response = Dispute,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Accept a dispute, which is lost then. <https://razorpay.com/docs/api/disputes/accept>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = Accept,
    http_method = Post,
    url = "/v1/disputes/{dispute_id}/accept",
    no_idempotency = "a dispute is accepted once; it is over then",
    response = Dispute,
)]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Contest a dispute, as a draft: a text is kept with it until DefendDispute hands all of it in. Documents are
/// uploaded by themselves first, and named by what Razorpay calls them; so they cannot be handed in here.
/// <https://razorpay.com/docs/api/disputes/contest>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = SubmitEvidence,
    http_method = Patch,
    url = "/v1/disputes/{dispute_id}/contest",
    response = Dispute,
)]
struct SubmitEvidenceRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
    #[connector_flow(value = "draft")]
    action: &'static str,
    #[connector_flow(from = request.uncategorized_text)]
    summary: &'a str,
    #[connector_flow(from = request.shipping_tracking_number)]
    shipping_tracking_number: Option<NotTaken>,
    #[connector_flow(from = request.access_activity_log)]
    access_activity_log: Option<NotTaken>,
    #[connector_flow(from = request.cancellation_policy)]
    cancellation_policy: Option<NotTaken>,
    #[connector_flow(from = request.refund_policy)]
    refund_policy: Option<NotTaken>,
    #[connector_flow(from = request.product_description)]
    product_description: Option<NotTaken>,
    #[connector_flow(from = request.documents)]
    documents: Option<NotTaken>,
    #[connector_flow(from = request.customer_name)]
    customer_name: Option<NotTaken>,
    #[connector_flow(from = request.customer_email)]
    customer_email: Option<NotTaken>,
}

/// Contest a dispute with what was handed in, here and on the dashboard. Razorpay wants one document at least,
/// and asks for no ground. <https://razorpay.com/docs/api/disputes/contest>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = DefendDispute,
    http_method = Patch,
    url = "/v1/disputes/{dispute_id}/contest",
    response = Dispute,
)]
struct DefendDisputeRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
    #[connector_flow(value = "submit")]
    action: &'static str,
}

/// A dispute. <https://razorpay.com/docs/api/disputes/entity>
#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync, Accept, SubmitEvidence, DefendDispute)]
pub(super) struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status)]
    status: Wire<DisputeWord>,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Razorpay>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_transaction_id)]
    payment_id: Option<PaymentId>,
    #[flow_response(reason_code)]
    reason_code: Option<Box<str>>,
    #[flow_response(respond_by)]
    #[serde(default, deserialize_with = "time")]
    respond_by: Option<Box<str>>,
    #[flow_response(stage)]
    #[serde(default, deserialize_with = "stage")]
    phase: Option<DisputeStage>,
}

/// Every status of a dispute. <https://razorpay.com/docs/api/disputes/entity>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "snake_case", unknown = Opened)]
enum DisputeWord {
    #[wire_status(Opened)]
    Open,
    #[wire_status(Challenged)]
    UnderReview,
    #[wire_status(Won)]
    Won,
    #[wire_status(Lost)]
    Lost,
    #[wire_status(Cancelled)] // a suspicion of fraud that the merchant has answered: no money was taken
    Closed,
}

/// Seconds since 1970, as they stand there.
fn time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Box<str>>, D::Error> {
    Ok(Option::<i64>::deserialize(deserializer)?.map(|seconds| seconds.to_string().into()))
}

/// `phase`; of a new one, nothing is told.
fn stage<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DisputeStage>, D::Error> {
    let word = Option::<Box<str>>::deserialize(deserializer)?;
    Ok(word.and_then(|word| match &*word {
        "fraud" | "retrieval" => Some(DisputeStage::PreDispute),
        "chargeback" => Some(DisputeStage::Dispute),
        "pre_arbitration" => Some(DisputeStage::PreArbitration),
        "arbitration" => Some(DisputeStage::Arbitration),
        _ => None,
    }))
}
