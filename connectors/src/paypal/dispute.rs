//! Disputes. <https://developer.paypal.com/docs/api/customer-disputes/v1/>

use connector_core::prelude::*;
use connector_core::FilePart;
use serde::Serialize;

use super::PayPal;
use super::money::ToldAmount;

/// Show dispute details.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = DSync,
    http_method = Get,
    url = "/v1/customer/disputes/{dispute_id}",
    response = Dispute,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Accept a claim: PayPal closes the dispute in the customer's favour, and gives the money back.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = Accept,
    http_method = Post,
    url = "/v1/customer/disputes/{dispute_id}/accept-claim",
    no_idempotency = "PayPal takes no key here: a claim is accepted once, and closed by it",
    response = AcceptedClaim,
)]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Provide evidence: notes, since we are given texts.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = SubmitEvidence,
    http_method = Post,
    url = "/v1/customer/disputes/{dispute_id}/provide-evidence",
    body = Multipart,
    response = ProvidedEvidence,
)]
struct SubmitEvidenceRequest<'a> {
    dispute_id: &'a DisputeId,
    input: FilePart,
}

#[derive(Serialize)]
struct Evidences {
    evidences: [Evidence; 1],
}

#[derive(Serialize)]
struct Evidence {
    evidence_type: &'static str,
    notes: String,
}

/// The longest notes that PayPal takes, in characters.
const LONGEST_NOTES: usize = 2000;

impl<'a> TryFrom<&'a RouterData<SubmitEvidence>> for SubmitEvidenceRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<SubmitEvidence>) -> Result<Self, BuildError> {
        let asked = &data.request;
        if asked.documents.is_some() {
            let problem = "is given, and this connector sends texts alone";
            return Err(BuildError::invalid("request.documents", problem));
        }
        let texts = [
            ("", &asked.uncategorized_text),
            ("Product: ", &asked.product_description),
            ("Tracking number: ", &asked.shipping_tracking_number),
            ("Activity: ", &asked.access_activity_log),
            ("Cancellation policy: ", &asked.cancellation_policy),
            ("Refund policy: ", &asked.refund_policy),
        ];
        let told = texts.iter().filter_map(|(head, text)| Some(format!("{head}{}", text.as_deref()?)));
        let secrets = [("Customer: ", &asked.customer_name), ("Email: ", &asked.customer_email)];
        let exposed = secrets.iter();
        let exposed = exposed.filter_map(|(head, secret)| Some(format!("{head}{}", secret.as_ref()?.expose())));
        let notes = told.chain(exposed).collect::<Vec<_>>().join("\n");
        let field = "request.uncategorized_text";
        if notes.is_empty() {
            return Err(BuildError::invalid(field, "is missing, and so is all other evidence"));
        }
        if notes.chars().count() > LONGEST_NOTES {
            return Err(BuildError::invalid(field, "and the other evidence have more than 2000 characters"));
        }
        let evidences = Evidences { evidences: [Evidence { evidence_type: "OTHER", notes }] };
        let content = serde_json::to_vec(&evidences)
            .map_err(|_| BuildError::invalid(field, "cannot be written as JSON"))?;
        Ok(Self {
            dispute_id: &asked.connector_dispute_id,
            input: FilePart {
                file_name: "input.json".into(),
                content_type: "application/json".into(),
                content: content.into(),
            },
        })
    }
}

/// Only links come back. The claim is the customer's from now on.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Accept, status = Accepted, no_id = "only links come back")]
struct AcceptedClaim {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(SubmitEvidence, status = Challenged, no_id = "only links come back")]
struct ProvidedEvidence {}

#[derive(Deserialize, FlowResponse)]
#[serde(from = "DisputeBody")]
#[flow_response(DSync)]
pub(super) struct Dispute {
    #[flow_response(connector_dispute_id)]
    dispute_id: DisputeId,
    #[flow_response(status)]
    status: Wire<DisputeWord>,
    #[flow_response(amount)]
    dispute_amount: Option<ToldAmount>,
    #[flow_response(reason)]
    reason: Option<Box<str>>,
    #[flow_response(reason_code)]
    external_reason_code: Option<Box<str>>,
    #[flow_response(respond_by)]
    seller_response_due_date: Option<Box<str>>,
    #[flow_response(stage)]
    dispute_life_cycle_stage: Option<DisputeStage>,
}

/// The wire's dispute: one that is resolved has an outcome beside its status, which says for whom.
#[derive(Deserialize)]
struct DisputeBody {
    dispute_id: DisputeId,
    status: Wire<DisputeWord>,
    dispute_outcome: Option<DisputeOutcome>,
    dispute_amount: Option<ToldAmount>,
    reason: Option<Box<str>>,
    external_reason_code: Option<Box<str>>,
    seller_response_due_date: Option<Box<str>>,
    #[serde(default, deserialize_with = "stage")]
    dispute_life_cycle_stage: Option<DisputeStage>,
}

#[derive(Deserialize)]
struct DisputeOutcome {
    outcome_code: Option<Wire<DisputeWord>>,
}

impl From<DisputeBody> for Dispute {
    fn from(body: DisputeBody) -> Self {
        let outcome = body.dispute_outcome.and_then(|outcome| outcome.outcome_code);
        let is_resolved = body.status == Wire::Known(DisputeWord::Resolved);
        Self {
            dispute_id: body.dispute_id,
            status: outcome.filter(|_| is_resolved).unwrap_or(body.status),
            dispute_amount: body.dispute_amount,
            reason: body.reason,
            external_reason_code: body.external_reason_code,
            seller_response_due_date: body.seller_response_due_date,
            dispute_life_cycle_stage: body.dispute_life_cycle_stage,
        }
    }
}

/// Every status of a dispute, and every outcome of one that is resolved.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "SCREAMING_SNAKE_CASE", unknown = Opened)]
enum DisputeWord {
    #[wire_status(Opened)]
    Open,
    #[wire_status(Challenged)] // the merchant has answered
    WaitingForBuyerResponse,
    #[wire_status(Opened)]
    WaitingForSellerResponse,
    #[wire_status(Challenged)]
    UnderReview,
    #[wire_status(none)] // without an outcome: for whom, nobody says
    Resolved,
    #[wire_status(Opened)]
    Other,
    #[wire_status(Lost)]
    ResolvedBuyerFavour,
    #[wire_status(Won)]
    ResolvedSellerFavour,
    #[wire_status(Won)] // PayPal pays
    ResolvedWithPayout,
    #[wire_status(Cancelled)]
    CanceledByBuyer,
    #[wire_status(Accepted)]
    Accepted,
    #[wire_status(Won)] // the claim
    Denied,
    // Another dispute about the same transaction took its place, and decides:
    // <https://developer.paypal.com/docs/api/customer-disputes/v1/> (read 2026-11-28).
    #[wire_status(rename = "NONE", Cancelled)]
    NoOutcome,
}

/// `dispute_life_cycle_stage`; of a new one, nothing is told.
fn stage<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<DisputeStage>, D::Error> {
    let word = Option::<Box<str>>::deserialize(deserializer)?;
    Ok(word.and_then(|word| match &*word {
        "INQUIRY" => Some(DisputeStage::PreDispute),
        "CHARGEBACK" => Some(DisputeStage::Dispute),
        "PRE_ARBITRATION" => Some(DisputeStage::PreArbitration),
        "ARBITRATION" => Some(DisputeStage::Arbitration),
        _ => None,
    }))
}
