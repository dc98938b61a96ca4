//! What a transport is: the bounds, written once.

use crate::TransportError;
use bytes::Bytes;
use http::{Request, Response};
use tower::Service;

/// A service that carries one HTTP request to a processor and brings back the whole response.
///
/// Never implemented by hand: every `tower::Service` with these types is one, so that tower's
/// middleware composes with `HttpClient` and a closure can stand in for it.
/// The name saves repeating the bounds wherever flows are executed.
///
/// The error needs only to convert, because middleware such as `tower::timeout` answers with a
/// boxed error. See [`TransportError`] for what becomes of an error that it does not know.
///
/// ```
/// use bytes::Bytes;
/// use connector_client::Transport;
/// use http::{Request, Response};
/// use std::convert::Infallible;
///
/// fn takes_a_transport(_: impl Transport) {}
///
/// takes_a_transport(tower::service_fn(async |_: Request<Bytes>| {
///     Ok::<_, Infallible>(Response::new(Bytes::from_static(b"{}")))
/// }));
/// ```
pub trait Transport:
    Service<Request<Bytes>, Response = Response<Bytes>, Error: Into<TransportError>, Future: Send>
    + Clone
    + Send
    + Sync
    + 'static
{
}

impl<S> Transport for S where
    S: Service<
            Request<Bytes>,
            Response = Response<Bytes>,
            Error: Into<TransportError>,
            Future: Send,
        > + Clone
        + Send
        + Sync
        + 'static
{
}
