//! Attributes in every form that is allowed.

use connector_core::prelude::*;
use connector_tests::connectors;
use connector_tests::fixture::{Payment, ask};

connectors!(Merged, Foreign);

#[derive(ConnectorFlow)]
#[connector_flow(response = Payment, url = "/payments/{payment_id}",)]
#[cfg_attr(all(), connector_flow(http_method = Get))]
#[cfg_attr(any(), connector_flow(nonsense))]
#[connector_flow(flow_name = PSync, connector = Merged)]
struct MergedRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(query)]
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[test]
fn several_attributes_in_any_order_with_trailing_commas_and_under_cfg_attr() {
    let request = ask::<Merged>("p_1").unwrap();
    assert_eq!(request.uri(), "https://acme.test/payments/p_1?id=p_1");
}

/// Attributes of others are none of the derive's business, whatever their syntax.
#[derive(serde::Serialize, ConnectorFlow)]
#[doc = concat!("a ", "text")]
#[doc(alias = "payment", hidden)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::all, reason = "any syntax")]
#[connector_flow(connector = Foreign, flow_name = PSync, http_method = Post, url = "/payments")]
#[connector_flow(response = Payment)]
struct ForeignRequest<'a> {
    #[doc = include_str!("attributes.rs")]
    #[serde(rename = "id")]
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[cfg(all())]
    #[allow(clippy::struct_field_names)]
    #[connector_flow(from = request.connector_transaction_id)]
    same_payment: &'a PaymentId,
}

#[test]
fn attributes_of_others_are_ignored() {
    let body = ask::<Foreign>("p_1").unwrap().into_body();
    assert_eq!(body, r#"{"id":"p_1","samePayment":"p_1"}"#);
}
