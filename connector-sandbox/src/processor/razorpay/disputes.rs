//! Razorpay's disputes.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use super::Razorpay;
use super::refused::{self, bad};
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// What a request wants of which dispute, below `/v1`. A contest is a draft until it is submitted.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<(Act, String)> {
    let (act, id) = match (&request.method, path) {
        (&Method::GET, ["disputes", id]) => (Act::Ask, id),
        (&Method::POST, ["disputes", id, "accept"]) => (Act::Accept, id),
        (&Method::PATCH, ["disputes", id, "contest"]) => match given(request, "action").as_str() {
            Some("submit") => (Act::Defend, id),
            _ => (Act::HandIn, id),
        },
        _ => return None,
    };
    Some((act, (*id).to_owned()))
}

fn given(request: &Incoming, name: &str) -> Value {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    body.get(name).cloned().unwrap_or_default()
}

impl Disputes for Razorpay {
    fn statuses(&self) -> &'static [&'static str] {
        &["open", "under_review", "won", "lost", "closed"]
    }

    fn won(&self) -> &'static str {
        "won"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[
            ("open", Act::Accept, "lost"),
            ("open", Act::HandIn, "open"),
            ("open", Act::Defend, "under_review"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("disp_{number:014}")
    }

    fn shown(&self, request: &Incoming, _: Act, dispute: &Dispute) -> Reply {
        let is_lost = dispute.status == "lost";
        let body = json!({
            "id": dispute.id,
            "entity": "dispute",
            "payment_id": dispute.payment_id,
            "amount": AMOUNT,
            "currency": CURRENCY,
            "amount_deducted": if is_lost { AMOUNT } else { 0 },
            "reason_code": "goods_not_received",
            "respond_by": 1_769_947_200,
            "status": dispute.status,
            "phase": "chargeback",
            "created_at": 1_767_268_800,
            "evidence": { "amount": AMOUNT, "summary": given(request, "summary") },
        });
        Reply::json(StatusCode::OK, &body)
    }

    fn refused(&self, _: &Incoming, is_known: bool) -> Reply {
        let text = if is_known { "The dispute is not open any more" } else { refused::UNKNOWN };
        bad(StatusCode::BAD_REQUEST, text)
    }
}
