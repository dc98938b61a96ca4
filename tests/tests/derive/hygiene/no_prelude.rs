//! Without any prelude.

#![no_implicit_prelude]

use ::connector_core::{
    Auth, BearerAuth, Connector, ConnectorFlow, Currency, FlowResponse, MinorUnit, PSync,
    PaymentId, ReceivesWebhooks, Secret, Webhook, Wire, WireStatus,
};
use ::connector_tests::fixture::{AcmeError, ask};
use ::std::{assert_eq, clone::Clone, marker::Copy};

#[derive(::core::fmt::Debug, Clone, Copy, Connector)]
#[connector(
    name = "acme",
    base_url = "https://acme.test",
    auth = BearerAuth,
    error = AcmeError,
    headers("acme-version" = "1"),
)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post, url = "/{id}")]
#[connector_flow(response = Payment, envelope = "payment")]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    in_query: &'a PaymentId,
    #[connector_flow(header = "acme-id", from = request.connector_transaction_id)]
    in_header: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    in_body: &'a PaymentId,
}

#[derive(::serde::Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: ::core::option::Option<MinorUnit>,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(::core::fmt::Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "snake_case")]
enum Word {
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[allow(dead_code, reason = "nothing is sent with it")]
#[derive(::core::fmt::Debug, Auth)]
struct Key {
    /// The key.
    key: Secret,
}

::core::include!("events.rs");

#[test]
fn nothing_of_the_prelude_is_needed() {
    let request = ask::<Acme>("a").unwrap();
    assert_eq!(request.uri(), "https://acme.test/a?in_query=a");
    assert_eq!(request.body(), r#"{"payment":{"in_body":"a"}}"#);
    assert_eq!(<Key as Auth>::FIELDS[0].name, "key");
    assert_eq!(<Acme as ReceivesWebhooks>::DECLARATION.events.len(), 2);
}
