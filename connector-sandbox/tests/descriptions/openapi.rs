//! Stripe, Checkout.com and PayPal describe their bodies in OpenAPI 3.0.

use connector_sandbox::{Kind, Processor, Sandbox};
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::client::{payment_path, read};
use crate::merchant::{self, paypal_body};
use crate::{description, good};

#[tokio::test]
async fn stripe() {
    let Some(text) = description("stripe/derived/spec3.payments-subset.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [intents, refunds, charges, errors] = ["payment_intent", "refund", "charge", "error"]
        .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    // The validator itself must be able to say no.
    assert!(!intents.is_valid(&json!({ "id": "pi_1", "object": "payment_intent" })));

    for case in good(&sandbox, Processor::Stripe, Kind::Payment) {
        let path = payment_path(Processor::Stripe, &case.id);
        for _ in &case.steps {
            let body = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
            assert_valid(&intents, &body, &case.id);
        }
        let path = format!("{path}?expand[]=latest_charge");
        let body = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
        if !body["latest_charge"].is_null() {
            assert_valid(&charges, &body["latest_charge"], &case.id);
        }
    }
    for case in good(&sandbox, Processor::Stripe, Kind::Refund) {
        let path = format!("/v1/refunds/{}", case.id);
        for _ in &case.steps {
            let body = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
            assert_valid(&refunds, &body, &case.id);
        }
    }
    for path in
        ["pi_none", "pi_fault_server_error", "pi_fault_rate_limited", "pi_fault_maintenance"]
    {
        let path = format!("/v1/payment_intents/{path}");
        let body = read(&sandbox, Processor::Stripe, &path).await.unwrap().json();
        assert_valid(&errors, &body, &path);
    }
}

#[tokio::test]
async fn checkout() {
    let Some(text) = description("checkout/nas_spec.bundled.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [payments, cards, actions] =
        ["PaymentDetails", "PaymentResponseCardSource", "PaymentActionsResponse"]
            .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    assert!(!actions.is_valid(&json!([])));

    let mut cases = good(&sandbox, Processor::Checkout, Kind::Payment);
    cases.extend(good(&sandbox, Processor::Checkout, Kind::Refund));
    for case in cases {
        let path = payment_path(Processor::Checkout, case.payment_id.as_ref().unwrap_or(&case.id));
        for _ in &case.steps {
            for (path, validator) in [
                (path.clone(), &payments),
                (path.replace("/pay_", "/sid_"), &payments),
                (format!("{path}/actions"), &actions),
            ] {
                let body = read(&sandbox, Processor::Checkout, &path).await.unwrap().json();
                assert_valid(validator, &body, &path);
                if let Some(source) = body.get("source") {
                    assert_valid(&cards, source, &path);
                }
            }
        }
    }
}

#[tokio::test]
async fn paypal() {
    let Some(orders) = description("paypal/derived/checkout_orders_v2.nopattern.json") else {
        return;
    };
    let Some(payments) = description("paypal/derived/payments_payment_v2.nopattern.json") else {
        return;
    };
    let [orders, payments] = [orders, payments].map(|text| serde_json::from_str(&text).unwrap());
    let (orders, refunds) = (validator(&orders, "order"), validator(&payments, "refund"));
    let sandbox = Sandbox::start().await.unwrap();
    assert!(!orders.is_valid(&json!({ "status": "PAID" })));
    for intent in ["CAPTURE", "AUTHORIZE"] {
        let order = paypal_body(intent, "4012888888881881", "CCREJECT-IF");
        let body = merchant::paypal(&sandbox, "v2/checkout/orders", &order, "").await.json();
        assert_valid(&orders, &body, intent);
    }

    for case in good(&sandbox, Processor::PayPal, Kind::Payment) {
        let path = payment_path(Processor::PayPal, &case.id);
        for _ in &case.steps {
            let body = read(&sandbox, Processor::PayPal, &path).await.unwrap().json();
            assert_valid(&orders, &body, &case.title);
        }
    }
    for case in good(&sandbox, Processor::PayPal, Kind::Refund) {
        let path = format!("/v2/payments/refunds/{}", case.id);
        for _ in &case.steps {
            let body = read(&sandbox, Processor::PayPal, &path).await.unwrap().json();
            assert_valid(&refunds, &body, &case.title);
        }
    }
}

#[tokio::test]
async fn mollie() {
    let Some(text) = description("mollie/specs.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [payments, refunds, errors] =
        ["payment-response", "entity-refund-response", "error-response"]
            .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    assert!(!payments.is_valid(&json!({ "id": "tr_1", "resource": "payment" })));
    let of = |kind| good(&sandbox, Processor::Mollie, kind);
    for (case, validator) in of(Kind::Payment)
        .into_iter()
        .map(|case| (case, &payments))
        .chain(of(Kind::Refund).into_iter().map(|case| (case, &refunds)))
    {
        let path = match &case.payment_id {
            Some(payment) => format!("/v2/payments/{payment}/refunds/{}", case.id),
            None => payment_path(Processor::Mollie, &case.id),
        };
        for _ in &case.steps {
            let body = read(&sandbox, Processor::Mollie, &path).await.unwrap().json();
            assert_valid(validator, &body, &case.id);
        }
    }
    for id in ["tr_none", "tr_fault_server_error", "tr_fault_rate_limited", "tr_fault_maintenance"]
    {
        let path = payment_path(Processor::Mollie, id);
        let body = read(&sandbox, Processor::Mollie, &path).await.unwrap().json();
        assert_valid(&errors, &body, &path);
    }
}

#[tokio::test]
async fn square() {
    let Some(text) = description("square/derived/api.payments-subset.json") else {
        return;
    };
    let description: Value = serde_json::from_str(&text).unwrap();
    let [payments, refunds, errors] = ["GetPaymentResponse", "GetPaymentRefundResponse", "Error"]
        .map(|schema| validator(&description, schema));
    let sandbox = Sandbox::start().await.unwrap();
    assert!(!payments.is_valid(&json!({ "payment": { "id": 7 } })));
    let of = |kind| good(&sandbox, Processor::Square, kind);
    for (case, validator, path) in of(Kind::Payment)
        .into_iter()
        .map(|case| (case, &payments, "/v2/payments"))
        .chain(of(Kind::Refund).into_iter().map(|case| (case, &refunds, "/v2/refunds")))
    {
        for _ in &case.steps {
            let path = format!("{path}/{}", case.id);
            let body = read(&sandbox, Processor::Square, &path).await.unwrap().json();
            assert_valid(validator, &body, &case.id);
        }
    }
    for id in ["none", "fault_server_error", "fault_rate_limited", "fault_maintenance"] {
        let path = payment_path(Processor::Square, &format!("sqpmt_{id}"));
        let body = read(&sandbox, Processor::Square, &path).await.unwrap().json();
        assert_valid(&errors, &body["errors"][0], &path);
    }
}

/// OpenAPI 3.0 is not quite JSON Schema: `nullable` adds a type, and beside `$ref` nothing counts.
fn translated(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) if fields.get("$ref").is_some_and(Value::is_string) => {
            json!({ "$ref": fields["$ref"] })
        }
        Value::Object(fields) => {
            let nullable = fields.get("nullable") == Some(&Value::Bool(true));
            let translated: Map<String, Value> =
                fields.iter().map(|(name, value)| (name.clone(), translated(value))).collect();
            if nullable {
                json!({ "anyOf": [{ "type": "null" }, translated] })
            } else {
                Value::Object(translated)
            }
        }
        Value::Array(items) => items.iter().map(translated).collect(),
        other => other.clone(),
    }
}

/// A validator for one schema of an OpenAPI description.
pub(crate) fn validator(description: &Value, schema: &str) -> Validator {
    let root = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "components": { "schemas": translated(&description["components"]["schemas"]) },
        "allOf": [{ "$ref": format!("#/components/schemas/{schema}") }],
    });
    jsonschema::options().should_validate_formats(true).build(&root).unwrap()
}

pub(crate) fn assert_valid(validator: &Validator, body: &Value, what: &str) {
    let errors: Vec<String> = validator
        .iter_errors(body)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what}: {errors:#?}\n{body:#}");
}
