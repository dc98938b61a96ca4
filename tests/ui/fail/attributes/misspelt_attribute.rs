//! rustc says that there is no such attribute, and what would be missing without it is not another mistake. (A connector
//! needs to be one.)
use connector_core::prelude::*;
use connector_tests::connectors;

connectors!(Acme, Bolt);

#[derive(Connector)]
#[conector(name = "coda", base_url = "https://coda.test", auth = BearerAuth, error = AcmeError)]
struct Coda;

#[derive(Debug, Auth)]
struct Half {
    /// The user.
    #[auth(basic_user)]
    user: Secret,
    /// The certificate.
    #[auht(client_certificate)]
    certificate: connector_core::Pem,
    /// Its key.
    #[auth(client_key)]
    key: connector_core::Pem,
}

#[derive(ConnectorFlow)]
#[conector_flow(connector = Acme, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct OnTheStruct<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Bolt, flow_name = PSync, http_method = Get, url = "/p/{id}", response = Payment)]
struct OnAField<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connectorflow(query, value = "all")]
    kind: &'static str,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point", no_amount = "nor is it")]
struct Payment {
    #[flow_respons(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[wire_status(PSync, no_id = "not the point", no_amount = "nor is it")]
struct OfAnother {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wirestatus(Charged)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

#[derive(Webhook)]
#[webook(connector = Acme, scheme = Nothing, kind = "type")]
enum Event {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

fn main() {}
