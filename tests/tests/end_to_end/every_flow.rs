//! Every flow of every connector, the orders as well as the queries: no secret is shown, and no bad answer is
//! a status. That no id leads elsewhere is in `bad_ids.rs`.

use std::time::{Duration, SystemTime};

use connector_core::{AnyConnection, FaultKind, Moment, Place, Secret};
use connector_tests::asked::Asked;
use connector_tests::inputs;
use connector_tests::merchant::{connect, made_up_credentials, moment};
use serde_json::{Value, json};

/// Short enough for the shortest field.
fn canary(field: &str) -> String {
    format!("canary-{field}").chars().take(16).collect()
}

#[track_caller]
fn assert_absent(shown: &str) {
    assert!(!shown.to_ascii_lowercase().contains("canary"), "{shown}");
}

#[test]
fn no_credential_is_in_a_url_or_in_what_is_shown() {
    for connector in connectors::all() {
        let name = connector.name();
        let credentials = made_up_credentials(name, canary);
        let masked = connect(name, credentials.redacted(connector.describe().credentials));
        let connection = connect(name, credentials);
        let echo: Vec<String> =
            connector.describe().credentials.iter().map(|field| canary(field.name)).collect();
        for flow in connector.describe().flows {
            let data = [
                inputs::barest(&*connection, flow.name).expect("some data are taken"),
                inputs::fullest(&*connection, flow.name).expect("some data are taken"),
            ];
            for data in data {
                let build = |connection: &dyn AnyConnection| {
                    let flow = connection.flow_by_name(flow.name).unwrap();
                    flow.build_request_at(data.as_bytes(), &moment()).unwrap()
                };
                let request = build(&*connection);
                assert_absent(&request.uri().to_string());
                assert_absent(&format!("{:?}", request.headers()));
                let shown = build(&*masked);
                assert_absent(&format!("{shown:?}"));
                assert_absent(std::str::from_utf8(shown.body()).unwrap());
                // Some servers repeat the key that they refuse.
                for status in [200, 401, 403, 422, 500] {
                    let body =
                        json!({ "id": echo, "status": echo, "message": echo, "error": echo });
                    let response = http::Response::builder().status(status);
                    let response = response.body(body.to_string().into()).unwrap();
                    let asked = connection.flow_by_name(flow.name).unwrap();
                    let report = asked.handle_response(data.as_bytes(), response).unwrap();
                    assert_absent(&format!("{report:?} {}", json!(report)));
                }
            }
        }
    }
}

#[test]
fn a_bad_answer_is_no_status_and_an_order_whose_fate_is_unknown_says_so() {
    let mut orders = 0_usize;
    for asked in Asked::all() {
        let flow = connectors::get(asked.name.0).unwrap().describe().flows;
        let flow = flow.into_iter().find(|flow| flow.name == asked.name.1).unwrap();
        for (status, body) in [
            (500, ""),
            (502, "<html><body>Bad gateway</body></html>"),
            (503, "{}"),
            (504, "{\"status\":\"succeeded\"}"),
            (429, ""),
            (302, ""),
            (401, ""),
            (200, "<html><body>Maintenance</body></html>"),
            (200, "{\"id\":\"x\",\"status\":\"succ"),
        ] {
            let response = http::Response::builder().status(status);
            let response = response.header("content-type", "application/json");
            let response = response.body(body.into()).unwrap();
            let report = asked.flow().handle_response(asked.data.as_bytes(), response).unwrap();
            let what = format!("{:?} {status} {body}: {report:#?}", asked.name);
            assert_eq!(report.status, None, "{what}");
            if status >= 500 && !flow.repetition.is_free() {
                orders = orders.saturating_add(1);
                assert_eq!(report.outcome, "sent_unknown", "{what}");
            }
            if status == 429 {
                // Checkout.com says so of an order whose twin is under way, too: nobody knows what became of it.
                let may_have_a_twin = asked.name.0 == "checkout" && !flow.repetition.is_free();
                let (outcome, fault) = match may_have_a_twin {
                    true => ("sent_unknown", FaultKind::Silent),
                    false => ("no_information", FaultKind::RateLimited),
                };
                assert_eq!((report.outcome, report.fault), (outcome, Some(fault)), "{what}");
            }
        }
    }
    assert!(orders > 20, "only {orders} orders were tried");
}

/// What of a request carries the key.
fn carried(request: &http::Request<bytes::Bytes>, place: &Place) -> String {
    match place.place {
        "header" => request.headers()[place.name].to_str().unwrap().to_owned(),
        _ => String::from_utf8(request.body().to_vec()).unwrap(),
    }
}

/// PAIN 25: whoever sends an order again, and however late, sends the key of the first try, which is in the data.
#[test]
fn every_try_of_an_order_carries_the_key_of_its_data_and_no_other() {
    let mut orders = 0_usize;
    for asked in Asked::all() {
        let flows = connectors::get(asked.name.0).unwrap().describe().flows;
        let flow = flows.into_iter().find(|flow| flow.name == asked.name.1).unwrap();
        let Some(place) = flow.idempotency_key else { continue };
        let sent = |key: &str, minutes: u64| {
            let mut data: Value = serde_json::from_str(&asked.data).unwrap();
            data["request"]["idempotency_key"] = json!(key);
            let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(1_790_000_000 + 60 * minutes);
            let moment = Moment::at(moment).with_access_token(Secret::new("token-1"));
            let flow = asked.flow();
            let request = flow.build_request_at(data.to_string().as_bytes(), &moment).unwrap();
            carried(&request, &place)
        };
        let (one, other) = ("order-17-first", "order-18-first");
        for minutes in [0, 1, 600] {
            let carried = sent(one, minutes);
            assert!(carried.contains(one), "{:?}: {carried}", asked.name);
            let carried = sent(other, minutes);
            assert!(
                carried.contains(other) && !carried.contains(one),
                "{:?}: {carried}",
                asked.name
            );
        }
        orders = orders.saturating_add(1);
    }
    assert!(orders > 50, "only {orders} orders carry a key");
}
