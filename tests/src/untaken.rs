//! The same answer about a payment of which nothing was captured.

use connector_core::Report;
use serde_json::{Value, json};

/// The body without what says that money was taken; itself where nothing does. A word of a payment that came to
/// nothing, put into an answer about one that was captured, contradicts it, and is read as that.
pub fn untaken(body: &Value, read: impl Fn(&Value) -> Report) -> Value {
    let is_taken =
        |body: &Value| read(body).amount_captured.is_some_and(|taken| taken.minor_amount.get() > 0);
    if !is_taken(body) {
        return body.clone();
    }
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
    // Most often the name of the place says it.
    places.sort_by_key(|place| !["aptur", "received"].iter().any(|name| place.contains(name)));
    let without = places.iter().filter_map(|place| {
        let nothing = match body.pointer(place)? {
            Value::Array(_) => json!([]),
            Value::Number(_) => json!(0),
            Value::String(text) if text.starts_with(|one: char| one.is_ascii_digit()) => {
                json!("0.00")
            }
            _ => return None,
        };
        let mut without = body.clone();
        *without.pointer_mut(place)? = nothing;
        Some(without)
    });
    let mut without = without.filter(|body| !is_taken(body) && read(body).outcome == "status");
    without.next().unwrap_or_else(|| body.clone())
}
