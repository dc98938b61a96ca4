use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, Word};

// As ISO 4217 has it, or more than that.
#[derive(Debug, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(EUR = 2, JPY = 0, ISK = 2), precision(KWD = 3, BHD = 4, TND = 2))]
struct Acme;

// Beside an amount, which is not to be counted by it.
#[derive(Debug, Connector)]
#[connector(name = "coda", base_url = "https://coda.test", auth = BearerAuth, error = AcmeError)]
#[connector(decimals(EUR = 2))]
struct Coda;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Coda, flow_name = PSync, http_method = Get, url = "/{id}", response = Payment)]
struct Ask<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

// Nothing in parentheses.
#[derive(Debug, Connector)]
#[connector(name = "bolt", base_url = "https://bolt.test", auth = BearerAuth, error = AcmeError)]
#[connector(base_urls(), headers(), lacks())]
struct Bolt;

fn main() {}
