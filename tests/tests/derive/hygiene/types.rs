//! Types of the author's with the names of the prelude and of the core.

#![allow(dead_code, non_camel_case_types, reason = "they are there to be in the way")]

use connector_tests::fixture::{AcmeError, ask};

struct Event_;
struct Signature;
struct SignedPart;
struct HeaderPart;
struct WebhookDeclaration;
struct EventPlace;
struct Duration;
struct Result;
struct Option;
struct String;
struct Vec;
struct Some;
struct None;
struct Ok;
struct Err;
struct Box;
struct Request;
struct Method;
struct Error;
struct Integration;
struct Connector;
struct FlowRequest;
struct FlowResponse;
struct RouterData;
struct Outcome;
struct Encoder;
struct Template;
struct Serialize;
struct Self_;
struct str;
struct u8;
struct bool;

#[derive(Debug, Clone, Copy, connector_core::Connector)]
#[connector(name = "acme", base_url = "https://acme.test", error = AcmeError)]
#[connector(auth = connector_core::BearerAuth, headers("acme-version" = "1"))]
struct Acme;

#[derive(connector_core::ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = connector_core::PSync, http_method = Post)]
#[connector_flow(url = "/{id}", response = Payment)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a connector_core::PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    in_query: &'a connector_core::PaymentId,
    #[connector_flow(header = "acme-id", from = request.connector_transaction_id)]
    in_header: &'a connector_core::PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    in_body: &'a connector_core::PaymentId,
}

#[derive(connector_core::FlowResponse)]
#[flow_response(connector_core::PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: connector_core::PaymentId,
    #[flow_response(status)]
    status: connector_core::Wire<Word>,
    #[flow_response(amount)]
    amount: connector_core::MinorUnit,
    #[flow_response(currency)]
    currency: connector_core::Currency,
}

// serde's own derive is not what is tested here.
impl<'de> serde::Deserialize<'de> for Payment {
    fn deserialize<D: serde::Deserializer<'de>>(_: D) -> core::result::Result<Self, D::Error> {
        core::result::Result::Err(serde::de::Error::custom("nothing is received here"))
    }
}

#[derive(Debug, Clone, Copy, connector_core::WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum Word {
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    Some,
    #[wire_status(Failure)]
    None,
}

#[derive(Debug, connector_core::Auth)]
struct Key {
    /// The key.
    key: connector_core::Secret,
}

#[derive(connector_core::Webhook)]
#[webhook(connector = Acme, scheme = HmacSha256, header = "acme-signature", kind = "type", id = "id")]
#[webhook(
    form = "t={timestamp},v={signature}",
    signed = "{timestamp}.{body}",
    tolerance_seconds = 9
)]
enum Event {
    #[webhook(connector_core::PSync, on("paid"), at = "data", connector_transaction_id = "id")]
    Paid(Payment),
    #[webhook(connector_core::PSync, on("changed"), connector_transaction_id = "id")]
    Changed,
}

#[test]
fn types_of_the_author_are_not_taken_for_those_of_the_prelude() {
    assert_eq!(ask::<Acme>("a").unwrap().uri(), "https://acme.test/a?in_query=a");
}
