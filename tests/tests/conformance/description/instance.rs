//! Bodies made of a schema: what a processor may answer, though it never did.

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

use super::followed;

/// How much of a body there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What is required.
    Barest,
    /// Everything, as deep as people nest.
    Fullest,
}

/// How deep optional objects and lists are filled; schemas that are in themselves would never end.
const DEEPEST: usize = 6;

/// A body of this schema.
pub(crate) fn instance(document: &Value, schema: &Value, extent: Extent) -> Value {
    made(document, schema, extent, "", 0)
}

fn made(document: &Value, schema: &Value, extent: Extent, name: &str, depth: usize) -> Value {
    let schema = followed(document, schema);
    if let Some(value) = schema.get("const") {
        return value.clone();
    }
    if let Some(value) =
        schema["enum"].as_array().and_then(|all| all.iter().find(|one| !one.is_null()))
    {
        return value.clone();
    }
    let is_wanted = extent == Extent::Fullest;
    let mut body = Map::new();
    let mut leaf = None;
    for key in ["allOf", "oneOf", "anyOf"] {
        let all = schema[key].as_array().into_iter().flatten();
        // Of choices the first one that is more than a null, and of two the object.
        let real = all.filter(|one| followed(document, one)["type"] != "null");
        for part in real.take(if key == "allOf" { usize::MAX } else { 1 }) {
            if depth > DEEPEST.saturating_mul(3) {
                continue;
            }
            match made(document, part, extent, name, depth.saturating_add(1)) {
                Value::Object(fields) => body.extend(fields),
                other => leaf = Some(other),
            }
            told_apart(schema, part, &mut body);
        }
    }
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if depth <= DEEPEST.saturating_mul(3) {
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            let is_full = extent == Extent::Fullest && depth < DEEPEST;
            // Deeper than that, too, there is what holds nothing else: the status of a part is such.
            let is_leaf = || is_wanted && is_leaf(document, field);
            let wanted = required.contains(&name.as_str()) || is_full || is_leaf();
            if wanted && field["writeOnly"] != true && !body.contains_key(name) {
                let value = made(document, field, extent, name, depth.saturating_add(1));
                body.insert(name.clone(), value);
            }
        }
    }
    if !body.is_empty() || schema["properties"].is_object() {
        return body.into();
    }
    leaf.unwrap_or_else(|| simple(document, schema, extent, name, depth))
}

fn is_leaf(document: &Value, schema: &Value) -> bool {
    let schema = followed(document, schema);
    let kinds = ["string", "integer", "number", "boolean"];
    schema["enum"].is_array() || schema["type"].as_str().is_some_and(|kind| kinds.contains(&kind))
}

/// Names the choice that was made, where a field tells the choices apart.
fn told_apart(schema: &Value, choice: &Value, body: &mut Map<String, Value>) {
    let mapping = schema["discriminator"]["mapping"].as_object().into_iter().flatten();
    let value = mapping.into_iter().find(|(_, target)| **target == choice["$ref"]);
    if let (Some((value, _)), Some(name)) =
        (value, schema["discriminator"]["propertyName"].as_str())
    {
        body.insert(name.to_owned(), json!(value));
    }
}

fn simple(document: &Value, schema: &Value, extent: Extent, name: &str, depth: usize) -> Value {
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => Vec::from_iter(kind.as_str()),
    };
    match kinds.into_iter().find(|kind| *kind != "null") {
        Some("integer") => {
            let least = schema["minimum"].as_i64().unwrap_or(1_234);
            json!(least.max(1_234).min(schema["maximum"].as_i64().unwrap_or(i64::MAX)))
        }
        // Amounts in minor units are often numbers, of which the example alone says that they are whole.
        Some("number") if schema["example"].is_i64() => json!(1_234),
        Some("number") => json!(12.34),
        Some("boolean") => json!(true),
        Some("array") => {
            let least = schema["minItems"].as_u64().unwrap_or(0);
            if least == 0 && (extent == Extent::Barest || depth >= DEEPEST) {
                return json!([]);
            }
            json!([made(document, &schema["items"], extent, name, depth.saturating_add(1))])
        }
        Some("object") => json!({}),
        _ => Value::from(text(schema, name)),
    }
}

/// What a text is by its name or its form; a schema seldom says that a text is a currency.
pub(crate) fn text(schema: &Value, name: &str) -> String {
    let plain = name.to_ascii_lowercase().replace('_', "");
    let known = if plain.ends_with("currency") || plain.ends_with("currencycode") {
        // In the case of the description's own examples, where it has some.
        let is_lower = schema["example"].as_str().is_some_and(|one| one == one.to_lowercase());
        Some(if is_lower { "eur" } else { "EUR" })
    } else if plain.ends_with("amount") || plain == "value" {
        Some("12.34")
    } else if plain.ends_with("country") || plain.ends_with("countrycode") {
        Some("DE")
    } else {
        match schema["format"].as_str() {
            Some("date-time") => Some("2026-11-02T10:11:12Z"),
            Some("date") => Some("2026-11-02"),
            Some("uri" | "url") => Some("https://shop.example/a"),
            Some("uuid") => Some("4fb1c3a5-6a2e-4c05-9f0e-2b7d8a91c6de"),
            Some("email") => Some("ada@shop.example"),
            _ => None,
        }
    };
    if let Some(known) = known {
        return known.to_owned();
    }
    let pattern =
        schema["pattern"].as_str().map(|all| all.trim_start_matches('^').trim_end_matches('$'));
    let strategy = pattern.and_then(|pattern| proptest::string::string_regex(pattern).ok());
    let matching = strategy.and_then(|strategy| {
        let tree = strategy.new_tree(&mut TestRunner::deterministic()).ok()?;
        let text = tree.current();
        text.chars().all(|sign| sign.is_ascii_graphic()).then_some(text)
    });
    let least = schema["minLength"].as_u64().and_then(|least| usize::try_from(least).ok());
    let most = schema["maxLength"].as_u64().and_then(|most| usize::try_from(most).ok());
    let text = matching.filter(|text| !text.is_empty()).unwrap_or_else(|| "text1234".to_owned());
    let text = text.chars().cycle().take(text.len().max(least.unwrap_or(0)));
    text.take(most.unwrap_or(usize::MAX)).collect()
}
