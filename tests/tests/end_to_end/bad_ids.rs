//! Ids that mean something else to a server than to whoever stored them: each is refused with a typed
//! error before anything is sent, or is one encoded segment and nothing more.

use bytes::Bytes;
use connector_client::AccessTokens;
use connector_core::{FlowByNameError, IdError, PaymentId, RefundId};
use connector_sandbox::Processor;
use connector_tests::asked::Asked;
use connector_tests::everyone::assert_everyone;
use connector_tests::merchant::Merchant;
use http::{Request, Uri};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};
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
fn nasty() -> Vec<String> {
    let mut all: Vec<String> = NASTY.iter().map(|id| (*id).to_owned()).collect();
    all.push("x".repeat(10_240));
    all
}

/// The places of the ids in the data of a flow.
fn ids(asked: &Asked) -> Vec<String> {
    let data: Value = serde_json::from_str(&asked.data).unwrap();
    let fields = data["request"].as_object().unwrap().iter();
    let ids = fields.filter(|(name, value)| {
        name.starts_with("connector_") && name.ends_with("_id") && value.is_string()
    });
    ids.map(|(name, _)| name.clone()).collect()
}

/// The data in which this id is the nasty one and the rest is good.
fn with(asked: &Asked, field: &str, id: &str) -> String {
    let mut data: Value = serde_json::from_str(&asked.data).unwrap();
    data["request"][field] = json!(id);
    data.to_string()
}

fn segments(uri: &Uri) -> Vec<&str> {
    uri.path().split('/').collect()
}

/// The query, decoded only after it is taken apart.
fn parameters(uri: &Uri) -> Vec<Vec<String>> {
    let decoded = |text: &str| percent_decode_str(text).decode_utf8().unwrap().into_owned();
    let parameters = uri.query().into_iter().flat_map(|query| query.split('&'));
    parameters.map(|parameter| parameter.split('=').map(decoded).collect()).collect()
}

fn replaced(parameters: Vec<Vec<String>>, id: &str) -> Vec<Vec<String>> {
    let value = |text: String| text.replace(PLAIN, id);
    parameters.into_iter().map(|parameter| parameter.into_iter().map(value).collect()).collect()
}

/// What differs in every two requests that are signed.
fn unsigned(request: &Request<Bytes>) -> Vec<(&str, &[u8])> {
    let signs = ["signature", "digest", "date", "v-c-date"];
    let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    headers.filter(|(name, _)| !signs.contains(name)).collect()
}

/// What stands in the place where the plain request has the plain id.
fn assert_stays(asked: &Asked, field: &str, id: &str, request: &Request<Bytes>) {
    let plain = asked.build(with(asked, field, PLAIN).as_bytes()).unwrap();
    let what = format!("{:?} {field} {id:?} in {}", asked.name, request.uri());
    let (sent, expected) = (request.uri(), plain.uri());
    assert_eq!(sent.scheme(), expected.scheme(), "{what}");
    assert_eq!(sent.authority(), expected.authority(), "{what}");
    assert_eq!(parameters(sent), replaced(parameters(expected), id), "{what}");
    assert_eq!(segments(sent).len(), segments(expected).len(), "{what}");
    for (sent, expected) in segments(sent).into_iter().zip(segments(expected)) {
        let decoded = percent_decode_str(sent).decode_utf8().unwrap();
        assert_eq!(decoded, expected.replace(PLAIN, id), "{what}");
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        assert!(sent.bytes().all(unreserved) || sent == expected, "{what}");
    }
    assert_eq!(unsigned(request), unsigned(&plain), "{what}");
    // In a body it is one text.
    if let Ok(mut expected) = serde_json::from_slice::<Value>(plain.body()) {
        put_in_the_place_of_the_plain_one(&mut expected, id);
        assert_eq!(serde_json::from_slice::<Value>(request.body()).unwrap(), expected, "{what}");
    }
}

/// An id that is none of the other values.
const PLAIN: &str = "plain1";

fn put_in_the_place_of_the_plain_one(value: &mut Value, id: &str) {
    match value {
        Value::String(text) if text == PLAIN => *value = Value::from(id),
        Value::Object(fields) => {
            fields.values_mut().for_each(|value| put_in_the_place_of_the_plain_one(value, id));
        }
        Value::Array(items) => {
            items.iter_mut().for_each(|value| put_in_the_place_of_the_plain_one(value, id));
        }
        _ => {}
    }
}

#[test]
fn an_id_is_refused_or_is_one_encoded_segment_in_every_flow_of_every_connector() {
    let (mut built, mut refused) = (Vec::new(), 0_usize);
    for asked in Asked::all() {
        for field in ids(&asked) {
            for id in nasty() {
                match asked.build(with(&asked, &field, &id).as_bytes()) {
                    Ok(request) => {
                        assert_stays(&asked, &field, &id, &request);
                        built.push(asked.name.0);
                    }
                    Err(_) => refused = refused.saturating_add(1),
                }
            }
        }
    }
    assert!(built.len() > 1_000 && refused > 1_000, "{} built, {refused} refused", built.len());
    assert_everyone(built);
}

#[test]
fn what_can_be_no_id_anywhere_is_refused_with_the_reason() {
    let too_long = "x".repeat(10_240);
    let all = Asked::all();
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
        for asked in &all {
            for field in ids(asked) {
                let error = asked.build(with(asked, &field, id).as_bytes()).unwrap_err();
                let error = error.to_string();
                let place = format!("request.{field}");
                assert!(
                    error.starts_with(&place) && error.contains(&reason.to_string()),
                    "{error}"
                );
                assert!(error.len() < 200, "{error}");
            }
        }
    }
}

#[test]
fn dot_segments_are_refused_wherever_they_would_stand_in_a_path() {
    let mut refused = Vec::new();
    for asked in Asked::all() {
        let flows = connectors::get(asked.name.0).unwrap().describe().flows;
        let flow = flows.into_iter().find(|flow| flow.name == asked.name.1).unwrap();
        for field in ids(&asked) {
            let from = format!("request.{field}");
            let mut places = flow.places.iter();
            let in_path = places.any(|at| at.place == "path" && at.from == Some(from.as_str()));
            for id in [".", ".."] {
                match asked.build(with(&asked, &field, id).as_bytes()) {
                    Ok(_) => assert!(!in_path, "{:?} sends {field} {id}", asked.name),
                    Err(FlowByNameError::Build(error)) => {
                        // Where a function makes the URL, its places are not listed; and some ids have a form.
                        let error = error.to_string();
                        assert!(error.contains("dot segment") || error.contains(&field), "{error}");
                        refused.push(asked.name);
                    }
                    Err(error) => panic!("{error}"),
                }
            }
        }
    }
    assert!(refused.len() > 100, "only {} were refused", refused.len());
}

/// Through the client and over the socket: the server sees the segment as it was built, finds nothing
/// there, and no status comes of it.
#[tokio::test]
async fn what_is_sent_arrives_as_it_was_built_at_every_processor() {
    let mut sent = Vec::new();
    let core = ["PSync", "RSync", "Capture", "Void", "Refund"];
    for asked in Asked::all().into_iter().filter(|asked| core.contains(&asked.name.1)) {
        let merchant = Merchant::start().await;
        let processor: Processor = asked.name.0.parse().unwrap();
        let connection = merchant.connection(processor);
        let flow = connection.flow_by_name(asked.name.1).unwrap();
        for field in ids(&asked) {
            for id in nasty() {
                let data = with(&asked, &field, &id);
                let moment = AccessTokens::new().moment(&merchant.http, flow.token_source()).await;
                let Ok(request) = flow.build_request_at(data.as_bytes(), &moment.unwrap()) else {
                    continue;
                };
                let target = request.uri().path_and_query().unwrap().to_string();
                let response = merchant.http.clone().oneshot(request).await.unwrap();
                let report = flow.handle_response(data.as_bytes(), response).unwrap();
                assert_eq!(report.status, None, "{:?} {field} {id:?}: {report:#?}", asked.name);
                assert_eq!(merchant.sandbox.requests().last().unwrap().path, target);
                sent.push(processor.name());
            }
        }
    }
    assert_everyone(sent);
}
