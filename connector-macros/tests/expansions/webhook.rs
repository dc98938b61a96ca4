#[derive(Webhook)]
#[webhook(
    connector = Acme,
    scheme = HmacSha256,
    header = "Acme-Signature",
    form = "t={timestamp},v1={signature}",
    signed = "{timestamp}.{body}",
    tolerance_seconds = 300,
    kind = "type",
    id = "id",
)]
enum Event {
    #[webhook(PSync, on("payment.*"), at = "data.object", connector_transaction_id = "id")]
    Payment(Payment),
    #[webhook(RSync, on("refund"), at = "data", with = "type", connector_refund_id = "id")]
    Refund(Refund),
    #[webhook(PSync, on("*"), connector_transaction_id = "payment")]
    Other,
}
