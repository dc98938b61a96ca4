//! What Stripe keeps besides payments: customers, payment methods, and the intents that set them up.

use serde_json::{Value, json};

use super::body::{CREATED, fill, nulls};
use crate::card::Card;
use crate::incoming::Incoming;

/// The object that was made by this request, whose kind the path tells.
pub(super) fn object(request: &Incoming, id: &str, card: Option<&Card>) -> Value {
    let form = request.form();
    let given = |name: &str| {
        let pair = form.iter().find(|(known, _)| known == name);
        pair.map_or(Value::Null, |(_, value)| Value::from(value.as_str()))
    };
    match card {
        None => customer(id, &given),
        Some(_) if request.path.ends_with("setup_intents") => setup_intent(id, &given),
        Some(card) => payment_method(id, card, &given),
    }
}

fn customer(id: &str, given: &impl Fn(&str) -> Value) -> Value {
    let mut object = nulls(&["address", "currency", "default_source", "discount", "shipping"]);
    fill(
        &mut object,
        json!({
            "balance": 0,
            "created": CREATED,
            "delinquent": false,
            "description": given("description"),
            "email": given("email"),
            "id": id.replacen("pm_", "cus_", 1),
            "livemode": false,
            "metadata": {},
            "name": given("name"),
            "object": "customer",
            "phone": given("phone"),
            "preferred_locales": [],
        }),
    );
    Value::Object(object)
}

pub(super) fn payment_method(id: &str, card: &Card, given: &impl Fn(&str) -> Value) -> Value {
    json!({
        "billing_details": {
            "address": null,
            "email": given("billing_details[email]"),
            "name": given("billing_details[name]"),
            "phone": given("billing_details[phone]"),
        },
        "card": {
            "brand": card.network(),
            "checks": null,
            "country": "US",
            "exp_month": card.month,
            "exp_year": card.year,
            "funding": "credit",
            "generated_from": null,
            "last4": card.last4(),
            "networks": null,
            "three_d_secure_usage": { "supported": true },
            "wallet": null,
        },
        "created": CREATED,
        "customer": given("customer"),
        "id": id,
        "livemode": false,
        "metadata": {},
        "object": "payment_method",
        "type": "card",
    })
}

/// The method that the path names, without a customer.
pub(super) fn detached(request: &Incoming, card: Option<&Card>) -> Value {
    let id = request.path.split('/').rev().nth(1).unwrap_or_default();
    card.map_or(Value::Null, |card| payment_method(id, card, &|_: &str| Value::Null))
}

/// A card that is to be kept is authenticated by nobody here: it is kept at once, or once confirmed.
fn setup_intent(id: &str, given: &impl Fn(&str) -> Value) -> Value {
    let seti = id.replacen("pm_", "seti_", 1);
    let confirmed = given("confirm") == "true";
    let usage = given("usage");
    let mut object = nulls(&[
        "application",
        "automatic_payment_methods",
        "cancellation_reason",
        "flow_directions",
        "last_setup_error",
        "latest_attempt",
        "mandate",
        "next_action",
        "on_behalf_of",
        "payment_method_options",
        "single_use_mandate",
    ]);
    fill(
        &mut object,
        json!({
            "client_secret": format!("{seti}_secret_sandbox"),
            "created": CREATED,
            "customer": given("customer"),
            "description": given("description"),
            "id": seti,
            "livemode": false,
            "metadata": {},
            "object": "setup_intent",
            "payment_method": id,
            "payment_method_types": ["card"],
            "status": if confirmed { "succeeded" } else { "requires_confirmation" },
            "usage": if usage.is_null() { json!("off_session") } else { usage },
        }),
    );
    Value::Object(object)
}
