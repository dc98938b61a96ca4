//! Disputes. <https://developer.paypal.com/braintree/graphql/guides/disputes>

use connector_core::prelude::*;

use serde::Deserializer;

use super::{Amount, Braintree, Errors};

/// What is to be told of a dispute.
const DISPUTE: &str = "fragment Told on Dispute { \
    id status type replyByDate transaction { id } amount: amountDisputed { value currencyCode } }";

/// Query a dispute.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = DSync,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "query($id: ID!) { dispute: node(id: $id) { ...Told } }",
    fragments = DISPUTE,
    response = Found,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id)]
    id: &'a DisputeId,
}

/// Accept a dispute.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = Accept,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: AcceptDisputeInput!) { \
            answer: acceptDispute(input: $input) { dispute { ...Told } } }",
    fragments = DISPUTE,
    no_idempotency = "Braintree has keys for chosen merchants alone: a dispute is accepted once, and closed by it",
    response = Answered,
)]
#[serde(rename_all = "camelCase")]
struct AcceptRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id, within = "input")]
    dispute_id: &'a DisputeId,
}

/// Finalize a dispute: what was handed in goes to the bank. Braintree asks for no ground.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = DefendDispute,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: FinalizeDisputeInput!) { \
            answer: finalizeDispute(input: $input) { dispute { ...Told } } }",
    fragments = DISPUTE,
    response = Answered,
)]
#[serde(rename_all = "camelCase")]
struct DefendDisputeRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id, within = "input")]
    dispute_id: &'a DisputeId,
}

/// Hand in a text. It is kept with the dispute until DefendDispute sends all of it to the bank: in one
/// request, the bank would also be told where the text was refused.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Braintree,
    flow_name = SubmitEvidence,
    http_method = Post,
    url = "/graphql",
    body = GraphQl,
    document = "mutation($input: CreateDisputeTextEvidenceInput!) { \
        answer: createDisputeTextEvidence(input: $input) { evidence { id } } }",
    response = HandedIn,
)]
#[serde(rename_all = "camelCase")]
struct SubmitEvidenceRequest<'a> {
    #[connector_flow(from = request.connector_dispute_id, within = "input")]
    dispute_id: &'a DisputeId,
    #[connector_flow(from = request.uncategorized_text, within = "input")]
    content: &'a str,
    #[connector_flow(from = request.shipping_tracking_number)]
    tracking_number: Option<NotTaken>, // one text for each request: hand the others in by themselves
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

#[derive(FlowResponse)]
#[flow_response(DSync)]
enum Found {
    #[flow_response(within = "data.dispute")]
    Dispute(Dispute),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(FlowResponse)]
#[flow_response(Accept, DefendDispute)]
enum Answered {
    #[flow_response(within = "data.answer.dispute")]
    Dispute(Dispute),
    #[flow_response(error)]
    Errors(Errors),
}

#[derive(FlowResponse)]
#[flow_response(SubmitEvidence)]
enum HandedIn {
    #[flow_response(within = "data.answer.evidence")]
    Evidence(Evidence),
    #[flow_response(error)]
    Errors(Errors),
}

/// `DisputeTextEvidence`: it says nothing of its dispute, which stays open.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SubmitEvidence, status = Opened)]
#[flow_response(no_id = "the answer is the text, and not its dispute")]
struct Evidence {
    #[serde(rename = "id")]
    _id: Box<str>,
}

/// `Dispute`, as far as it is asked for.
#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync, Accept, DefendDispute)]
#[serde(rename_all = "camelCase")]
struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status)]
    status: Wire<DisputeWord>,
    #[flow_response(stage)]
    #[serde(default, deserialize_with = "stage")]
    r#type: Option<DisputeStage>,
    #[flow_response(amount)]
    amount: Option<Amount>,
    #[flow_response(connector_transaction_id)]
    #[serde(default, deserialize_with = "super::id_within")]
    transaction: Option<PaymentId>,
    #[flow_response(respond_by)]
    reply_by_date: Option<Box<str>>,
}

/// `DisputeStatus`.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "SCREAMING_SNAKE_CASE", unknown = Opened)]
enum DisputeWord {
    #[wire_status(Accepted)]
    Accepted,
    #[wire_status(Accepted)] // because nobody answered in time
    AutoAccepted,
    #[wire_status(Challenged)]
    Disputed,
    #[wire_status(Expired)]
    Expired,
    #[wire_status(Lost)]
    Lost,
    #[wire_status(Opened)]
    Open,
    #[wire_status(Challenged)] // the bank looks at what was handed in
    UnderReview,
    #[wire_status(Won)]
    Won,
}

/// `DisputeType`; of a new one, nothing is told.
fn stage<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DisputeStage>, D::Error> {
    let kind = Option::<Box<str>>::deserialize(deserializer)?;
    Ok(match kind.as_deref() {
        Some("RETRIEVAL") => Some(DisputeStage::PreDispute),
        Some("CHARGEBACK") => Some(DisputeStage::Dispute),
        Some("PRE_ARBITRATION") => Some(DisputeStage::PreArbitration),
        _ => None,
    })
}
