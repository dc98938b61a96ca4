#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Acme,
    flow_name = Capture,
    http_method = Post,
    url = capture_url,
    base_url = files,
    headers = digest,
    sign = sign_capture,
    preprocess = decrypted,
    error = CaptureProblem,
    no_idempotency = "left out here",
    response = Payment,
)]
struct CaptureRequest<'a> {
    #[connector_flow(read_by = digest, from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}
