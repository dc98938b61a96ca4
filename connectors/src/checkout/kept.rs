//! Instruments: what Checkout.com keeps of a way to pay.

use connector_core::prelude::*;
use connector_core::{MandateId, MandateRevoke};

use super::Checkout;

/// Delete an instrument. <https://api-reference.checkout.com/#operation/deleteInstrument>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/instruments/{id}",
    response = DeletedInstrument,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct DeletedInstrument;
