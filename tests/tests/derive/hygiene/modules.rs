//! Modules of the author's with the names of crates.

#![allow(dead_code, reason = "they are there to be in the way")]

use ::connector_core::{
    AttemptStatus, Auth, BearerAuth, Connector, ConnectorFlow, FlowResponse, PSync, PaymentId,
    Secret, Webhook, Wire, WireStatus,
};
use ::connector_tests::fixture::{AcmeError, ask};

mod alloc {}
mod bytes {}
mod connector_core {}
mod core {}
mod http {}
mod serde {}
mod serde_json {}
mod std {}

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", error = AcmeError)]
#[connector(auth = BearerAuth, headers("acme-version" = "1"))]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post)]
#[connector_flow(url = "/{id}", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    in_body: &'a PaymentId,
}

#[derive(::serde::Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point", no_amount = "not the point")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

::core::include!("events.rs");

#[derive(Debug, Auth)]
struct Key {
    /// The key.
    key: Secret,
}

#[test]
fn modules_of_the_author_are_not_taken_for_crates() {
    assert_eq!(ask::<Acme>("a").unwrap().body(), r#"{"in_body":"a"}"#);
    let _: AttemptStatus = AttemptStatus::Charged;
}
