use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

struct Card;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{payment_id}/{card}", response = Payment)]
struct Request<'a> {
    payment_id: &'a PaymentId,
    card: Card,
}

impl<'a> TryFrom<&'a RouterData<PSync>> for Request<'a> {
    type Error = std::convert::Infallible;

    fn try_from(data: &'a RouterData<PSync>) -> Result<Self, Self::Error> {
        Ok(Self { payment_id: data.request.connector_transaction_id.as_ref().unwrap(), card: Card })
    }
}

fn main() {}
