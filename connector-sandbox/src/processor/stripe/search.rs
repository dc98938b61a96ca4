//! The search for payment intents, by the one clause that is asked for here.

use hyper::StatusCode;
use serde_json::{Value, json};

use super::{body, refusal, reply};
use crate::incoming::Incoming;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::Call;

/// `metadata["reference"]:"…"`, in which a quote is escaped.
pub(super) fn read(request: &Incoming) -> Result<Call, Reply> {
    let query = request.pairs().find(|(name, _)| name == "query").map(|(_, value)| value);
    let value = query
        .as_deref()
        .and_then(|query| query.strip_prefix(r#"metadata["reference"]:""#)?.strip_suffix('"'));
    let plain = value.map(|value| value.replace(r#"\""#, "\u{0}"));
    match plain.filter(|plain| !plain.contains(['"', '\\'])) {
        Some(plain) => Ok(Call::Search(plain.replace('\u{0}', "\""))),
        None => {
            let message = "The query is none that the sandbox reads.";
            let error = json!({ "message": message, "param": "query" });
            Err(refusal(StatusCode::BAD_REQUEST, &error))
        }
    }
}

pub(super) fn result(found: &[Seen]) -> Reply {
    let data: Vec<Value> =
        found.iter().map(|seen| body::intent(&seen.payment, &seen.refunds, false)).collect();
    let result = json!({
        "data": data,
        "has_more": false,
        "next_page": null,
        "object": "search_result",
        "url": "/v1/payment_intents/search",
    });
    reply(StatusCode::OK, &result)
}
