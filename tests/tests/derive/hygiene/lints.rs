//! Lints that an author may deny. Expansions call no attention of theirs.

#![deny(
    warnings,
    dead_code,
    deprecated,
    let_underscore_drop,
    missing_debug_implementations,
    missing_docs,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unsafe_code,
    unused,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::all,
    clippy::pedantic
)]
#![allow(clippy::missing_errors_doc, reason = "nothing of it is public")]

use connector_core::prelude::*;
use connector_tests::fixture::{AcmeError, ask};

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "acme", base_url = "https://acme.test", error = AcmeError)]
#[connector(auth = BearerAuth, headers("acme-version" = "1"))]
struct Acme;

#[derive(Debug, ConnectorFlow)]
#[connector_flow(connector = Acme, flow_name = PSync, http_method = Post)]
#[connector_flow(url = "/{id}", response = Payment)]
struct Request<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    in_query: &'a PaymentId,
    #[connector_flow(header = "acme-id", from = request.connector_transaction_id)]
    in_header: &'a PaymentId,
    #[deprecated = "the author knows"]
    #[connector_flow(from = request.connector_transaction_id)]
    in_body: &'a PaymentId,
}

#[derive(Debug, Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[deprecated = "the author knows"]
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum Word {
    #[wire_status(AttemptStatus = Charged, RefundStatus = none)]
    Paid,
    #[deprecated = "the author knows"]
    #[wire_status(Failure)]
    Refused,
}

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
    #[deprecated = "the author knows"]
    #[webhook(PSync, on("changed"), connector_transaction_id = "id")]
    Changed,
}

#[derive(Debug, Auth)]
#[auth(authorize = refuse_an_empty_key)]
struct Key {
    /// The key.
    key: Secret,
}

fn refuse_an_empty_key(key: &Key, _: &mut http::Request<bytes::Bytes>) -> Result<(), BuildError> {
    if key.key.expose().is_empty() {
        return Err(BuildError::Credential { field: "key" });
    }
    Ok(())
}

#[test]
fn denied_lints_stay_silent() {
    assert_eq!(ask::<Acme>("a").unwrap().body(), r#"{"in_body":"a"}"#);
    let field = <Key as Auth>::FIELDS[0];
    assert_eq!(field.description, "The key.");
}
