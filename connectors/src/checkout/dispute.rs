//! Disputes. <https://api-reference.checkout.com/#tag/Disputes>

use connector_core::prelude::*;
use connector_core::{DSync, DisputeId};

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

#[derive(Deserialize, FlowResponse)]
#[flow_response(DSync)]
struct Dispute {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(status)]
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
