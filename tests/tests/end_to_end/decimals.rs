//! Currencies that a processor counts otherwise than ISO 4217 are written, read and compared as it counts.

use bytes::Bytes;
use connector_core::{AnyConnection, Report};
use connector_tests::merchant::{connect, made_up_credentials, moment};
use http::{Response, header};
use serde_json::{Value, json};

fn connection(name: &str) -> Box<dyn AnyConnection> {
    connect(name, made_up_credentials(name, |_| "c_1".to_owned()))
}

/// The body of the request, or why there is none.
fn built(connection: &dyn AnyConnection, flow: &str, data: &Value) -> Result<String, String> {
    let flow = connection.flow_by_name(flow).unwrap();
    let request = flow.build_request_at(data.to_string().as_bytes(), &moment());
    let request = request.map_err(|error| error.to_string())?;
    Ok(String::from_utf8(request.body().to_vec()).unwrap())
}

fn refund(minor: i64, currency: &str) -> Value {
    json!({ "request": {
        "connector_transaction_id": "p_1",
        "connector_capture_id": "c_1",
        "idempotency_key": "refund-key-1",
        "refund_amount": { "minor_amount": minor, "currency": currency },
    } })
}

#[test]
fn an_order_has_the_amount_as_the_processor_counts() {
    for (name, minor, currency, written) in [
        ("stripe", 5, "ISK", "amount=500"),
        ("stripe", 5, "UGX", "amount=500"),
        ("stripe", 500, "MGA", "amount=5"),
        ("stripe", 500, "JPY", "amount=500"),
        ("adyen", 5, "CLP", r#""value":500"#),
        ("adyen", 500, "CVE", r#""value":5"#),
        ("adyen", 500, "IDR", r#""value":5"#),
        ("adyen", 5, "ISK", r#""value":500"#),
        ("adyen", 500, "UGX", r#""value":500"#),
        ("checkout", 5, "CLP", r#""amount":500"#),
        ("checkout", 10_500, "CLF", r#""amount":105"#),
        ("checkout", 5, "ISK", r#""amount":5"#),
        ("paypal", 500, "HUF", r#""value":"5""#),
        ("paypal", 500, "TWD", r#""value":"5""#),
        ("paypal", 500, "JPY", r#""value":"500""#),
        ("paypal", 500, "USD", r#""value":"5.00""#),
    ] {
        let body = built(&*connection(name), "Refund", &refund(minor, currency)).unwrap();
        // Nothing of the number follows behind it.
        let rest = body.split_once(written).map(|(_, rest)| rest);
        let is_whole =
            rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()));
        assert!(is_whole, "{name} {minor} {currency}: {body}");
    }
}

#[test]
fn an_order_of_more_decimals_than_the_processor_counts_is_refused() {
    for (name, currency) in
        [("stripe", "MGA"), ("adyen", "IDR"), ("adyen", "CVE"), ("paypal", "HUF")]
    {
        let refused = built(&*connection(name), "Refund", &refund(1_050, currency)).unwrap_err();
        let why = "`request.refund_amount` cannot be sent: the amount has more than the 0 decimals";
        assert!(refused.starts_with(why), "{name}: {refused}");
    }
}

#[test]
fn a_last_digit_that_the_processor_does_not_take_is_refused_and_not_rounded() {
    for (name, currencies) in [
        ("stripe", vec!["BHD", "JOD", "KWD", "OMR", "TND"]),
        ("checkout", vec!["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
        ("razorpay", vec!["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    ] {
        let connection = connection(name);
        for currency in currencies {
            let body = built(&*connection, "Refund", &refund(5_120, currency)).unwrap();
            assert!(body.contains("5120"), "{name} {currency}: {body}");
            let refused = built(&*connection, "Refund", &refund(5_124, currency)).unwrap_err();
            let why =
                "`request.refund_amount` cannot be sent: the amount has more than the 2 decimals";
            assert!(refused.starts_with(why), "{name} {currency}: {refused}");
        }
    }
}

#[test]
fn the_lines_of_an_order_are_counted_as_the_order_is() {
    let krona = |amount: i64| json!({ "minor_amount": amount, "currency": "ISK" });
    let data = json!({
        "resource_common_data": { "connector_request_reference_id": "o_1" },
        "request": {
            "amount": krona(12),
            "payment_method_data": { "card": { "number": "4111111111111111", "expiry": "2030-12" } },
            "capture_method": "automatic",
            "idempotency_key": "k_1",
            "return_url": "https://shop.test/back",
            "order_lines": [
                { "name": "Tea", "quantity": 2, "unit_price": krona(6), "total_amount": krona(12) },
            ],
        },
    });
    let body = built(&*connection("adyen"), "Authorize", &data).unwrap();
    assert!(body.contains(r#""amount":{"currency":"ISK","value":1200}"#), "{body}");
    assert!(body.contains(r#""amountIncludingTax":600"#), "{body}");
}

/// What Stripe tells of a payment, read by somebody who asked about so many króna.
fn told(amount: i64, asked: i64) -> Report {
    let data = json!({ "request": {
        "connector_transaction_id": "pi_1",
        "amount": { "minor_amount": asked, "currency": "ISK" },
    } });
    let body = json!({
        "id": "pi_1", "status": "succeeded", "amount": amount, "amount_received": amount,
        "currency": "isk",
    });
    let answer = Response::builder().header(header::CONTENT_TYPE, "application/json");
    let answer = answer.body(Bytes::from(body.to_string())).unwrap();
    let stripe = connection("stripe");
    let flow = stripe.flow_by_name("PSync").unwrap();
    flow.handle_response(data.to_string().as_bytes(), answer).unwrap()
}

#[test]
fn an_answer_is_read_and_compared_as_the_processor_counts() {
    let report = told(500, 5);
    assert_eq!(
        (
            report.outcome,
            connector_tests::minor(report.amount),
            connector_tests::minor(report.amount_captured)
        ),
        ("status", Some(5), Some(5))
    );
    assert_eq!(told(500, 500).outcome, "mismatch");
    // Half a króna is no amount of money.
    let half = told(550, 5);
    assert_eq!((half.status, half.amount), (None, None), "{half:#?}");
    assert_ne!(half.outcome, "status");
}

/// A declaration that says what the standard says, or nothing that it knows, is a mistake.
#[test]
fn every_declared_currency_differs_from_the_standard() {
    for connector in connectors::all() {
        for (code, decimals) in connector.describe().decimals {
            let currency: connector_core::Currency = code.parse().unwrap();
            assert_ne!(currency.exponent(), *decimals, "{} {code}", connector.name());
        }
        for (code, taken) in connector.describe().precision {
            let currency: connector_core::Currency = code.parse().unwrap();
            assert!(*taken < currency.exponent(), "{} {code}", connector.name());
        }
    }
}
