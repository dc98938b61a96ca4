//! Checkout.com's disputes.

use hyper::{Method, StatusCode};
use serde_json::{Map, Value, json};

use super::{Checkout, identified};
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// What a request wants of which dispute.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<(Act, String)> {
    let (act, id) = match (&request.method, path) {
        (&Method::GET, ["disputes", id]) => (Act::Ask, id),
        (&Method::POST, ["disputes", id, "accept"]) => (Act::Accept, id),
        (&Method::PUT, ["disputes", id, "evidence"]) => (Act::HandIn, id),
        (&Method::POST, ["disputes", id, "evidence"]) => (Act::Defend, id),
        _ => return None,
    };
    Some((act, (*id).to_owned()))
}

/// Whether there is a piece of evidence in it; one is needed.
fn has_evidence(request: &Incoming) -> bool {
    serde_json::from_slice::<Map<String, Value>>(&request.body).is_ok_and(|told| !told.is_empty())
}

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
        &[
            ("evidence_required", Act::Accept, "accepted"),
            ("evidence_required", Act::HandIn, "evidence_required"),
            ("evidence_required", Act::Defend, "evidence_under_review"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("dsp_{number:0>26}")
    }

    fn shown(&self, request: &Incoming, act: Act, dispute: &Dispute) -> Reply {
        let is_empty = act == Act::HandIn && !has_evidence(request);
        if act != Act::Ask {
            let status =
                if is_empty { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::NO_CONTENT };
            return identified(Reply::empty(status));
        }
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

    /// Of a dispute that has come too far, the description has no answer of its own.
    fn refused(&self, _: &Incoming, _: bool) -> Reply {
        identified(Reply::empty(StatusCode::NOT_FOUND))
    }
}
