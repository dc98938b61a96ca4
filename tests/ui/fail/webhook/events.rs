use connector_core::prelude::*;
use connector_core::DSync;
use connector_tests::fixture::{Payment, Refund};

connector_tests::connectors!(Acme, Other, Third, Fourth, Fifth, Sixth, Seventh);

/// An event that is about nobody knows what.
#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Token, header = "Token", kind = "type")]
enum WithoutId {
    #[webhook(RSync, on("refund.*"), connector_transaction_id = "id")]
    Refunded(Refund),
}

/// An event that no question answers.
#[derive(Webhook)]
#[webhook(connector = Other, scheme = Token, header = "Token", kind = "type")]
enum NoQuestion {
    #[webhook(Capture, on("captured"), connector_transaction_id = "id")]
    Captured,
}

/// A response of another flow.
#[derive(Webhook)]
#[webhook(connector = Third, scheme = Token, header = "Token", kind = "type")]
enum OtherFlow {
    #[webhook(DSync, on("disputed"), connector_dispute_id = "id")]
    Disputed(Payment),
    #[webhook(DSync, on("paid"), at = "data", with = "status", connector_dispute_id = "id")]
    Won(Refund),
}

/// A name that has no meaning.
#[derive(Webhook)]
#[webhook(connector = Fourth, scheme = Token, header = "Token", kind = "status")]
enum NameWithoutMeaning {
    #[webhook(PSync, on("paid", "lost"), at = "data", with = "status")]
    #[webhook(connector_transaction_id = "id")]
    Paid(Payment),
}

#[derive(Webhook)]
#[webhook(connector = Fourth, scheme = Token, header = "Token", kind = "type")]
enum Unreached {
    #[webhook(PSync, on("payment.*"), connector_transaction_id = "id")]
    Paid(Payment),
    #[webhook(PSync, on("payment.refused"), connector_transaction_id = "id")]
    Refused,
    #[webhook(PSync, on("a*b", ""), connector_transaction_id = "a..b")]
    Named,
    #[webhook(on("other"), connector_transaction_id = "id")]
    NoFlow,
    #[webhook(PSync, connector_transaction_id = "id")]
    NoName,
    #[webhook(PSync, on("two"), connector_transaction_id = "id")]
    Two(Payment, Payment),
}

/// What happened is no id, names stand one by one, and a path begins with a name.
#[derive(Webhook)]
#[webhook(connector = Sixth, scheme = Token, header = "Token", kind = "type", id = "type")]
enum ByTheirKind {
    #[webhook(PSync, on("paid, failed"), connector_transaction_id = "$.id")]
    Paid,
}

/// Which of the two ids is it?
#[derive(Webhook)]
#[webhook(connector = Fifth, scheme = Token, header = "Token", kind = "type", id = "id")]
#[webhook(id_header = "Event Id")]
enum TwoIds {
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Paid,
}

/// What fits all of them stands first.
#[derive(Webhook)]
#[webhook(connector = Seventh, scheme = Token, header = "Token", kind = "type")]
enum AllFirst {
    #[webhook(PSync, on("*"), connector_transaction_id = "id")]
    Anything,
    #[webhook(PSync, on("paid", "failed"), connector_transaction_id = "id")]
    Payment(Payment),
}

/// That it has no attribute is all there is to say.
#[derive(Webhook)]
enum NoAttribute {
    #[webhook(PSync, on("paid"), connector_transaction_id = "id")]
    Paid,
}

fn main() {}
