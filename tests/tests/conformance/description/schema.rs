//! The schemas of OpenAPI as JSON Schema, which differs in what it says of null, of inheritance, and of
//! fields that it does not know.

use std::collections::{BTreeMap, BTreeSet};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value, json};

use super::{followed, target};

/// Which way a body goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// To the processor: nothing may be sent that the description does not know, or that only the
    /// processor writes.
    There,
    /// From the processor, which may say more than it describes.
    Back,
}

/// A validator for a schema of a description.
pub(crate) fn validator(document: &Value, schema: &Value, way: Way) -> Validator {
    let mut translation =
        Translation { document, way, names: BTreeMap::new(), waiting: Vec::new() };
    let body = translation.place(schema);
    let mut definitions = Map::new();
    while let Some(reference) = translation.waiting.pop() {
        let translated = translation.part(target(document, &reference), Context::Shared);
        definitions.insert(translation.names[&reference].clone(), translated);
    }
    let root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": definitions,
        "allOf": [body],
    });
    jsonschema::options().should_validate_formats(true).build(&root).unwrap()
}

/// What is wrong with a body, each with its place.
pub(crate) fn problems(validator: &Validator, body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    validator.iter_errors(body).for_each(|error| told(&error, &mut found));
    // Where a part is wrong, all that it says of fields counts for nothing, and they seem unknown.
    let wrong: Vec<&Problem> = found.iter().filter(|one| !one.unknown).collect();
    let inmost = |one: &&Problem| {
        !found
            .iter()
            .any(|other| other.place.len() > one.place.len() && other.place.starts_with(&one.place))
    };
    let told = if wrong.is_empty() { found.iter().filter(inmost).collect() } else { wrong };
    told.into_iter().map(Problem::text).collect()
}

struct Problem {
    place: String,
    message: String,
    unknown: bool,
}

impl Problem {
    fn text(&self) -> String {
        format!("{} {}", self.place, self.message)
    }
}

/// Of several choices, what is wrong with the one that fits best.
fn told(error: &ValidationError<'_>, found: &mut Vec<Problem>) {
    let choices = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context.as_slice()
        }
        _ => &[],
    };
    let choices = choices.iter().map(|errors| {
        let mut found = Vec::new();
        errors.iter().for_each(|error| told(error, &mut found));
        found
    });
    // The null of what is nullable, and kinds of another name, fit worst.
    let others = |found: &Vec<Problem>| {
        let of_kind = |one: &&Problem| one.message.contains("is not of type");
        let named = |one: &&Problem| one.message.contains("is not one of");
        (found.iter().filter(of_kind).count(), found.iter().filter(named).count(), found.len())
    };
    match choices.filter(|found| !found.is_empty()).min_by_key(others) {
        Some(best) => found.extend(best),
        None => {
            let instance = error.instance();
            let shown = if instance.is_object() || instance.is_array() {
                error.masked_with("the object").to_string()
            } else {
                error.to_string()
            };
            found.push(Problem {
                place: error.instance_path().to_string(),
                message: shown,
                unknown: matches!(error.kind(), ValidationErrorKind::UnevaluatedProperties { .. }),
            });
        }
    }
}

/// Where a schema stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Context {
    /// It is all that is said of a value, or one of several choices.
    Whole,
    /// It is a part of what is said: of `allOf`, or what a reference leads to.
    Shared,
}

struct Translation<'a> {
    document: &'a Value,
    way: Way,
    names: BTreeMap<String, String>,
    waiting: Vec<String>,
}

/// What is the same in both languages.
const SAME: &[&str] = &[
    "type",
    "enum",
    "const",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "minimum",
    "maximum",
    "format",
];

impl Translation<'_> {
    /// All that is said of a value: what is not said of its fields is not known.
    fn place(&mut self, schema: &Value) -> Value {
        let part = self.part(schema, Context::Whole);
        match self.way {
            Way::There => json!({ "allOf": [part], "unevaluatedProperties": false }),
            Way::Back => part,
        }
    }

    fn part(&mut self, schema: &Value, context: Context) -> Value {
        let Some(fields) = schema.as_object() else {
            return Value::Bool(schema != &Value::Bool(false));
        };
        if let Some(reference) = schema["$ref"].as_str() {
            return self.reference(reference, context);
        }
        let mut part: Map<String, Value> = SAME
            .iter()
            .filter_map(|key| fields.get_key_value(*key))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        limits(fields, &mut part);
        if let Some(pattern) = fields.get("pattern").filter(|pattern| is_pattern(pattern)) {
            part.insert("pattern".to_owned(), pattern.clone());
        }
        let hidden = self.fields(fields, &mut part);
        if let Some(required) = fields.get("required").and_then(Value::as_array) {
            let required: Vec<&Value> =
                required.iter().filter(|name| !hidden.iter().any(|one| *name == one)).collect();
            part.insert("required".to_owned(), json!(required));
        }
        if let Some(items) = fields.get("items") {
            let items = self.place(items);
            part.insert("items".to_owned(), items);
        }
        self.choices(fields, &mut part);
        let says_all = part.keys().all(|key| key == "type") && context == Context::Whole;
        if says_all && self.way == Way::There && fields.get("additionalProperties").is_none() {
            // Any object at all.
            part.insert("additionalProperties".to_owned(), Value::Bool(true));
        }
        let nullable = ["nullable", "x-nullable"].iter().any(|key| schema[*key] == true);
        if nullable { json!({ "anyOf": [{ "type": "null" }, part] }) } else { part.into() }
    }

    /// The properties; those that the other side alone writes are told by name.
    fn fields(
        &mut self,
        fields: &Map<String, Value>,
        part: &mut Map<String, Value>,
    ) -> Vec<String> {
        let mut hidden = Vec::new();
        let properties = fields.get("properties").and_then(Value::as_object);
        if let Some(properties) = properties {
            let others = if self.way == Way::There { "readOnly" } else { "writeOnly" };
            let mut known = Map::new();
            for (name, schema) in properties {
                if schema[others] == true || followed(self.document, schema)[others] == true {
                    hidden.push(name.clone());
                } else {
                    known.insert(name.clone(), self.place(schema));
                }
            }
            part.insert("properties".to_owned(), known.into());
        }
        match fields.get("additionalProperties") {
            None => {}
            Some(Value::Object(schema)) if !schema.is_empty() => {
                let schema = self.place(&Value::Object(schema.clone()));
                part.insert("additionalProperties".to_owned(), schema);
            }
            // "And more" beside a list of fields is nothing that anybody could rely on.
            Some(_) if properties.is_some_and(|all| !all.is_empty()) && self.way == Way::There => {}
            Some(any) => {
                let allowed = any != &Value::Bool(false);
                part.insert("additionalProperties".to_owned(), Value::Bool(allowed));
            }
        }
        hidden
    }

    /// `oneOf` becomes `anyOf`: descriptions often have choices that do not exclude each other.
    fn choices(&mut self, fields: &Map<String, Value>, part: &mut Map<String, Value>) {
        if let Some(all) = fields.get("allOf").and_then(Value::as_array) {
            let all: Vec<Value> = all.iter().map(|one| self.part(one, Context::Shared)).collect();
            part.insert("allOf".to_owned(), all.into());
        }
        if let Some(not) = fields.get("not") {
            let not = self.part(not, Context::Shared);
            part.insert("not".to_owned(), not);
        }
        let choices = ["anyOf", "oneOf"].iter().filter_map(|key| fields.get(*key)?.as_array());
        let choices: Vec<&Value> = choices.flatten().collect();
        if !choices.is_empty() {
            let told = fields.get("discriminator");
            let choices: Vec<Value> = choices
                .into_iter()
                .map(|choice| {
                    let translated = self.part(choice, Context::Whole);
                    match (told, choice["$ref"].as_str()) {
                        (Some(told), Some(reference)) => told_apart(translated, told, reference),
                        _ => translated,
                    }
                })
                .collect();
            part.insert("anyOf".to_owned(), choices.into());
        }
    }

    fn reference(&mut self, reference: &str, context: Context) -> Value {
        let schema = target(self.document, reference);
        if schema.is_null() {
            return Value::Bool(true);
        }
        // An ancestor that tells its heirs apart stands for one of them.
        let heirs = schema["discriminator"]["mapping"].as_object();
        let is_choice = schema.get("oneOf").or_else(|| schema.get("anyOf")).is_some();
        if let (Some(heirs), Context::Whole, false) = (heirs, context, is_choice) {
            let known: BTreeSet<&str> = heirs.values().filter_map(Value::as_str).collect();
            let choices = known.into_iter().map(|heir| {
                let part = json!({ "$ref": self.named(&self.there(heir)) });
                told_apart(part, &schema["discriminator"], heir)
            });
            return json!({ "anyOf": choices.collect::<Vec<Value>>() });
        }
        json!({ "$ref": self.named(reference) })
    }

    /// Where an heir is. Some descriptions number the names of their files, and lose the numbers when
    /// the files are put together.
    fn there(&self, reference: &str) -> String {
        if target(self.document, reference).is_null() {
            let (folder, name) = reference.rsplit_once('/').unwrap_or_default();
            let name = name.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '_');
            format!("{folder}/{name}")
        } else {
            reference.to_owned()
        }
    }

    fn named(&mut self, reference: &str) -> String {
        let next = format!("d{}", self.names.len());
        let name = self.names.entry(reference.to_owned()).or_insert_with(|| {
            self.waiting.push(reference.to_owned());
            next
        });
        format!("#/$defs/{name}")
    }
}

/// A choice that the field which tells them apart has to name.
fn told_apart(choice: Value, discriminator: &Value, reference: &str) -> Value {
    let mapping = discriminator["mapping"].as_object().into_iter().flatten();
    let values: Vec<&String> =
        mapping.filter(|(_, target)| *target == reference).map(|(value, _)| value).collect();
    let Some(name) = discriminator["propertyName"].as_str().filter(|_| !values.is_empty()) else {
        return choice;
    };
    json!({ "allOf": [choice, { "properties": { name: { "enum": values } } }] })
}

/// OpenAPI 3.0 excludes a limit by a flag beside it.
fn limits(fields: &Map<String, Value>, part: &mut Map<String, Value>) {
    for (limit, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
        match fields.get(exclusive) {
            Some(Value::Bool(true)) => {
                if let Some(value) = part.remove(limit) {
                    part.insert(exclusive.to_owned(), value);
                }
            }
            Some(value @ Value::Number(_)) => {
                part.insert(exclusive.to_owned(), value.clone());
            }
            _ => {}
        }
    }
}

fn is_pattern(pattern: &Value) -> bool {
    jsonschema::options().build(&json!({ "pattern": pattern })).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Else the tests of the requests would prove nothing.
    #[test]
    fn what_is_not_known_is_a_problem_on_the_way_there_only() {
        let document = json!({ "components": { "schemas": {
            "Base": {
                "properties": { "type": { "type": "string" }, "id": { "readOnly": true } },
                "required": ["type", "id"],
                "discriminator": {
                    "propertyName": "type",
                    "mapping": { "card": "#/components/schemas/Card" },
                },
            },
            "Card": { "allOf": [
                { "$ref": "#/components/schemas/Base" },
                { "properties": { "number": { "type": "string", "nullable": true } } },
            ] },
        } } });
        let schema = json!({ "type": "object", "properties": {
            "source": { "$ref": "#/components/schemas/Base" },
            "metadata": { "type": "object" },
            "amount": { "type": "integer", "minimum": 0, "exclusiveMinimum": true },
        } });
        let there = validator(&document, &schema, Way::There);
        let back = validator(&document, &schema, Way::Back);
        let good = json!({
            "source": { "type": "card", "number": null }, "metadata": { "a": "b" }, "amount": 1,
        });
        assert_eq!(problems(&there, &good), [""; 0]);
        for (pointer, wrong, also_back) in [
            ("/source", json!({ "type": "card", "nummer": "4" }), false),
            ("/source", json!({ "type": "card", "id": "only theirs" }), false),
            ("/source", json!({ "type": "cash" }), true),
            ("/amount", json!(0), true),
            ("/amount", json!("1"), true),
        ] {
            let mut body = good.clone();
            body["source"]["id"] = json!("x");
            *body.pointer_mut(pointer).unwrap() = wrong.clone();
            assert_ne!(problems(&there, &body), [""; 0], "{wrong}");
            if also_back {
                assert_ne!(problems(&back, &body), [""; 0], "{wrong}");
            }
        }
    }
}
