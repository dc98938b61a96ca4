use connector_core::prelude::*;
use connector_tests::fixture::Payment;

connector_tests::connectors!(Acme, Other, Third, Fourth, Fifth, Sixth);

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "left out here"))]
#[connector_flow(connector = Other, flow_name = PSync, http_method = Get, url = "/p", response = Payment)]
struct Request;

/// Nobody knows what to ask with.
#[derive(Webhook)]
#[webhook(connector = Acme, scheme = Asked, kind = "type")]
enum NoHeaders {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

/// The connector has no flow to ask with.
#[derive(Webhook)]
#[webhook(connector = Other, scheme = Asked, headers("Proof"), kind = "type")]
enum NoFlow {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

#[derive(Webhook)]
#[webhook(connector = Third, scheme = Token, header = "Token", headers("Proof"), kind = "type")]
enum NobodyIsAsked {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

#[derive(Webhook)]
#[webhook(connector = Fourth, scheme = Asked, header = "Proof", encoding = Hex, kind = "type")]
#[webhook(headers("Proof", "proof", "no name"))]
enum ProvenTwice {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

#[derive(Webhook)]
#[webhook(connector = Fifth, scheme = Asked, headers(), kind = "type")]
enum NoneNamed {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

/// One header that should be several.
#[derive(Webhook)]
#[webhook(connector = Sixth, scheme = Asked, header = "Proof", kind = "type")]
enum InOneHeader {
    #[webhook(PSync, on("payment.paid"), connector_transaction_id = "id")]
    Paid,
}

fn main() {}
