//! The same answer with as much captured as its word for the status allows.

use connector_core::{AttemptStatus, Money, Report, Status as _};
use serde_json::{Value, json};

/// How much of a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    Nothing,
    Part,
    All,
}

/// How much can be captured beside a word that means this. Amounts are believed more than words: a payment that is
/// held, or taken in part, beside all of its amount as captured is charged, and one that came to nothing beside any
/// is a contradiction. So a word is read to its meaning only in an answer whose amounts say the same.
fn beside(meaning: AttemptStatus) -> Share {
    use AttemptStatus::{
        AutoRefunded, Charged, PartialCharged, PartialChargedAndChargeable,
        VoidPostCaptureInitiated, VoidedPostCapture,
    };
    match meaning {
        PartialCharged | PartialChargedAndChargeable => Share::Part,
        Charged | VoidPostCaptureInitiated | VoidedPostCapture | AutoRefunded => Share::All,
        _ => Share::Nothing,
    }
}

/// The share that an answer tells; `None` where it tells none.
fn told(report: &Report) -> Option<Share> {
    let taken = report.amount_captured?.minor_amount.get();
    let whole = report.amount.map(|whole| whole.minor_amount.get());
    Some(match taken {
        0 => Share::Nothing,
        taken if whole.is_some_and(|whole| taken < whole) => Share::Part,
        _ => Share::All,
    })
}

/// The answer with as much captured as a word allows that means this; itself where it tells nothing of what is captured,
/// or the word is about no payment.
#[must_use]
pub fn fitting(body: &Value, meaning: Option<&str>, read: impl Fn(&Value) -> Report) -> Value {
    let is_meant = |status: &&AttemptStatus| Some(status.as_name()) == meaning;
    let Some(share) = AttemptStatus::ALL.iter().find(is_meant).map(|status| beside(*status)) else {
        return body.clone();
    };
    let report = read(body);
    if told(&report).is_none_or(|told| told == share) {
        return body.clone();
    }
    let is_told = |body: &Value| {
        let report = read(body);
        report.outcome == "status" && told(&report).is_none_or(|told| told == share)
    };
    let mut changed = places(body).into_iter().filter_map(|place| {
        let value = in_place_of(body.pointer(&place)?, share, report.amount)?;
        let mut body = body.clone();
        *body.pointer_mut(&place)? = value;
        Some(body)
    });
    changed.find(is_told).unwrap_or_else(|| body.clone())
}

/// All places of a body; first those whose name says that they may tell it.
fn places(body: &Value) -> Vec<String> {
    let mut places = vec![String::new()];
    let mut waiting = vec![String::new()];
    while let Some(place) = waiting.pop() {
        let below: Vec<String> = match body.pointer(&place).expect("a place of the body") {
            Value::Object(fields) => {
                fields.keys().map(|name| format!("{place}/{}", name.replace('/', "~1"))).collect()
            }
            Value::Array(items) => {
                (0..items.len()).map(|index| format!("{place}/{index}")).collect()
            }
            _ => Vec::new(),
        };
        places.extend(below.iter().cloned());
        waiting.extend(below);
    }
    places.sort_by_key(|place| !["aptur", "received"].iter().any(|name| place.contains(name)));
    places
}

/// An amount of that share, in the form of this one; a list of captures has nothing where it has no captures.
fn in_place_of(value: &Value, share: Share, whole: Option<Money>) -> Option<Value> {
    let whole = whole.map(|whole| (whole.minor_amount.get(), whole.to_string()));
    Some(match (value, share) {
        (Value::Array(_), Share::Nothing) => json!([]),
        (Value::Number(_), Share::Nothing) => json!(0),
        (Value::Number(_), Share::Part) => json!(1),
        (Value::Number(_), Share::All) => json!(whole?.0),
        (Value::String(text), _) if text.starts_with(|one: char| one.is_ascii_digit()) => {
            match share {
                Share::Nothing => json!("0.00"),
                Share::Part => json!("0.01"),
                Share::All => json!(whole?.1.split(' ').next()),
            }
        }
        _ => return None,
    })
}
