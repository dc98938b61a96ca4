//! Disputes. <https://api-reference.checkout.com/#tag/Disputes>

use connector_core::prelude::*;

use super::Checkout;

/// Get dispute details.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = DSync,
    http_method = Get,
    url = "/disputes/{dispute_id}",
    response = Dispute,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Accept a dispute.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = Accept,
    http_method = Post,
    url = "/disputes/{dispute_id}/accept",
    no_idempotency = "a dispute is accepted once; it is over then",
    response = AcceptedDispute,
)]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Provide evidence: texts, for files are uploaded first. It is kept with the dispute until DefendDispute
/// sends all of it.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = SubmitEvidence,
    http_method = Put,
    url = "/disputes/{dispute_id}/evidence",
    response = ProvidedEvidence,
)]
struct SubmitEvidenceRequest<'a> {
    dispute_id: &'a DisputeId,
    #[connector_flow(max_len = 500)]
    proof_of_delivery_or_service_text: Option<&'a str>,
    #[connector_flow(max_len = 500)]
    refund_or_cancellation_policy_text: Option<&'a str>,
    #[connector_flow(max_len = 500)]
    additional_evidence_text: Option<&'a str>,
}

/// One text for each kind of evidence; what belongs to no kind is refused, and not called something else.
impl<'a> TryFrom<&'a RouterData<SubmitEvidence>> for SubmitEvidenceRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<SubmitEvidence>) -> Result<Self, BuildError> {
        let told = &data.request;
        for (field, is_given) in [
            ("request.documents", told.documents.is_some()),
            ("request.product_description", told.product_description.is_some()),
            ("request.customer_name", told.customer_name.is_some()),
            ("request.customer_email", told.customer_email.is_some()),
        ] {
            if is_given {
                return Err(BuildError::invalid(field, "is given, and this connector cannot send it"));
            }
        }
        let proof = one_of(
            told.shipping_tracking_number.as_deref(),
            ("request.access_activity_log", told.access_activity_log.as_deref()),
        )?;
        let policy = one_of(
            told.cancellation_policy.as_deref(),
            ("request.refund_policy", told.refund_policy.as_deref()),
        )?;
        let more = told.uncategorized_text.as_deref();
        if proof.or(policy).or(more).is_none() {
            let (connector, flow) = (Checkout::NAME, SubmitEvidence::NAME);
            return Err(BuildError::Missing { field: "request.uncategorized_text", connector, flow });
        }
        Ok(Self {
            dispute_id: &told.connector_dispute_id,
            proof_of_delivery_or_service_text: proof,
            refund_or_cancellation_policy_text: policy,
            additional_evidence_text: more,
        })
    }
}

/// Of two texts the one that is given: both would be one piece of evidence.
fn one_of<'a>(
    first: Option<&'a str>,
    (field, second): (&'static str, Option<&'a str>),
) -> Result<Option<&'a str>, BuildError> {
    match (first, second) {
        (Some(_), Some(_)) => {
            Err(BuildError::invalid(field, "is a second text for one piece of evidence"))
        }
        (first, second) => Ok(first.or(second)),
    }
}

/// Submit the evidence that was provided. Checkout.com asks for no ground.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = DefendDispute,
    http_method = Post,
    url = "/disputes/{dispute_id}/evidence",
    response = SubmittedEvidence,
)]
struct DefendDisputeRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Accept, status = Accepted, format = Empty, no_id = "nothing is said at all")]
struct AcceptedDispute;

/// It is with the dispute, which stays open.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SubmitEvidence, status = Opened, format = Empty, no_id = "nothing is said at all")]
struct ProvidedEvidence;

#[derive(Deserialize, FlowResponse)]
#[flow_response(DefendDispute, status = Challenged, format = Empty, no_id = "nothing is said at all")]
struct SubmittedEvidence;

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync)]
struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status, stage)]
    status: Wire<DisputeWord>,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[flow_response(reason_code)]
    reason_code: Option<Box<str>>,
    #[flow_response(reason)]
    category: Option<Box<str>>,
    #[flow_response(respond_by)]
    evidence_required_by: Option<Box<str>>,
}

/// Every status of a dispute.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "snake_case", unknown = Opened)]
enum DisputeWord {
    #[wire_status(Opened)]
    EvidenceRequired,
    #[wire_status(Challenged)]
    EvidenceUnderReview,
    #[wire_status(Cancelled)] // without the merchant: refunded already, or too small
    Resolved,
    #[wire_status(Won)]
    Won,
    #[wire_status(Lost)]
    Lost,
    #[wire_status(Cancelled)]
    Canceled,
    #[wire_status(Expired)]
    Expired,
    #[wire_status(Accepted)]
    Accepted,
    #[wire_status(Challenged)] // the network decides in the last instance
    ArbitrationUnderReview,
    #[wire_status(Won)]
    ArbitrationWon,
    #[wire_status(Lost)]
    ArbitrationLost,
}

impl StageOf for DisputeWord {
    fn stage(self) -> Option<DisputeStage> {
        use DisputeWord::{
            Accepted, ArbitrationLost, ArbitrationUnderReview, ArbitrationWon, Canceled,
            EvidenceRequired, EvidenceUnderReview, Expired, Lost, Resolved, Won,
        };
        match self {
            ArbitrationUnderReview | ArbitrationWon | ArbitrationLost => {
                Some(DisputeStage::Arbitration)
            }
            EvidenceRequired | EvidenceUnderReview | Resolved | Won | Lost | Canceled | Expired
            | Accepted => Some(DisputeStage::Dispute),
        }
    }
}
