//! A canary in every field of every connector's credentials. It is in the request, where it belongs,
//! and in nothing that anybody can print.

use std::time::Duration;

use base64::Engine as _;
use connector_client::{HttpClient, HttpConfig, execute};
use connector_core::{
    AnyConnector, Authorize, Capture, CredentialField, CredentialFields, CredentialKind,
    CredentialsError, Flow, PSync, Refund, Report, RouterData, Secret, Void,
};
use connector_sandbox::{Kind, Processor};
use connector_tests::everyone::assert_everyone;
use connector_tests::inputs;
use connector_tests::merchant::{Merchant, connect, made_up_credentials, moment};
use connector_tests::question::Question;
use serde_json::json;

/// Short enough for the shortest field.
const CANARY: &str = "canary";

fn canary(field: &str) -> String {
    // As long as a key: the names of accounts, which are shorter, may stand in an id.
    format!("{CANARY}-{field}-----------").chars().take(16).collect()
}

#[track_caller]
fn assert_absent(shown: &str) {
    assert!(!shown.to_ascii_lowercase().contains(CANARY), "{shown}");
}

/// What can be asked of the connector, each with its data; of one that cannot be asked, an order.
fn samples(connector: &dyn AnyConnector) -> Vec<(&'static str, Vec<u8>)> {
    let void =
        json!({ "request": { "connector_transaction_id": "p_1", "idempotency_key": "k_1" } });
    let known = [
        ("PSync", Question::payment("p_1").json()),
        ("RSync", Question::refund("r_1", "p_1").json()),
        ("Void", void.to_string().into_bytes()),
    ];
    let flows = connector.describe().flows;
    let has = |name: &str| flows.iter().any(|flow| flow.name == name);
    let samples: Vec<_> = known
        .into_iter()
        .filter(|(flow, _)| has(flow) && (*flow != "Void" || !has("PSync")))
        .collect();
    assert!(!samples.is_empty(), "{} can do nothing", connector.name());
    samples
}

/// All headers and the body, and what `Basic` wraps.
fn sent(request: &http::Request<bytes::Bytes>) -> String {
    let headers = request.headers().values();
    let mut bytes: Vec<u8> = headers.flat_map(|value| value.as_bytes().to_vec()).collect();
    bytes.extend_from_slice(request.body());
    let basic = request.headers().get("authorization").and_then(|value| value.to_str().ok());
    if let Some(pair) = basic.and_then(|value| value.strip_prefix("Basic ")) {
        bytes.extend(base64::prelude::BASE64_STANDARD.decode(pair).unwrap());
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_field_is_in_the_request_that_is_sent() {
    for connector in connectors::all() {
        let connection = connect(connector.name(), made_up_credentials(connector.name(), canary));
        for (name, data) in samples(*connector) {
            let flow = connection.flow_by_name(name).unwrap();
            let mut request = flow.build_request_at(&data, &moment()).unwrap();
            if flow.token_source().is_some() {
                // The token is in it, and the credentials are in the request for the token.
                assert_absent(&sent(&request));
                let token = connection.flow_by_name("ServerAuthenticationToken").unwrap();
                request = token.build_request(br#"{"request": {}}"#).unwrap();
            }
            let sent = sent(&request);
            // What signs a request is not in it.
            let is_sent =
                |field: &&CredentialField| field.is_secret && field.name != "shared_secret";
            for field in connector.describe().credentials.iter().filter(is_sent) {
                assert!(sent.contains(&canary(field.name)), "{} {}", connector.name(), field.name);
            }
            // A URL ends up in the logs of every server on the way.
            assert_absent(&request.uri().to_string());
        }
    }
}

#[test]
fn no_field_is_in_what_is_shown_of_a_connection_or_of_a_requests_headers() {
    for connector in connectors::all() {
        let credentials = made_up_credentials(connector.name(), canary);
        assert_absent(&format!("{credentials:?} {credentials:#?}"));
        let connection = connect(connector.name(), credentials.clone());
        assert_absent(&format!("{connection:?} {connection:#?}"));
        for (name, data) in samples(*connector) {
            let flow = connection.flow_by_name(name).unwrap();
            assert_absent(&format!("{flow:?} {flow:#?}"));
            let token = flow.token_source();
            assert_absent(&format!("{token:?} {token:#?}"));
            let request = flow.build_request_at(&data, &moment()).unwrap();
            assert_absent(&format!("{:?} {:#?}", request.headers(), request.headers()));
        }
        // What is built from masked credentials can be shown as a whole.
        let masked =
            connect(connector.name(), credentials.redacted(connector.describe().credentials));
        for (name, data) in samples(*connector) {
            let flow = masked.flow_by_name(name).unwrap();
            let request = flow.build_request_at(&data, &moment()).unwrap();
            assert_absent(&format!("{request:?}"));
            let body = String::from_utf8(request.body().to_vec()).unwrap();
            assert_absent(&body);
        }
    }
}

/// Every way in which a set of credentials can be wrong while the rest of it holds real secrets.
fn wrong(connector: &dyn AnyConnector) -> Vec<CredentialFields> {
    let good = made_up_credentials(connector.name(), canary);
    let with = |name: &str, value: &str| good.clone().with(name, Secret::new(value));
    let mut all = vec![
        with("environment", CANARY),
        with("base_url", CANARY),
        with("base_url", "https://canary:canary@host"),
        with("base_url", "https://host/?key=canary"),
        with("base_url", "https://host/#canary"),
        with("base_url", "https://canary canary/"),
        with("not_a_field", CANARY),
    ];
    for field in connector.describe().credentials {
        all.push(with(field.name, ""));
        if field.kind == CredentialKind::Optional {
            continue;
        }
        let others = connector.describe().credentials.iter();
        let others = others.filter(|other| other.name != field.name);
        all.push(others.fold(CredentialFields::default(), |fields, other| {
            fields.with(other.name, Secret::new(canary(other.name)))
        }));
    }
    all
}

#[test]
fn no_field_is_in_the_error_about_another_one() {
    for connector in connectors::all() {
        for credentials in wrong(*connector) {
            let error: CredentialsError = connector.connect(credentials).unwrap_err();
            assert_absent(&format!("{error} {error:?}"));
        }
    }
    for text in [r#"{"api_key": "canary"#, r#"{"api_key": ["canary"]}"#, r#"["canary"]"#, "canary"]
    {
        let error = CredentialFields::from_json(text.as_bytes()).unwrap_err();
        assert_absent(&format!("{error} {error:?}"));
    }
}

/// A key that was read with its line break: the commonest mistake with keys in files.
#[test]
fn no_field_is_in_the_error_about_a_value_that_cannot_be_sent() {
    for connector in connectors::all() {
        let broken =
            made_up_credentials(connector.name(), |field| format!("{}\r\n", canary(field)));
        let error = connector.connect(broken).unwrap_err();
        assert_absent(&format!("{error} {error:?}"));
        assert!(error.to_string().contains("line break"), "{error}");
    }
}

/// A file in which names and values were swapped: the names are the secrets.
#[test]
fn no_name_that_looks_like_a_key_is_in_an_error() {
    let swapped = CredentialFields::default().with("sk_live_Canary1", Secret::new("api_key"));
    for connector in connectors::all() {
        let error = connector.connect(swapped.clone()).unwrap_err();
        assert_absent(&format!("{error} {error:?}"));
    }
}

/// Some servers repeat the key that they refuse.
#[test]
fn no_field_is_in_what_a_processor_echoes() {
    for connector in connectors::all() {
        let credentials = made_up_credentials(connector.name(), canary);
        let echo: Vec<String> =
            connector.describe().credentials.iter().map(|field| canary(field.name)).collect();
        let echo = echo.join(" and ");
        let connection = connect(connector.name(), credentials);
        for (name, data) in samples(*connector) {
            let flow = connection.flow_by_name(name).unwrap();
            for (status, body) in [
                (401, json!({"error": {"type": "x", "message": echo}})),
                (422, json!({"error_type": echo, "error_codes": [echo], "request_id": echo})),
                (200, json!({"messages": {"message": [{"code": echo, "text": echo}]}})),
                (200, json!({"id": "p_1", "status": echo, "amount": 1, "currency": "EUR"})),
                (200, json!({"id": echo, "status": "succeeded", "amount": 1, "currency": "EUR"})),
            ] {
                let response = http::Response::builder().status(status);
                let response = response.body(body.to_string().into()).unwrap();
                let report = flow.handle_response(&data, response).unwrap();
                assert_absent(&format!("{report:?} {}", serde_json::to_string(&report).unwrap()));
            }
        }
    }
}

#[tokio::test]
async fn no_field_is_in_the_outcome_of_an_exchange_that_failed() {
    let merchant = Merchant::start().await;
    let impatient = HttpConfig::new().total_timeout(Duration::from_millis(200));
    let http = HttpClient::new(impatient).unwrap();
    assert_absent(&format!("{http:?} {http:#?}"));
    let answers = |processor: &Processor| processor.answers(Kind::Payment);
    for processor in Processor::ALL.iter().copied().filter(answers) {
        let sandbox = merchant.sandbox.credentials(processor);
        // Refused by the processor; refused by nobody at all; refused by our own client.
        let places =
            [sandbox["base_url"].as_str().unwrap(), "http://127.0.0.1:1", "http://host.invalid"];
        for place in places {
            let credentials = made_up_credentials(processor.name(), canary);
            let credentials = credentials.with("base_url", Secret::new(place));
            let connector = connectors::get(processor.name()).unwrap();
            let psync = connector.flow::<PSync>().unwrap().connect(credentials).unwrap();
            let data = merchant.add(processor, Kind::Payment, &[]).data::<PSync>();
            let outcome = execute(&http, &*psync, &data).await;
            let report = Report::from(&outcome);
            assert!(matches!(report.outcome, "no_information" | "not_sent"), "{report:#?}");
            assert_absent(&format!("{outcome:?} {report:?} {}", json!(report)));
        }
    }
}

/// What is shown of an order that came to nothing; `None` where the connector has none of this kind.
async fn shown_of_an_order<F: Flow>(
    http: &HttpClient,
    connector: &dyn AnyConnector,
    place: &str,
) -> Option<String> {
    let credentials = made_up_credentials(connector.name(), canary);
    let credentials = credentials.with("base_url", Secret::new(place));
    let flow = connector.flow::<F>()?.connect(credentials.clone()).unwrap();
    let data = inputs::fullest(&*connect(connector.name(), credentials), F::NAME).unwrap();
    let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
    let outcome = execute(http, &*flow, &data).await;
    let report = Report::from(&outcome);
    let nothing = ["declined", "no_information", "not_sent", "sent_unknown", "not_found"];
    assert!(nothing.contains(&report.outcome), "{report:#?}");
    Some(format!("{data:?} {outcome:?} {report:?} {}", json!(report)))
}

#[tokio::test]
async fn no_secret_is_in_the_outcome_of_an_order_that_failed_at_any_processor() {
    let merchant = Merchant::start().await;
    let impatient = HttpConfig::new().total_timeout(Duration::from_millis(200));
    let http = HttpClient::new(impatient).unwrap();
    let mut seen = Vec::new();
    for processor in Processor::ALL.iter().copied() {
        let connector = connectors::get(processor.name()).unwrap();
        let sandbox = merchant.sandbox.credentials(processor);
        for place in [sandbox["base_url"].as_str().unwrap(), "http://127.0.0.1:1"] {
            let all = [
                shown_of_an_order::<Authorize>(&http, connector, place).await,
                shown_of_an_order::<Capture>(&http, connector, place).await,
                shown_of_an_order::<Void>(&http, connector, place).await,
                shown_of_an_order::<Refund>(&http, connector, place).await,
            ];
            for shown in all.into_iter().flatten() {
                assert_absent(&shown);
                // Nor the number of the card that the orders are paid with.
                let numbers = ["4242424242424242", "5555555555554444"];
                assert!(!numbers.iter().any(|number| shown.contains(number)), "{shown}");
                seen.push(processor.name());
            }
        }
    }
    assert!(seen.len() >= 80, "only {} orders failed", seen.len());
    assert_everyone(seen);
}
