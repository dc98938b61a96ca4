//! Every HTTP error that a processor describes is read, its examples and bodies that are made of its schema: to no
//! status, whatever was asked, and to what the processor says of it.

use std::collections::BTreeMap;

use connector_core::{FaultKind, Report};

use crate::described::{DESCRIBED, Language};
use crate::description::Description;
use crate::requests::described_connection;
use crate::responses::{Reader, allowed, flows, questions};

/// What is wrong with this reading of an error.
fn problem(status: u16, is_question: bool, has_body: bool, report: &Report) -> Option<String> {
    let Report { outcome, fault, .. } = report;
    let knows_nothing = ["no_information", "sent_unknown"].contains(outcome);
    let is_right = match status {
        _ if report.status.is_some() => false,
        // Whoever cannot answer knows nothing about the payment.
        500.. => knows_nothing && *fault == Some(FaultKind::Unavailable),
        429 => knows_nothing,
        401 => *outcome == "no_information" && *fault == Some(FaultKind::Configuration),
        _ if is_question => ["no_information", "not_found"].contains(outcome),
        _ => knows_nothing || ["declined", "not_found"].contains(outcome),
    };
    if !is_right {
        return Some(format!("{outcome}, {fault:?}, {:?}", report.status));
    }
    let told = report.error.iter().flat_map(|error| [&error.code, &error.message, &error.reason]);
    let is_told = told.flatten().next().is_some();
    (has_body && !is_told).then(|| "nothing is told of its body".to_owned())
}

#[test]
fn every_error_that_is_described_is_read_to_no_status() {
    let mut wrong = BTreeMap::new();
    for connector in connectors::all() {
        let name = connector.name();
        let rows = DESCRIBED.iter().filter(|row| row.connector == name);
        let rows = rows.filter(|row| row.language == Language::OpenApi);
        let parts: Option<Vec<Description>> = rows.map(|row| Description::open(row.file)).collect();
        let Some(parts) = parts.filter(|parts| !parts.is_empty()) else { continue };
        let connection = described_connection(&parts, name);
        let mut read = 0_usize;
        for (flow, by_reference) in flows(*connector) {
            let asked = questions(&*connection, flow.name, by_reference).into_iter().next();
            let Some((data, request)) = asked else { continue };
            let (method, url) = (request.method().as_str(), request.uri().to_string());
            let operation = parts.iter().find_map(|part| part.operation(method, &url));
            let Some(operation) = operation else { continue };
            let is_question = flow.repetition.is_free();
            let reader = Reader { connection: &*connection, flow: &flow, data };
            for one in allowed(operation, operation.errors()) {
                read = read.saturating_add(1);
                let report = reader.read_once(&reader.data, &one, &one.body);
                let has_body = one.body.as_object().is_some_and(|body| !body.is_empty());
                let Some(problem) = problem(one.status, is_question, has_body, &report) else {
                    continue;
                };
                let what = format!("{} of HTTP {}: {problem}", one.what, one.status);
                let body: String = one.body.to_string().chars().take(300).collect();
                wrong.insert((name, flow.name, what), format!("{:?} {body}", report.detail));
            }
        }
        println!("{name}: {read} errors");
        // Of Square's answers, errors are described as a part of each success.
        assert!(read > 10 || name == "square", "{name}: only {read} errors are described");
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Else the test would prove nothing.
#[test]
fn a_decision_in_the_place_of_an_error_is_a_problem() {
    let report = |outcome, fault, code: Option<&str>| {
        let error = code.map(|code| connector_core::ProcessorError::new(Some(code), None));
        let mut report = Report::default();
        (report.outcome, report.fault, report.error) = (outcome, fault, error);
        report
    };
    let unavailable = report("no_information", Some(FaultKind::Unavailable), Some("c"));
    assert_eq!(problem(500, true, true, &unavailable), None);
    let silent = report("no_information", Some(FaultKind::Unavailable), None);
    assert!(problem(500, true, true, &silent).is_some());
    let declined = report("declined", None, Some("c"));
    assert_eq!(problem(400, false, true, &declined), None);
    for (status, is_question) in [(400, true), (401, false), (429, false), (500, false)] {
        assert!(problem(status, is_question, true, &declined).is_some(), "{status}");
    }
    let mut decided = report("status", None, Some("c"));
    decided.status = Some("failure");
    assert!(problem(400, false, true, &decided).is_some());
}
