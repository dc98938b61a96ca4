//! Stripe's disputes.

use hyper::{Method, StatusCode};
use serde_json::json;

use super::body::CREATED;
use super::refused::missing;
use super::{Stripe, refusal};
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// What a request wants of which dispute, below `/v1`.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<(Act, String)> {
    let (act, id) = match (&request.method, path) {
        (&Method::GET, ["disputes", id]) => (Act::Ask, id),
        (&Method::POST, ["disputes", id, "close"]) => (Act::Accept, id),
        (&Method::POST, ["disputes", id]) => {
            let sent =
                request.form().iter().any(|(name, value)| name == "submit" && value == "true");
            (if sent { Act::Defend } else { Act::HandIn }, id)
        }
        _ => return None,
    };
    Some((act, (*id).to_owned()))
}

impl Disputes for Stripe {
    fn statuses(&self) -> &'static [&'static str] {
        &[
            "warning_needs_response",
            "warning_under_review",
            "warning_closed",
            "needs_response",
            "under_review",
            "won",
            "lost",
        ]
    }

    fn won(&self) -> &'static str {
        "won"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[
            ("needs_response", Act::Accept, "lost"),
            ("needs_response", Act::HandIn, "needs_response"),
            ("needs_response", Act::Defend, "under_review"),
            ("warning_needs_response", Act::HandIn, "warning_needs_response"),
            ("warning_needs_response", Act::Defend, "warning_under_review"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("dp_{number:024}")
    }

    fn shown(&self, _: &Incoming, _: Act, dispute: &Dispute) -> Reply {
        Reply::json(
            StatusCode::OK,
            &json!({
                "amount": AMOUNT,
                "balance_transactions": [],
                "charge": dispute.payment_id.replacen("pi_", "ch_", 1),
                "created": CREATED,
                "currency": CURRENCY.to_ascii_lowercase(),
                "evidence": {},
                "evidence_details": { "has_evidence": false, "past_due": false, "submission_count": 0 },
                "id": dispute.id,
                "is_charge_refundable": false,
                "livemode": false,
                "metadata": {},
                "object": "dispute",
                "payment_intent": dispute.payment_id,
                "reason": "fraudulent",
                "status": dispute.status,
            }),
        )
    }

    fn refused(&self, request: &Incoming, is_known: bool) -> Reply {
        if is_known {
            let error = json!({ "message": "This dispute is already closed." });
            return refusal(StatusCode::BAD_REQUEST, &error);
        }
        let id = request.path.split('/').nth(2).unwrap_or_default();
        refusal(StatusCode::NOT_FOUND, &missing("dispute", "dispute", id))
    }
}
