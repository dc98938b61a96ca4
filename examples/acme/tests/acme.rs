//! Acme is called like a built-in connector: by type, by name, and beside the built-in ones.

#![allow(clippy::unwrap_used, reason = "this is only compiled for tests")]

use std::convert::Infallible;

use acme_connector::Acme;
use bytes::Bytes;
use connector_client::{Connect as _, Transport};
use connector_core::{
    AnyConnector, AttemptStatus, CredentialFields, NotSent, Outcome, PSync, PaymentId,
    PaymentsSyncData, RSync, RefundId, RefundStatus, RefundSyncData, Registered, RouterData,
};
use http::{Request, Response};

fn credentials() -> CredentialFields {
    CredentialFields::from_json(br#"{"merchant": "m-1", "token": "t-1"}"#).unwrap()
}

fn payment() -> RouterData<PSync> {
    RouterData::new(PaymentsSyncData::new(PaymentId::new("P/1").unwrap()))
}

fn refund(id: &str) -> RouterData<RSync> {
    RouterData::new(RefundSyncData::new(RefundId::new(id).unwrap()))
}

/// Checks the request and answers.
fn processor(
    check: impl Fn(&Request<Bytes>) + Clone + Send + Sync + 'static,
    answer: &'static str,
) -> impl Transport {
    tower::service_fn(move |request: Request<Bytes>| {
        check(&request);
        std::future::ready(Ok::<_, Infallible>(Response::new(Bytes::from_static(
            answer.as_bytes(),
        ))))
    })
}

#[tokio::test]
async fn a_payment_is_synced_by_type() {
    let check = |request: &Request<Bytes>| {
        assert_eq!(
            request.uri(),
            "https://sandbox.acme.example/payments/v2/payments/P%2F1?fields=all&reference=order%201"
        );
        assert_eq!(request.headers()["acme-token"], "t-1");
        assert_eq!(request.headers()["acme-version"], "2026-11");
    };
    let answer = r#"{"id": "P/1", "state": "done", "total": "10.50", "currency": "EUR"}"#;
    let acme = Acme.connect_over(processor(check, answer), credentials()).unwrap();

    let mut payment = payment();
    payment.resource_common_data.connector_request_reference_id = Some("order 1".parse().unwrap());
    let Outcome::Status(payment) = acme.execute::<PSync>(&payment).await else { panic!() };
    assert_eq!(payment.status.status, AttemptStatus::Charged);
    assert_eq!(payment.amount.unwrap().to_string(), "10.50 EUR");
}

#[tokio::test]
async fn a_transformer_written_by_hand_makes_the_body_or_refuses() {
    let check = |request: &Request<Bytes>| {
        assert_eq!(request.body(), r#"{"refundNumber":"7"}"#);
    };
    let acme = Acme
        .connect_over(processor(check, r#"{"id": "R-7", "state": "on_its_way"}"#), credentials())
        .unwrap();

    let Outcome::Status(told) = acme.execute::<RSync>(&refund("R-7")).await else { panic!() };
    assert_eq!(told.status.status, RefundStatus::Pending);
    assert_eq!((&*told.status.connector_status, told.status.recognised), ("on_its_way", false));

    let outcome = acme.execute::<RSync>(&refund("7")).await;
    let Outcome::NotSent(NotSent::Build(error)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(
        error.to_string(),
        "`request.connector_refund_id` does not begin with `R-`, as Acme's refund ids do"
    );
}

#[tokio::test]
async fn a_word_that_says_nothing_about_a_refund_is_no_status() {
    let answer = r#"{"id": "R-7", "state": "reserved"}"#;
    let acme = Acme.connect_over(processor(|_| {}, answer), credentials()).unwrap();
    let outcome = acme.execute::<RSync>(&refund("R-7")).await;
    assert!(matches!(outcome, Outcome::NoInformation(_)), "{outcome:?}");
}

#[test]
fn it_stands_in_a_list_with_the_built_in_ones_and_is_found_by_name() {
    let own: [&dyn AnyConnector; 1] = [&Registered::<Acme>::NEW];
    let all = connectors::all().iter().chain(&own);
    let acme = all.copied().find(|connector| connector.name() == "acme").unwrap();

    let psync = acme.flow::<PSync>().unwrap().connect(credentials()).unwrap();
    assert_eq!(psync.build_request(&payment()).unwrap().method(), "GET");

    let connection = acme.connect(credentials()).unwrap();
    assert!(connection.flow::<RSync>().is_some());
    assert!(connection.flow_by_name("rsync").is_some());
    assert!(connection.flow_by_name("payout").is_none());
}
