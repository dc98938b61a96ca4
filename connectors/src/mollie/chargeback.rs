//! Chargebacks: the bank has taken the money back. Mollie tells of them, and takes no answer over its
//! API, so that there is nothing to accept or to defend.

use connector_core::prelude::*;

use serde::Deserializer;

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
#[flow_response(DSync)]
struct Chargeback {
    #[flow_response(connector_dispute_id)]
    id: DisputeId,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(connector_transaction_id)]
    payment_id: PaymentId,
    #[flow_response(reason)]
    reason: Option<Reason>,
    #[flow_response(status)]
    #[serde(default = "not_reversed", deserialize_with = "reversal")]
    reversed_at: Wire<Reversal>,
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
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(DisputeStatus, rename_all = "snake_case")]
#[wire_status(no_failure = "a chargeback that is never reversed stays as it is")]
enum Reversal {
    #[wire_status(Opened, rename = "charged back")] // `reversedAt` is not there, or null
    ChargedBack,
    #[wire_status(Won)] // it has a date
    Reversed,
}

fn not_reversed() -> Wire<Reversal> {
    Wire::Known(Reversal::ChargedBack)
}

fn reversal<'de, D: Deserializer<'de>>(date: D) -> Result<Wire<Reversal>, D::Error> {
    let date = Option::<Box<str>>::deserialize(date)?;
    Ok(date.map_or_else(not_reversed, |_| Wire::Known(Reversal::Reversed)))
}
