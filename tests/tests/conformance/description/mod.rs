//! An OpenAPI description: its operations, and what each of them takes and answers.

pub(crate) mod form;
pub(crate) mod instance;
pub(crate) mod schema;
mod swagger;
pub(crate) mod words;

use connector_tests::outside::shared;
use serde_json::Value;

use crate::added::ADDED;

/// A description that was read.
#[derive(Debug)]
pub(crate) struct Description {
    document: Value,
    /// The base URLs, without a slash at the end.
    servers: Vec<String>,
}

/// An operation of a description.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Operation<'a> {
    /// All of the description.
    pub(crate) document: &'a Value,
    /// Its path.
    pub(crate) template: &'a str,
    /// What all operations of the path have.
    item: &'a Value,
    /// What it has itself.
    own: &'a Value,
}

/// What a reference leads to, however many there are on the way; `Null` where it leads out of the file.
pub(crate) fn followed<'a>(document: &'a Value, mut value: &'a Value) -> &'a Value {
    while let Some(reference) = value["$ref"].as_str() {
        value = target(document, reference);
    }
    value
}

/// What a reference leads to; `Null` where it leads out of the file.
pub(crate) fn target<'a>(document: &'a Value, reference: &str) -> &'a Value {
    let pointer = reference.strip_prefix('#').map(percent_encoding::percent_decode_str);
    let pointer = pointer.and_then(|pointer| pointer.decode_utf8().ok());
    pointer.and_then(|pointer| document.pointer(&pointer)).unwrap_or(&Value::Null)
}

impl Description {
    /// Reads a file below `../shared/specs`; `None`, said loudly, where it is not there.
    pub(crate) fn open(file: &str) -> Option<Self> {
        let text = shared(&format!("specs/{file}"))?;
        let mut document: Value = if file.ends_with(".json") {
            serde_json::from_str(&text).unwrap()
        } else {
            serde_norway::from_str(&text).unwrap()
        };
        if document["swagger"].is_string() {
            swagger::modernize(&mut document);
        }
        for (_, pointer, more, _) in ADDED.iter().filter(|added| added.0 == file) {
            let place = document.pointer_mut(pointer);
            let place = place.unwrap_or_else(|| panic!("{file} has no {pointer}"));
            grow(place, serde_json::from_str(more).unwrap());
        }
        let servers = document["servers"].as_array().unwrap();
        let servers = servers.iter().map(|server| server["url"].as_str().unwrap());
        let servers = servers.map(|server| server.trim_end_matches('/').to_owned()).collect();
        Some(Self { document, servers })
    }

    /// The operation that a request is for, where the description has it.
    pub(crate) fn operation(&self, method: &str, url: &str) -> Option<Operation<'_>> {
        let path = url.split('?').next().unwrap();
        let rest = |server: &String| path.strip_prefix(server.as_str());
        let paths = self.servers.iter().filter_map(rest).filter(|rest| rest.starts_with('/'));
        let method = method.to_ascii_lowercase();
        let found = paths.flat_map(|path| {
            let all = self.document["paths"].as_object().unwrap().iter();
            all.filter(move |(template, _)| matches(template, path))
        });
        let described = found.filter(|(_, item)| item[&method].is_object());
        let (template, item) =
            described.min_by_key(|(template, _)| template.matches('{').count())?;
        Some(Operation { document: &self.document, template, item, own: &item[&method] })
    }

    /// Whether a base URL is on a host that is described.
    pub(crate) fn serves(&self, base_url: &str) -> bool {
        let host = |url: &str| url.split('/').take(3).collect::<Vec<_>>().join("/");
        self.servers.iter().any(|server| host(server) == host(base_url))
    }
}

/// Objects are merged, lists grow, and all else is put in place of what was there.
fn grow(place: &mut Value, more: Value) {
    match (place, more) {
        (Value::Object(fields), Value::Object(more)) => {
            for (name, more) in more {
                grow(fields.entry(name).or_insert(Value::Null), more);
            }
        }
        (Value::Array(items), Value::Array(more)) => items.extend(more),
        (place, more) => *place = more,
    }
}

fn matches(template: &str, path: &str) -> bool {
    // What stands behind the question mark of a template is for people.
    let template = template.split('?').next().unwrap().trim_end_matches('/');
    let (parts, segments) = (template.split('/'), path.trim_end_matches('/').split('/'));
    parts.clone().count() == segments.clone().count()
        && parts.zip(segments).all(|(part, segment)| part.contains('{') || part == segment)
}

impl<'a> Operation<'a> {
    /// The parameters in the path, the query and the headers.
    pub(crate) fn parameters(self) -> impl Iterator<Item = &'a Value> {
        let places = [self.item, self.own];
        let all = places.into_iter().filter_map(|place| place["parameters"].as_array()).flatten();
        all.map(move |parameter| followed(self.document, parameter))
    }

    /// The body that it takes.
    pub(crate) fn body(self) -> Option<&'a Value> {
        self.own.get("requestBody").map(|body| followed(self.document, body))
    }

    /// The answers with their statuses; `default` is left out, for it tells none.
    pub(crate) fn responses(self) -> impl Iterator<Item = (u16, &'a Value)> {
        let all = self.own["responses"].as_object().into_iter().flatten();
        let numbered = all.filter_map(|(status, answer)| Some((status.parse().ok()?, answer)));
        numbered.map(move |(status, answer)| (status, followed(self.document, answer)))
    }

    /// The errors, with a status for each; what is described for many of them is every such.
    pub(crate) fn errors(self) -> impl Iterator<Item = (u16, &'a Value)> {
        let all = self.own["responses"].as_object().into_iter().flatten();
        let of = move |(status, answer): (&String, &'a Value)| {
            let answer = followed(self.document, answer);
            let statuses = match status.as_str() {
                "default" => vec![400, 404, 500],
                "4XX" => vec![400, 404],
                "5XX" => vec![500],
                status => status.parse().ok().filter(|status| *status >= 400).into_iter().collect(),
            };
            statuses.into_iter().map(move |status| (status, answer))
        };
        all.flat_map(of)
    }
}
