//! Square's disputes.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use super::Square;
use super::refused::{invalid, unknown};
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// What a request wants of which dispute, below `/v2`.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<(Act, String)> {
    let (act, id) = match (&request.method, path) {
        (&Method::GET, ["disputes", id]) => (Act::Ask, id),
        (&Method::POST, ["disputes", id, "accept"]) => (Act::Accept, id),
        (&Method::POST, ["disputes", id, "evidence-text"]) => (Act::HandIn, id),
        (&Method::POST, ["disputes", id, "submit-evidence"]) => (Act::Defend, id),
        _ => return None,
    };
    Some((act, (*id).to_owned()))
}

impl Disputes for Square {
    fn statuses(&self) -> &'static [&'static str] {
        &[
            "INQUIRY_EVIDENCE_REQUIRED",
            "INQUIRY_PROCESSING",
            "INQUIRY_CLOSED",
            "EVIDENCE_REQUIRED",
            "PROCESSING",
            "WON",
            "LOST",
            "ACCEPTED",
        ]
    }

    fn won(&self) -> &'static str {
        "WON"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[
            ("EVIDENCE_REQUIRED", Act::Accept, "ACCEPTED"),
            ("EVIDENCE_REQUIRED", Act::HandIn, "EVIDENCE_REQUIRED"),
            ("EVIDENCE_REQUIRED", Act::Defend, "PROCESSING"),
            ("INQUIRY_EVIDENCE_REQUIRED", Act::Accept, "ACCEPTED"),
            ("INQUIRY_EVIDENCE_REQUIRED", Act::HandIn, "INQUIRY_EVIDENCE_REQUIRED"),
            ("INQUIRY_EVIDENCE_REQUIRED", Act::Defend, "INQUIRY_PROCESSING"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("dts_{number:018}")
    }

    fn shown(&self, request: &Incoming, act: Act, dispute: &Dispute) -> Reply {
        if act == Act::HandIn {
            let given: Value = serde_json::from_slice(&request.body).unwrap_or_default();
            let evidence = json!({
                "id": format!("{}_1", dispute.id),
                "dispute_id": dispute.id,
                "evidence_text": given.get("evidence_text"),
                "evidence_type": given.get("evidence_type"),
            });
            return Reply::json(StatusCode::OK, &json!({ "evidence": evidence }));
        }
        let told = json!({
            "id": dispute.id,
            "amount_money": { "amount": AMOUNT, "currency": CURRENCY },
            "reason": "NO_KNOWLEDGE",
            "state": dispute.status,
            "due_at": "2026-02-01T12:00:00Z",
            "disputed_payment": { "payment_id": dispute.payment_id },
        });
        Reply::json(StatusCode::OK, &json!({ "dispute": told }))
    }

    fn refused(&self, request: &Incoming, is_known: bool) -> Reply {
        let id = request.path.split('/').nth(2).unwrap_or_default();
        if is_known { invalid("DISPUTE_ERROR", "dispute_id") } else { unknown("dispute", id) }
    }
}
