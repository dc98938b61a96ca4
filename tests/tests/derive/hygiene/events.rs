// A table of events among the names of the module that includes it.

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "acme-signature", kind = "type", id = "id")]
#[webhook(
    form = "t={timestamp},v={signature}",
    signed = "{timestamp}.{body}",
    tolerance_seconds = 9
)]
enum Event {
    #[webhook(PSync, on("paid"), at = "data", connector_transaction_id = "id")]
    Paid(Payment),
    #[webhook(PSync, on("changed"), connector_transaction_id = "id")]
    Changed,
}
