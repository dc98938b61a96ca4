#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = Capture,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "left out here",
    response = Reply,
)]
#[serde(rename_all = "camelCase")]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id, within = "transaction")]
    trans_id: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture, within = "transaction.details")]
    amount: Option<FloatMajorUnit>,
}
