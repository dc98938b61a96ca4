//! A processor that contradicts itself: in one flow it counts a currency otherwise than in the others.

#![allow(clippy::unwrap_used, reason = "this is only compiled for tests")]

use connector_core::prelude::*;
use connector_core::{
    Connection, Counted, CredentialFields, Decimals, PaymentsSyncData, RefundsData,
};
use connector_tests::fixture::AcmeError;

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

/// Only what is given back is counted so.
struct InRefunds;

impl Decimals for InRefunds {
    const DECIMALS: &'static [(&'static str, u32)] = &[("ISK", 2)];
}

type Own = Counted<MinorUnit, InRefunds>;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Refund, http_method = Post, url = "/{id}/refunds", response = GivenBack)]
struct RefundRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "acme-key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.refund_amount)]
    amount: Own,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Charged, no_id = "not the point", no_failure = "nor is it")]
struct Payment {
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Success, no_id = "not the point")]
struct GivenBack {
    #[flow_response(amount)]
    amount: Own,
    #[flow_response(currency)]
    currency: Currency,
}

#[test]
fn each_flow_counts_as_it_says() {
    let credentials = CredentialFields::from_json(br#"{"api_key": "k"}"#).unwrap();
    let acme = Connection::<Acme>::new(credentials).unwrap();
    let krona: Money = serde_json::from_str(r#"{"minor_amount": 5, "currency": "ISK"}"#).unwrap();
    let answer = |amount: u32| {
        http::Response::new(format!(r#"{{"amount": {amount}, "currency": "ISK"}}"#).into())
    };
    let id = PaymentId::new("p-1").unwrap();
    let mut asked = RouterData::<PSync>::new(PaymentsSyncData::new(id.clone()));
    asked.request.amount = Some(krona);
    let outcome = acme.handle_response(&asked, answer(5));
    assert!(
        matches!(outcome, Outcome::Status(ref paid) if paid.amount == Some(krona)),
        "{outcome:?}"
    );
    assert!(matches!(acme.handle_response(&asked, answer(500)), Outcome::Mismatch(_)));

    let mut order = RefundsData::new(id, IdempotencyKey::new("k").unwrap());
    order.refund_amount = Some(krona);
    let order = RouterData::<Refund>::new(order);
    assert_eq!(acme.build_request(&order).unwrap().body(), r#"{"amount":500}"#);
    let outcome = acme.handle_response(&order, answer(500));
    assert!(
        matches!(outcome, Outcome::Status(ref back) if back.amount == Some(krona)),
        "{outcome:?}"
    );
    // A twentieth of a krona is no amount.
    assert!(matches!(acme.handle_response(&order, answer(5)), Outcome::SentUnknown(_)));
}
