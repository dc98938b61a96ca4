//! The JSON form of what every flow learns: like that of what it is asked, it shows no secret unless it is asked to,
//! and is all of it then.

use std::collections::BTreeSet;

use connector_core::{Flow, ResponseData, Status as _, StatusReport};
use connector_tests::inputs::samples;
use serde_json::{Map, Value, json};

use crate::data_json::{assert_unseen, masked, of_every_flow};

/// Every key of it under which a secret stands.
const SECRET: &[&str] = &["access_token", "cavv", "client_token", "session_token", "token"];

fn error() -> Value {
    json!({
        "code": "51", "message": "No", "reason": "no funds", "network_decline_code": "05",
        "network_advice_code": "02", "connector_transaction_id": "60123456", "http_status": 402,
    })
}

fn capture() -> Value {
    let status = json!({ "status": "charged", "connector_status": "done", "recognised": true });
    json!({
        "status": status, "connector_capture_id": "c-1", "amount": samples("amount")[0],
        "connector_response_reference_id": "order-1001", "error": error(),
    })
}

/// Every value to try for a field.
fn told<F: Flow>(field: &str) -> Vec<Value> {
    match field {
        "status" => {
            let all = <F::Response as ResponseData>::Status::ALL.iter();
            let status = |name: &str, recognised: bool| json!({ "status": name, "connector_status": "a word", "recognised": recognised });
            all.flat_map(|one| [true, false].map(|known| status(one.name(), known))).collect()
        }
        "connector_response_reference_id" => vec![json!("order-1001")],
        "processor_reference_id" | "network_transaction_id" => vec![json!("016153570198200")],
        "amount_authorized" | "amount_captured" => samples("amount"),
        "capture" => vec![capture()],
        "captures" => vec![json!([capture(), capture()])],
        "redirection_data" => vec![
            json!({ "method": "GET", "endpoint": "https://bank.example/3ds" }),
            json!({ "method": "POST", "endpoint": "https://bank.example", "form_fields": [["a", "b"]] }),
            json!({ "method": "HTML", "document": "<form></form>" }),
        ],
        "error" => vec![
            error(),
            json!({
                "code": null, "message": null, "reason": null, "network_decline_code": null,
                "http_status": null,
            }),
        ],
        "token" | "access_token" | "client_token" | "session_token" => vec![json!("tok_1")],
        "expires_in" => vec![json!(3_600)],
        "stage" => {
            ["pre_dispute", "dispute", "pre_arbitration", "arbitration"].map(Value::from).into()
        }
        "reason_code" | "respond_by" => vec![json!("2039-01-01")],
        "link" => vec![json!("https://pay.example/out/1")],
        field => samples(field),
    }
}

/// The fields, as the refusal of an unknown one tells them.
fn fields<F: Flow>() -> Vec<String> {
    let error = F::Response::from_json(br#"{ "?": 0 }"#).unwrap_err().to_string();
    let (_, told) = error.split_once("unknown field `?`").unwrap_or_else(|| panic!("{error}"));
    told.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The keys that are masked.
fn keys<F: Flow>() -> BTreeSet<String> {
    let fields = fields::<F>();
    let full: Map<String, Value> =
        fields.iter().map(|field| (field.clone(), told::<F>(field).swap_remove(0))).collect();
    let mut keys = BTreeSet::new();
    for field in &fields {
        for value in told::<F>(field) {
            let mut data = Value::Object(full.clone());
            data[field] = value;
            let read = F::Response::from_json(data.to_string().as_bytes());
            let read = read.unwrap_or_else(|error| panic!("{} {error}: {data}", F::NAME));
            let whole = read.to_json_with_secrets().unwrap();
            let again = F::Response::from_json(whole.as_bytes()).unwrap();
            assert_eq!(format!("{again:?}"), format!("{read:?}"), "{}", F::NAME);
            assert_eq!(again.to_json_with_secrets().unwrap(), whole);
            let whole: Value = serde_json::from_str(&whole).unwrap();
            assert_eq!(whole, data, "{}", F::NAME);
            let shown = serde_json::from_str(&read.to_json().unwrap()).unwrap();
            let mut found = Vec::new();
            masked(&whole, &shown, "", SECRET, &mut found);
            assert_unseen(&read, &found);
            for (key, _, shown) in found {
                assert_eq!(shown, "***", "{}: `{key}` is shown", F::NAME);
                keys.insert(key);
            }
        }
    }
    keys
}

#[test]
fn what_is_learned_is_shown_without_its_secrets_and_kept_with_them() {
    let keys = of_every_flow!(keys);
    let keys: BTreeSet<&str> = keys.iter().flatten().map(String::as_str).collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), SECRET);
}

/// What is not told is left out, and a status is enough.
#[test]
fn a_status_alone_is_all_that_has_to_be_there() {
    fn status<F: Flow>() -> usize {
        let any = <F::Response as ResponseData>::Status::ALL[0];
        let bare = F::Response::reported(StatusReport::known(any, "a word"));
        let json: Value = serde_json::from_str(&bare.to_json().unwrap()).unwrap();
        assert_eq!(json, json!({ "status": told::<F>("status")[0] }), "{}", F::NAME);
        let read = F::Response::from_json(json.to_string().as_bytes()).unwrap();
        assert_eq!(format!("{read:?}"), format!("{bare:?}"));
        let error = F::Response::from_json(b"{}").unwrap_err().to_string();
        assert!(error.contains("missing field `status`"), "{error}");
        1
    }
    assert_eq!(of_every_flow!(status).len(), 33);
}
