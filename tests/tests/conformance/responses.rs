//! Every response that a processor describes is read, to the status that the connector documents: the
//! description's own examples, and bodies made of its schemas with each word for the status. And each word
//! that a schema has for the status is one that the connector has a meaning for.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use connector_core::{AnyConnection, AnyConnector, FaultKind, FlowDescription, Report};
use connector_tests::inputs;
use connector_tests::merchant::moment;
use connector_tests::outside::shared;
use connector_tests::untaken::untaken;
use http::{Request, Response};
use serde_json::{Value, json};

use crate::described::{DESCRIBED, Described, EXAMPLES, Language, SPECIFIED, UNREAD};
use crate::description::instance::{Extent, instance};
use crate::description::schema::words_at;
use crate::description::{Description, Operation, followed};
use crate::graphql::Documents;
use crate::requests::described_connection;
use crate::xml_schema::XmlSchema;

/// A body that the description allows, and what it is.
pub(crate) struct Allowed<'a> {
    pub(crate) what: String,
    pub(crate) status: u16,
    content_type: String,
    /// The names of those beside it.
    headers: Vec<String>,
    /// Null where there is none.
    pub(crate) body: Value,
    /// The description, and of it the body's schema; nulls where there are only examples.
    described: (&'a Value, &'a Value),
}

impl Allowed<'_> {
    /// HTTP 200 with JSON, of which no schema is at hand.
    fn ok(what: String, body: Value) -> Self {
        Self {
            what,
            status: 200,
            content_type: "application/json".to_owned(),
            headers: Vec::new(),
            body,
            described: (&Value::Null, &Value::Null),
        }
    }
}

/// The body with what a schema calls just a text, and we know to be one of a few.
fn specified(mut body: Value, (connector, flow): (&str, &str)) -> Value {
    let mut waiting = vec![&mut body];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    let known = SPECIFIED.iter().find(|row| {
                        row.0 == connector && ["all", flow].contains(&row.1) && row.2 == name
                    });
                    match known {
                        Some(row) if field.is_string() => *field = json!(row.3),
                        _ => waiting.push(field),
                    }
                }
            }
            Value::Array(items) => waiting.extend(items),
            _ => {}
        }
    }
    body
}

/// What answers are held against.
enum Source {
    OpenApi(Vec<Description>),
    XmlSchema(XmlSchema),
    GraphQl(Documents),
    /// Bodies, without any schema.
    Examples(Value),
}

impl Source {
    /// `None` where the description is not here.
    fn of(rows: &[&Described]) -> Option<Self> {
        match rows.first()?.language {
            Language::OpenApi => rows
                .iter()
                .map(|row| Description::open(row.file))
                .collect::<Option<_>>()
                .map(Self::OpenApi),
            Language::Examples => {
                let text = shared(&format!("specs/{}", rows[0].file))?;
                Some(Self::Examples(serde_json::from_str(&text).unwrap()))
            }
            Language::XmlSchema => XmlSchema::open(rows[0].file).map(Self::XmlSchema),
            Language::GraphQl => Documents::open(rows[0].file).map(Self::GraphQl),
        }
    }

    fn parts(&self) -> &[Description] {
        if let Self::OpenApi(parts) = self { parts } else { &[] }
    }

    /// `None` where the description does not have what is asked for; that is for the test of the requests
    /// to say.
    fn allowed(&self, flow: (&str, &str), asked: &Request<Bytes>) -> Option<Vec<Allowed<'_>>> {
        let extents = [Extent::Barest, Extent::Fullest];
        match self {
            Self::OpenApi(parts) => {
                let (method, url) = (asked.method().as_str(), asked.uri().to_string());
                let operation = parts.iter().find_map(|part| part.operation(method, &url))?;
                let successes = |(status, _): &(u16, &Value)| (200..300).contains(status);
                Some(allowed(operation, operation.responses().filter(successes)))
            }
            Self::XmlSchema(schema) => {
                let sent: Value = serde_json::from_slice(asked.body()).unwrap();
                let answer = sent.as_object()?.keys().next()?.replace("Request", "Response");
                let made = |extent| {
                    let body = specified(schema.answer(&answer, extent)?, flow);
                    Some(Allowed::ok(format!("{extent:?}"), body))
                };
                extents.into_iter().map(made).collect()
            }
            Self::GraphQl(documents) => {
                let made = |extent| {
                    let body = specified(documents.answer(asked.body(), extent), flow);
                    Allowed::ok(format!("{extent:?}"), body)
                };
                Some(extents.into_iter().map(made).collect())
            }
            Self::Examples(all) => Some(examples(all, flow)),
        }
    }
}

/// The bodies of one kind, also of those that stand in a list.
fn examples<'a>(all: &Value, (connector, flow): (&str, &str)) -> Vec<Allowed<'a>> {
    let kinds = EXAMPLES.iter().filter(|row| (row.0, row.1) == (connector, flow));
    let kinds: Vec<_> = kinds.map(|row| (row.2, row.3)).collect();
    let mut found = Vec::new();
    for example in all.as_array().unwrap() {
        let body = &example["body"];
        let items = body["items"].as_array().into_iter().flatten();
        for one in items.chain([body]) {
            let is_one = |(place, value): &(&str, &str)| {
                let is_section = *place == "section";
                let told = if is_section { &example["section"] } else { &one[*place] };
                // A section is about the whole body, and not about each of its entries.
                let is_whole = !is_section || std::ptr::eq(one, body);
                is_whole && (told == value || (value.is_empty() && told.is_string()))
            };
            if kinds.iter().any(is_one) {
                let what = format!("{} {}", example["doc"], example["section"]);
                found.push(Allowed::ok(what, one.clone()));
            }
        }
    }
    found
}

/// The bodies of these answers to an operation.
pub(crate) fn allowed<'a>(
    operation: Operation<'a>,
    answers: impl Iterator<Item = (u16, &'a Value)>,
) -> Vec<Allowed<'a>> {
    let mut all = Vec::new();
    for (status, answer) in answers {
        let headers: Vec<String> =
            answer["headers"].as_object().into_iter().flatten().map(|one| one.0.clone()).collect();
        let content = answer["content"].as_object();
        if content.is_none_or(serde_json::Map::is_empty) {
            all.push(Allowed {
                what: format!("{status} without a body"),
                status,
                content_type: "text/plain".to_owned(),
                headers: headers.clone(),
                body: Value::Null,
                described: (&Value::Null, &Value::Null),
            });
        }
        for (content_type, media) in content.into_iter().flatten() {
            if !content_type.contains("json") {
                continue;
            }
            let schema = followed(operation.document, &media["schema"]);
            let mut put = |what: String, body: Value| {
                let content_type = content_type.split(';').next().unwrap().to_owned();
                let (what, described) = (format!("{status} {what}"), (operation.document, schema));
                let headers = headers.clone();
                all.push(Allowed { what, status, content_type, headers, body, described });
            };
            for example in
                [&media["example"], &schema["example"]].iter().filter(|one| one.is_object())
            {
                put("the example".to_owned(), (*example).clone());
            }
            for (name, example) in media["examples"].as_object().into_iter().flatten() {
                let example = &followed(operation.document, example)["value"];
                if example.is_object() {
                    put(format!("example {name}"), example.clone());
                }
            }
            if schema.is_object() {
                for extent in [Extent::Barest, Extent::Fullest] {
                    let body = instance(operation.document, schema, extent);
                    put(format!("{extent:?}"), body);
                }
            }
        }
    }
    all
}

pub(crate) struct Reader<'a> {
    pub(crate) connection: &'a dyn AnyConnection,
    pub(crate) flow: &'a FlowDescription,
    pub(crate) data: Value,
}

impl Reader<'_> {
    pub(crate) fn read_once(&self, data: &Value, allowed: &Allowed<'_>, body: &Value) -> Report {
        let response = Response::builder().status(allowed.status);
        let response = response.header("content-type", &allowed.content_type);
        let headers = allowed.headers.iter();
        let response = headers.fold(response, |response, name| response.header(name, "text1234"));
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let response = response.body(body.into()).unwrap();
        let flow = self.connection.flow_by_name(self.flow.name).unwrap();
        flow.handle_response(data.to_string().as_bytes(), response).unwrap()
    }

    /// The report to somebody who asked for just what the body is about.
    fn read(&self, allowed: &Allowed<'_>, body: &Value) -> Report {
        let mut data = self.data.clone();
        let mut report = self.read_once(&data, allowed, body);
        for _ in 0..4 {
            if report.outcome != "mismatch" {
                break;
            }
            let told = serde_json::to_value(&report).unwrap();
            for half in ["request", "resource_common_data"] {
                for (name, value) in data[half].as_object_mut().into_iter().flatten() {
                    let same = told[name.replace("_request_", "_response_")].clone();
                    if same.is_string() {
                        *value = same;
                    } else if value["currency"].is_string() && told["currency"].is_string() {
                        let one = &told["capture"]["amount"];
                        let amounts = [&told["amount"], &told["amount_captured"], one];
                        let amount = amounts.into_iter().find(|amount| amount.is_number());
                        *value = json!({ "minor_amount": amount, "currency": told["currency"] });
                    }
                }
            }
            report = self.read_once(&data, allowed, body);
        }
        report
    }
}

/// The places of all texts in a body.
fn texts(body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![(String::new(), body)];
    while let Some((place, value)) = waiting.pop() {
        match value {
            Value::Object(fields) => waiting.extend(
                fields
                    .iter()
                    .map(|(name, value)| (format!("{place}/{}", name.replace('/', "~1")), value)),
            ),
            Value::Array(items) => waiting.extend(
                items.iter().enumerate().map(|(name, value)| (format!("{place}/{name}"), value)),
            ),
            Value::String(_) => found.push(place),
            _ => {}
        }
    }
    found.sort_by_key(|place| (place.matches('/').count(), place.clone()));
    found
}

fn with(body: &Value, place: &str, word: &str) -> Value {
    let mut body = body.clone();
    *body.pointer_mut(place).unwrap() = json!(word);
    body
}

/// A place of a body that has the status.
struct Place {
    body: Value,
    at: String,
    /// The words that the description lists for it.
    described: BTreeSet<String>,
}

/// The places that have the status, one behind the other: what stands in the first is told, and where that part of the
/// body is not there, what stands in the next. Of several at once there is each.
fn places_of_the_status(reader: &Reader<'_>, allowed: &Allowed<'_>) -> Vec<Vec<Place>> {
    let (document, schema) = allowed.described;
    let mut steps: Vec<Vec<Place>> = Vec::new();
    let mut body = allowed.body.clone();
    let unlike = "a-word-of-nobody";
    let tells =
        |body: &Value| reader.read(allowed, body).connector_status.as_deref() == Some(unlike);
    while steps.len() < 4 && !tells(&body) {
        let described = |at: &str| words_at(document, schema, at).into_iter().collect();
        let places = texts(&body).into_iter().map(|at| Place {
            described: described(&at),
            body: body.clone(),
            at,
        });
        let mut places: Vec<Place> = places.collect();
        places.sort_by_key(|place| place.described.is_empty());
        places.truncate(150);
        places.retain(|place| tells(&with(&body, &place.at, unlike)));
        // Behind the first, only what is described counts.
        places.retain(|place| steps.is_empty() || !place.described.is_empty());
        let Some(first) = places.first() else { break };
        let rest = (!first.described.is_empty()).then(|| without_the_part(&body, &first.at));
        steps.push(places);
        match rest.flatten() {
            Some(rest) => body = rest,
            None => break,
        }
    }
    steps
}

/// The body without the list that this place is an entry of.
fn without_the_part(body: &Value, place: &str) -> Option<Value> {
    let mut list = place;
    while let Some((outer, _)) = list.rsplit_once('/') {
        list = outer;
        if body.pointer(list)?.is_array() {
            let mut body = body.clone();
            *body.pointer_mut(list)? = json!([]);
            return Some(body);
        }
    }
    None
}

/// Tries every word of the flow's table in the place of the body that has the status; where there are several, each
/// word in the place that it is described for.
fn word_problems(
    reader: &Reader<'_>,
    allowed: &Allowed<'_>,
    read: &mut BTreeSet<String>,
) -> Vec<String> {
    let words: BTreeSet<&str> =
        reader.flow.statuses.iter().map(|line| line.connector_status).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let steps = places_of_the_status(reader, allowed);
    let mut problems = Vec::new();
    for (number, places) in steps.iter().enumerate() {
        let others = steps.iter().enumerate().filter(|(other, _)| *other != number);
        let others = others.flat_map(|(_, places)| places).flat_map(|place| &place.described);
        let others: BTreeSet<&str> = others.map(String::as_str).collect();
        // Where two places have one, the table is about that which it fits.
        let tried = places.iter().map(|place| {
            let is_own = |word: &&str| place.described.contains(*word) || !others.contains(word);
            let own = words.iter().copied().filter(is_own).collect();
            at_place(reader, allowed, place, &own)
        });
        if let Some((own, told)) = tried.min_by_key(|(problems, _)| problems.len()) {
            read.extend(told);
            problems.extend(own);
        }
    }
    problems
}

/// What is wrong with the words of the table in this place, and those that are read as it says.
fn at_place(
    reader: &Reader<'_>,
    allowed: &Allowed<'_>,
    place: &Place,
    words: &BTreeSet<&str>,
) -> (Vec<String>, BTreeSet<String>) {
    let Place { at, described, .. } = place;
    let unknown = described.iter().filter(|word| !words.contains(word.as_str()));
    let mut problems: Vec<String> =
        unknown.map(|word| format!("`{word}` in {at} is described, and has no meaning")).collect();
    let mut read = BTreeSet::new();
    for word in words {
        let body = with(&place.body, at, word);
        let mut report = reader.read(allowed, &body);
        let lines = reader.flow.statuses.iter().filter(|line| line.connector_status == *word);
        let meant: Vec<Option<&str>> = lines.map(|line| line.status).collect();
        if !meant.contains(&report.status) {
            let body = untaken(&body, |body| reader.read(allowed, body));
            report = reader.read(allowed, &body);
        }
        if meant.contains(&report.status) {
            read.insert((*word).to_owned());
        } else {
            problems.push(format!("`{word}` in {at} is {:?}, not {meant:?}", report.status));
        }
    }
    (problems, read)
}

/// The flows of a connector; behind the one that can be asked by a reference, that way to ask, and that it is that.
pub(crate) fn flows(connector: &dyn AnyConnector) -> Vec<(FlowDescription, bool)> {
    let flows = connector.describe().flows.into_iter().flat_map(|mut flow| {
        let by_reference = flow.by_reference.take().map(|other| (*other, true));
        [(flow, false)].into_iter().chain(by_reference)
    });
    flows.collect()
}

/// The fullest data that a flow takes, and the request that is made of them.
pub(crate) fn question(
    connection: &dyn AnyConnection,
    flow: &str,
    by_reference: bool,
) -> Option<(Value, Request<Bytes>)> {
    let mut data: Value = serde_json::from_str(&inputs::fullest(connection, flow)?).unwrap();
    if by_reference {
        data["request"].as_object_mut().unwrap().remove("connector_transaction_id");
    }
    let asked = connection.flow_by_name(flow).unwrap();
    let request = asked.build_request_at(data.to_string().as_bytes(), &moment()).unwrap();
    Some((data, request))
}

#[test]
fn every_answer_that_is_described_is_read_to_its_status() {
    let mut wrong: BTreeMap<(String, String), String> = BTreeMap::new();
    let mut excuses = BTreeSet::new();
    for connector in connectors::all() {
        let name = connector.name();
        let rows: Vec<&Described> = DESCRIBED.iter().filter(|row| row.connector == name).collect();
        let Some(source) = Source::of(&rows) else { continue };
        let connection = described_connection(source.parts(), name);
        for (flow, by_reference) in flows(*connector) {
            let Some((data, request)) = question(&*connection, flow.name, by_reference) else {
                continue;
            };
            let asks = if by_reference { "PSyncByReference" } else { flow.name };
            let Some(allowed) = source.allowed((name, asks), &request) else { continue };
            let reader = Reader { connection: &*connection, flow: &flow, data };
            let mut read = BTreeSet::new();
            let mut problems = Vec::new();
            for one in &allowed {
                let report = reader.read(one, &one.body);
                if report.fault == Some(FaultKind::Unreadable) {
                    problems.push((one, format!("{:?}", report.detail)));
                } else {
                    let words = word_problems(&reader, one, &mut read);
                    problems.extend(words.into_iter().map(|problem| (one, problem)));
                }
            }
            println!("{name} {}: {} answers, {} words", flow.name, allowed.len(), read.len());
            for (one, problem) in problems {
                let excuse = UNREAD.iter().find(|row| {
                    row.0 == name
                        && ["all", flow.name].contains(&row.1)
                        && format!("{}: {problem}", one.what).contains(row.2)
                });
                match excuse {
                    Some(excuse) => drop(excuses.insert(*excuse)),
                    None => {
                        let shown: String = one.body.to_string().chars().take(600).collect();
                        let key =
                            (format!("{name} {}", flow.name), format!("{}: {problem}", one.what));
                        wrong.insert(key, shown);
                    }
                }
            }
        }
    }
    for row in UNREAD.iter().filter(|row| connectors::get(row.0).is_ok()) {
        if !excuses.contains(row) {
            wrong
                .insert((row.0.to_owned(), format!("excused for nothing: {row:?}")), String::new());
        }
    }
    let told: Vec<String> = wrong
        .into_iter()
        .map(|((flow, problem), body)| format!("{flow}: {problem}\n    {body}"))
        .collect();
    assert!(told.is_empty(), "{} problems:\n{}", told.len(), told.join("\n"));
}
