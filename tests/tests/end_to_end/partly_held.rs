//! A bank that has less gives less, where less will do: both amounts are told, and the whole is never taken for
//! held.

use connector_core::Report;
use connector_tests::inputs::each_way;
use connector_tests::merchant::{connect, made_up_credentials, moment};
use serde_json::{Value, json};

/// What is sent for an order with this wish, and what the answer to it tells.
fn ordered(connector: &str, wish: Option<bool>, answer: &Value) -> (Value, Report) {
    let connection = connect(connector, made_up_credentials(connector, str::to_owned));
    let built = each_way(&*connection, "Authorize").into_iter().next().unwrap();
    let mut data: Value = serde_json::from_str(&built.data).unwrap();
    data["request"]["capture_method"] = json!("manual");
    data["request"]["amount"] = json!({ "minor_amount": 1_000, "currency": "EUR" });
    if let Some(wish) = wish {
        data["request"]["enable_partial_authorization"] = json!(wish);
    }
    let data = data.to_string();
    let authorize = connection.flow_by_name("Authorize").unwrap();
    let sent = authorize.build_request_at(data.as_bytes(), &moment()).unwrap();
    let response = http::Response::new(answer.to_string().into());
    let told = authorize.handle_response(data.as_bytes(), response).unwrap();
    (serde_json::from_slice(sent.body()).unwrap(), told)
}

/// An answer of Cybersource's: what was authorized of ten euros.
fn cybersource(status: &str, authorized: &str) -> Value {
    let amount =
        json!({ "totalAmount": "10.00", "authorizedAmount": authorized, "currency": "EUR" });
    json!({ "id": "1", "status": status, "orderInformation": { "amountDetails": amount } })
}

#[test]
fn cybersource_is_told_whether_a_part_will_do_and_tells_which() {
    for wish in [None, Some(true), Some(false)] {
        let (sent, told) = ordered("cybersource", wish, &cybersource("PARTIAL_AUTHORIZED", "6.00"));
        let options = &sent["processingInformation"]["authorizationOptions"];
        assert_eq!(options["partialAuthIndicator"], json!(wish), "{sent}");
        assert_eq!(told.status, Some("partially_authorized"), "{told:#?}");
        let amounts =
            (connector_tests::minor(told.amount), connector_tests::minor(told.amount_authorized));
        assert_eq!(amounts, (Some(1_000), Some(600)));
    }
}

#[test]
fn a_part_is_never_taken_for_the_whole() {
    let answer = cybersource("AUTHORIZED", "6.00");
    for wish in [Some(true), Some(false)] {
        let (_, told) = ordered("cybersource", wish, &answer);
        assert_eq!((told.outcome, told.status), ("mismatch", None), "{told:#?}");
        assert_eq!(connector_tests::minor(told.amount), Some(600));
    }
    let (_, told) = ordered("cybersource", Some(true), &cybersource("AUTHORIZED", "10.00"));
    assert_eq!((told.status, told.amount_authorized), (Some("authorized"), None), "{told:#?}");
}

/// Adyen's accounts are set to it, too, and its word says that it was done. How much is held stands in either of
/// two places.
#[test]
fn adyen_is_told_whether_a_part_will_do_and_tells_which() {
    let answer = |amount: i64, more: Value| {
        json!({
            "pspReference": "p_1",
            "resultCode": "PartiallyAuthorised",
            "amount": { "value": amount, "currency": "EUR" },
            "additionalData": more,
        })
    };
    let beside = json!({ "authorisedAmountValue": "600", "authorisedAmountCurrency": "EUR" });
    for (wish, text) in
        [(None, json!(null)), (Some(true), json!("true")), (Some(false), json!("false"))]
    {
        for answer in [answer(600, json!({})), answer(1_000, beside.clone())] {
            let (sent, told) = ordered("adyen", wish, &answer);
            assert_eq!(sent["additionalData"]["allowPartialAuth"], text, "{sent}");
            assert_eq!(sent["additionalData"]["manualCapture"], json!("true"), "{sent}");
            assert_eq!(told.status, Some("partially_authorized"), "{told:#?}");
            let amounts = (
                connector_tests::minor(told.amount),
                connector_tests::minor(told.amount_authorized),
            );
            assert_eq!(amounts, (Some(1_000), Some(600)));
        }
    }
}
