use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::Payment;

connectors!(Acme);

type Perhaps<T> = Option<T>;

macro_rules! maybe {
    ($ty:ty) => { Option<$ty> };
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{a}/{b}/{c}", response = Payment)]
struct Request<'a> {
    a: Option<&'a PaymentId>,
    b: Perhaps<&'a PaymentId>,
    c: maybe!(&'a PaymentId),
}

impl<'a> TryFrom<&'a RouterData<PSync>> for Request<'a> {
    type Error = std::convert::Infallible;

    fn try_from(_: &'a RouterData<PSync>) -> Result<Self, Self::Error> {
        Ok(Self { a: None, b: None, c: None })
    }
}

fn main() {}
