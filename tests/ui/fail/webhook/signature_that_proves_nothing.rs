use connector_core::prelude::*;

connector_tests::connectors!(Acme);

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "Signature", signed = "{timestamp}")]
enum BodyIsNotSigned {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "Signature")]
#[webhook(form = "t={timestamp},s={signature}")]
enum TimeIsNotSigned {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "Signature")]
#[webhook(form = "t={timestamp},s={signature}", signed = "{timestamp}{body}")]
enum OfAnyAge {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "Signature", tolerance_seconds = 300)]
enum OfUnknownAge {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "Signature", signed = "{body}{secret}")]
enum UnknownPart {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "Signature", form = "s={body}")]
enum NoSignature {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, signature = "hmac")]
enum NoFieldIsSigned {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

/// What says what happened, and to which payment, is not among what is signed.
#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, signature = "hmac", signed = "{amount}:{event}")]
#[webhook(kind = "event:success")]
enum AnybodysEvent {
    #[webhook(PSync, on("paid:true"), at = "data", connector_transaction_id = "id")]
    Changed,
}

/// Nothing that is read is.
#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, signature = "hmac", signed = "{amount}", kind = "event")]
enum AnybodysEvents {
    #[webhook(PSync, on("paid"), at = "data", connector_transaction_id = "id")]
    Changed,
    #[webhook(RSync, on("refunded"), at = "data", connector_refund_id = "id")]
    Refunded,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha1, key = Sha1, format = Form, payload = "payload")]
#[webhook(signature = "hmac", signed = "{time}")]
enum AnybodysPayload {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, signature = "hmac", signed = "{id}")]
#[webhook(form = "t={timestamp},s={signature}")]
enum OfAnyTime {
    #[webhook(PSync, connector_transaction_id = "id")]
    Changed,
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type:")]
enum NoName {
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Changed,
}

fn main() {}
