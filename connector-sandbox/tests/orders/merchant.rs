//! Sends orders as each processor wants to have them.

use std::io;

use connector_sandbox::{Processor, Sandbox};
use serde_json::{Value, json};

use crate::client::{Reply, paypal_token, post_details, send};

pub(crate) async fn stripe(sandbox: &Sandbox, path: &str, form: &str, key: &str) -> Reply {
    try_stripe(sandbox, path, form, key).await.unwrap()
}

pub(crate) async fn try_stripe(
    sandbox: &Sandbox,
    path: &str,
    form: &str,
    key: &str,
) -> io::Result<Reply> {
    let secret = sandbox.credentials(Processor::Stripe)["api_key"].as_str().unwrap().to_owned();
    let authorization = format!("Bearer {secret}");
    let mut headers = vec![
        ("authorization", authorization.as_str()),
        ("content-type", "application/x-www-form-urlencoded"),
    ];
    if !key.is_empty() {
        headers.push(("idempotency-key", key));
    }
    send(sandbox, "POST", &format!("/stripe/v1/{path}"), &headers, form).await
}

/// A form that pays 1000 USD cents by this card, and more if there is more.
pub(crate) fn stripe_form(number: &str, more: &str) -> String {
    format!(
        "amount=1000&currency=usd&confirm=true&payment_method_data[type]=card\
         &payment_method_data[card][number]={number}&payment_method_data[card][exp_month]=12\
         &payment_method_data[card][exp_year]=2030&payment_method_data[card][cvc]=123{more}"
    )
}

pub(crate) async fn checkout(sandbox: &Sandbox, path: &str, body: &Value, key: &str) -> Reply {
    let secret = sandbox.credentials(Processor::Checkout)["api_key"].as_str().unwrap().to_owned();
    let authorization = format!("Bearer {secret}");
    let mut headers =
        vec![("authorization", authorization.as_str()), ("content-type", "application/json")];
    if !key.is_empty() {
        headers.push(("cko-idempotency-key", key));
    }
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(sandbox, "POST", &format!("/checkout/{path}"), &headers, &body).await.unwrap()
}

pub(crate) fn checkout_body(number: &str) -> Value {
    json!({
        "source": { "type": "card", "number": number, "expiry_month": 12, "expiry_year": 2030 },
        "amount": 1_000,
        "currency": "USD",
        "reference": "order 1",
    })
}

pub(crate) async fn paypal(sandbox: &Sandbox, path: &str, body: &Value, key: &str) -> Reply {
    let authorization = format!("Bearer {}", paypal_token(sandbox).await.unwrap());
    let mut headers =
        vec![("authorization", authorization.as_str()), ("content-type", "application/json")];
    if !key.is_empty() {
        headers.push(("paypal-request-id", key));
    }
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(sandbox, "POST", &format!("/paypal/{path}"), &headers, &body).await.unwrap()
}

/// An order of ten dollars, paid by a card with this name on it.
pub(crate) fn paypal_body(intent: &str, number: &str, name: &str) -> Value {
    json!({
        "intent": intent,
        "purchase_units": [{ "amount": { "currency_code": "USD", "value": "10.00" } }],
        "payment_source": { "card": { "number": number, "expiry": "2030-12", "name": name } },
    })
}

pub(crate) async fn mollie(sandbox: &Sandbox, path: &str, body: &Value, key: &str) -> Reply {
    let secret = sandbox.credentials(Processor::Mollie)["api_key"].as_str().unwrap().to_owned();
    let authorization = format!("Bearer {secret}");
    let mut headers =
        vec![("authorization", authorization.as_str()), ("content-type", "application/json")];
    if !key.is_empty() {
        headers.push(("idempotency-key", key));
    }
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(sandbox, "POST", &format!("/mollie/v2/{path}"), &headers, &body).await.unwrap()
}

/// Pays 10.00 EUR by this token, or at the page where there is none.
pub(crate) fn mollie_body(token: &str) -> Value {
    let mut body = json!({
        "amount": { "currency": "EUR", "value": "10.00" },
        "description": "order 1",
        "redirectUrl": "https://shop.example/return",
        "method": "creditcard",
    });
    if !token.is_empty() {
        body["cardToken"] = token.into();
    }
    body
}

pub(crate) async fn square(sandbox: &Sandbox, method: &str, path: &str, body: &Value) -> Reply {
    let credentials = sandbox.credentials(Processor::Square);
    let authorization = format!("Bearer {}", credentials["access_token"].as_str().unwrap());
    let headers = [("authorization", authorization.as_str()), ("content-type", "application/json")];
    let body = if body.is_null() { String::new() } else { body.to_string() };
    send(sandbox, method, &format!("/square/v2/{path}"), &headers, &body).await.unwrap()
}

/// Pays 10.00 USD by this token.
pub(crate) fn square_body(token: &str, key: &str) -> Value {
    json!({
        "idempotency_key": key,
        "source_id": token,
        "amount_money": { "amount": 1_000, "currency": "USD" },
    })
}

/// The fields are text, because their order counts.
pub(crate) async fn authorizenet(sandbox: &Sandbox, transaction: &str) -> Reply {
    let credentials = sandbox.credentials(Processor::AuthorizeNet);
    let (name, key) = (&credentials["name"], &credentials["transaction_key"]);
    let body = format!(
        r#"{{"createTransactionRequest":{{"merchantAuthentication":{{"name":{name},"transactionKey":{key}}},"refId":"ref-1","transactionRequest":{{{transaction}}}}}}}"#
    );
    post_details(sandbox, &body).await.unwrap()
}

pub(crate) fn authorizenet_payment(kind: &str, amount: &str, number: &str, more: &str) -> String {
    format!(
        r#""transactionType":"{kind}","amount":"{amount}","payment":{{"creditCard":{{"cardNumber":"{number}","expirationDate":"2030-12","cardCode":"123"}}}}{more}"#
    )
}
