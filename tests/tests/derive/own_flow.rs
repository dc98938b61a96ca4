//! A flow of an application's own, in a crate outside of the core's: its data, its order, and a connector that
//! has it. It goes all the ways that ours go: by type, by a name that configuration chose, and as JSON.

#![allow(clippy::unwrap_used, reason = "this is only compiled for tests")]

use bytes::Bytes;
use connector_core::prelude::*;
use connector_core::{
    AnyConnection, AnyConnector, BuildError, Connection, CredentialFields, Discrepancy, FlowByName,
    FlowHandler, FlowSupport, PaymentFlowData, Registered, Repetition, StatusReport,
};
use connector_tests::fixture::AcmeError;
use serde::Serialize;

/// Hand the goods over against cash.
#[derive(Debug, Clone)]
struct Deliver;

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeliverData {
    payment: PaymentId,
    cash: Money,
    idempotency_key: IdempotencyKey,
    courier: Option<Box<str>>,
}

impl Flow for Deliver {
    const NAME: &'static str = "Deliver";
    const PURPOSE: &'static str = "hand the goods over against cash";
    const MOVES_MONEY: bool = true;
    const REPETITION: Repetition = Repetition::WithItsKey;
    const ORDERED: &'static [&'static [&'static str]] = &[&["cash"]];
    type CommonData = PaymentFlowData;
    type Request = DeliverData;
    type Response = PaymentsResponseData;

    fn discrepancy(data: &RouterData<Self>, told: &PaymentsResponseData) -> Option<Discrepancy> {
        let (asked, told) = (&data.request.payment, told.connector_transaction_id.as_ref());
        Discrepancy::between("connector_transaction_id", Some(asked), told)
    }

    fn is_consistent(data: &RouterData<Self>) -> Result<(), BuildError> {
        let is_free = data.request.cash.minor_amount.get() == 0;
        if is_free { Err(BuildError::invalid("request.cash", "is nothing")) } else { Ok(()) }
    }

    fn of_connector(connector: &dyn AnyConnector) -> Option<FlowSupport<Self>> {
        connector.flow_of::<Acme, Self>()
    }

    fn of_connection(connection: &dyn AnyConnection) -> Option<&dyn FlowHandler<Self>> {
        connection.flow_of::<Acme, Self>()
    }
}

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Deliver, http_method = Post, url = "/deliveries/{id}")]
#[connector_flow(response = Delivered)]
struct DeliverRequest<'a> {
    #[connector_flow(from = request.payment)]
    id: &'a PaymentId,
    #[connector_flow(header = "acme-key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.cash)]
    cash: MinorUnit,
    #[connector_flow(from = request.cash)]
    currency: Currency,
    #[connector_flow(from = request.courier)]
    courier: Option<&'a str>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Deliver)]
struct Delivered {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    state: Wire<State>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum State {
    #[wire_status(Charged)]
    HandedOver,
    #[wire_status(Failure)]
    Returned,
}

/// A connector without it.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "other", base_url = "https://other.test", auth = BearerAuth, error = AcmeError)]
struct Other;

fn credentials() -> CredentialFields {
    CredentialFields::from_json(br#"{"api_key": "k"}"#).unwrap()
}

const DATA: &[u8] = br#"{"request": {"payment": "p/1", "idempotency_key": "key-1",
    "cash": {"minor_amount": 700, "currency": "EUR"}}}"#;

fn answer(id: &str, state: &str) -> http::Response<Bytes> {
    http::Response::new(format!(r#"{{"id": "{id}", "state": "{state}"}}"#).into())
}

fn is_sent(request: &http::Request<Bytes>) {
    assert_eq!(request.uri(), "https://acme.test/deliveries/p%2F1");
    assert_eq!(request.headers()["acme-key"], "key-1");
    assert_eq!(request.body(), r#"{"cash":700,"currency":"EUR"}"#);
}

#[test]
fn by_type() {
    let acme = Connection::<Acme>::new(credentials()).unwrap();
    let data = RouterData::<Deliver>::from_json(DATA).unwrap();
    is_sent(&acme.build_request(&data).unwrap());
    let told = acme.handle_response(&data, answer("p/1", "handed_over"));
    assert_eq!(told.status(), Some(&StatusReport::known(AttemptStatus::Charged, "handed_over")));
    let other = acme.handle_response(&data, answer("p/2", "handed_over"));
    assert!(matches!(other, Outcome::Mismatch(_)), "{other:?}");
    // It moves money, so that what is unclear is not to be repeated.
    let lost = http::Response::builder().status(502).body(Bytes::new()).unwrap();
    assert!(matches!(acme.handle_response(&data, lost), Outcome::SentUnknown(_)));
}

#[test]
fn of_a_connector_that_configuration_chose() {
    let all: [&dyn AnyConnector; 2] = [&Registered::<Acme>::NEW, &Registered::<Other>::NEW];
    let [acme, other] = all.map(|connector| connector.connect(credentials()).unwrap());
    assert!(other.flow::<Deliver>().is_none());
    let has_it = all.map(|connector| connector.flow::<Deliver>().is_some());
    assert_eq!(has_it, [true, false]);
    let flow = acme.flow::<Deliver>().unwrap();
    let data = RouterData::<Deliver>::from_json(DATA).unwrap();
    is_sent(&flow.build_request(&data).unwrap());
    let described = all[0].flow::<Deliver>().unwrap().describe();
    assert_eq!((described.name, described.url), ("Deliver", "/deliveries/{id}"));
}

#[test]
fn as_json() {
    let acme = Registered::<Acme>::NEW.connect(credentials()).unwrap();
    let flow = FlowByName::new(acme.flow::<Deliver>().unwrap());
    is_sent(&flow.build_request(DATA).unwrap());
    let report = flow.handle_response(DATA, answer("p/1", "returned")).unwrap();
    assert_eq!((report.outcome, report.status), ("status", Some("failure")));
    let free = String::from_utf8(DATA.to_vec()).unwrap().replace("700", "0");
    let refused = flow.build_request(free.as_bytes()).unwrap_err();
    assert_eq!(refused.to_string(), "`request.cash` is nothing");
}
