//! Several derives in one module and on one type, with traits in scope that have the same methods.

use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, ask};

/// A second trait with the methods that the expansions call, for every type there is.
#[allow(dead_code, reason = "it is there to be in the way")]
trait InTheWay: Sized {
    fn encode(&self) {}
    fn path(&self) {}
    fn query(&self) {}
    fn header(&self) {}
    fn body(&self) {}
    fn take(&self) {}
    fn tell(&self) {}
    fn told(&self) {}
    fn report(&self) {}
    fn reported(&self) {}
    fn money(&self) {}
    fn word(&self) {}
    fn meaning(&self) {}
    fn as_name(&self) {}
    fn authorize(&self) {}
    fn serialize(&self) {}
    fn into_outcome(self) {}
    fn question(&self) {}
    fn ask(&self) {}
}

impl<T> InTheWay for T {}

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", error = AcmeError)]
#[connector(auth = BearerAuth, headers("acme-version" = "1"))]
struct Acme;

#[derive(Debug, Clone, serde::Serialize, ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post)]
#[connector_flow(url = "/{id}", response = Payment)]
#[serde(rename_all = "camelCase")]
struct First<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    in_query: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    in_body: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = RSync, http_method = Post)]
#[connector_flow(url = "/{id}", response = Payment)]
struct Second<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    id: &'a RefundId,
    #[connector_flow(from = request.connector_refund_id)]
    in_body: &'a RefundId,
}

/// One response of two flows, with serde's two derives beside ours.
#[derive(Debug, Clone, serde::Serialize, Deserialize, FlowResponse)]
#[flow_response(PSync, RSync(no_id = "not the point"))]
#[serde(deny_unknown_fields)]
struct Payment {
    #[flow_response(status)]
    #[serde(skip_serializing)]
    status: Wire<Word>,
    #[flow_response(amount)]
    #[serde(skip_serializing)]
    amount: MinorUnit,
    #[flow_response(currency)]
    #[serde(skip_serializing)]
    currency: Option<Currency>,
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, no_success = "one word is enough here")]
enum Word {
    #[wire_status(Failure)]
    No,
}

::core::include!("events.rs");

/// A second table in one module, of a connector that is asked.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "other", base_url = "https://other.test", error = AcmeError, auth = BearerAuth)]
struct Other;

#[derive(Debug, Webhook)]
#[webhook(connector = Other, scheme = Nothing, no_events = "not the point")]
enum OtherEvent {}

#[allow(dead_code, reason = "nothing is sent with it")]
#[derive(Debug, Clone, serde::Serialize, Auth)]
struct Key {
    /// The key.
    #[serde(skip)]
    key: Secret,
}

#[test]
fn derives_do_not_disturb_each_other() {
    let first = ask::<Acme>("a").unwrap();
    assert_eq!(first.body(), r#"{"inBody":"a"}"#);
    let all: First<'_> = First {
        id: &PaymentId::new("a").unwrap(),
        in_query: &PaymentId::new("b").unwrap(),
        in_body: &PaymentId::new("c").unwrap(),
    };
    assert_eq!(serde_json::to_string(&all).unwrap(), r#"{"id":"a","inQuery":"b","inBody":"c"}"#);
}
