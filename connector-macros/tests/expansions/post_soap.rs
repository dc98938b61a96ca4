#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Acme,
    flow_name = Capture,
    http_method = Post,
    url = "/captures",
    body = Soap, envelope = "capture",
    response = Payment,
)]
struct CaptureRequest<'a> {
    #[connector_flow(header = "idempotency-key", from = request.idempotency_key)]
    key: &'a IdempotencyKey,
    #[connector_flow(from = request.connector_transaction_id)]
    payment: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}
