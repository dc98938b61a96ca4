#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Stripe,
    flow_name = PSync,
    http_method = Get,
    url = "/v1/payment_intents/{payment_id}?expand[]=latest_charge",
    response = PaymentIntent,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}
