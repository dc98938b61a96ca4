//! A processor that repeats in an error what it was sent: the card, the holder's name, and what
//! `Authorization: Basic` was made of. None of it is in what anybody can print.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use connector_core::{
    Authorize, FlowByName, PaymentMethodToken, RepeatPayment, RouterData, Secret, SetupMandate,
};
use connector_tests::everyone::assert_everyone;
use connector_tests::inputs;
use connector_tests::merchant::{connect, made_up_credentials, moment};
use serde_json::{Value, json};

/// What the processor answers, made of one text.
fn answers(echo: &str) -> Vec<(u16, Value)> {
    vec![
        (401, json!({ "error": { "type": "x", "message": echo } })),
        (402, json!({ "error": { "type": "card_error", "code": echo, "message": echo } })),
        (422, json!({ "error_type": echo, "error_codes": [echo], "message": echo })),
        (400, json!({ "error_code": "X", "message": echo, "errors": [{ "detail": echo }] })),
        (200, json!({ "messages": { "message": [{ "code": echo, "text": echo }] } })),
        (200, json!({ "id": "p_1", "status": echo, "amount": 1, "currency": "EUR" })),
        // What serde says of it repeats it.
        (200, json!(echo)),
    ]
}

/// All that is shown of all answers.
fn shown(flow: &FlowByName<'_>, data: &str, echo: &str) -> String {
    let one = |(status, body): (u16, Value)| {
        let response = http::Response::builder().status(status);
        let response = response.body(body.to_string().into()).unwrap();
        let report = flow.handle_response(data.as_bytes(), response).unwrap();
        format!("{report:?} {}\n", serde_json::to_string(&report).unwrap())
    };
    answers(echo).into_iter().map(one).collect()
}

/// The texts in the data that their JSON form masks.
fn secrets(whole: &Value, shown: &Value, found: &mut Vec<String>) {
    match (whole, shown) {
        (Value::Object(whole), Value::Object(shown)) => {
            whole.iter().for_each(|(key, value)| secrets(value, &shown[key], found));
        }
        (Value::Array(whole), Value::Array(shown)) => {
            whole.iter().zip(shown).for_each(|(whole, shown)| secrets(whole, shown, found));
        }
        (Value::String(secret), _) if whole != shown && secret.len() > 2 => {
            found.push(secret.clone());
        }
        _ => {}
    }
}

fn secrets_of<F: connector_core::Flow>(data: &str) -> Vec<String> {
    let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
    let whole = serde_json::from_str(&data.to_json_with_secrets().unwrap()).unwrap();
    let shown = serde_json::from_str(&data.to_json().unwrap()).unwrap();
    let mut found = Vec::new();
    secrets(&whole, &shown, &mut found);
    found
}

/// The connectors whose answers to this flow were looked at.
fn try_flow<F: connector_core::Flow>() -> Vec<&'static str> {
    let mut tried = Vec::new();
    for connector in connectors::all() {
        let credentials = made_up_credentials(connector.name(), str::to_owned);
        let connection = connect(connector.name(), credentials);
        let Some(flow) = connection.flow_by_name(F::NAME) else { continue };
        let Some(data) = inputs::fullest(&*connection, F::NAME) else { continue };
        let secrets = secrets_of::<F>(&data);
        let shown = shown(&flow, &data, &format!("not taken: {}", secrets.join(" and ")));
        for secret in &secrets {
            let name = connector.name();
            assert!(!shown.contains(secret), "{name} {} tells `{secret}`: {shown}", F::NAME);
        }
        // It is not for want of words that nothing was found.
        assert!(secrets.is_empty() || shown.contains('*'), "{}: {shown}", connector.name());
        tried.push(connector.name());
    }
    tried
}

#[test]
fn no_secret_of_the_data_is_in_what_any_processor_echoes() {
    assert_everyone(try_flow::<Authorize>());
    assert!(!try_flow::<SetupMandate>().is_empty());
    assert!(!try_flow::<RepeatPayment>().is_empty());
    assert!(!try_flow::<PaymentMethodToken>().is_empty());
}

/// The base64 says as much as the user and the password do.
#[test]
fn nothing_that_basic_authentication_sends_is_in_what_a_processor_echoes() {
    let mut tried = Vec::new();
    for connector in connectors::all() {
        let credentials =
            made_up_credentials(connector.name(), |field| format!("canary-{field}-1"));
        let connection = connect(connector.name(), credentials);
        for flow in connector.describe().flows {
            let Some(data) = inputs::barest(&*connection, flow.name) else { continue };
            let flow = connection.flow_by_name(flow.name).unwrap();
            let request = flow.build_request_at(data.as_bytes(), &moment()).unwrap();
            let sent = request.headers().get("authorization").and_then(|value| value.to_str().ok());
            let Some(pair) = sent.and_then(|value| value.strip_prefix("Basic ")) else { continue };
            assert!(BASE64_STANDARD.decode(pair).unwrap().starts_with(b"canary"));
            let shown = shown(&flow, &data, &format!("not taken: Basic {pair}."));
            assert!(!shown.contains(pair.trim_end_matches('=')), "{}: {shown}", connector.name());
            assert!(shown.contains("Basic ***."), "{}: {shown}", connector.name());
            tried.push(connector.name());
            break;
        }
    }
    assert!(tried.len() >= 5, "only {tried:?}");
}

/// It lets nobody in, and an id that is changed is that of another payment.
#[test]
fn the_name_of_an_account_is_left_in_the_ids_that_a_processor_makes_of_it() {
    let name = "AcmeShopOfTheNorth";
    let credentials = made_up_credentials("adyen", str::to_owned);
    let credentials = credentials.with("merchant_account", Secret::new(name));
    let connection = connect("adyen", credentials);
    let data = inputs::barest(&*connection, "Authorize").unwrap();
    let body = json!({ "pspReference": format!("{name}-1"), "resultCode": "Authorised" });
    let answer = http::Response::new(body.to_string().into());
    let flow = connection.flow_by_name("Authorize").unwrap();
    let report = flow.handle_response(data.as_bytes(), answer).unwrap();
    assert!(
        serde_json::to_string(&report).unwrap().contains("\"AcmeShopOfTheNorth-1\""),
        "{report:?}"
    );
}
