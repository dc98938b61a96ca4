//! Every request that a connector builds, of a variety of inputs, is one that its processor describes.

use std::collections::{BTreeMap, BTreeSet};

use connector_core::{AnyConnection, AnyConnector, Secret};
use connector_tests::inputs::try_all;
use connector_tests::merchant::{connect, made_up_credentials};
use connector_tests::outside::skipped;
use http::Request;
use jsonschema::Validator;
use serde_json::Value;

use crate::described::{DESCRIBED, Described, EXCUSED, Language};
use crate::description::schema::{self, Way};
use crate::description::{Description, Operation, followed, form};
use crate::graphql::Documents;
use crate::refused;
use crate::xml_schema::XmlSchema;

/// What a connector's requests are held against.
pub(crate) enum Judge {
    OpenApi(OpenApi),
    XmlSchema(XmlSchema),
    GraphQl(Documents),
}

impl Judge {
    /// `None` where the description is not here, or has no schema.
    fn of(rows: &[&Described]) -> Option<Self> {
        match rows[0].language {
            Language::OpenApi => {
                let parts: Option<Vec<Description>> =
                    rows.iter().map(|row| Description::open(row.file)).collect();
                Some(Self::OpenApi(OpenApi { parts: parts?, validators: BTreeMap::new() }))
            }
            Language::XmlSchema => XmlSchema::open(rows[0].file).map(Self::XmlSchema),
            Language::GraphQl => Documents::open(rows[0].file).map(Self::GraphQl),
            Language::Examples => {
                let connector = rows[0].connector;
                skipped(&format!("no request of {connector} is described, only bodies of answers"));
                None
            }
        }
    }

    /// Every connector whose description is here, with that.
    pub(crate) fn all() -> impl Iterator<Item = (&'static dyn AnyConnector, Self)> {
        connectors::all().iter().filter_map(|connector| {
            let is_its = |row: &&Described| row.connector == connector.name();
            let rows: Vec<&Described> = DESCRIBED.iter().filter(is_its).collect();
            rows.first()?;
            Some((*connector, Self::of(&rows)?))
        })
    }

    /// A connection to the environment that is described.
    pub(crate) fn connection(&self, connector: &str) -> Box<dyn AnyConnection> {
        let parts = if let Self::OpenApi(description) = self { &*description.parts } else { &[] };
        described_connection(parts, connector)
    }

    pub(crate) fn problems(&mut self, request: &Request<bytes::Bytes>) -> Vec<String> {
        match self {
            Self::OpenApi(description) => description.problems(request),
            Self::XmlSchema(schema) => schema.problems(request.body()),
            Self::GraphQl(documents) => documents.problems(request.body()),
        }
    }
}

pub(crate) struct OpenApi {
    parts: Vec<Description>,
    validators: BTreeMap<String, Validator>,
}

impl OpenApi {
    fn problems(&mut self, request: &Request<bytes::Bytes>) -> Vec<String> {
        let Self { parts, validators } = self;
        let (method, url) = (request.method().as_str(), request.uri().to_string());
        let found = parts.iter().enumerate().find_map(|(part, description)| {
            description.operation(method, &url).map(|operation| (part, operation))
        });
        let Some((part, operation)) = found else {
            return vec![format!("no {method} {}", request.uri().path())];
        };
        let mut problems = parameter_problems(operation, request);
        let name = format!("{part} {method} {}", operation.template);
        let mut valid = |what: &str, schema: &Value, value: &Value| {
            let validator = validators
                .entry(format!("{name} {what}"))
                .or_insert_with(|| schema::validator(operation.document, schema, Way::There));
            schema::problems(validator, value)
        };
        for (name, value) in
            url::form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes())
        {
            let own = name.split('[').next().unwrap_or_default();
            let known =
                operation.parameters().find(|one| one["in"] == "query" && one["name"] == own);
            match known {
                None => problems.push(format!("no parameter {own}")),
                Some(parameter) if own == name && parameter["schema"].is_object() => {
                    let pair = format!(
                        "x={}",
                        url::form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>()
                    );
                    let whole = serde_json::json!({ "properties": { "x": parameter["schema"] } });
                    let typed = form::document(operation.document, &whole, pair.as_bytes());
                    problems.extend(valid(own, &whole, &typed));
                }
                Some(_) => {}
            }
        }
        for parameter in operation.parameters().filter(|one| one["in"] == "header") {
            let name = parameter["name"].as_str().unwrap();
            let sent = request.headers().get(name).and_then(|value| value.to_str().ok());
            if let Some(sent) = sent.filter(|_| parameter["schema"]["type"] == "string") {
                let found = valid(name, &parameter["schema"], &Value::from(sent));
                problems.extend(found.into_iter().map(|one| format!("{name}: {one}")));
            }
        }
        let Some(body) = operation.body() else {
            if !request.body().is_empty() {
                problems.push("takes no body".to_owned());
            }
            return problems;
        };
        if request.body().is_empty() {
            if body["required"] == true {
                problems.push("wants a body".to_owned());
            }
            return problems;
        }
        let sent = request.headers().get("content-type").and_then(|value| value.to_str().ok());
        let sent = sent.unwrap_or_default();
        let plain =
            |name: &str| name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let content = body["content"].as_object().into_iter().flatten();
        let Some((_, media)) = content.into_iter().find(|(name, _)| plain(name) == plain(sent))
        else {
            problems.push(format!("takes no body of the type {sent:?}"));
            return problems;
        };
        if plain(sent) == "multipart/form-data" {
            // Its parts are files, whose bytes no schema describes.
            return problems;
        }
        let schema = &media["schema"];
        let body = if plain(sent) == "application/x-www-form-urlencoded" {
            form::document(operation.document, schema, request.body())
        } else {
            serde_json::from_slice(request.body()).unwrap()
        };
        problems.extend(valid("", schema, &body).into_iter().map(|one| format!("body: {one}")));
        problems
    }
}

fn parameter_problems(operation: Operation<'_>, request: &Request<bytes::Bytes>) -> Vec<String> {
    let query = request.uri().query().unwrap_or_default();
    let sent: BTreeSet<String> = url::form_urlencoded::parse(query.as_bytes())
        .map(|(name, _)| name.split('[').next().unwrap_or_default().to_owned())
        .collect();
    let required = operation.parameters().filter(|one| one["required"] == true);
    let missing = required.filter(|one| {
        let name = one["name"].as_str().unwrap();
        let there = match one["in"].as_str().unwrap() {
            "path" => true,
            "query" => sent.contains(name),
            _ => request.headers().contains_key(name),
        };
        !there
    });
    missing.map(|one| format!("lacks {} {}", one["in"], one["name"])).collect()
}

/// A connection to the environment that is described.
pub(crate) fn described_connection(
    parts: &[Description],
    connector: &str,
) -> Box<dyn AnyConnection> {
    let [test, live] = ["test", "live"].map(|environment| {
        let credentials = made_up_credentials(connector, str::to_owned);
        let credentials = credentials.with("environment", Secret::new(environment));
        // Of a live host that is each merchant's own.
        let own = connectors::get(connector).unwrap().describe().base_urls.merchant_part();
        let own = own.map(|part| format!("base_url_{part}"));
        connect(
            connector,
            match own {
                Some(part) => credentials.with(&part, Secret::new("a-merchant")),
                None => credentials,
            },
        )
    });
    let serves = |one: &dyn AnyConnection| {
        let url = one.base_url().to_string();
        parts.iter().any(|part| part.serves(&url))
    };
    assert!(
        parts.is_empty() || serves(&*test) || serves(&*live),
        "{connector}: neither {} nor {} is a host of its description",
        test.base_url(),
        live.base_url()
    );
    if parts.is_empty() || serves(&*test) { test } else { live }
}

#[test]
fn every_request_is_one_that_the_processor_describes() {
    let mut wrong = BTreeMap::new();
    let mut excuses = BTreeSet::new();
    let mut too_few = Vec::new();
    for (connector, mut judge) in Judge::all() {
        let name = connector.name();
        let connection = judge.connection(name);
        for flow in connector.describe().flows {
            let tried = try_all(&*connection, flow.name);
            let refused: usize = tried.refused.values().sum();
            let (built, varied) = (tried.built.len(), tried.varied);
            println!("{name} {}: {built} built, {varied} varied, {refused} refused", flow.name);
            too_few.extend(refused::problem(name, flow.name, &tried));
            for built in &tried.built {
                for problem in judge.problems(&built.request) {
                    let excuse = EXCUSED.iter().find(|(connector, flows, excused, _)| {
                        *connector == name && *flows == flow.name && problem.contains(excused)
                    });
                    if let Some(excuse) = excuse {
                        excuses.insert(*excuse);
                        continue;
                    }
                    let body = String::from_utf8_lossy(built.request.body()).into_owned();
                    let (method, uri) = (built.request.method(), built.request.uri());
                    let shown = format!("of {}\n  {method} {uri}\n  {body}", built.data);
                    let all: &mut (usize, String) =
                        wrong.entry((name, flow.name, problem)).or_insert((0, shown));
                    all.0 = all.0.saturating_add(1);
                }
            }
        }
        let unused = EXCUSED.iter().filter(|row| row.0 == name && !excuses.contains(*row));
        let unused: Vec<_> = unused.collect();
        assert!(unused.is_empty(), "excuse nothing any more: {unused:#?}");
    }
    let told: Vec<String> = wrong
        .into_iter()
        .map(|((name, flow, problem), (count, first))| {
            format!("{name} {flow}: {problem} ({count} times, first\n  {first})")
        })
        .collect();
    assert!(told.is_empty(), "{} problems:\n{}", told.len(), told.join("\n"));
    assert!(too_few.is_empty(), "{}", too_few.join("\n"));
}

#[test]
fn a_reference_leads_where_it_says() {
    let document =
        serde_json::json!({ "a": { "$ref": "#/b~1c" }, "b/c": { "$ref": "#/d" }, "d": 1 });
    assert_eq!(followed(&document, &document["a"]), 1);
}
