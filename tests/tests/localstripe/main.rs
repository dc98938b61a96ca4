//! The one real server: `localstripe`, a stateful stand-in for Stripe that nobody here wrote.
//!
//! What the sandbox says was written beside the connectors, so both may share a misunderstanding. This
//! server shares none of it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "this is only compiled for tests"
)]

mod api;
mod environment;
mod orders;
mod server;

use std::time::Duration;

use connector_client::{Connect as _, HttpClient, HttpConfig, Schedule, watch};
use connector_core::{Connection, CredentialFields, Currency, FaultKind, Flow, Integration};
use connector_core::{Outcome, PSync, RSync, Report, Secret};
use connector_tests::outside::skipped;
use connector_tests::question::Question;
use connectors::Stripe;
use http::StatusCode;

use crate::api::{Api, Method};
use crate::server::Server;

/// Any key of this form is accepted.
const KEY: &str = "sk_test_12345";

async fn ask<F: Flow>(api: &Api, key: &str, question: &Question) -> Report
where
    Stripe: Integration<F>,
{
    let stripe = Stripe.connect_over(api.http.clone(), credentials(api, key)).unwrap();
    Report::from(&stripe.execute::<F>(&question.data()).await)
}

fn credentials(api: &Api, key: &str) -> CredentialFields {
    CredentialFields::default()
        .with("api_key", Secret::new(key))
        .with("base_url", Secret::new(api.base_url.as_str()))
}

#[track_caller]
fn assert_status(report: &Report, status: &str, id: &str) {
    assert_eq!(report.status, Some(status), "{report:#?}");
    assert_eq!(report.connector_transaction_id.as_deref(), Some(id));
    assert_eq!(connector_tests::minor(report.amount), Some(1_000));
    assert_eq!(report.currency.map(Currency::code), Some("USD"));
}

/// One test for one server: to start it takes most of the time.
#[test]
fn payments_and_refunds_of_a_server_that_nobody_here_wrote() {
    let server = match environment::python().and_then(|python| Server::start(&python)) {
        Ok(server) => server,
        Err(why) if std::env::var_os("CI").is_none() => return skipped(&why),
        Err(why) => panic!("{why}; with CI set this is no reason to skip the test"),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let http = HttpClient::new(HttpConfig::new()).unwrap();
        let api = Api { http, base_url: server.base_url(), key: KEY };
        server.answers(&api).await;
        a_charged_payment_and_its_refund(&api).await;
        an_authorized_payment(&api).await;
        a_declined_card(&api).await;
        a_customer_who_has_to_authenticate(&api).await;
        a_bank_debit_that_fails_later(&api).await;
        a_payment_without_a_card(&api).await;
        orders::a_whole_capture_and_two_refunds(&api).await;
        orders::a_refund_of_nothing(&api).await;
        orders::a_void_and_what_it_forbids(&api).await;
        an_unknown_id(&api).await;
        a_refused_key(&api).await;
    });
}

async fn a_charged_payment_and_its_refund(api: &Api) {
    let payment = api.payment(Method::Good, &[("confirm", "true")]).await;
    let asked = Question::payment(&payment).about(1_000, "USD");
    let report = ask::<PSync>(api, KEY, &asked).await;
    assert_status(&report, "charged", &payment);

    let (status, refund) = api.post("/v1/refunds", &[("payment_intent", &payment)]).await;
    assert_eq!(status, StatusCode::OK, "{refund}");
    let refund = refund["id"].as_str().unwrap();
    let asked = Question::refund(refund, &payment).about(1_000, "USD");
    let report = ask::<RSync>(api, KEY, &asked).await;
    assert_status(&report, "success", &payment);
    assert_eq!(report.connector_refund_id.as_deref(), Some(refund));

    // A refund gives money back; the payment stays what it was.
    let report = ask::<PSync>(api, KEY, &Question::payment(&payment)).await;
    assert_status(&report, "charged", &payment);

    let wrong = Question::payment(&payment).about(1_001, "USD");
    assert_eq!(ask::<PSync>(api, KEY, &wrong).await.outcome, "mismatch");
    let wrong = Question::refund(refund, "pi_another");
    assert_eq!(ask::<RSync>(api, KEY, &wrong).await.outcome, "mismatch");
}

async fn an_authorized_payment(api: &Api) {
    let manual = [("confirm", "true"), ("capture_method", "manual")];
    let payment = api.payment(Method::Good, &manual).await;
    let report = ask::<PSync>(api, KEY, &Question::payment(&payment)).await;
    assert_status(&report, "authorized", &payment);

    let (status, body) = api.post(&format!("/v1/payment_intents/{payment}/capture"), &[]).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let report = ask::<PSync>(api, KEY, &Question::payment(&payment)).await;
    assert_status(&report, "charged", &payment);
}

async fn a_declined_card(api: &Api) {
    let payment = api.payment(Method::Declined, &[]).await;
    let report = ask::<PSync>(api, KEY, &Question::payment(&payment)).await;
    assert_status(&report, "confirmation_awaited", &payment);

    let (status, body) = api.post(&format!("/v1/payment_intents/{payment}/confirm"), &[]).await;
    assert_eq!(status, StatusCode::PAYMENT_REQUIRED, "{body}");
    let report = ask::<PSync>(api, KEY, &Question::payment(&payment)).await;
    assert_status(&report, "failure", &payment);
    assert_eq!(report.connector_status.as_deref(), Some("requires_payment_method"));
    let error = report.error.expect("the reason is told");
    assert_eq!(error.code.as_deref(), Some("card_declined"));
}

async fn a_customer_who_has_to_authenticate(api: &Api) {
    let payment = api.payment(Method::Authenticated, &[("confirm", "true")]).await;
    let report = ask::<PSync>(api, KEY, &Question::payment(&payment)).await;
    assert_status(&report, "authentication_pending", &payment);
}

async fn a_bank_debit_that_fails_later(api: &Api) {
    let schedule = Schedule {
        first_wait: Duration::from_millis(50),
        longest_wait: Duration::from_millis(100),
        give_up_after: Duration::from_secs(20),
        ..Schedule::default()
    };
    let payment = api.payment(Method::DeclinedLater, &[("confirm", "true")]).await;
    let stripe = Connection::<Stripe>::new(credentials(api, KEY)).unwrap();
    let data = Question::payment(&payment).data::<PSync>();
    let mut seen = Vec::new();
    let told = |outcome: &Outcome<PSync>, _| seen.push(Report::from(outcome));
    let watched = watch(&api.http, &stripe, &data, schedule, told).await;
    // On a busy machine the half second may be over before the first question.
    if let Some(first) = seen.first() {
        assert_status(first, "pending", &payment);
    }
    assert_status(&Report::from(&watched.outcome), "failure", &payment);
}

async fn a_payment_without_a_card(api: &Api) {
    let fields = [("amount", "1000"), ("currency", "usd")];
    let (status, body) = api.post("/v1/payment_intents", &fields).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let payment = body["id"].as_str().unwrap();
    let report = ask::<PSync>(api, KEY, &Question::payment(payment)).await;
    assert_status(&report, "payment_method_awaited", payment);

    let (status, body) = api.post(&format!("/v1/payment_intents/{payment}/cancel"), &[]).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    let report = ask::<PSync>(api, KEY, &Question::payment(payment)).await;
    assert_status(&report, "voided", payment);
}

async fn an_unknown_id(api: &Api) {
    let unknown = Question::payment("pi_unknown");
    let report = ask::<PSync>(api, KEY, &unknown).await;
    assert_eq!((report.outcome, report.status), ("not_found", None), "{report:#?}");
    let unknown = Question::refund("re_unknown", "pi_unknown");
    let report = ask::<RSync>(api, KEY, &unknown).await;
    assert_eq!((report.outcome, report.status), ("not_found", None), "{report:#?}");
}

async fn a_refused_key(api: &Api) {
    let payment = api.payment(Method::Good, &[("confirm", "true")]).await;
    let report = ask::<PSync>(api, "pk_test_12345", &Question::payment(&payment)).await;
    assert_eq!((report.outcome, report.status), ("no_information", None), "{report:#?}");
    assert_eq!(report.fault, Some(FaultKind::Configuration));
    assert!(report.detail.is_some_and(|detail| detail.contains("HTTP 401")));
}
