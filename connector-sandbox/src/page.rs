//! The page on which a customer authenticates. In the sandbox they say how it goes.

use std::net::SocketAddr;

use hyper::{Method, StatusCode};

use crate::incoming::Incoming;
use crate::processor::Processor;
use crate::reply::Reply;
use crate::sandbox::Shared;

/// The first segment of the page's path.
pub(crate) const CUSTOMER: &str = "_customer";

/// Where the customer of this payment authenticates.
pub(crate) fn url(address: SocketAddr, processor: Processor, id: &str) -> String {
    format!("http://{address}/{CUSTOMER}/{processor}/{id}")
}

/// `GET ?outcome=success` and `?outcome=failure` go on with the payment; without an outcome there is a
/// page with both links.
pub(crate) fn answer(request: &Incoming, shared: &Shared) -> Reply {
    let segments = request.segments().unwrap_or_default();
    let found = match segments.as_slice() {
        [processor, id] if request.method == Method::GET => {
            processor.parse::<Processor>().ok().map(|processor| (processor, id))
        }
        _ => None,
    };
    let Some((processor, id)) = found else {
        return Reply::html(StatusCode::NOT_FOUND, "There is no such page");
    };
    let outcome = request.pairs().find(|(name, _)| name == "outcome").map(|(_, value)| value);
    let well = match outcome.as_deref() {
        Some("success") => true,
        Some("failure") => false,
        Some(_) => {
            let title = "The outcome is `success` or `failure`";
            return Reply::html(StatusCode::BAD_REQUEST, title);
        }
        None => return choice(processor, id, shared),
    };
    let mut state = shared.state();
    if !state.authenticated(processor, id, well) {
        return Reply::html(StatusCode::CONFLICT, "This payment does not wait for its customer");
    }
    let seen = state.show(processor, id, &[]);
    let facts = seen.and_then(|seen| seen.payment.made).map(|made| made.facts).unwrap_or_default();
    let target = if well { facts.return_url } else { facts.failure_url.or(facts.return_url) };
    let title = if well { "Authenticated" } else { "Not authenticated" };
    let brought_back = processor.wire().brought_back(id);
    let target = target.map(|target| match brought_back {
        Some((name, value)) => {
            let joint = if target.contains('?') { '&' } else { '?' };
            format!("{target}{joint}{name}={value}")
        }
        None => target,
    });
    match target {
        Some(target) => Reply::html(StatusCode::SEE_OTHER, title).with("location", target),
        None => Reply::html(StatusCode::OK, title),
    }
}

fn choice(processor: Processor, id: &str, shared: &Shared) -> Reply {
    let state = shared.state();
    let seen = state.show(processor, id, &[]);
    let waits = seen
        .is_some_and(|seen| seen.payment.made.is_some_and(|made| made.authentication.is_some()));
    if !waits {
        return Reply::html(StatusCode::CONFLICT, "This payment does not wait for its customer");
    }
    // The identifier belongs to a payment, so there is nothing in it that HTML would mind.
    let page = format!(
        "<!DOCTYPE html>\n<title>Authentication</title>\n<h1>{processor}: {id}</h1>\n\
         <p><a href=\"?outcome=success\">It is me</a></p>\n\
         <p><a href=\"?outcome=failure\">It is not me</a></p>\n"
    );
    Reply::text(StatusCode::OK, "text/html; charset=utf-8", page)
}
