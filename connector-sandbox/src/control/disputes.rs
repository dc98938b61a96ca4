//! Disputes, over the control API.

use hyper::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Problem, processor, read, wrong};
use crate::dispute::Dispute;
use crate::incoming::Incoming;
use crate::sandbox::Shared;

/// A new one, or with an id how one stands from now on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stands {
    processor: String,
    id: Option<String>,
    status: String,
}

pub(super) fn all(shared: &Shared) -> Value {
    let shown = |Dispute { processor, id, payment_id, status }: Dispute| {
        json!({
            "processor": processor.name(), "id": id, "payment_id": payment_id, "status": status,
        })
    };
    let all: Vec<Value> = shared.state().disputes.all().into_iter().map(shown).collect();
    json!({ "disputes": all })
}

pub(super) fn put(request: &Incoming, shared: &Shared) -> Result<(StatusCode, Value), Problem> {
    let example = r#"{"processor":"stripe","status":"needs_response"}"#;
    let Stands { processor: name, id, status } = read(request, example)?;
    let processor = processor(&name)?;
    let known = processor.dispute_statuses();
    if !known.contains(&status.as_str()) {
        return Err(wrong(match known {
            [] => format!("{processor} has no disputes in this sandbox"),
            _ => format!(
                "a dispute of {processor} has no status `{status}`: write one of {}",
                known.join(", ")
            ),
        }));
    }
    let mut state = shared.state();
    let Some(id) = id else {
        let added = state.add_dispute(processor, &status).map(|dispute| dispute.id);
        return Ok((StatusCode::CREATED, json!({ "id": added })));
    };
    if state.decide_dispute(processor, &id, &status) {
        return Ok((StatusCode::OK, json!({ "id": id })));
    }
    Err(wrong(format!("{processor} has no dispute `{id}` in this sandbox")))
}
