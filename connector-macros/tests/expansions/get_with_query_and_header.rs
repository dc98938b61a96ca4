#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Acme,
    flow_name = RSync,
    http_method = Get,
    url = "/refunds/{refund_id}",
    response = Refund,
)]
struct RSyncRequest<'a> {
    #[connector_flow(from = request.connector_refund_id)]
    refund_id: &'a RefundId,
    #[connector_flow(query = "payment", from = request.connector_transaction_id)]
    payment_id: Option<&'a PaymentId>,
    #[connector_flow(header = "Acme-Account", from = auth.account)]
    account: &'a Account,
}
