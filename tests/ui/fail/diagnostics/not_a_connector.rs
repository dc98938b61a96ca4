use connector_core::prelude::*;

/// Nobody has derived `Connector` for it.
struct Acme;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = Void, http_method = Post, url = "/{id}", response = Payment)]
#[connector_flow(preprocess = decrypted, base_url = files)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(header = "Once", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(header = "Account", from = auth.account)]
    account: &'a str,
}

fn decrypted(_: &BearerAuth, body: &bytes::Bytes) -> Result<bytes::Bytes, &'static str> {
    Ok(body.clone())
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, no_id = "not the point here")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Voided)]
    Released,
    #[wire_status(VoidFailed)]
    Refused,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type")]
enum Event {
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Paid,
}

fn main() {}
