//! Adyen's disputes: orders alone; how one ends is told by a webhook.

use hyper::StatusCode;
use serde_json::{Value, json};

use super::Adyen;
use crate::dispute::{Act, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// What a request wants of which dispute.
pub(super) fn read(request: &Incoming, path: &[&str]) -> Option<(Act, String)> {
    let act = match path {
        ["acceptDispute"] => Act::Accept,
        ["supplyDefenseDocument"] => Act::HandIn,
        ["defendDispute"] => Act::Defend,
        _ => return None,
    };
    let given: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let id = given.get("disputePspReference").and_then(Value::as_str);
    Some((act, id.unwrap_or_default().to_owned()))
}

impl Disputes for Adyen {
    /// `disputeStatus` of an event, the first two of an inquiry; no answer tells them.
    fn statuses(&self) -> &'static [&'static str] {
        &["Unresponded", "Responded", "Undefended", "Pending", "Accepted", "Expired", "Won", "Lost"]
    }

    fn won(&self) -> &'static str {
        "Won"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[
            ("Undefended", Act::Accept, "Accepted"),
            ("Undefended", Act::HandIn, "Undefended"),
            ("Undefended", Act::Defend, "Pending"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("D{number:0>15}")
    }

    fn shown(&self, _: &Incoming, _: Act, _: &Dispute) -> Reply {
        let result = json!({ "disputeServiceResult": { "success": true } });
        Reply::json(StatusCode::OK, &result)
    }

    /// With HTTP 200, too.
    fn refused(&self, _: &Incoming, is_known: bool) -> Reply {
        let why = if is_known { "The dispute is closed" } else { "The dispute was not found" };
        let result = json!({ "success": false, "errorMessage": why });
        Reply::json(StatusCode::OK, &json!({ "disputeServiceResult": result }))
    }
}
