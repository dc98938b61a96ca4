//! Every response that a processor describes is read, to the status that the connector documents: the
//! description's own examples, and bodies made of its schemas with each word for the status. And each word
//! that a schema has for the status is one that the connector has a meaning for.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use connector_core::{AnyConnection, AnyConnector, FaultKind, FlowDescription, Report};
use connector_tests::inputs;
use connector_tests::merchant::moment;
use connector_tests::outside::shared;
use http::{Request, Response};
use serde_json::{Value, json};

use crate::described::{DESCRIBED, Described, EXAMPLES, Language, SPECIFIED, UNREAD};
use crate::description::instance::{Extent, instance};
use crate::description::{Description, Operation, followed};
use crate::graphql::Documents;
use crate::read_words::{described, places_of_the_status, untried, word_problems};
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
    pub(crate) described: (&'a Value, &'a Value),
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
                        let named = row.2.split('.').next() == Some(name);
                        row.0 == connector && ["all", flow].contains(&row.1) && named
                    });
                    match (known, &mut *field) {
                        (Some(row), Value::String(text)) => row.3.clone_into(text),
                        (Some((.., path, value)), Value::Object(map)) if path.contains('.') => {
                            let inner = path.split('.').next_back().unwrap_or_default();
                            map.insert(inner.to_owned(), json!(value));
                        }
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
                let mut all = allowed(operation, operation.responses().filter(successes));
                for one in &mut all {
                    one.body = specified(one.body.take(), flow);
                }
                Some(all)
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
                found.push(Allowed::ok(what, specified(one.clone(), (connector, flow))));
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
    pub(crate) fn read(&self, allowed: &Allowed<'_>, body: &Value) -> Report {
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

/// The flows of a connector; behind the one that can be asked by a reference, that way to ask, and that it is that.
pub(crate) fn flows(connector: &dyn AnyConnector) -> Vec<(FlowDescription, bool)> {
    let flows = connector.describe().flows.into_iter().flat_map(|mut flow| {
        let by_reference = flow.by_reference.take().map(|other| (*other, true));
        [(flow, false)].into_iter().chain(by_reference)
    });
    flows.collect()
}

/// Data that a flow takes, and the request that is made of them.
pub(crate) type Question = (Value, Request<Bytes>);

/// What is asked with as much as the flow takes, and whatever else is asked at another address.
pub(crate) fn questions(
    connection: &dyn AnyConnection,
    flow: &str,
    by_reference: bool,
) -> Vec<Question> {
    let mut all: Vec<Question> = Vec::new();
    let most = inputs::fullest(connection, flow);
    let others = inputs::try_all(connection, flow).built.into_iter().map(|built| built.data);
    let id = "connector_transaction_id";
    for data in most.into_iter().chain(others) {
        let mut data: Value = serde_json::from_str(&data).unwrap();
        // Without its id, a payment is asked about by a reference.
        if by_reference {
            data["request"].as_object_mut().unwrap().remove(id);
        } else if all.first().is_some_and(|(most, _)| most["request"][id] != data["request"][id]) {
            continue;
        }
        let asked = connection.flow_by_name(flow).unwrap();
        let built = asked.build_request_at(data.to_string().as_bytes(), &moment());
        let Ok(request) = built else { continue };
        let path = request.uri().path();
        if !all.iter().any(|(_, known)| known.uri().path() == path) {
            all.push((data, request));
        }
    }
    all
}

#[test]
fn every_answer_that_is_described_is_read_to_its_status() {
    let mut wrong: BTreeMap<(String, String), String> = BTreeMap::new();
    let (mut excuses, mut not_read) = (BTreeSet::new(), Vec::new());
    for connector in connectors::all() {
        let name = connector.name();
        let rows: Vec<&Described> = DESCRIBED.iter().filter(|row| row.connector == name).collect();
        let Some(source) = Source::of(&rows) else { continue };
        let connection = described_connection(source.parts(), name);
        for (flow, by_reference) in flows(*connector) {
            let asks = if by_reference { "PSyncByReference" } else { flow.name };
            let (mut read, mut answers) = (BTreeSet::new(), 0_usize);
            let mut problems = Vec::new();
            let asked = questions(&*connection, flow.name, by_reference);
            let readers = asked.into_iter().filter_map(|(data, request)| {
                let allowed = source.allowed((name, asks), &request)?;
                Some((Reader { connection: &*connection, flow: &flow, data }, allowed))
            });
            let readers: Vec<(Reader<'_>, Vec<Allowed<'_>>)> = readers.collect();
            let mut understood = Vec::new();
            for (reader, one) in
                readers.iter().flat_map(|(reader, all)| all.iter().map(move |one| (reader, one)))
            {
                answers = answers.saturating_add(1);
                let report = reader.read(one, &one.body);
                if report.fault == Some(FaultKind::Unreadable) {
                    problems.push((one, format!("{:?}", report.detail)));
                } else {
                    understood.push((reader, one, places_of_the_status(reader, one)));
                }
            }
            let known = described(&understood.iter().map(|(.., steps)| steps).collect::<Vec<_>>());
            for (reader, one, steps) in &understood {
                let found = word_problems(reader, one, steps, &known, &mut read);
                problems.extend(found.into_iter().map(|problem| (*one, problem)));
            }
            println!("{name} {asks}: {answers} answers, {} words", read.len());
            not_read.extend(untried(name, asks, &flow.statuses, &read));
            for (one, problem) in problems {
                let problem = format!("{}: {problem}", one.what);
                let excuse = UNREAD.iter().find(|row| {
                    row.0 == name && ["all", flow.name].contains(&row.1) && problem.contains(row.2)
                });
                match excuse {
                    Some(excuse) => drop(excuses.insert(*excuse)),
                    None => {
                        let shown: String = one.body.to_string().chars().take(600).collect();
                        wrong.insert((format!("{name} {asks}"), problem), shown);
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
    assert!(not_read.is_empty(), "{not_read:#?}");
}
