//! Ids that mean something else to a server than to whoever stored them: each is refused with a typed
//! error before anything is sent, or is one encoded segment and nothing more.

use connector_core::{AnyConnection, AnyConnector, IdError, PSync, PaymentId, RefundId};
use connector_sandbox::{Kind, Processor};
use connector_tests::merchant::{Merchant, connect, made_up_credentials, moment};
use connector_tests::question::Question;
use http::Uri;
use percent_encoding::percent_decode_str;
use serde_json::Value;
use tower::ServiceExt as _;

const NASTY: &[&str] = &[
    "",
    " ",
    "..",
    ".",
    "...",
    "a/b",
    "a/../b",
    "../../v1/refunds",
    "/",
    "//host",
    "a?b#c",
    "?",
    "#",
    "%",
    "%2e%2e",
    "%2E",
    "%2f",
    "%00",
    "a b",
    "a+b",
    "a\r\nb",
    "\r\nHost: elsewhere",
    "a\0b",
    "\0",
    "\u{7f}",
    "\t",
    "é",
    "支付",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "a\\b",
    "a\\..\\b",
    "\"",
    "'",
    "<script>",
    "{id}",
    "a;b=c",
    "a&b=c",
    "a,b",
    "@",
    ":80",
    "https://elsewhere/x",
    "\u{10ffff}",
];

/// With the long one, and what it takes to tell the reason.
pub(crate) fn nasty() -> Vec<String> {
    let mut all: Vec<String> = NASTY.iter().map(|id| (*id).to_owned()).collect();
    all.push("x".repeat(10_240));
    all
}

/// The questions in which an id is the nasty one and the rest is good.
fn questions(id: &str) -> [Question; 3] {
    let good = "good_1";
    [Question::payment(id), Question::refund(id, good), Question::refund(good, id)]
}

fn segments(uri: &Uri) -> Vec<&str> {
    uri.path().split('/').collect()
}

/// What stands in the place where the plain request has the plain id.
/// The connectors that can be asked about payments and refunds.
fn asked() -> impl Iterator<Item = &'static dyn AnyConnector> {
    let can_be_asked = |one: &&dyn AnyConnector| one.flow::<PSync>().is_some();
    connectors::all().iter().copied().filter(can_be_asked)
}

fn assert_one_segment(connection: &dyn AnyConnection, question: &Question, id: &str) -> bool {
    let flow = connection.flow_by_name(question.flow()).unwrap();
    let Ok(request) = flow.build_request(&question.json()) else {
        return false;
    };
    let swap = |text: &str| if text == id { "plain_1".to_owned() } else { text.to_owned() };
    let plain = Question {
        payment_id: swap(&question.payment_id),
        refund_id: question.refund_id.as_deref().map(swap),
        ..question.clone()
    };
    let plain = flow.build_request(&plain.json()).unwrap();
    let (sent, expected) = (request.uri(), plain.uri());
    assert_eq!(sent.scheme(), expected.scheme());
    assert_eq!(sent.authority(), expected.authority());
    assert_eq!(sent.query(), expected.query(), "{id:?}");
    assert_eq!(segments(sent).len(), segments(expected).len(), "{id:?} in {sent}");
    for (sent, expected) in segments(sent).into_iter().zip(segments(expected)) {
        let decoded = percent_decode_str(sent).decode_utf8().unwrap();
        assert_eq!(decoded, if expected == "plain_1" { id } else { expected });
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        assert!(sent.bytes().all(unreserved), "{id:?} as {sent}");
    }
    assert_eq!(request.headers(), plain.headers());
    // In a body it is one text.
    if !plain.body().is_empty() {
        let body: Value = serde_json::from_slice(request.body()).unwrap();
        let mut expected: Value = serde_json::from_slice(plain.body()).unwrap();
        put_in_the_place_of_the_plain_one(&mut expected, id);
        assert_eq!(body, expected);
    }
    true
}

fn put_in_the_place_of_the_plain_one(value: &mut Value, id: &str) {
    match value {
        Value::String(text) if text == "plain_1" => *value = Value::from(id),
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| put_in_the_place_of_the_plain_one(value, id));
        }
        _ => {}
    }
}

#[test]
fn an_id_is_refused_or_is_one_encoded_segment() {
    let (mut built, mut refused) = (0_usize, 0_usize);
    for connector in asked() {
        let credentials = made_up_credentials(connector.name(), str::to_owned);
        let connection = connect(connector.name(), credentials);
        for id in nasty() {
            for question in questions(&id) {
                if assert_one_segment(&*connection, &question, &id) {
                    built = built.saturating_add(1);
                } else {
                    refused = refused.saturating_add(1);
                }
            }
        }
    }
    assert!(built > 0 && refused > 0, "{built} built, {refused} refused");
}

#[test]
fn what_can_be_no_id_anywhere_is_refused_with_the_reason() {
    let too_long = "x".repeat(10_240);
    for (id, reason) in [
        ("", IdError::Empty),
        (" ", IdError::Empty),
        ("a\r\nb", IdError::ControlCharacter { position: 1 }),
        ("\0", IdError::ControlCharacter { position: 0 }),
        (too_long.as_str(), IdError::TooLong { length: 10_240 }),
    ] {
        assert_eq!(PaymentId::new(id), Err(reason.clone()));
        assert_eq!(RefundId::new(id), Err(reason.clone()));
        // The data from outside says which field it is, and repeats neither the id nor its length.
        for connector in asked() {
            let credentials = made_up_credentials(connector.name(), str::to_owned);
            let connection = connect(connector.name(), credentials);
            for question in questions(id) {
                let field = match (question.kind, question.payment_id == id) {
                    (Kind::Refund, false) => "request.connector_refund_id",
                    _ => "request.connector_transaction_id",
                };
                let flow = connection.flow_by_name(question.flow()).unwrap();
                let error = flow.build_request(&question.json()).unwrap_err().to_string();
                assert!(error.starts_with(field) && error.contains(&reason.to_string()), "{error}");
                assert!(error.len() < 200, "{error}");
            }
        }
    }
}

#[test]
fn dot_segments_are_refused_wherever_they_would_stand_in_a_path() {
    for connector in asked() {
        let credentials = made_up_credentials(connector.name(), str::to_owned);
        let connection = connect(connector.name(), credentials);
        let description = connector.describe();
        for id in [".", ".."] {
            for question in questions(id) {
                let flow = description.flows.iter().find(|flow| flow.name == question.flow());
                let fills = |field: &str| {
                    let from = format!("request.{field}");
                    let mut places = flow.unwrap().places.iter();
                    places.any(|at| at.place == "path" && at.from == Some(from.as_str()))
                };
                let in_path = (question.payment_id == id && fills("connector_transaction_id"))
                    || (question.refund_id.as_deref() == Some(id) && fills("connector_refund_id"));
                let flow = connection.flow_by_name(question.flow()).unwrap();
                let request = flow.build_request_at(&question.json(), &moment());
                match request {
                    Ok(_) => assert!(!in_path, "{} sends {question:?}", connector.name()),
                    Err(error) => {
                        // Where a function makes the URL, its places are not listed.
                        assert!(error.to_string().contains("dot segment"), "{error}");
                    }
                }
            }
        }
    }
}

/// Through the client and over the socket: the server sees the segment as it was built, finds nothing
/// there, and no status comes of it.
#[tokio::test]
async fn what_is_sent_arrives_as_it_was_built() {
    let merchant = Merchant::start().await;
    let mut sent = 0_usize;
    for processor in Processor::ALL.iter().copied().filter(|one| one.answers(Kind::Payment)) {
        let connection = merchant.connection(processor);
        for id in nasty() {
            for question in questions(&id) {
                let flow = connection.flow_by_name(question.flow()).unwrap();
                let Ok(request) = flow.build_request(&question.json()) else {
                    continue;
                };
                let target = request.uri().path_and_query().unwrap().to_string();
                let response = merchant.http.clone().oneshot(request).await.unwrap();
                let report = flow.handle_response(&question.json(), response).unwrap();
                assert_eq!(report.status, None, "{processor} {question:?}: {report:#?}");
                assert_eq!(merchant.sandbox.requests().last().unwrap().path, target);
                sent = sent.saturating_add(1);
            }
        }
    }
    assert!(sent > 0);
}
