use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request;

fn main() {
    let credentials = connector_core::CredentialFields::from_json(b"{}").unwrap();
    let acme = connector_core::Connection::<Acme>::new(credentials).unwrap();
    let refund = connector_core::RefundSyncData::new("re_1".parse().unwrap());
    let _ = acme.build_request::<RSync>(&RouterData::new(refund));
}
