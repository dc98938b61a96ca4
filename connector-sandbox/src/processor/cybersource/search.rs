//! The search for transactions, by the one field that is asked for here.

use serde_json::{Value, json};

use super::{body, refused};
use crate::incoming::Incoming;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::Call;

/// `clientReferenceInformation.code:…`, where the code is one word.
pub(super) fn read(request: &Incoming) -> Result<Call, Reply> {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let query = body.get("query").and_then(Value::as_str);
    let code = query.and_then(|query| query.strip_prefix("clientReferenceInformation.code:"));
    let word = |code: &&str| {
        code.chars().all(|part| part.is_ascii_alphanumeric() || matches!(part, '-' | '_' | '.'))
    };
    let code = code.filter(word).ok_or_else(|| refused::invalid("INVALID_DATA"))?;
    Ok(Call::Search(code.to_owned()))
}

/// Each transaction by itself: what a payment is captured with has the same code here.
pub(super) fn result(found: &[Seen]) -> Value {
    let captured = found.iter().filter_map(|seen| body::capture_record(&seen.payment));
    let captured: Vec<Value> = captured.map(|record| summary(record, "ics_bill")).collect();
    let held = found.iter().map(|seen| summary(body::payment_record(&seen.payment), "ics_auth"));
    let all: Vec<Value> = captured.into_iter().chain(held).collect();
    json!({
        "searchId": "87654321-0000-4000-8000-000000000000",
        "save": false,
        "offset": 0,
        "limit": 100,
        "count": all.len(),
        "totalCount": all.len(),
        "submitTimeUtc": body::TIME,
        "_embedded": { "transactionSummaries": all },
    })
}

fn summary(mut record: Value, service: &str) -> Value {
    if let Some(told) = record.get_mut("applicationInformation").and_then(Value::as_object_mut) {
        told.insert("applications".to_owned(), json!([{ "name": service, "reasonCode": "100" }]));
    }
    record
}
