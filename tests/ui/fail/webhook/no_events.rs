use connector_core::prelude::*;

connector_tests::connectors!(Acme, Other, Third, Fourth);

#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type")]
enum WithoutReason {}

#[derive(Webhook)]
#[webhook(connector = Other, scheme = Token, header = "Token", kind = "type", no_events = " ")]
enum NoReason {}

#[derive(Webhook)]
#[webhook(connector = Third, scheme = Token, header = "Token", kind = "type")]
#[webhook(no_events = "they are encrypted")]
enum ButOne {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

/// Two ways to write one header.
#[derive(Webhook)]
#[webhook(connector = Fourth, scheme = HmacSha256, header = "Signature", kind = "type")]
#[webhook(form = "t={timestamp},k={key};s={signature}", signed = "{timestamp}.{body}")]
#[webhook(tolerance_seconds = 300, no_events = "they are encrypted")]
enum CommaAndSemicolon {}

fn main() {}
