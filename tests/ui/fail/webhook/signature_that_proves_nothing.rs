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

fn main() {}
