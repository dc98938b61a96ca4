use connector_core::prelude::*;
use connector_core::money_object;
use connector_tests::fixture::AcmeError;

// What an event tells is counted as the processor counts, too.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(ISK = 2))]
struct Acme;

money_object! {
    struct Sum { value: MinorUnit, currency: Currency }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = Success, no_failure = "not the point")]
struct Told {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(amount)]
    sum: Sum,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "token")]
enum AcmeEvents {
    #[webhook(RSync, connector_refund_id = "id")]
    Refund(Told),
}

fn main() {}
