//! What Razorpay keeps of a way to pay: tokens, each a customer's.

use connector_core::prelude::*;
use connector_core::{CustomerId, MandateId, MandateRevoke, MandateStatus};

use super::Razorpay;

/// Delete a token. <https://razorpay.com/docs/api/payments/recurring-payments/cards/tokens>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/v1/customers/{customer_id}/tokens/{token_id}",
    response = DeletedToken,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_customer_id)]
    customer_id: &'a CustomerId,
    #[connector_flow(from = request.connector_mandate_id)]
    token_id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = deletion, no_id = "only that it is deleted is said")]
struct DeletedToken {
    deleted: bool,
}

fn deletion(token: &DeletedToken) -> Result<StatusReport<MandateStatus>, Fault> {
    Ok(match token.deleted {
        true => StatusReport::known(MandateStatus::Revoked, "deleted"),
        false => StatusReport::known(MandateStatus::Active, "not deleted"),
    })
}
