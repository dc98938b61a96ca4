//! A value in every field of every connector's credentials that must not be printed.

use std::collections::BTreeSet;
use std::io::Read;
use std::net::TcpListener;
use std::sync::OnceLock;

use serde_json::{Map, Value, json};

use crate::live::Live;
use crate::run::{Ran, TestFile, run, run_with};

/// Short, so that no processor refuses it for its length.
const CANARY: &str = "canary5f1d";

/// The first two of them, as a user name and a password in base64.
const BASIC: &str = "Y2FuYXJ5NWYxZC0wOmNhbmFyeTVmMWQtMQ==";

/// Name and credentials fields of every connector that can be asked about payments, from the binary
/// itself.
fn connectors() -> Vec<(String, Vec<String>)> {
    let can_be_asked = |(_, _, flows): &(String, Vec<String>, Vec<String>)| {
        flows.iter().any(|flow| flow == "PSync")
    };
    let all = every().into_iter().filter(can_be_asked);
    all.map(|(connector, fields, _)| (connector, fields)).collect()
}

/// Name, credentials fields and flows of every connector.
fn every() -> Vec<(String, Vec<String>, Vec<String>)> {
    let json = run(&["describe", "--format", "json"]).ends(0).json();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let names = |list: &Value| {
        let list = list.as_array().unwrap().iter();
        list.map(|one| text(&one["name"])).collect::<Vec<String>>()
    };
    let of = |connector: &Value| {
        let (fields, flows) = (names(&connector["credentials"]), names(&connector["flows"]));
        (text(&connector["name"]), fields, flows)
    };
    json.as_array().unwrap().iter().map(of).collect()
}

/// The fields that are no secret, and are shown: names of accounts, and what they are paid in.
fn is_open(field: &str) -> bool {
    static OPEN: OnceLock<BTreeSet<String>> = OnceLock::new();
    let open = OPEN.get_or_init(|| {
        let json = run(&["describe", "--format", "json"]).ends(0).json();
        let fields = json.as_array().unwrap().iter();
        let fields = fields.flat_map(|one| one["credentials"].as_array().unwrap().clone());
        let open = fields.filter(|field| field["is_secret"] == false);
        open.map(|field| field["name"].as_str().unwrap().to_owned()).collect()
    });
    open.contains(field)
}

fn credentials(fields: &[String], more: &[(&str, &str)]) -> TestFile {
    let mut json = Map::new();
    for (number, field) in fields.iter().enumerate() {
        // A key that signs is base64, and this is some.
        let value = match field.as_str() {
            "shared_secret" => format!("{CANARY}22"),
            field if is_open(field) => {
                if field.ends_with("_currency") { "USD" } else { "shop" }.to_owned()
            }
            _ => format!("{CANARY}-{number}"),
        };
        json.insert(field.clone(), Value::from(value));
    }
    for (name, value) in more {
        json.insert((*name).to_owned(), Value::from(*value));
    }
    TestFile::new(Value::Object(json).to_string())
}

fn data(flow: &str) -> TestFile {
    let request = match flow {
        "PSync" => json!({ "connector_transaction_id": "pay_1" }),
        "Void" => json!({
            "connector_transaction_id": "pay_1",
            "idempotency_key": "key_1",
            "amount": { "minor_amount": 1_000, "currency": "USD" },
        }),
        _ => json!({ "connector_refund_id": "ref_1", "connector_transaction_id": "pay_1" }),
    };
    // What PayPal voids is an authorization, which has a name of its own.
    let known = json!({ "connector_authorization_id": "auth_1" });
    let data = match flow {
        "Void" => json!({ "resource_common_data": known, "request": request }),
        _ => json!({ "request": request }),
    };
    TestFile::new(data.to_string())
}

#[track_caller]
fn is_silent(ran: &Ran) {
    assert!(!ran.says(CANARY), "a secret is shown: {ran:?}");
}

#[test]
fn a_request_shows_no_secret_unless_it_is_to_reveal_them() {
    for (connector, fields, flows) in every() {
        let file = credentials(&fields, &[]);
        let shown = ["PSync", "RSync", "Void"].into_iter();
        for flow in shown.filter(|shown| flows.iter().any(|flow| flow == shown)) {
            let data = data(flow);
            let given = ["request", &connector, flow, "--data", data.path()];
            let given = [&given[..], &["--credentials", file.path()]].concat();
            for format in ["text", "json"] {
                let ran = run(&[&given[..], &["--format", format]].concat()).ends(0);
                is_silent(&ran);
                assert!(ran.stdout.contains("***"), "{ran:?}");
                let ran = run(&[&given[..], &["--format", format, "--reveal"]].concat()).ends(0);
                // A token that the credentials are exchanged for is fetched where something is sent.
                if ran.stdout.contains("Bearer ***") {
                    is_silent(&ran);
                    continue;
                }
                // What `Basic` wraps is in base64: another test unwraps it.
                if ran.stdout.contains("Basic ") {
                    continue;
                }
                // What signs stands nowhere.
                let elsewhere = |field: &str| is_open(field) || field == "shared_secret";
                let sent = fields.iter().zip(0..).filter(|(field, _)| !elsewhere(field));
                for (_, number) in sent {
                    let plain = ran.stdout.contains(&format!("{CANARY}-{number}"));
                    assert!(plain || ran.stdout.contains(BASIC), "{ran:?}");
                }
            }
        }
    }
}

#[test]
fn the_json_of_a_request_has_four_members() {
    let (key, data) = (TestFile::new(r#"{"api_key": "k"}"#), data("PSync"));
    let given = ["request", "stripe", "psync", "--data", data.path(), "--credentials", key.path()];
    let json = run(&[&given[..], &["--format", "json"]].concat()).ends(0).json();
    let members: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(members, ["body", "headers", "method", "url"]);
    assert_eq!(json["method"], "GET");
    assert_eq!(json["headers"]["authorization"], "***");
    assert_eq!(json["body"], Value::Null);
}

#[test]
fn reading_a_response_shows_no_secret() {
    let bodies = ["", "null", "{}", "[]", "{\"id\": 7}", "<html>", "{\"error\": {}}", "\"x\""];
    for (connector, fields) in connectors() {
        let file = credentials(&fields, &[]);
        for body in bodies {
            let body = TestFile::new(body);
            for status in ["200", "401", "404", "502"] {
                let data = data("PSync");
                let asked = ["response", &connector, "psync", "--data", data.path()];
                let answer = ["--credentials", file.path(), "--status", status];
                is_silent(&run(&[&asked[..], &answer, &["--body", body.path()]].concat()));
            }
        }
    }
}

#[test]
fn credentials_that_a_processor_refuses_are_not_shown() {
    let live = Live::start();
    for (connector, fields) in connectors() {
        let host = format!("http://{}/{connector}", live.sandbox.address());
        let file = credentials(&fields, &[("base_url", &host)]);
        for format in ["text", "json"] {
            let how = ["--credentials", file.path(), "--format", format];
            let ran = run(&[&["psync", &connector, "1"], &how[..]].concat());
            // Where they are exchanged for a token, nothing is sent without one.
            let code = if ran.stdout.contains("no access token") { 7 } else { 4 };
            let ran = ran.ends(code);
            is_silent(&ran);
            assert!(ran.stdout.contains("does not accept the credentials"), "{ran:?}");
            let refund = ["rsync", &connector, "2", "--payment-id", "1"];
            is_silent(&run(&[&refund[..], &how].concat()).ends(code));
        }
    }
}

#[test]
fn credentials_that_reach_nobody_or_a_stranger_are_not_shown() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let stranger = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = stranger.local_addr().unwrap();
    let hangs_up = std::thread::spawn(move || {
        let accepted = stranger.incoming().take(connectors().len());
        accepted.map(|socket| socket.unwrap().read(&mut [0; 4096]).unwrap()).sum::<usize>()
    });
    for (connector, fields) in connectors() {
        for (host, code) in [(gone, 7), (address, 4)] {
            let file = credentials(&fields, &[("base_url", &format!("http://{host}"))]);
            let ran = run(&["psync", &connector, "pay_1", "--credentials", file.path()]);
            let code = if ran.stdout.contains("no access token") { 7 } else { code };
            is_silent(&ran.ends(code));
        }
    }
    assert!(hangs_up.join().unwrap() > 0);
}

#[test]
fn credentials_of_a_wrong_form_are_not_shown() {
    for (connector, fields) in connectors() {
        for field in &fields {
            let quoted = format!("\"{CANARY}\"");
            for (number, wrong) in [
                format!("{{\"{field}\": [{quoted}]}}"),
                format!("{{\"{field}\": {{\"x\": {quoted}}}}}"),
                format!("{{\"{field}\": {quoted}, \"{field}\": {quoted}}}"),
                format!("{{\"{field}\": {quoted}"),
                format!("{{\"{field}\": \"{CANARY}"),
                format!("{{\"{field}\": {CANARY}}}"),
                format!("{{\"{field}\": {quoted}, \"other\": {quoted}}}"),
                format!("{{\"{field}\": {quoted}, \"environment\": {quoted}}}"),
                format!("{{\"{field}\": {quoted}, \"base_url\": \"https://u:{CANARY}@host\"}}"),
                format!("[{quoted}]"),
                quoted.clone(),
                CANARY.to_owned(),
            ]
            .iter()
            .enumerate()
            {
                let file = TestFile::new(wrong);
                let ran = run(&["psync", &connector, "pay_1", "--credentials", file.path()]);
                assert_eq!(ran.code, 2, "{number}: {ran:?}");
                is_silent(&ran);
            }
        }
    }
}

#[test]
fn variables_that_are_wrong_are_not_shown_and_descriptions_read_none() {
    for (connector, fields) in connectors() {
        let upper = connector.to_uppercase();
        let field = format!("CONNECTORS_{upper}_{}", fields[0].to_uppercase());
        let unknown = format!("CONNECTORS_{upper}_UNKNOWN");
        let place = format!("CONNECTORS_{upper}_ENVIRONMENT");
        let psync = ["psync", &connector, "pay_1"];
        is_silent(&run_with(&psync, &[(&field, CANARY), (&unknown, CANARY)]).ends(2));
        is_silent(&run_with(&psync, &[(&field, CANARY), (&place, CANARY)]).ends(2));
        for command in ["describe", "list"] {
            is_silent(&run_with(&[command], &[(&field, CANARY)]).ends(0));
        }
    }
}

/// A card that no test case has, its security code, and a canary wherever a person is named.
fn order() -> Value {
    let person = json!({ "first_name": CANARY, "last_name": CANARY, "line1": format!("1 {CANARY} Street"),
        "city": "Paris", "zip": CANARY, "country": "FR", "phone": format!("+33 {CANARY}"), "email":
        format!("{CANARY}@example.com") });
    json!({
        "resource_common_data": { "connector_request_reference_id": "order_1" },
        "request": {
            "amount": { "minor_amount": 1_987, "currency": "USD" },
            "payment_method_data": { "card": {
                "number": "4539578763621486", "expiry": "2039-03", "security_code": "987",
                "holder_name": format!("{CANARY} Doe"), "network": "visa",
            }},
            "capture_method": "manual",
            "idempotency_key": "key_1",
            "customer": { "name": format!("Ada {CANARY}"), "email": format!("{CANARY}@example.com") },
            "billing_address": person,
            "return_url": "https://shop.example/back",
        },
    })
}

#[test]
fn an_order_shows_no_card_and_no_name_unless_it_is_to_reveal_them() {
    let data = TestFile::new(order().to_string());
    let mut shown = Vec::new();
    for (connector, fields, _) in every() {
        let credentials = credentials(&fields, &[]);
        let arguments = [
            "request",
            &connector,
            "authorize",
            "--data",
            data.path(),
            "--credentials",
            credentials.path(),
        ];
        let ran = run(&arguments);
        assert!(!ran.says("4539578763621486") && !ran.says(CANARY), "{connector}: {ran:?}");
        assert!(!ran.says("\"987\"") && !ran.says("=987"), "{connector}: {ran:?}");
        let revealed = run(&[&arguments[..], &["--reveal"]].concat());
        if revealed.says("4539578763621486") {
            assert!(ran.says("1486") || ran.says("***"), "{connector}: {ran:?}");
            shown.push(connector);
        }
    }
    assert!(shown.len() >= 5, "only {shown:?} take the card");
}
