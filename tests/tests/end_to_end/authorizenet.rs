//! What Authorize.Net has beyond the core flows: profiles that are charged again, and captures that are
//! taken back before the night.

use connector_client::execute;
use connector_core::{
    AttemptStatus, CreateConnectorCustomer, Flow, Outcome, RepeatPayment, Report, RouterData,
    SetupMandate, VoidPC,
};
use connector_sandbox::Processor;
use connector_tests::merchant::Merchant;
use serde_json::{Value, json};

async fn run<F: Flow>(merchant: &Merchant, request: Value) -> Outcome<F> {
    let flow = connectors::get("authorizenet").unwrap().flow::<F>().unwrap();
    let flow = flow.connect(merchant.credentials(Processor::AuthorizeNet)).unwrap();
    let data = json!({ "request": request }).to_string();
    let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
    execute(&merchant.http, &*flow, &data).await
}

fn repeat(mandate: &str) -> Value {
    json!({
        "amount": { "minor_amount": 700, "currency": "USD" },
        "mandate_reference": { "connector_mandate_id": mandate },
        "capture_method": "automatic",
        "idempotency_key": "k-3",
    })
}

#[tokio::test]
async fn a_card_is_kept_with_its_customer_charged_again_and_the_charge_taken_back() {
    let merchant = Merchant::start().await;
    let customer = json!({
        "customer": { "merchant_customer_id": "c-1", "email": "a@shop.example" },
        "idempotency_key": "k-1",
    });
    let created = Report::from(&run::<CreateConnectorCustomer>(&merchant, customer).await);
    let customer = created.connector_customer_id.expect("the profile's number");

    let card = json!({ "card": { "number": "4111111111111111", "expiry": "2030-12" } });
    let way_to_pay = json!({
        "payment_method_data": card,
        "amount": { "minor_amount": 0, "currency": "USD" },
        "setup_future_usage": "off_session",
        "customer": { "connector_customer_id": customer },
        "idempotency_key": "k-2",
    });
    let kept = Report::from(&run::<SetupMandate>(&merchant, way_to_pay).await);
    let mandate = kept.connector_mandate_id.expect("the numbers of both profiles");
    assert!(mandate.starts_with(&format!("{customer}-")), "{mandate}");

    let paid = run::<RepeatPayment>(&merchant, repeat(&mandate)).await;
    assert_eq!(paid.status().unwrap().status, AttemptStatus::Charged);
    let paid = Report::from(&paid);
    assert_eq!(paid.card_last_four.as_deref(), Some("1111"));
    let order = json!({
        "connector_transaction_id": paid.connector_transaction_id,
        "idempotency_key": "k-4",
    });
    let taken_back = run::<VoidPC>(&merchant, order).await;
    assert_eq!(taken_back.status().unwrap().status, AttemptStatus::VoidedPostCapture);
}

#[tokio::test]
async fn a_profile_that_is_not_there_pays_nothing() {
    let merchant = Merchant::start().await;
    let unknown = run::<RepeatPayment>(&merchant, repeat("123-456")).await;
    assert!(matches!(unknown, Outcome::NotFound(_)), "{unknown:?}");
    let of_another = run::<RepeatPayment>(&merchant, repeat("card_123")).await;
    assert!(matches!(of_another, Outcome::NotSent(_)), "{of_another:?}");
}

/// Whether the first was carried out is not said: it was.
#[tokio::test]
async fn the_same_again_within_minutes_is_no_second_payment_and_no_decline() {
    let merchant = Merchant::start().await;
    let order = json!({
        "amount": { "minor_amount": 700, "currency": "USD" },
        "payment_method_data": { "card": { "number": "4111111111111111", "expiry": "2030-12" } },
        "capture_method": "automatic",
        "idempotency_key": "k-1",
    });
    let first = run::<connector_core::Authorize>(&merchant, order.clone()).await;
    assert_eq!(first.status().unwrap().status, AttemptStatus::Charged);
    let second = run::<connector_core::Authorize>(&merchant, order).await;
    assert!(matches!(second, Outcome::SentUnknown(_)), "{second:?}");
    assert_eq!(Report::from(&second).error.unwrap().code.as_deref(), Some("11"));
}
