//! The words that a description lists for a place of a body.

use serde_json::Value;

use super::followed;

/// The words that a schema lists for the text at this place of a body.
pub(crate) fn words_at(document: &Value, schema: &Value, pointer: &str) -> Vec<String> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let mut words = Vec::new();
    collect_words(document, schema, &parts, 0, &mut words);
    words
}

fn collect_words(
    document: &Value,
    schema: &Value,
    parts: &[&str],
    depth: usize,
    words: &mut Vec<String>,
) {
    let schema = followed(document, schema);
    if depth > 40 {
        return;
    }
    let mut inner = |schema: &Value, parts: &[&str]| {
        collect_words(document, schema, parts, depth.saturating_add(1), words);
    };
    for key in ["allOf", "oneOf", "anyOf"] {
        schema[key].as_array().into_iter().flatten().for_each(|part| inner(part, parts));
    }
    match parts.split_first() {
        Some((name, rest)) => {
            inner(&schema["properties"][name.replace("~1", "/")], rest);
            if name.parse::<usize>().is_ok() {
                inner(&schema["items"], rest);
            }
        }
        None => {
            let listed = schema["enum"].as_array().into_iter().flatten();
            words.extend(listed.filter_map(Value::as_str).map(str::to_owned));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_words_of_a_place_are_found_behind_references_and_choices() {
        let document = json!({ "components": { "schemas": {
            "State": { "enum": ["open", "won"] },
            "Dispute": { "allOf": [{ "properties": { "state": { "$ref": "#/components/schemas/State" } } }] },
        } } });
        let schema = json!({ "properties": { "all": { "items": {
            "oneOf": [{ "$ref": "#/components/schemas/Dispute" }],
        } } } });
        assert_eq!(words_at(&document, &schema, "/all/0/state"), ["open", "won"]);
        assert_eq!(words_at(&document, &schema, "/all/0/other"), [""; 0]);
    }
}
