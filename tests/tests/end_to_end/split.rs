//! A payment that is divided between accounts: each processor is told in its own way, or nothing is sent.

use connector_core::FlowByNameError;
use connector_tests::inputs::each_way;
use connector_tests::merchant::{connect, made_up_credentials, moment};
use serde_json::{Value, json};

/// The body of an order of ten euros with these parts: the account, how much, and what it is called.
fn ordered(connector: &str, parts: &[(&str, i64, Option<&str>)]) -> Result<String, String> {
    ordered_by(connector, "Authorize", parts)
}

fn ordered_by(
    connector: &str,
    flow: &str,
    parts: &[(&str, i64, Option<&str>)],
) -> Result<String, String> {
    let mut split = json!({ "amount": { "minor_amount": 1_000, "currency": "EUR" }, "parts": [] });
    for (place, (account, cents, reference)) in parts.iter().enumerate() {
        let amount = json!({ "minor_amount": cents, "currency": "EUR" });
        let mut part = json!({ "account": account, "amount": amount });
        if let Some(reference) = reference {
            part["reference"] = json!(reference);
        }
        split["parts"].as_array_mut().unwrap().insert(place, part);
    }
    of_split(connector, flow, &split)
}

fn of_split(connector: &str, flow: &str, split: &Value) -> Result<String, String> {
    let connection = connect(connector, made_up_credentials(connector, str::to_owned));
    let order = each_way(&*connection, flow).into_iter().next();
    let order = order.unwrap_or_else(|| panic!("{connector} {flow}"));
    let mut data: Value = serde_json::from_str(&order.data).unwrap();
    data["request"]["amount"] = json!({ "minor_amount": 1_000, "currency": "EUR" });
    data["request"]["split_payments"] = split.clone();
    let whole = &data["request"]["amount"];
    let line = json!({ "name": "Mask", "quantity": 1, "unit_price": whole, "total_amount": whole });
    data["request"]["order_lines"] = json!([line]);
    let by_name = connection.flow_by_name(flow).unwrap();
    match by_name.build_request_at(data.to_string().as_bytes(), &moment()) {
        Ok(request) => Ok(String::from_utf8(request.into_body().to_vec()).unwrap()),
        Err(FlowByNameError::Build(error)) => Err(error.to_string()),
        Err(error) => panic!("{connector}: {error}"),
    }
}

fn object(body: &str) -> Value {
    serde_json::from_str(body).unwrap()
}

#[test]
fn stripe_transfers_one_part_and_keeps_the_rest() {
    let sent = ordered("stripe", &[("acct_1", 877, None)]).unwrap();
    let transfer = "transfer_data%5Bdestination%5D=acct_1&transfer_data%5Bamount%5D=877";
    assert!(sent.contains(transfer), "{sent}");
    let refused = ordered("stripe", &[("acct_1", 877, None), ("acct_2", 1, None)]).unwrap_err();
    let why = "`request.split_payments` has several parts, and a PaymentIntent transfers one";
    assert_eq!(refused, why);
    assert!(ordered("stripe", &[("acct_1", 877, Some("part-1"))]).is_err());
}

#[test]
fn adyen_is_told_of_every_part_and_of_what_the_platform_keeps() {
    let two = [("BA_1", 600, Some("part-1")), ("BA_2", 300, Some("part-2"))];
    let euros = |cents: i64| json!({ "currency": "EUR", "value": cents });
    let part = |account: &str, cents: i64, reference: &str| {
        json!({
            "type": "BalanceAccount", "account": account, "amount": euros(cents), "reference": reference,
        })
    };
    let rest = json!({ "type": "Commission", "amount": euros(100) });
    let sent = object(&ordered("adyen", &two).unwrap());
    let (first, second) = (part("BA_1", 600, "part-1"), part("BA_2", 300, "part-2"));
    assert_eq!(sent["splits"], json!([first, second, rest]));
    let all = object(&ordered("adyen", &[("BA_1", 1_000, Some("part-1"))]).unwrap());
    assert_eq!(all["splits"], json!([part("BA_1", 1_000, "part-1")]));
    let refused = ordered("adyen", &[("BA_1", 600, None)]).unwrap_err();
    assert!(refused.contains("a part without a reference"), "{refused}");
}

#[test]
fn mollie_routes_every_part() {
    let sent = object(&ordered("mollie", &[("org_1", 600, None), ("org_2", 300, None)]).unwrap());
    let route = |account: &str, value: &str| {
        json!({
            "amount": { "currency": "EUR", "value": value },
            "destination": { "type": "organization", "organizationId": account },
        })
    };
    assert_eq!(sent["routing"], json!([route("org_1", "6.00"), route("org_2", "3.00")]));
}

#[test]
fn who_cannot_be_told_is_sent_nothing() {
    for flow in ["Authorize", "RepeatPayment"] {
        let mut told = Vec::new();
        for connector in connectors::all() {
            let name = connector.name();
            if connector.describe().flows.iter().all(|known| known.name != flow) {
                continue;
            }
            let ordered = |reference| ordered_by(name, flow, &[("a_1", 600, reference)]);
            let parts = [None, Some("part-1")].map(ordered);
            if parts.iter().any(Result::is_ok) {
                told.push(name);
                continue;
            }
            for refused in parts {
                let refused = refused.unwrap_err();
                let is_why = refused.starts_with("`request.split_payments` is given");
                assert!(is_why, "{name} {flow}: {refused}");
            }
        }
        assert_eq!(told, ["adyen", "mollie", "stripe"], "{flow}");
    }
}

#[test]
fn the_parts_of_another_payment_divide_none() {
    let amount = json!({ "minor_amount": 999, "currency": "EUR" });
    let other = json!({ "amount": amount, "parts": [{ "account": "acct_1", "amount": amount }] });
    for connector in ["stripe", "square"] {
        for flow in ["Authorize", "RepeatPayment"] {
            let refused = of_split(connector, flow, &other).unwrap_err();
            let why = "`request.split_payments` divides another amount than the payment's";
            assert_eq!(refused, why);
        }
    }
}
