//! Mollie's chargebacks. There is no word for how one stands: it is there, and may be reversed.

use hyper::StatusCode;
use serde_json::json;

use super::refused::unknown;
use super::{Mollie, reply};
use crate::amount::in_major_units;
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

const REVERSED: &str = "reversed";

impl Disputes for Mollie {
    fn statuses(&self) -> &'static [&'static str] {
        &["charged back", REVERSED]
    }

    fn won(&self) -> &'static str {
        REVERSED
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[]
    }

    fn id(&self, number: u64) -> String {
        format!("chb_{number:06}")
    }

    fn shown(&self, request: &Incoming, _: Act, dispute: &Dispute) -> Reply {
        // A chargeback is found below its own payment alone.
        if !request.path.contains(&format!("/payments/{}/", dispute.payment_id)) {
            return self.refused(request, false);
        }
        let amount =
            json!({ "value": in_major_units(AMOUNT, CURRENCY).get(), "currency": CURRENCY });
        let time = "2026-01-01T12:00:00+00:00";
        let reversed = (dispute.status == REVERSED).then_some(time);
        let body = json!({
            "resource": "chargeback",
            "id": dispute.id,
            "amount": amount,
            "settlementAmount": null,
            "reason": null,
            "paymentId": dispute.payment_id,
            "createdAt": time,
            "reversedAt": reversed,
        });
        reply(StatusCode::OK, &body)
    }

    fn refused(&self, request: &Incoming, _: bool) -> Reply {
        unknown("chargeback", request.path.rsplit('/').next().unwrap_or_default())
    }
}
