use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Coda, Dime, Echo);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{a}/{b}", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = reqest.connector_transaction_id)]
    a: &'a PaymentId,
    #[connector_flow(from = customer.id)]
    b: &'a PaymentId,
    #[connector_flow(from = request, query)]
    c: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{a}", response = Payment)]
struct NoSuchField<'a> {
    #[connector_flow(from = request.connector_transaction)]
    a: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/p/{a}", response = Payment)]
struct OtherType<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    a: &'a RefundId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Dime, flow_name = PSync, http_method = Get, url = "/p/{a}", response = Payment)]
struct NotAPath<'a> {
    #[connector_flow(from = "request.connector_transaction_id")]
    a: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Echo, flow_name = PSync, http_method = Get, url = "/p/{a}", response = Payment)]
struct Cut<'a> {
    #[connector_flow(from = request.)]
    a: &'a PaymentId,
}

fn main() {}
