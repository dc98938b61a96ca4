use connector_core::prelude::*;
use connector_tests::fixture::AcmeError;

#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISK = 2))]
struct Acme;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Pending, format = Xml, no_id = "not the point here")]
struct InXml {
    #[flow_response(amount)]
    amount: Option<Counted<FloatMajorUnit, Acme>>,
    #[flow_response(currency)]
    currency: Currency,
    text: StringMajorUnit,
    count: MinorUnit,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, status = Pending, format = Headers, no_id = "not the point here")]
struct InHeaders {
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

fn main() {}
