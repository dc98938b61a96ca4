use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme, Bolt, Cord);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct Request<'a> {
    payment_id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct HalfFilled<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(query)]
    expand: &'static str,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Cord, flow_name = PSync, http_method = Get, url = "/p/{payment_id}", response = Payment)]
struct WithAnotherError<'a> {
    payment_id: &'a str,
}

impl<'a> TryFrom<&'a RouterData<PSync>> for WithAnotherError<'a> {
    type Error = String;

    fn try_from(_: &'a RouterData<PSync>) -> Result<Self, String> {
        Ok(Self { payment_id: "p" })
    }
}

fn main() {}
