#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Acme,
    flow_name = PSync,
    http_method = Post,
    url = "/payments/{payment_id}",
    response = Payment,
    crate = ::facade::connector_core,
)]
struct PSyncRequest<'a, T: Serialize = MinorUnit> {
    payment_id: &'a PaymentId,
    amount: T,
}
