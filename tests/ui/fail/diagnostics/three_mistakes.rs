use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment, timeout = 3)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(quary)]
    expand: &'static str,
    #[connector_flow(header = "Acme Version")]
    version: &'static str,
}

// The flow is there all the same: nothing is said about these.
fn use_it(acme: &connector_core::Connection<Acme>, data: &RouterData<PSync>) {
    let _ = acme.build_request::<PSync>(data);
    let _ = data.request.connector_transaction_id.is_some();
}

fn main() {
    let _: fn(&connector_core::Connection<Acme>, &RouterData<PSync>) = use_it;
}
