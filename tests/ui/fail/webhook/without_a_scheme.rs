use connector_core::prelude::*;
use connector_tests::fixture::Payment;

connector_tests::connectors!(Acme);

#[derive(Webhook)]
#[webhook(connector = Acme, kind = "type")]
enum WithoutAScheme {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Sha256, kind = "type")]
enum UnknownScheme {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, kind = "type")]
enum NowhereToBeFound {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, encoding = Hex, kind = "type")]
enum HashedToken {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
}

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Nothing, kind = "type")]
enum Unproven {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
}

/// What belongs to a signature is not the mistake.
#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Asked, header = "Signature", form = "t={timestamp},v1={signature}")]
#[webhook(signed = "{timestamp}.{body}", tolerance_seconds = 300, kind = "type")]
enum Signed {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
}

/// Nor are so many responses.
#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Nothing, kind = "type")]
enum AllUnproven {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid(Payment),
    #[webhook(PSync, on("payment.failed"), connector_transaction_id = "id")]
    Failed(Payment),
}

fn main() {}
