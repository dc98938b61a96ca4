//! What an entry says that is not understood may be just what the others lack: one mistake is one error.
use connector_core::prelude::*;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, Void, no_id = "not the point")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(curency)]
    currency: Currency,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged = 3)]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

connector_tests::connectors!(Timed, Stamped, Named, Sent, Filled);

#[derive(Webhook)]
#[webhook(connector = Timed, scheme = HmacSha256, header = "Signature", from = "t={timestamp},v1={signature}")]
#[webhook(signed = "{timestamp}.{body}", tolerance_seconds = 300, kind = "type")]
enum TimedEvent {
    #[webhook(PSync, on("payment.*"), connector_transaction_id = "id")]
    Paid,
}

#[derive(Webhook)]
#[webhook(connector = Stamped, scheme = HmacSha256, header = "Signature", form = "t={timestamp},v1={signature}")]
#[webhook(sgned = "{timestamp}.{body}", tolerance_seconds = 300, kind = "type")]
enum StampedEvent {
    #[webhook(PSync, on("payment.*"), connector_transaction_id = "id")]
    Paid,
}

#[derive(Webhook)]
#[webhook(connector = Named, scheme = Nothing, kind = "type")]
enum NamedEvent {
    #[webhook(PSync, on = "payment.*", connector_transaction_id = "id")]
    Paid,
    #[webhook(PSync, on("payment.failed"), connector_transaction_id = "id")]
    Failed,
}

/// None of them is known where the enum does not say where it stands.
#[derive(Webhook)]
#[webhook(connector = Sent, scheme = Nothing)]
enum SentEvent {
    #[webhook(PSync, on("payment.*"), connector_transaction_id = "id")]
    Paid,
    #[webhook(RSync, on("refund.*"), connector_refund_id = "id")]
    Refunded,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Sent, flow_name = Capture, http_method = Post, url = "/captures", response = Payment)]
#[connector_flow(no_idempotency = "not the point")]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(from = requst, takes(amount_to_capture))]
    amount: Option<MinorUnit>,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Sent, flow_name = Void, http_method = Post, url = "/voids", response = Payment)]
struct NoFunction<'a> {
    #[connector_flow(read_by = own_url, from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(read_by = own_url, from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Filled, flow_name = Capture, http_method = Post, url = "/captures", response = Payment)]
#[connector_flow(no_idempotency = "not the point")]
struct Sources<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(from = request[0])]
    amount: Option<MinorUnit>,
    #[connector_flow(value = 3, from = request.connector_transaction_id)]
    level: u8,
}

fn main() {}
