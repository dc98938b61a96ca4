//! Disputes. <https://developer.squareup.com/docs/disputes-api/overview>

use connector_core::prelude::*;
use serde::Deserializer;

use super::{Amount, Square, SquareError};

/// Retrieve a dispute. <https://developer.squareup.com/reference/square/disputes-api/retrieve-dispute>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = DSync,
    http_method = Get,
    url = "/v2/disputes/{dispute_id}",
    response = Disputed,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Accept a dispute. <https://developer.squareup.com/reference/square/disputes-api/accept-dispute>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = Accept,
    http_method = Post,
    url = "/v2/disputes/{dispute_id}/accept",
    no_idempotency = "a dispute is accepted once; it is over then",
    response = Disputed,
)]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

/// Hand in a text. It is kept with the dispute until DefendDispute sends all of it to the bank.
/// <https://developer.squareup.com/reference/square/disputes-api/create-dispute-evidence-text>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = SubmitEvidence,
    http_method = Post,
    url = "/v2/disputes/{dispute_id}/evidence-text",
    response = HandedIn,
)]
struct SubmitEvidenceRequest<'a> {
    dispute_id: &'a DisputeId,
    #[connector_flow(max_len = 45)]
    idempotency_key: &'a IdempotencyKey,
    evidence_type: &'static str,
    #[connector_flow(max_len = 500)]
    evidence_text: &'a str,
}

/// One text for each request: which it is decides what the bank is told that it proves.
impl<'a> TryFrom<&'a RouterData<SubmitEvidence>> for SubmitEvidenceRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<SubmitEvidence>) -> Result<Self, BuildError> {
        const POLICY: &str = "CANCELLATION_OR_REFUND_DOCUMENTATION";
        let told = &data.request;
        let secret = |text: &'a Option<Secret>| text.as_ref().map(Secret::expose);
        if told.documents.is_some() {
            let problem = "is given, and this connector cannot send it";
            return Err(BuildError::invalid("request.documents", problem));
        }
        let (generic, log) = (told.uncategorized_text.as_deref(), told.access_activity_log.as_deref());
        let (cancelling, refunds) = (told.cancellation_policy.as_deref(), told.refund_policy.as_deref());
        let (name, email) = (secret(&told.customer_name), secret(&told.customer_email));
        let texts = [
            ("request.uncategorized_text", "GENERIC_EVIDENCE", generic),
            (
                "request.shipping_tracking_number",
                "TRACKING_NUMBER",
                told.shipping_tracking_number.as_deref(),
            ),
            ("request.access_activity_log", "ONLINE_OR_APP_ACCESS_LOG", log),
            ("request.cancellation_policy", POLICY, cancelling),
            ("request.refund_policy", POLICY, refunds),
            (
                "request.product_description",
                "PRODUCT_OR_SERVICE_DESCRIPTION",
                told.product_description.as_deref(),
            ),
            ("request.customer_name", "CARDHOLDER_INFORMATION", name),
            ("request.customer_email", "CARDHOLDER_INFORMATION", email),
        ];
        let mut given =
            texts.into_iter().filter_map(|(field, kind, text)| Some((field, kind, text?)));
        let Some((field, evidence_type, evidence_text)) = given.next() else {
            let (connector, flow) = (Square::NAME, SubmitEvidence::NAME);
            let field = "request.uncategorized_text";
            return Err(BuildError::Missing { field, connector, flow });
        };
        if let Some((field, ..)) = given.next() {
            let problem = "is a second text, and Square takes one with each call: hand it in by itself";
            return Err(BuildError::invalid(field, problem));
        }
        if evidence_text.is_empty() {
            return Err(BuildError::invalid(field, "is empty"));
        }
        let idempotency_key = &told.idempotency_key;
        let dispute_id = &told.connector_dispute_id;
        Ok(Self { dispute_id, idempotency_key, evidence_type, evidence_text })
    }
}

/// Submit evidence: what was handed in goes to the bank. Square asks for no ground.
/// <https://developer.squareup.com/reference/square/disputes-api/submit-evidence>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Square,
    flow_name = DefendDispute,
    http_method = Post,
    url = "/v2/disputes/{dispute_id}/submit-evidence",
    response = Disputed,
)]
struct DefendDisputeRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    dispute_id: &'a DisputeId,
}

#[derive(FlowResponse)]
#[flow_response(DSync, Accept, DefendDispute)]
enum Disputed {
    #[flow_response(within = "dispute")]
    Dispute(Dispute),
    #[flow_response(error)]
    Errors(SquareError),
}

/// `Dispute`.
#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync, Accept, DefendDispute)]
pub(super) struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status, stage)]
    state: Wire<DisputeWord>,
    #[flow_response(amount)]
    amount_money: Option<Amount>,
    #[flow_response(connector_transaction_id)]
    #[serde(default, deserialize_with = "payment_id")]
    disputed_payment: Option<PaymentId>,
    #[flow_response(reason)]
    reason: Option<Box<str>>,
    #[flow_response(respond_by)]
    due_at: Option<Box<str>>,
}

fn payment_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PaymentId>, D::Error> {
    #[derive(Deserialize)]
    struct DisputedPayment {
        payment_id: Option<PaymentId>,
    }
    let payment = Option::<DisputedPayment>::deserialize(deserializer)?;
    Ok(payment.and_then(|payment| payment.payment_id))
}

/// `DisputeState`.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "SCREAMING_SNAKE_CASE", unknown = Opened)]
enum DisputeWord {
    #[wire_status(Opened)] // an inquiry: no money has moved yet
    InquiryEvidenceRequired,
    #[wire_status(Challenged)]
    InquiryProcessing,
    #[wire_status(Cancelled)] // the inquiry did not become a dispute
    InquiryClosed,
    #[wire_status(Opened)]
    EvidenceRequired,
    #[wire_status(Challenged)]
    Processing,
    #[wire_status(Won)]
    Won,
    #[wire_status(Lost)]
    Lost,
    #[wire_status(Accepted)]
    Accepted,
}

impl StageOf for DisputeWord {
    fn stage(self) -> Option<DisputeStage> {
        use DisputeWord::{
            Accepted, EvidenceRequired, InquiryClosed, InquiryEvidenceRequired, InquiryProcessing,
            Lost, Processing, Won,
        };
        match self {
            InquiryEvidenceRequired | InquiryProcessing | InquiryClosed => {
                Some(DisputeStage::PreDispute)
            }
            EvidenceRequired | Processing | Won | Lost | Accepted => Some(DisputeStage::Dispute),
        }
    }
}

#[derive(FlowResponse)]
#[flow_response(SubmitEvidence)]
enum HandedIn {
    #[flow_response(within = "evidence")]
    Evidence(Evidence),
    #[flow_response(error)]
    Errors(SquareError),
}

/// `DisputeEvidence`: it says nothing of how its dispute stands, which stays open.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SubmitEvidence, status = Opened)]
struct Evidence {
    #[flow_response(connector_dispute_id)]
    dispute_id: Option<DisputeId>,
}
