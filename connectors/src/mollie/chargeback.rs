//! Chargebacks: the bank has taken the money back. Mollie tells of them, and takes no answer over its
//! API, so that there is nothing to accept or to defend.

use connector_core::prelude::*;
use connector_core::{DSync, DisputeId, DisputeStatus};

use super::{Amount, Mollie};

/// Get a chargeback of a payment. <https://docs.mollie.com/reference/get-chargeback>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Mollie,
    flow_name = DSync,
    http_method = Get,
    url = "/v2/payments/{payment_id}/chargebacks/{chargeback_id}",
    response = Chargeback,
)]
struct DSyncRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request.connector_dispute_id)]
    chargeback_id: &'a DisputeId,
}

#[derive(Deserialize, FlowResponse)]
#[serde(rename_all = "camelCase")]
#[flow_response(DSync, status = chargeback_status)]
struct Chargeback {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(connector_transaction_id)]
    payment_id: PaymentId,
    #[flow_response(reason)]
    reason: Option<Reason>,
    reversed_at: Option<Box<str>>,
}

/// The bank's reason; it gives one where an account was debited.
#[derive(Deserialize)]
struct Reason {
    code: Box<str>,
    description: Box<str>,
}

impl From<Reason> for Box<str> {
    fn from(Reason { code, description }: Reason) -> Self {
        format!("{code}: {description}").into()
    }
}

/// There is no word for it: a chargeback is there, and later it may be reversed. Until then it is not
/// lost for good.
fn chargeback_status(chargeback: &Chargeback) -> Result<StatusReport<DisputeStatus>, Fault> {
    Ok(match chargeback.reversed_at {
        Some(_) => StatusReport::known(DisputeStatus::Won, "reversed"),
        None => StatusReport::known(DisputeStatus::Opened, "charged back"),
    })
}
