//! A request, taken apart: the peer's, as it was recorded, and ours.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;

/// A request, part by part; each is compared for itself.
pub(crate) type Parts = BTreeMap<String, String>;

fn target(parts: &mut Parts, method: &str, url: &str) {
    let (whole, query) = url.split_once('?').unwrap_or((url, ""));
    let query = percent_encoding::percent_decode_str(query).decode_utf8().unwrap();
    parts.insert("the method".to_owned(), method.to_owned());
    parts.insert("the host and path".to_owned(), whole.to_owned());
    parts.insert("the query, decoded".to_owned(), query.into_owned());
}

/// The leaves of a body, each a part; a form is a list of them already.
fn leaves(parts: &mut Parts, body: &str, content_type: &str) {
    if body.is_empty() {
        return;
    }
    let mut put = |name: &str, value: String| parts.insert(format!("the body's `{name}`"), value);
    if content_type.contains("x-www-form-urlencoded") {
        for (name, value) in url::form_urlencoded::parse(body.as_bytes()) {
            put(&name, value.into_owned());
        }
        return;
    }
    let Ok(body) = serde_json::from_str::<Value>(body) else {
        drop(put("text", body.to_owned()));
        return;
    };
    let mut waiting = vec![(String::new(), &body)];
    while let Some((place, value)) = waiting.pop() {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let inner = fields.iter().map(|(name, value)| (format!("{place}/{name}"), value));
                waiting.extend(inner);
            }
            Value::Array(items) if !items.is_empty() => {
                let inner = items.iter().enumerate();
                waiting.extend(inner.map(|(name, value)| (format!("{place}/{name}"), value)));
            }
            // It says as much as the field's absence.
            Value::Null => {}
            // The same number, however it is spelled.
            Value::Number(number) if number.as_f64().is_some_and(|all| all.fract() == 0.0) => {
                put(&place, number.as_f64().unwrap().to_string());
            }
            leaf => drop(put(&place, leaf.to_string())),
        }
    }
}

/// What signs a request is another value each time. How it signs, what it covers, and how the time is written that
/// it covers is not.
fn header(parts: &mut Parts, name: &str, value: &str, key: Option<&str>) {
    let mut put = |part: String, value: &str| parts.insert(part, named(value, key));
    match name {
        "signature" => {
            for (name, value) in value.split(", ").filter_map(|parameter| parameter.split_once('='))
            {
                if name != "signature" {
                    put(format!("the signature's `{name}`"), value.trim_matches('"'));
                }
            }
        }
        "date" => drop(put("the form of the header `date`".to_owned(), &form(value))),
        // The body's parts are compared.
        "digest" => {
            let algorithm = value.split_once('=').map_or(value, |(algorithm, _)| algorithm);
            put("the algorithm of the header `digest`".to_owned(), algorithm);
        }
        _ => drop(put(format!("the header `{name}`"), value)),
    }
}

/// How a time is written, whatever time it is.
fn form(time: &str) -> String {
    let sign = |sign: char| match sign {
        '0'..='9' => '9',
        'a'..='z' => 'a',
        'A'..='Z' => 'A',
        other => other,
    };
    time.chars().map(sign).collect()
}

/// The key is another one for each order.
fn named(value: &str, key: Option<&str>) -> String {
    if Some(value) == key { "the idempotency key" } else { value }.to_owned()
}

pub(crate) fn of_the_peer(entry: &Value, key: Option<&str>) -> Parts {
    let request = &entry["request"];
    let mut parts = Parts::new();
    target(&mut parts, request["method"].as_str().unwrap(), request["url"].as_str().unwrap());
    for (name, value) in request["headers"].as_object().unwrap() {
        // Its own mark, which no processor asks for.
        if name != "via" {
            header(&mut parts, name, value.as_str().unwrap(), key);
        }
    }
    let content_type = request["headers"]["content-type"].as_str().unwrap_or_default();
    leaves(&mut parts, request["body"].as_str().unwrap_or_default(), content_type);
    parts
}

pub(crate) fn of_ours(request: &http::Request<Bytes>, key: Option<&str>) -> Parts {
    let mut parts = Parts::new();
    target(&mut parts, request.method().as_str(), &request.uri().to_string());
    for (name, value) in request.headers() {
        header(&mut parts, name.as_str(), value.to_str().unwrap(), key);
    }
    let content_type = request.headers().get("content-type").and_then(|text| text.to_str().ok());
    let body = std::str::from_utf8(request.body()).unwrap();
    leaves(&mut parts, body, content_type.unwrap_or_default());
    parts
}

/// Whether a part is another one each time.
pub(crate) fn is_chance(entry: &Value, part: &str) -> bool {
    let told = entry["nondeterministic"].as_array().into_iter().flatten();
    told.filter_map(Value::as_str).any(|told| match told.strip_prefix("header:") {
        Some(header) => part == format!("the header `{header}`"),
        // Of the bodies it is this number that is made up.
        None => part.contains("invoiceNumber"),
    })
}
