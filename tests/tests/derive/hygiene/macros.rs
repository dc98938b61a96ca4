//! Macros of the author's with the names of those of the standard library.

#![allow(unused_macros, reason = "they are there to be in the way")]

use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, ask};

macro_rules! in_the_way {
    ($d:tt: $($name:ident)+) => {$(
        macro_rules! $name {
            ($d($d tokens:tt)*) => { compile_error!("the author's own macro was called") };
        }
    )+};
}
in_the_way!($: format vec matches write panic unreachable __flow_table stringify concat);

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

#[derive(Deserialize, FlowResponse)]
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

#[test]
fn macros_of_the_author_are_not_called() {
    assert_eq!(ask::<Acme>("a").unwrap().body(), r#"{"in_body":"a"}"#);
}
