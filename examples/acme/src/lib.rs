//! A connector in a crate of its own. Acme is no real processor; this is how one would be added
//! without touching the project: declare it, and call it like the built-in ones.
//!
//! - credentials in two headers, one of them made of both (`#[auth(authorize = …)]`);
//! - PSync with a request that is filled by declaration, with a query and a header;
//! - RSync with a transformer written by hand, where a declaration is not enough.

use bytes::Bytes;
use connector_core::{prelude::*, sensitive_header};
use http::StatusCode;

/// Acme.
#[derive(Debug, Clone, Copy, Connector)]
#[connector(
    name = "acme",
    base_url = "https://api.acme.example/payments",
    test_base_url = "https://sandbox.acme.example/payments",
    auth = AcmeAuth,
    error = AcmeError,
    headers("Acme-Version" = "2026-11"),
)]
pub struct Acme;

/// What Acme gives to a merchant.
#[derive(Debug, Auth)]
#[auth(scheme = "two headers", authorize = authorize)]
pub struct AcmeAuth {
    /// The merchant number: Settings, Account.
    merchant: Secret,
    /// The API token: Settings, Tokens.
    token: Secret,
}

fn authorize(auth: &AcmeAuth, request: &mut http::Request<Bytes>) -> Result<(), BuildError> {
    let merchant = sensitive_header("merchant", &[auth.merchant.expose()])?;
    let token = sensitive_header("token", &[auth.token.expose()])?;
    request.headers_mut().insert("acme-merchant", merchant);
    request.headers_mut().insert("acme-token", token);
    Ok(())
}

/// Look up a payment: `GET /v2/payments/{payment_id}`.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Acme,
    flow_name = PSync,
    http_method = Get,
    url = "/v2/payments/{payment_id}?fields=all",
    response = Payment,
)]
struct PSyncRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    /// Left out where the application knows none.
    #[connector_flow(query = "reference", from = resource_common_data.connector_request_reference_id)]
    reference: Option<&'a MerchantReference>,
}

/// Look up a refund: `POST /v2/refunds/search`.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Acme,
    flow_name = RSync,
    http_method = Post,
    url = "/v2/refunds/search",
    response = Refund,
)]
#[serde(rename_all = "camelCase")]
struct RSyncRequest<'a> {
    refund_number: &'a str,
    payment: Option<&'a PaymentId>,
}

/// Acme's API knows a refund by its number alone, and calls it `R-<number>` everywhere else.
impl<'a> TryFrom<&'a RouterData<RSync>> for RSyncRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<RSync>) -> Result<Self, BuildError> {
        let id = data.request.connector_refund_id.as_str();
        let refund_number = id.strip_prefix("R-").ok_or(BuildError::invalid(
            "request.connector_refund_id",
            "does not begin with `R-`, as Acme's refund ids do",
        ))?;
        Ok(Self { refund_number, payment: data.request.connector_transaction_id.as_ref() })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Payment {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    state: Wire<State>,
    #[flow_response(amount)]
    total: StringMajorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_amount = "Acme says what became of a refund, not how much it was")]
struct Refund {
    #[flow_response(connector_refund_id)]
    id: RefundId,
    #[flow_response(status)]
    state: Wire<State>,
}

/// Acme has one list of words for both.
#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "lowercase", unknown = Pending)]
enum State {
    #[wire_status(Pending)]
    Open,
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success)]
    Done,
    #[wire_status(Failure)]
    Refused,
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none)] // a refund is never reserved
    Reserved,
}

#[derive(Deserialize)]
struct AcmeError {
    problem: Box<str>,
    text: Option<Box<str>>,
}

impl ErrorResponse for AcmeError {
    fn class(&self, status: StatusCode) -> ErrorClass {
        match &*self.problem {
            "unknown_payment" | "unknown_refund" => ErrorClass::NotFound,
            "try_later" => ErrorClass::Transient,
            _ => ErrorClass::of_status(status),
        }
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.problem), self.text.as_deref())
    }
}

/// The examples of the project's README, compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
