//! Checkout.com's disputes, as far as they can be asked about.

use hyper::StatusCode;
use serde_json::json;

use super::{Checkout, identified};
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

impl Disputes for Checkout {
    fn statuses(&self) -> &'static [&'static str] {
        &[
            "evidence_required",
            "evidence_under_review",
            "resolved",
            "won",
            "lost",
            "canceled",
            "expired",
            "accepted",
            "arbitration_under_review",
            "arbitration_won",
            "arbitration_lost",
        ]
    }

    fn won(&self) -> &'static str {
        "won"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[]
    }

    fn id(&self, number: u64) -> String {
        format!("dsp_{number:0>26}")
    }

    fn shown(&self, _: &Incoming, _: Act, dispute: &Dispute) -> Reply {
        let body = json!({
            "id": dispute.id,
            "category": "fraudulent",
            "amount": AMOUNT,
            "currency": CURRENCY,
            "reason_code": "10.4",
            "status": dispute.status,
            "evidence_required_by": "2026-02-01T12:00:00Z",
            "payment": { "id": dispute.payment_id, "amount": AMOUNT, "currency": CURRENCY },
        });
        identified(Reply::json(StatusCode::OK, &body))
    }

    fn refused(&self, _: &Incoming, _: bool) -> Reply {
        identified(Reply::empty(StatusCode::NOT_FOUND))
    }
}
