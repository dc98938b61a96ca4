//! How every HTTP response is read: first what kind of answer it is, then what it says.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

use super::{ErrorClass, ErrorResponse, Fault, FaultKind, Mismatch, Outcome, ProcessorError};
use crate::connector::Integration;
use crate::data::ResponseData as _;
use crate::flow::Flow;
use crate::router_data::RouterData;
use crate::status::StatusMapping;

/// The largest body that is read, in bytes: a processor's answer about one payment is far below it.
pub const MAX_BODY_BYTES: usize = 8 * 1024 * 1024;

/// A response body that knows what it says about the flow `F`; derived, or written by hand where a
/// declaration is not enough.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what it means for the flow `{F}`",
    label = "not a response of `{F}`",
    note = "name the flow in its derive, `#[derive(FlowResponse)] #[flow_response({F}, …)]`, or implement `FlowResponse<{F}>` by hand"
)]
pub trait FlowResponse<F: Flow>: DeserializeOwned {
    /// What the processor's words for the status mean in this flow, for `describe` and for tests.
    const STATUSES: &'static [StatusMapping];

    /// Whether the body is a list. One that comes where an object is documented is not read.
    const IS_LIST: bool = false;

    /// What it says.
    fn into_outcome(self, data: &RouterData<F>) -> Outcome<F>;
}

/// Reads a response to the flow `F` of the connector `C`.
pub(crate) fn read<C: Integration<F>, F: Flow>(
    data: &RouterData<F>,
    response: http::Response<Bytes>,
) -> Outcome<F> {
    let (head, body) = response.into_parts();
    let outcome = if body.len() > MAX_BODY_BYTES {
        Outcome::of_fault(too_large(body.len()))
    } else if head.status.is_success() {
        read_success::<C, F>(data, without_byte_order_mark(&body), &head.headers)
    } else {
        C::decode_error(head.status, without_byte_order_mark(&body))
    };
    let mut evidence = Fault::new(FaultKind::Unreadable, "");
    evidence.http_status = Some(head.status);
    evidence.retry_after = retry_after(&head.headers);
    evidence.body = body;
    outcome.with_evidence(evidence)
}

fn read_success<C: Integration<F>, F: Flow>(
    data: &RouterData<F>,
    body: &[u8],
    headers: &HeaderMap,
) -> Outcome<F> {
    let response = match (C::RESPONSE.decode)(data, body) {
        Err(error) => return Outcome::of_fault(unreadable(body, headers, &error)),
        Ok(Outcome::Status(response)) => response.agreed(),
        Ok(outcome) => return outcome,
    };
    let told = response.status();
    if !F::tells(told.status) {
        let word = &told.connector_status;
        let detail = format!("the processor says `{word}`, which is no answer to {}", F::NAME);
        return Outcome::of_fault(Fault::new(FaultKind::Silent, detail));
    }
    match F::discrepancy(data, &response) {
        None => Outcome::Status(response),
        Some(discrepancy) => Outcome::Mismatch(Box::new(Mismatch { discrepancy, response })),
    }
}

/// Reads the body of a success as an `R`; called by the derive.
pub(super) fn decode<R: FlowResponse<F>, F: Flow>(
    data: &RouterData<F>,
    body: &[u8],
) -> Result<Outcome<F>, serde_json::Error> {
    // As a whole: from bytes, the strings that nobody reads would not be checked.
    let text = std::str::from_utf8(body).map_err(serde::de::Error::custom)?;
    // serde would take a list for a struct's fields in their order.
    if !R::IS_LIST && text.trim_ascii_start().starts_with('[') {
        return Err(serde::de::Error::custom("a list where an object is documented"));
    }
    serde_json::from_str::<R>(text).map(|response| response.into_outcome(data))
}

/// Reads the body of an HTTP error as an `E`; called by the derive.
pub fn decode_error<E: ErrorResponse, F: Flow>(status: StatusCode, body: &[u8]) -> Outcome<F> {
    if status.is_informational() || status.is_redirection() {
        let detail = "the answer is a redirect or an interim one, which a processor never sends; \
                      is the base URL right?";
        return Outcome::of_fault(Fault::new(FaultKind::Refused, detail));
    }
    let is_object = body.trim_ascii_start().first() == Some(&b'{');
    match serde_json::from_slice::<E>(body) {
        Ok(error) if is_object => Outcome::of_error(error, status),
        _ if body.is_empty() => {
            of_class(E::class_without_body(status), status, ProcessorError::default())
        }
        _ => of_class(ErrorClass::of_status(status), status, ProcessorError::default()),
    }
}

impl<F: Flow> Outcome<F> {
    /// What a processor's error means, by the class that its connector sorts it into. For errors that
    /// come inside a success, the status is that of the success.
    pub fn of_error<E: ErrorResponse>(error: E, status: StatusCode) -> Self {
        of_class(error.class(status), status, error.into_error())
    }
}

fn of_class<F: Flow>(
    class: ErrorClass,
    status: StatusCode,
    mut error: ProcessorError,
) -> Outcome<F> {
    // Whoever answers 429 or 5xx says nothing about the payment, whatever words come with it.
    let rate_limited = status == StatusCode::TOO_MANY_REQUESTS;
    let unavailable = status.is_server_error();
    let class = if rate_limited || unavailable { ErrorClass::Transient } else { class };
    error.http_status = Some(status).filter(|status| !status.is_success());
    let (kind, detail) = match class {
        ErrorClass::NotFound => return Outcome::NotFound(error),
        // A question cannot be declined; the words are about an earlier order, and no status.
        ErrorClass::Declined if F::MOVES_MONEY => return Outcome::Declined(error),
        ErrorClass::Transient if rate_limited => {
            (FaultKind::RateLimited, "the processor was asked too often")
        }
        ErrorClass::Transient => (FaultKind::Unavailable, "the processor cannot answer now"),
        ErrorClass::Configuration => {
            (FaultKind::Configuration, "the processor does not accept the credentials")
        }
        // An order that was given up or collided with itself may have been carried out.
        _ if matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::CONFLICT) => {
            (FaultKind::Unavailable, "the processor did not finish with the request")
        }
        ErrorClass::Refused | ErrorClass::Declined => {
            (FaultKind::Refused, "the processor did not take the request")
        }
    };
    let mut fault = Fault::new(kind, detail);
    let said_nothing = error.code.is_none() && error.message.is_none();
    fault.error = (!said_nothing).then_some(error);
    Outcome::of_fault(fault)
}

/// Some processors begin their JSON with one; RFC 8259, section 8.1 lets a reader ignore it.
fn without_byte_order_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

fn too_large(length: usize) -> Fault {
    let detail = format!("the answer is {length} bytes long; the limit is {MAX_BODY_BYTES}");
    Fault::new(FaultKind::Unreadable, detail)
}

fn unreadable(body: &[u8], headers: &HeaderMap, error: &serde_json::Error) -> Fault {
    let first = body.trim_ascii_start().first();
    let detail = if first.is_none() {
        "the answer is empty".to_owned()
    } else if first == Some(&b'<') {
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let said = content_type.unwrap_or("no content type");
        format!(
            "the answer is HTML or XML where JSON was expected ({said}); is the base URL right?"
        )
    } else if std::str::from_utf8(body).is_err() {
        "the answer is not UTF-8".to_owned()
    } else if error.is_eof() {
        format!("the answer is cut off: {error}")
    } else {
        format!("the answer is not of the documented shape: {error}")
    };
    Fault::new(FaultKind::Unreadable, detail)
}

/// Seconds only: the form with a date needs a clock, and no processor here sends it.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}
