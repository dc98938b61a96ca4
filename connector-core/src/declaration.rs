//! What a flow declares: everything that is known of it when it is compiled, as one constant. One and not
//! seven, because rustc works on each constant by itself.

use std::fmt;

use http::Method;

use crate::connector::{Connector, Integration};
use crate::credentials::Auth;
use crate::describe::{Body, Hook, Place};
use crate::dispatch::asked_by::{asks_as_psync_does_not, is_found_by_what_is_told};
use crate::dispatch::first::{is_first_of_response, is_first_with_header, is_of_a_field};
use crate::flow::Flow;
use crate::money::counted::is_not_stated;
use crate::repetition::KeyMemory;
use crate::response::declared::{Reader, reader};
use crate::response::status_field::{cannot_tell_a_failure, may_succeed};
use crate::response::unit::is_not_counted;
use crate::response::{FlowResponse, Unit};
use crate::status::StatusMapping;
use crate::status::text::Text;
use crate::url::Template;

/// How a connector carries out the flow `F`, as far as it is said by declarations.
pub struct FlowDeclaration<F: Flow> {
    /// The HTTP method.
    pub method: &'static Method,
    /// The path and fixed query, relative to the base URL.
    pub url: Template,
    /// Which of the connector's other base URLs the URL is relative to, where it is one of them.
    pub base_url: Option<&'static str>,
    /// Where each value of the request goes and comes from.
    pub places: &'static [Place],
    /// How the body is written; `None` where the request has none.
    pub body: Option<Body>,
    /// How the body of a success is read, and what its words for the status mean.
    pub response: Reader<F>,
    /// The functions and types that it names over those of the connector.
    pub hooks: &'static [Hook],
    /// Why an order that moves money is sent without an idempotency key.
    pub no_idempotency: Option<&'static str>,
    /// How long the processor remembers its idempotency key, where that differs from what the connector says.
    pub key_remembered_for: Option<KeyMemory>,
    /// The fields that change what is ordered and are not sent, each with the reason.
    pub ignores: &'static [(&'static str, &'static str)],
}

/// A flow whose response is an `R`, and that declares nothing else yet.
#[must_use]
pub const fn declared<R: FlowResponse<F>, F: Flow>() -> FlowDeclaration<F> {
    FlowDeclaration {
        method: &Method::GET,
        url: Template { text: "", path: &[], query: "" },
        base_url: None,
        places: &[],
        body: None,
        response: reader::<R, F>(),
        hooks: &[],
        no_idempotency: None,
        key_remembered_for: None,
        ignores: &[],
    }
}

/// Stops the compiler where the response to the flow does not say where the id or the amount is, counts an
/// amount as the processor does not, or means a success whatever it says; or where two parts of the
/// request write one header.
#[track_caller]
pub const fn is_whole<C: Integration<F>, F: Flow>() {
    let FlowDeclaration { places, response, .. } = &C::DECLARATION;
    response.integrity.is_whole::<F>();
    headers_are_sent_once::<C, F>(places);
    no_field_is_overwritten::<C, F>(places);
    if let Some(status) = response.by_itself {
        cannot_tell_a_failure::<F>(status, response.statuses);
    }
    if let [StatusMapping { status: Some(status), .. }] = response.statuses {
        may_succeed::<F>(status);
    }
    if F::BY_REFERENCE {
        asks_as_psync_does_not(C::FLOWS.authorize, C::FLOWS.psync_by_reference, C::FLOWS.psync);
        assert!(
            C::FLOWS.psync.is_some(),
            "PSync asks by the merchant's reference where there is no id, and this connector has no PSync"
        );
        is_found_by_what_is_told(places, &response.integrity);
    }
    if let Some(Unit { is_stated: false, .. }) = response.unit {
        is_not_stated::<C>();
    }
    if let Some(unit) = &response.unit
        && !unit.is_counted(C::DECIMALS)
        && is_first_of_response::<C, F>(unit)
    {
        is_not_counted(unit);
    }
}

/// Stops the compiler where a field goes into a header that the connector sends with each request.
#[track_caller]
const fn headers_are_sent_once<C: Connector, F: Flow>(places: &[Place]) {
    let mut own = C::HEADERS;
    while let [(name, _), others @ ..] = own {
        if is_of_a_field(name, places) && is_first_with_header::<C, F>(name) {
            let mut text = Text::EMPTY;
            text.push("the connector sends the header `");
            text.push(name);
            text.push(
                "` with each request (`headers`), and a field does, too: drop one of the two",
            );
            assert!(text.as_str().is_empty(), "{}", text.as_str());
        }
        own = others;
    }
}

/// Stops the compiler where a field goes into a header that the credentials are sent in: they would take its place.
#[track_caller]
const fn no_field_is_overwritten<C: Connector, F: Flow>(places: &[Place]) {
    let mut credentials = <C::Auth as Auth>::HEADERS;
    while let [name, others @ ..] = credentials {
        if is_of_a_field(name, places) && is_first_with_header::<C, F>(name) {
            overwritten(name, "a field");
        }
        credentials = others;
    }
}

/// Stops the compiler where the connector sends a header with each request that the credentials are sent in.
#[track_caller]
pub const fn are_no_credentials<A: Auth>(mut own: &[&str]) {
    while let [name, others @ ..] = own {
        let mut credentials = A::HEADERS;
        while let [credential, rest @ ..] = credentials {
            if name.eq_ignore_ascii_case(credential) {
                overwritten(name, "one of the connector's `headers`");
            }
            credentials = rest;
        }
        own = others;
    }
}

#[track_caller]
const fn overwritten(name: &str, what: &str) {
    let mut text = Text::EMPTY;
    text.push("the credentials are sent in the header `");
    text.push(name);
    text.push("`, and would take the place of ");
    text.push(what);
    text.push(": drop one of the two");
    assert!(text.as_str().is_empty(), "{}", text.as_str());
}

impl<F: Flow> fmt::Debug for FlowDeclaration<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FlowDeclaration").field("url", &self.url.text).finish_non_exhaustive()
    }
}
