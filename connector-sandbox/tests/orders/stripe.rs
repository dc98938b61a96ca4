//! Stripe: payment intents, from their forms to their ends.

use connector_sandbox::{CardResult, Payment, Processor, Sandbox};
use serde_json::Value;

use crate::client::{read, send};
use crate::merchant::{stripe, stripe_form};

const VISA: &str = "4242424242424242";

async fn intent(sandbox: &Sandbox, id: &str) -> Value {
    let path = format!("/v1/payment_intents/{id}?expand[]=latest_charge");
    read(sandbox, Processor::Stripe, &path).await.unwrap().json()
}

/// Holds 1000 cents, and returns the intent's identifier.
async fn held(sandbox: &Sandbox) -> String {
    let reply =
        stripe(sandbox, "payment_intents", &stripe_form(VISA, "&capture_method=manual"), "").await;
    let body = reply.json();
    assert_eq!((reply.code, &body["status"]), (200, &"requires_capture".into()), "{body:#}");
    assert_eq!(body["amount_capturable"], 1_000);
    body["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_payment_is_held_taken_and_given_back() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let captured = stripe(&sandbox, &format!("payment_intents/{id}/capture"), "", "").await.json();
    assert_eq!(
        (&captured["status"], &captured["amount_received"]),
        (&"succeeded".into(), &1_000.into())
    );
    let form = format!("payment_intent={id}&amount=400");
    let first = stripe(&sandbox, "refunds", &form, "").await.json();
    assert_eq!((&first["status"], &first["amount"]), (&"succeeded".into(), &400.into()));
    let path = format!("/v1/refunds/{}", first["id"].as_str().unwrap());
    let known = read(&sandbox, Processor::Stripe, &path).await.unwrap();
    assert_eq!(known.json()["amount"], 400);
    let too_much =
        stripe(&sandbox, "refunds", &format!("payment_intent={id}&amount=601"), "").await;
    assert_eq!((too_much.code, &too_much.json()["error"]["param"]), (400, &"amount".into()));
    let rest = stripe(&sandbox, "refunds", &format!("payment_intent={id}"), "").await.json();
    assert_eq!(rest["amount"], 600);
    let nothing = stripe(&sandbox, "refunds", &format!("payment_intent={id}"), "").await;
    assert_eq!(nothing.json()["error"]["code"], "charge_already_refunded");
    let charge = &intent(&sandbox, &id).await["latest_charge"];
    assert_eq!((&charge["amount_refunded"], &charge["refunded"]), (&1_000.into(), &true.into()));
}

#[tokio::test]
async fn a_partial_capture_releases_the_rest() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let capture = format!("payment_intents/{id}/capture");
    let too_much = stripe(&sandbox, &capture, "amount_to_capture=1001", "").await;
    assert_eq!(
        (too_much.code, &too_much.json()["error"]["code"]),
        (400, &"amount_too_large".into())
    );
    assert_eq!(intent(&sandbox, &id).await["status"], "requires_capture");
    let part = stripe(&sandbox, &capture, "amount_to_capture=300", "").await.json();
    let amounts = ["amount", "amount_received", "amount_capturable"].map(|name| part[name].clone());
    assert_eq!(amounts, [1_000.into(), 300.into(), Value::from(0)]);
    let again = stripe(&sandbox, &capture, "amount_to_capture=300", "").await;
    let error = &again.json()["error"];
    assert_eq!((again.code, &error["code"]), (400, &"payment_intent_unexpected_state".into()));
    assert_eq!(error["payment_intent"]["amount_received"], 300);
    let late = stripe(&sandbox, &format!("payment_intents/{id}/cancel"), "", "").await;
    assert_eq!(late.json()["error"]["code"], "payment_intent_unexpected_state");
}

#[tokio::test]
async fn what_is_held_can_grow_and_be_let_go() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = held(&sandbox).await;
    let early = stripe(&sandbox, "refunds", &format!("payment_intent={id}"), "").await;
    assert_eq!(early.code, 400);
    let more = format!("payment_intents/{id}/increment_authorization");
    let less = stripe(&sandbox, &more, "amount=1000", "").await;
    assert_eq!(less.code, 400);
    assert_eq!(stripe(&sandbox, &more, "amount=1500", "").await.json()["amount_capturable"], 1_500);
    let cancelled = stripe(&sandbox, &format!("payment_intents/{id}/cancel"), "", "").await.json();
    assert_eq!(
        (&cancelled["status"], &cancelled["amount_capturable"]),
        (&"canceled".into(), &0.into())
    );
    let late = stripe(&sandbox, &format!("payment_intents/{id}/capture"), "", "").await;
    assert_eq!(late.code, 400);
}

#[tokio::test]
async fn a_declined_card_is_402_and_stays_declined() {
    let sandbox = Sandbox::start().await.unwrap();
    for row in Processor::Stripe.test_cards() {
        let CardResult::Declined(reason) = row.result else { continue };
        let reply = stripe(&sandbox, "payment_intents", &stripe_form(row.number, ""), "").await;
        let error = &reply.json()["error"];
        assert_eq!((reply.code, &error["type"]), (402, &"card_error".into()));
        let told = error.get("decline_code").unwrap_or(&error["code"]);
        assert_eq!(told, reason);
        let id = error["payment_intent"]["id"].as_str().unwrap();
        assert_eq!(
            stripe(&sandbox, &format!("payment_intents/{id}/capture"), "", "").await.code,
            400
        );
        let known = intent(&sandbox, id).await;
        assert_eq!(known["status"], "requires_payment_method");
        assert_eq!(
            (&known["amount_received"], &known["latest_charge"]["status"]),
            (&0.into(), &"failed".into())
        );
    }
}

#[tokio::test]
async fn another_card_can_pay_what_was_declined() {
    let sandbox = Sandbox::start().await.unwrap();
    let form = stripe_form("4000000000000002", "");
    let declined = stripe(&sandbox, "payment_intents", &form, "").await.json();
    let id = declined["error"]["payment_intent"]["id"].as_str().unwrap().to_owned();
    let path = format!("payment_intents/{id}/confirm");
    assert_eq!(stripe(&sandbox, &path, "", "").await.code, 400);
    let paid = stripe(&sandbox, &path, "payment_method=pm_card_visa", "").await.json();
    assert_eq!((&paid["status"], &paid["last_payment_error"]), (&"succeeded".into(), &Value::Null));
}

#[tokio::test]
async fn the_customer_authenticates_on_the_page_that_the_answer_names() {
    let sandbox = Sandbox::start().await.unwrap();
    let cards = Processor::Stripe.test_cards();
    let card = cards.iter().find(|card| card.result == CardResult::Authentication).unwrap();
    let form = stripe_form(card.number, "&return_url=https%3A%2F%2Fshop.example%2Fback");
    for (outcome, status) in [("success", "succeeded"), ("failure", "requires_payment_method")] {
        let waiting = stripe(&sandbox, "payment_intents", &form, "").await.json();
        assert_eq!(waiting["status"], "requires_action");
        let url = waiting["next_action"]["redirect_to_url"]["url"].as_str().unwrap();
        let path = url.strip_prefix(&format!("http://{}", sandbox.address())).unwrap();
        assert_eq!(send(&sandbox, "GET", path, &[], "").await.unwrap().code, 200);
        let wrong = format!("{path}?outcome=perhaps");
        assert_eq!(send(&sandbox, "GET", &wrong, &[], "").await.unwrap().code, 400);
        let path = format!("{path}?outcome={outcome}");
        let back = send(&sandbox, "GET", &path, &[], "").await.unwrap();
        assert_eq!(
            (back.code, back.headers["location"].as_str()),
            (303, "https://shop.example/back")
        );
        assert_eq!(send(&sandbox, "GET", &path, &[], "").await.unwrap().code, 409);
        let known = intent(&sandbox, waiting["id"].as_str().unwrap()).await;
        assert_eq!((&known["status"], &known["next_action"]), (&status.into(), &Value::Null));
        let failed = outcome == "failure";
        assert_eq!(
            known["last_payment_error"]["code"] == "payment_intent_authentication_failure",
            failed
        );
    }
    let absent = stripe(&sandbox, "payment_intents", &format!("{form}&off_session=true"), "").await;
    assert_eq!(
        (absent.code, &absent.json()["error"]["code"]),
        (402, &"authentication_required".into())
    );
}

#[tokio::test]
async fn a_key_carries_an_order_out_once() {
    let sandbox = Sandbox::start().await.unwrap();
    let form = stripe_form(VISA, "");
    let first = stripe(&sandbox, "payment_intents", &form, "key-1").await;
    let again = stripe(&sandbox, "payment_intents", &form, "key-1").await;
    assert_eq!(first.json(), again.json());
    assert_eq!(again.headers["idempotent-replayed"], "true");
    let other = stripe(&sandbox, "payment_intents", &form.replace("1000", "1001"), "key-1").await;
    assert_eq!((other.code, &other.json()["error"]["type"]), (400, &"idempotency_error".into()));
    // A refusal of the form is not an answer to remember.
    let broken = stripe(&sandbox, "payment_intents", "amount=ten&currency=usd", "key-2").await;
    assert_eq!(broken.json()["error"]["code"], "parameter_invalid_integer");
    assert_eq!(stripe(&sandbox, "payment_intents", &form, "key-2").await.code, 200);
    // A decline is.
    let declined = stripe_form("4000000000000002", "");
    let first = stripe(&sandbox, "payment_intents", &declined, "key-3").await;
    let again = stripe(&sandbox, "payment_intents", &declined, "key-3").await;
    assert_eq!((again.code, first.json()), (402, again.json()));
}

#[tokio::test]
async fn a_form_is_refused_in_stripes_words() {
    let sandbox = Sandbox::start().await.unwrap();
    for (path, form, code, error) in [
        ("payment_intents", "currency=usd".to_owned(), 400, "parameter_missing"),
        ("payment_intents", "amount=0&currency=usd".to_owned(), 400, "parameter_invalid_integer"),
        ("payment_intents", stripe_form(VISA, "&amout=1"), 400, "parameter_unknown"),
        ("payment_intents", stripe_form("4242424242424241", ""), 402, "incorrect_number"),
        (
            "payment_intents",
            stripe_form(VISA, "").replace("2030", "2020"),
            402,
            "invalid_expiry_year",
        ),
        ("payment_intents", stripe_form("", "&payment_method=pm_none"), 400, "resource_missing"),
        ("payment_intents/pi_none/capture", String::new(), 404, "resource_missing"),
        ("refunds", "payment_intent=pi_none".to_owned(), 400, "resource_missing"),
    ] {
        let reply = stripe(&sandbox, path, &form, "").await;
        assert_eq!((reply.code, &reply.json()["error"]["code"]), (code, &error.into()), "{form}");
    }
    let made = send(&sandbox, "GET", "/_sandbox/payments", &[], "").await.unwrap().json();
    assert_eq!(made["payments"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_card_is_kept_and_paid_with_again() {
    let sandbox = Sandbox::start().await.unwrap();
    let customer =
        stripe(&sandbox, "customers", "email=a%40shop.example&name=A+Payer", "").await.json();
    assert_eq!(
        (&customer["email"], &customer["name"]),
        (&"a@shop.example".into(), &"A Payer".into())
    );
    let customer = customer["id"].as_str().unwrap();
    let form = "type=card&card[number]=5555555555554444&card[exp_month]=1&card[exp_year]=31";
    let method = stripe(&sandbox, "payment_methods", form, "").await.json();
    assert_eq!(
        (&method["card"]["last4"], &method["card"]["brand"]),
        (&"4444".into(), &"mastercard".into())
    );
    let method = method["id"].as_str().unwrap();
    let form = format!("payment_method={method}&customer={customer}&confirm=true");
    let setup = stripe(&sandbox, "setup_intents", &form, "").await.json();
    assert_eq!((&setup["status"], &setup["payment_method"]), (&"succeeded".into(), &method.into()));
    let form = format!("amount=500&currency=eur&confirm=true&off_session=true&{form}")
        .replace("&confirm=true&off_session", "&off_session");
    let paid = stripe(&sandbox, "payment_intents", &form, "").await.json();
    let told = ["status", "customer", "payment_method"].map(|name| paid[name].clone());
    assert_eq!(told, ["succeeded", customer, method].map(Value::from));
}

#[tokio::test]
async fn an_order_goes_on_from_a_script() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = Payment::new(700, "EUR").status("requires_capture");
    let id = sandbox.add_payment(Processor::Stripe, script);
    let captured = stripe(&sandbox, &format!("payment_intents/{id}/capture"), "", "").await.json();
    assert_eq!(
        (&captured["status"], &captured["amount_received"]),
        (&"succeeded".into(), &700.into())
    );
    assert_eq!(intent(&sandbox, &id).await["status"], "succeeded");
}

#[tokio::test]
async fn two_captures_at_once_take_the_money_once() {
    let sandbox = Sandbox::start().await.unwrap();
    for _ in 0..20 {
        let id = held(&sandbox).await;
        let path = format!("payment_intents/{id}/capture");
        let (one, other) =
            tokio::join!(stripe(&sandbox, &path, "", ""), stripe(&sandbox, &path, "", ""));
        let mut codes = [one.code, other.code];
        codes.sort_unstable();
        assert_eq!(codes, [200, 400]);
    }
}
