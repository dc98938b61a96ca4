//! From reqwest's errors to ours: which phase failed decides what is known about the request.

use crate::{Endpoint, HttpConfig, TransportError, TransportErrorKind};
use std::error::Error;
use std::io;
use std::iter::successors;

/// An error from the time before the head of a response was read.
pub(crate) fn before_response(
    error: &reqwest::Error,
    endpoint: Endpoint,
    config: &HttpConfig,
) -> TransportError {
    let kind = if error.is_connect() {
        connecting(error)
    } else if error.is_builder() {
        TransportErrorKind::InvalidUrl
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::NoResponse
    };
    describe(kind, error, endpoint, config)
}

/// An error from the time after that.
pub(crate) fn within_body(
    error: &reqwest::Error,
    endpoint: Endpoint,
    config: &HttpConfig,
) -> TransportError {
    let kind = if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::BodyInterrupted
    };
    describe(kind, error, endpoint, config)
}

/// Only while a connection is made does a failure prove that nothing was sent. A TLS error later on,
/// such as a client certificate that the server refuses after the handshake, proves nothing.
fn connecting(error: &reqwest::Error) -> TransportErrorKind {
    if error.is_timeout() {
        TransportErrorKind::ConnectTimeout
    } else if error.is_dns() {
        TransportErrorKind::Dns
    } else if chain(error).any(is_tls) {
        TransportErrorKind::Tls
    } else {
        TransportErrorKind::Connect
    }
}

fn is_tls(error: &(dyn Error + 'static)) -> bool {
    error.is::<rustls::Error>()
}

fn describe(
    kind: TransportErrorKind,
    error: &reqwest::Error,
    endpoint: Endpoint,
    config: &HttpConfig,
) -> TransportError {
    let described = TransportError::new(kind, endpoint).with_source(Cause::of(error));
    match kind {
        TransportErrorKind::Timeout => described.with_detail(format!("{:?}", config.total_timeout)),
        TransportErrorKind::ConnectTimeout => {
            described.with_detail(format!("{:?}", config.connect_timeout))
        }
        _ => described,
    }
}

/// The texts of an error's sources.
///
/// Texts instead of the errors, so that no type of reqwest can be reached, not even by downcast; and
/// without those of reqwest itself, whose errors carry the URL with its query.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Cause(String);

impl Cause {
    pub(crate) fn of(error: &reqwest::Error) -> Self {
        let mut texts: Vec<String> = chain(error)
            .filter(|cause| !cause.is::<reqwest::Error>())
            .map(ToString::to_string)
            .collect();
        // An error that only wraps another one repeats its text.
        texts.dedup();
        Self(texts.join(": "))
    }
}

fn chain<'a>(error: &'a reqwest::Error) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    let first: &'a (dyn Error + 'static) = error;
    successors(Some(first), |&error| behind(error))
}

/// The next error of a chain. An `io::Error` would skip the error that it wraps, which for TLS is the
/// one that matters, and hyper-rustls wraps twice.
fn behind<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(wrapped) => Some(wrapped),
        None => error.source(),
    }
}
