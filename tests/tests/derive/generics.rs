//! Parameters of every kind. A flow is carried out with one type of request: each parameter of a type
//! or a constant has a default, and the flow takes it.

use std::marker::PhantomData;

use connector_core::prelude::*;
use connector_core::{BuildError, PathValue, QueryValue};
use connector_tests::connectors;
use connector_tests::fixture::{Payment, ask};

connectors!(Filled, ByHand, Unbounded, Body);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Filled, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/{id}")]
struct FilledRequest<'a, 'b, T: PathValue + ?Sized = PaymentId, U = Option<&'b PaymentId>>
where
    U: QueryValue,
{
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a T,
    #[connector_flow(query, from = request.connector_transaction_id)]
    same: &'b PaymentId,
    #[connector_flow(query, from = resource_common_data.connector_request_reference_id)]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(query, from = request.amount)]
    marker: Marker<U>,
}

/// Takes nothing from anything.
struct Marker<U>(PhantomData<U>);

impl<U, S> FromSource<'_, S> for Marker<U> {
    fn from_source(_: &S) -> Result<Self, Unfit> {
        Ok(Self(PhantomData))
    }
}

impl<U> QueryValue for Marker<U> {
    fn each(&self, _: &str, _: &mut dyn FnMut(&str, &str)) {}
}

#[test]
fn lifetimes_types_with_bounds_and_defaults_and_where() {
    assert_eq!(ask::<Filled>("a").unwrap().uri(), "https://acme.test/a?same=a");
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = ByHand, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/{id}")]
struct ByHandRequest<'a, T = &'static str, const N: usize = 2>
where
    T: QueryValue + Copy,
{
    id: &'a PaymentId,
    #[connector_flow(query)]
    part: [T; N],
}

impl<'a> TryFrom<&'a RouterData<PSync>> for ByHandRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<PSync>) -> Result<Self, BuildError> {
        let id = data.request.connector_transaction_id.as_ref();
        Ok(Self { id: id.ok_or(BuildError::invalid("request", "has no id"))?, part: ["x", "y"] })
    }
}

#[test]
fn constants_with_defaults_and_a_transformer_by_hand() {
    assert_eq!(ask::<ByHand>("a").unwrap().uri(), "https://acme.test/a?part=x&part=y");
}

/// Neither `Serialize`, nor `Debug`, nor anything else.
struct Bare;

trait Family {
    type Member;
}

impl Family for Bare {
    type Member = &'static str;
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Unbounded, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/{id}")]
struct UnboundedRequest<T: Family = Bare>
where
    T::Member: PathValue,
{
    id: T::Member,
    #[connector_flow(query)]
    marker: Marker<T>,
}

impl TryFrom<&RouterData<PSync>> for UnboundedRequest {
    type Error = BuildError;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, BuildError> {
        Ok(Self { id: "b", marker: Marker(PhantomData) })
    }
}

#[test]
fn no_bound_is_added_that_the_fields_do_not_need() {
    assert_eq!(ask::<Unbounded>("a").unwrap().uri(), "https://acme.test/b");
}

/// The body's fields use none of the parameters, or some.
#[derive(ConnectorFlow)]
#[connector_flow(connector = Body, flow_name = PSync, http_method = Post, response = Payment)]
#[connector_flow(url = "/{id}")]
struct BodyRequest<'a, T: serde::Serialize = u8, const N: usize = 1> {
    id: &'a PaymentId,
    amount: T,
    note: Option<&'static str>,
    #[connector_flow(query)]
    parts: [u8; N],
}

impl<'a> TryFrom<&'a RouterData<PSync>> for BodyRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<PSync>) -> Result<Self, BuildError> {
        let id = data.request.connector_transaction_id.as_ref();
        let id = id.ok_or(BuildError::invalid("request", "has no id"))?;
        Ok(Self { id, amount: 5, note: None, parts: [1] })
    }
}

#[test]
fn a_body_that_uses_some_of_the_parameters() {
    let request = ask::<Body>("a").unwrap();
    assert_eq!(request.uri(), "https://acme.test/a?parts=1");
    assert_eq!(request.body(), r#"{"amount":5}"#);
}
