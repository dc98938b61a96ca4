use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bare);

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request;

fn main() {
    let credentials = || connector_core::CredentialFields::from_json(b"{}").unwrap();
    let (acme, bare) = (
        connector_core::Connection::<Acme>::new(credentials()).unwrap(),
        connector_core::Connection::<Bare>::new(credentials()).unwrap(),
    );
    let payment = connector_core::PaymentsSyncData::new("pay_1".parse().unwrap());
    let _ = acme.build_request(&RouterData::<PSync>::new(payment));
    let refund = RouterData::<RSync>::new(connector_core::RefundSyncData::new("re_1".parse().unwrap()));
    let _ = acme.build_request(&refund);
    let _ = bare.build_request(&refund);
}
