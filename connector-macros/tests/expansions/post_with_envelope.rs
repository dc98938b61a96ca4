#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = PSync,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "getTransactionDetailsRequest",
    response = Reply,
)]
#[serde(rename_all = "camelCase")]
struct PSyncRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = request.connector_transaction_id)]
    trans_id: &'a PaymentId,
}
