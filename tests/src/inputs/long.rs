//! Texts that are longer than any processor takes, one at a time: beside a long one, every other field is as it is
//! else, and none is hidden by the refusal of another.

use std::collections::{BTreeMap, BTreeSet};

use connector_core::{AnyConnection, BeyondLimit, BuildError, FlowByNameError};
use serde_json::Value;

use super::{Built, Trial, ask, data, methods};

/// More than the longest limit that a description has.
const TOO_LONG: usize = 25_000;

/// How long an id can be at all.
const OF_AN_ID: usize = 1_024;

/// What a connector made of long texts.
#[derive(Debug, Default)]
pub struct Lengthened {
    /// The requests: with the text as long as the connector lets it be.
    pub built: Vec<Built>,
    /// What it refused for another reason than a declared limit: where the text stands, and the reason.
    pub refused: BTreeMap<String, String>,
}

/// Builds requests with each text of a flow's data as long as the connector takes it.
#[must_use]
pub fn try_long(connection: &dyn AnyConnection, flow: &str) -> Lengthened {
    let mut trial = Trial::new(connection, flow);
    let method = trial.method();
    let mut tried = Lengthened::default();
    let mut kinds = BTreeSet::new();
    for (base, amount) in trial.bases() {
        let kind = method.and_then(|method| base.get(&method)).map(|place| methods::kind(*place));
        if !kinds.insert((kind, base.len())) {
            continue;
        }
        let base = data(&base, amount);
        tried.lengthen(connection, flow, &base);
        // What is said of an order that was announced before is not said again.
        if let Some(base) = without_an_order(&base) {
            tried.lengthen(connection, flow, &base);
        }
    }
    tried
}

impl Lengthened {
    /// Each text of these data.
    fn lengthen(&mut self, connection: &dyn AnyConnection, flow: &str, base: &Value) {
        for place in texts(base) {
            match longest(connection, flow, base, &place) {
                Ok(built) => self.built.push(built),
                // Of another kind than a text: a word of ours, an amount's currency, a card's number.
                Err(FlowByNameError::Data(_)) => {}
                Err(error) => drop(self.refused.insert(place, error.to_string())),
            }
        }
    }
}

/// The data of a payment that was not announced, where these are of one that was.
fn without_an_order(base: &Value) -> Option<Value> {
    let mut base = base.clone();
    base.pointer_mut("/resource_common_data")?.as_object_mut()?.remove("connector_order_id")?;
    Some(base)
}

/// With the text at this place as long as the connector lets it be.
fn longest(
    connection: &dyn AnyConnection,
    flow: &str,
    base: &Value,
    place: &str,
) -> Result<Built, FlowByNameError> {
    let mut length = TOO_LONG;
    loop {
        let mut data = base.clone();
        let text = data.pointer_mut(place).unwrap();
        *text = lengthened(text.as_str().unwrap(), length).into();
        let data = data.to_string();
        match ask(connection, flow, &data) {
            Ok(request) => return Ok(Built { data, request }),
            Err(FlowByNameError::Build(BuildError::Limit {
                problem: BeyondLimit::TooLong { length: told, max_len },
                ..
            })) if length > 0 => {
                // Other texts may be sent in one with it, and are counted with it.
                let excess = told.saturating_sub(usize::try_from(max_len).unwrap());
                length = length.saturating_sub(excess);
            }
            Err(FlowByNameError::Data(_)) if length > OF_AN_ID => length = OF_AN_ID,
            Err(error) => return Err(error),
        }
    }
}

/// So long, of the same signs: digits stay digits, an address an address.
fn lengthened(text: &str, length: usize) -> String {
    let last = text.rfind(char::is_alphanumeric).unwrap_or(0);
    let (before, after) = text.split_at(last);
    let more = length.saturating_sub(text.chars().count());
    let sign = after.chars().next().unwrap_or('x').to_string();
    format!("{before}{}{after}", sign.repeat(more)).chars().take(length).collect()
}

/// Where there are texts.
fn texts(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::String(_) => return vec![String::new()],
        Value::Array(items) => {
            items.iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect()
        }
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), field)).collect(),
        _ => return Vec::new(),
    };
    let below = |(name, value): (String, &Value)| {
        texts(value).into_iter().map(move |place| format!("/{name}{place}")).collect::<Vec<_>>()
    };
    inner.into_iter().flat_map(below).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_text_becomes_as_long_as_is_asked_and_stays_of_its_kind() {
        assert_eq!(lengthened("107", 5), "10777");
        assert_eq!(lengthened("AB=", 6), "ABBBB=");
        assert_eq!(lengthened("", 2), "xx");
        assert_eq!(lengthened("order", 3), "ord");
    }

    #[test]
    fn every_text_is_found() {
        let data = json!({ "a": ["b", { "c": "d" }], "e": 1, "f": { "g": "h" } });
        assert_eq!(texts(&data), ["/a/0", "/a/1/c", "/f/g"]);
    }
}
