//! How every HTTP response is read: first what kind of answer it is, then what it says.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::response::Parts;
use http::{HeaderMap, StatusCode};

use super::declared::StatusBy;
use super::unit::Unit;
use super::{
    ErrorClass, ErrorResponse, Fault, FaultKind, Integrity, Mismatch, Outcome, ProcessorError,
    RawBody, ReadError, ResponseBody,
};
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
pub trait FlowResponse<F: Flow>: Sized {
    /// What the processor's words for the status mean in this flow, for `describe` and for tests.
    const STATUSES: &'static [StatusMapping];

    /// Where it tells the id and the amount that the flow is about, or why it does not.
    const INTEGRITY: Integrity;

    /// The unit of its amounts, for `describe`.
    const UNIT: Option<Unit> = None;

    /// The function that makes the status of its words, where their table is not all, for `describe`.
    const STATUS_BY: Option<StatusBy> = None;

    /// The success that an answer to a question means by itself, whatever stands in it, and nobody says why none means
    /// a failure: what failed would be told so, too, and it does not compile. Of several shapes, that of one.
    const BY_ITSELF: Option<&'static str> = None;

    /// Reads the body of a success: `body.json()`, `body.json_list()`, `body.xml()`, `body.form()`.
    ///
    /// # Errors
    /// [`ReadError`] that says what came in place of it.
    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError>;

    /// What it says.
    fn into_outcome(self, data: &RouterData<F>) -> Outcome<F>;
}

/// A [`Preprocess`](crate::connector::Preprocess) that knows its credentials already.
type Preprocessing<'a> = &'a dyn Fn(&Bytes) -> Result<Bytes, &'static str>;

/// What a connector does with the answers to the flow `F`, apart from its type: so that how they are
/// read is compiled once for each flow, and not for each connector.
pub(crate) struct Reading<'a, F: Flow> {
    pub(crate) preprocess: Option<Preprocessing<'a>>,
    pub(crate) decode: fn(&RouterData<F>, ResponseBody<'_>) -> Result<Outcome<F>, ReadError>,
    pub(crate) read_error: fn(StatusCode, &[u8]) -> Outcome<F>,
    pub(crate) settles_within: Duration,
}

impl<F: Flow> Reading<'_, F> {
    /// Reads a response.
    pub(crate) fn read(&self, data: &RouterData<F>, response: http::Response<Bytes>) -> Outcome<F> {
        let (head, body) = response.into_parts();
        let outcome = if body.len() > MAX_BODY_BYTES {
            Outcome::of_fault(too_large(body.len()))
        } else if let Some(preprocess) = self.preprocess.filter(|_| !body.is_empty()) {
            match preprocess(&body) {
                Ok(body) => self.body(data, &head, &body),
                Err(problem) => of_untouchable(head.status, problem),
            }
        } else {
            self.body(data, &head, &body)
        };
        let mut evidence = Fault::new(FaultKind::Unreadable, "");
        evidence.http_status = Some(head.status);
        evidence.retry_after = retry_after(&head.headers);
        evidence.body = body;
        outcome.with_evidence(evidence, self.settles_within)
    }

    fn body(&self, data: &RouterData<F>, head: &Parts, body: &[u8]) -> Outcome<F> {
        if head.status.is_success() {
            let body = ResponseBody::new(body).with_status(head.status).with_headers(&head.headers);
            self.success(data, body, &head.headers)
        } else {
            (self.read_error)(head.status, body)
        }
    }

    fn success(
        &self,
        data: &RouterData<F>,
        body: ResponseBody<'_>,
        headers: &HeaderMap,
    ) -> Outcome<F> {
        match (self.decode)(data, body) {
            Err(error) => Outcome::of_fault(unreadable(&error, headers)),
            Ok(outcome) => outcome.settled(data),
        }
    }
}

/// What an answer means that the connector's own function could not make readable: nothing, save
/// that a server which says 429 or 5xx is to be asked later.
fn of_untouchable<F: Flow>(status: StatusCode, problem: &'static str) -> Outcome<F> {
    if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
        return of_class(ErrorClass::Transient, status, ProcessorError::default());
    }
    Outcome::of_fault(Fault::new(FaultKind::Unreadable, format!("the answer {problem}")))
}

impl<F: Flow> Outcome<F> {
    /// What a response tells, once it is known that the flow can tell it and that it is about what was
    /// asked.
    pub(crate) fn settled(self, data: &RouterData<F>) -> Self {
        let Self::Status(response) = self else { return self };
        // First what only who asked knows: of an order to capture, that the amount is what it takes.
        let response = F::answered(data, response).agreed();
        let told = response.status();
        if !F::tells(told.status) {
            let word = &told.connector_status;
            let detail = format!("the processor says `{word}`, which is no answer to {}", F::NAME);
            return Self::of_fault(Fault::new(FaultKind::Silent, detail));
        }
        if !F::is_named(data, &response) {
            let detail = "the answer does not say what the merchant called the payment, by which it was asked about";
            return Self::of_fault(Fault::new(FaultKind::Silent, detail));
        }
        Self::Status(response).held_against(data)
    }

    /// The same, where it is about what was asked: a status about another id, amount or currency is a
    /// mismatch. Answers are held against their question already; an event is by whoever knows what
    /// it should be about.
    ///
    /// ```
    /// use connector_core::{Outcome, PSync, RouterData};
    ///
    /// /// `paid` is what an event tells, `ordered` is what the application asked for.
    /// fn believe(paid: Outcome<PSync>, ordered: &RouterData<PSync>) -> Outcome<PSync> {
    ///     paid.held_against(ordered)
    /// }
    /// ```
    pub fn held_against(self, data: &RouterData<F>) -> Self {
        let Self::Status(response) = self else { return self };
        match F::discrepancy(data, &response).or_else(|| response.contradiction()) {
            None => Self::Status(response),
            Some(discrepancy) => Self::Mismatch(Box::new(Mismatch {
                discrepancy,
                response,
                body: RawBody::default(),
            })),
        }
    }
}

/// Reads the body of an HTTP error as an `E`; called by the derive.
pub fn decode_error<E: ErrorResponse, F: Flow>(status: StatusCode, body: &[u8]) -> Outcome<F> {
    if status.is_informational() || status.is_redirection() {
        let detail = "the answer is a redirect or an interim one, which a processor never sends; \
                      is the base URL right?";
        // Behind an order that was taken some servers send elsewhere, too (RFC 9110, section 15.4.4).
        let kind = if F::REPETITION.is_free() { FaultKind::Refused } else { FaultKind::Unreadable };
        return Outcome::of_fault(Fault::new(kind, detail));
    }
    match E::read(ResponseBody::new(body)) {
        Ok(error) => Outcome::of_error(error, status),
        Err(ReadError::Empty) => {
            of_class(E::class_without_body(status), status, ProcessorError::default())
        }
        Err(_) => of_class(ErrorClass::of_status(status), status, ProcessorError::default()),
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
    // Whoever answers 429 or 5xx says nothing about the payment, whatever words come with it. An order may be turned
    // away so because the same one is under way, and what becomes of that nobody says.
    let has_a_twin = class == ErrorClass::Duplicate && !F::REPETITION.is_free();
    let rate_limited = status == StatusCode::TOO_MANY_REQUESTS && !has_a_twin;
    let unavailable = status.is_server_error();
    let class = if rate_limited || unavailable { ErrorClass::Transient } else { class };
    error.http_status = Some(status).filter(|status| !status.is_success());
    let (kind, detail) = match class {
        ErrorClass::NotFound => return Outcome::NotFound(error.into()),
        // A question cannot be declined; the words are about an earlier order, and no status.
        ErrorClass::Declined if !F::REPETITION.is_free() => return Outcome::Declined(error),
        ErrorClass::Transient if rate_limited => {
            (FaultKind::RateLimited, "the processor was asked too often")
        }
        ErrorClass::Transient => (FaultKind::Unavailable, "the processor cannot answer now"),
        ErrorClass::Configuration => {
            (FaultKind::Configuration, "the processor does not accept the credentials")
        }
        ErrorClass::Duplicate => (
            FaultKind::Silent,
            "the processor has this order already and does not say what became of it",
        ),
        // An order that was given up or collided with itself may have been carried out.
        _ if matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::CONFLICT) => {
            (FaultKind::Unavailable, "the processor did not finish with the request")
        }
        ErrorClass::Unknown => (FaultKind::Silent, "the processor says an error that nobody knows"),
        ErrorClass::Refused | ErrorClass::Declined => {
            (FaultKind::Refused, "the processor did not take the request")
        }
    };
    let mut fault = Fault::new(kind, detail);
    let said_nothing = error.code.is_none() && error.message.is_none() && error.reason.is_none();
    fault.error = (!said_nothing).then_some(error);
    Outcome::of_fault(fault)
}

fn too_large(length: usize) -> Fault {
    let detail = format!("the answer is {length} bytes long; the limit is {MAX_BODY_BYTES}");
    Fault::new(FaultKind::Unreadable, detail)
}

fn unreadable(error: &ReadError, headers: &HeaderMap) -> Fault {
    let mut detail = format!("the answer {error}");
    if let ReadError::OtherForm { .. } = error {
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let said = content_type.unwrap_or("no content type");
        detail.push_str(&format!(" ({said}); is the base URL right?"));
    }
    Fault::new(FaultKind::Unreadable, detail)
}

/// Seconds only: the form with a date needs a clock, and no processor here sends it.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}
