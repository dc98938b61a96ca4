//! A form body as the document that its pairs spell: `a[b][c]=1` is a field in a field, and what its
//! schema calls a number is one.

use serde_json::{Map, Value};

use super::followed;

/// The document of a form, with its texts turned into what the schema wants.
pub(crate) fn document(description: &Value, schema: &Value, form: &[u8]) -> Value {
    let mut root = Node::default();
    for (name, value) in url::form_urlencoded::parse(form) {
        let mut node = &mut root;
        for step in name.split('[').map(|step| step.trim_end_matches(']')) {
            // `a[]` is the next entry of a list.
            let step =
                if step.is_empty() { node.fields.len().to_string() } else { step.to_owned() };
            let place = node.fields.iter().position(|(name, _)| *name == step);
            let place = place.unwrap_or_else(|| {
                node.fields.push((step, Node::default()));
                node.fields.len().saturating_sub(1)
            });
            node = &mut node.fields[place].1;
        }
        node.text = Some(value.into_owned());
    }
    root.typed(description, &[schema])
}

#[derive(Debug, Default)]
struct Node {
    text: Option<String>,
    fields: Vec<(String, Node)>,
}

impl Node {
    fn typed(&self, description: &Value, schemas: &[&Value]) -> Value {
        let mut choices = Vec::new();
        schemas.iter().for_each(|schema| flatten(description, schema, &mut choices));
        if let Some(text) = &self.text {
            return typed_text(text, &choices);
        }
        let is_list = choices.iter().any(|choice| choice["type"] == "array");
        if is_list && self.fields.iter().all(|(name, _)| name.parse::<usize>().is_ok()) {
            let items: Vec<&Value> = choices.iter().map(|choice| &choice["items"]).collect();
            return self.fields.iter().map(|(_, node)| node.typed(description, &items)).collect();
        }
        let fields = self.fields.iter().map(|(name, node)| {
            let known = choices.iter().filter_map(|choice| choice["properties"].get(name));
            let other = choices.iter().map(|choice| &choice["additionalProperties"]);
            let known: Vec<&Value> = known.chain(other.filter(|other| other.is_object())).collect();
            (name.clone(), node.typed(description, &known))
        });
        fields.collect::<Map<String, Value>>().into()
    }
}

/// Everything that may be said of a value.
fn flatten<'a>(description: &'a Value, schema: &'a Value, choices: &mut Vec<&'a Value>) {
    let schema = followed(description, schema);
    choices.push(schema);
    for key in ["allOf", "anyOf", "oneOf"] {
        let all = schema[key].as_array().into_iter().flatten();
        all.for_each(|one| flatten(description, one, choices));
    }
}

/// A text, or what it spells where the schema does not want a text.
fn typed_text(text: &str, choices: &[&Value]) -> Value {
    let may_be = |kind: &str| choices.iter().any(|choice| choice["type"] == kind);
    match (text.parse::<bool>(), text.parse::<i64>()) {
        (Ok(flag), _) if may_be("boolean") => flag.into(),
        (_, Ok(number)) if may_be("integer") || may_be("number") => number.into(),
        _ => Value::from(text),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nested_names_are_fields_and_the_schema_says_what_is_a_number() {
        let schema = json!({ "properties": {
            "amount": { "type": "integer" },
            "reference": { "type": "string" },
            "expand": { "type": "array", "items": { "type": "string" } },
            "card": { "properties": {
                "exp_month": { "type": "integer" },
                "off": { "anyOf": [{ "type": "boolean" }, { "type": "string" }] },
            } },
        } });
        let form =
            b"amount=10&reference=10&expand[]=a&expand[]=b&card[exp_month]=03&card[off]=true";
        let expected = json!({
            "amount": 10, "reference": "10", "expand": ["a", "b"],
            "card": { "exp_month": 3, "off": true },
        });
        assert_eq!(document(&Value::Null, &schema, form), expected);
    }
}
