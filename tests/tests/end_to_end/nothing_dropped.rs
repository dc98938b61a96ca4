//! Nothing that changes what is ordered is dropped in silence, whoever wrote the transformer: with another
//! value of it another request is sent, or none, or the connector says why nothing is lost.

use std::collections::BTreeMap;

use connector_core::AnyConnection;
use connector_tests::inputs::{Built, each_way};
use connector_tests::merchant::{connect, made_up_credentials, moment};
use serde_json::{Value, json};

/// Where another name of the same, which is more exact, is asked by in its place: the capture of the payment.
const DECIDED_BY_ANOTHER: [(&str, &str, &str); 1] =
    [("cybersource", "PSync", "connector_transaction_id")];

/// The same with another value in this field; `None` where there is none.
fn changed(field: &str, value: &Value) -> Option<Value> {
    Some(match (field, value.as_str()) {
        ("capture_method", Some("automatic" | "sequential_automatic")) => json!("manual"),
        ("capture_method", _) => json!("automatic"),
        ("authentication_type", Some("no_three_ds")) => json!("three_ds"),
        ("off_session", _) if *value == json!(false) => json!(true),
        ("mandate_reference", _) => json!({ "connector_mandate_id": "80123456-90123456" }),
        ("payment_method_data", _) => {
            let mut other = value.clone();
            let number = other.pointer_mut("/card/number")?;
            *number = json!(if *number == json!("4242424242424242") {
                "4111111111111111"
            } else {
                "4242424242424242"
            });
            other
        }
        ("amount.currency", Some("EUR")) => json!("USD"),
        ("amount.currency", _) => json!("EUR"),
        // A processor whose ids are numbers takes it, too.
        (id, Some(text)) if id.ends_with("_id") => json!(format!("{text}7")),
        _ if value["minor_amount"].is_i64() => {
            let mut other = value.clone();
            // Twice as much has as many decimals.
            other["minor_amount"] =
                json!(value["minor_amount"].as_i64().unwrap().saturating_mul(2));
            other
        }
        _ => Value::Null,
    })
}

/// Whether the connection sends the same without this.
fn is_dropped(connection: &dyn AnyConnection, flow: &str, names: &[&str], built: &Built) -> bool {
    let mut data: Value = serde_json::from_str(&built.data).unwrap();
    let mut any = false;
    // Of a way to pay that is kept, both may say the same: how it is used.
    let is_kept = data["request"]["payment_method_data"]["stored_token"].is_object();
    for name in names {
        if is_kept && ["setup_future_usage", "off_session"].contains(name) {
            continue;
        }
        let place = format!("/request/{}", name.replace('.', "/"));
        let Some(value) = data.pointer_mut(&place).filter(|value| !value.is_null()) else {
            continue;
        };
        let Some(other) = changed(name, value) else { continue };
        *value = other;
        any = true;
    }
    let request = data["request"].as_object_mut().unwrap();
    request.retain(|_, value| !value.is_null());
    if !any {
        return false;
    }
    let flow = connection.flow_by_name(flow).unwrap();
    let Ok(other) = flow.build_request_at(data.to_string().as_bytes(), &moment()) else {
        return false;
    };
    let same_url = other.uri() == built.request.uri();
    same_url && other.headers() == built.request.headers() && other.body() == built.request.body()
}

#[test]
fn another_order_is_another_request_or_none() {
    let mut tried = BTreeMap::<&str, usize>::new();
    let mut dropped = Vec::new();
    for connector in connectors::all() {
        let name = connector.name();
        let connection = connect(name, made_up_credentials(name, |field| format!("{field}-1")));
        for flow in connector.describe().flows {
            if flow.ordered.is_empty() {
                continue;
            }
            let all = each_way(&*connection, flow.name);
            assert!(!all.is_empty(), "{name} {}", flow.name);
            for names in flow.ordered {
                let is_ignored = |(ignored, _): &(&str, &str)| {
                    names
                        .iter()
                        .any(|name| name.split('.').next() == Some(ignored) || name == ignored)
                };
                if flow.ignores.iter().any(is_ignored)
                    || DECIDED_BY_ANOTHER.contains(&(name, flow.name, names[0]))
                {
                    continue;
                }
                let same =
                    all.iter().find(|built| is_dropped(&*connection, flow.name, names, built));
                if let Some(built) = same {
                    dropped.push(format!("{name} {} {names:?}: {}", flow.name, built.data));
                }
                *tried.entry(flow.name).or_default() += all.len();
            }
        }
    }
    assert!(dropped.is_empty(), "{}", dropped.join("\n"));
    assert!(tried["Authorize"] > 500 && tried["Refund"] > 20, "{tried:?}");
}
