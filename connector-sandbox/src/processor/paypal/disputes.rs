//! PayPal's disputes.

use hyper::{Method, StatusCode};
use serde_json::json;

use super::amount::told;
use super::{PayPal, refused};
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// What a request wants of which dispute.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<(Act, String)> {
    let (act, id) = match (&request.method, path) {
        (&Method::GET, ["v1", "customer", "disputes", id]) => (Act::Ask, id),
        (&Method::POST, ["v1", "customer", "disputes", id, "accept-claim"]) => (Act::Accept, id),
        (&Method::POST, ["v1", "customer", "disputes", id, "provide-evidence"]) => {
            (Act::Defend, id)
        }
        _ => return None,
    };
    Some((act, (*id).to_owned()))
}

impl Disputes for PayPal {
    /// For whom one is resolved, the outcome tells.
    fn statuses(&self) -> &'static [&'static str] {
        &[
            "OPEN",
            "WAITING_FOR_BUYER_RESPONSE",
            "WAITING_FOR_SELLER_RESPONSE",
            "UNDER_REVIEW",
            "OTHER",
            "RESOLVED:RESOLVED_BUYER_FAVOUR",
            "RESOLVED:RESOLVED_SELLER_FAVOUR",
            "RESOLVED:RESOLVED_WITH_PAYOUT",
            "RESOLVED:CANCELED_BY_BUYER",
            "RESOLVED:ACCEPTED",
            "RESOLVED:DENIED",
            "RESOLVED:NONE",
        ]
    }

    fn won(&self) -> &'static str {
        "RESOLVED:RESOLVED_SELLER_FAVOUR"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[
            ("WAITING_FOR_SELLER_RESPONSE", Act::Accept, "RESOLVED:ACCEPTED"),
            ("OPEN", Act::Accept, "RESOLVED:ACCEPTED"),
            ("WAITING_FOR_SELLER_RESPONSE", Act::Defend, "UNDER_REVIEW"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("PP-D-{number}")
    }

    fn shown(&self, _: &Incoming, act: Act, dispute: &Dispute) -> Reply {
        let href = format!("https://api-m.sandbox.paypal.com/v1/customer/disputes/{}", dispute.id);
        let links = json!([{ "rel": "self", "method": "GET", "href": href }]);
        if act != Act::Ask {
            return Reply::json(StatusCode::OK, &json!({ "links": links }));
        }
        let (status, outcome) = dispute.word();
        let mut body = json!({
            "dispute_id": dispute.id,
            "reason": "MERCHANDISE_OR_SERVICE_NOT_RECEIVED",
            "status": status,
            "dispute_amount": told(AMOUNT, CURRENCY),
            "dispute_life_cycle_stage": "CHARGEBACK",
            "links": links,
        });
        if let (Some(outcome), Some(body)) = (outcome, body.as_object_mut()) {
            body.insert("dispute_outcome".to_owned(), json!({ "outcome_code": outcome }));
        }
        Reply::json(StatusCode::OK, &body)
    }

    fn refused(&self, _: &Incoming, is_known: bool) -> Reply {
        if is_known {
            refused::unprocessable("ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE")
        } else {
            refused::not_found()
        }
    }
}
