//! Swagger 2.0, turned into OpenAPI 3.0: other places for the same facts.

use serde_json::{Value, json};

/// Moves hosts, bodies and answers to where OpenAPI 3.0 has them. The schemas stay where they are, for
/// references lead to them.
pub(crate) fn modernize(document: &mut Value) {
    let host = document["host"].as_str().unwrap();
    let base = document["basePath"].as_str().unwrap_or_default().trim_end_matches('/');
    document["servers"] = json!([{ "url": format!("https://{host}{base}") }]);
    let [consumes, produces] = ["consumes", "produces"].map(|key| document[key].clone());
    for item in document["paths"].as_object_mut().unwrap().values_mut() {
        for operation in item.as_object_mut().unwrap().values_mut().filter(|one| one.is_object()) {
            modernize_operation(operation, &consumes, &produces);
        }
    }
}

fn modernize_operation(operation: &mut Value, consumes: &Value, produces: &Value) {
    let content = |own: &Value, all: &Value, schema: &Value| -> Value {
        let types = if own.is_array() { own } else { all };
        let types = types.as_array().into_iter().flatten().filter_map(Value::as_str);
        types.map(|name| (name.to_owned(), json!({ "schema": schema }))).collect()
    };
    let own = operation["consumes"].clone();
    if let Some(parameters) = operation["parameters"].as_array_mut() {
        let body = parameters.iter().position(|parameter| parameter["in"] == "body");
        if let Some(body) = body.map(|place| parameters.remove(place)) {
            let content = content(&own, consumes, &body["schema"]);
            operation["requestBody"] = json!({ "required": body["required"], "content": content });
        }
    }
    let own = operation["produces"].clone();
    for answer in operation["responses"].as_object_mut().into_iter().flatten().map(|one| one.1) {
        if answer["schema"].is_object() {
            answer["content"] = content(&own, produces, &answer["schema"]);
        }
    }
}
