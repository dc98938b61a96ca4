//! One flow, once: build, carry, read.

use connector_core::{Fault, FaultKind, Flow, FlowHandler, Moment, NotSent, Outcome, RouterData};
use http::StatusCode;
use tower::ServiceExt as _;

use crate::{AccessTokens, Delivery, Transport, TransportError};

/// Carries out a flow: builds the request, sends it over the transport, reads the answer. Whatever
/// happens on the way, there is an outcome. A connector whose requests carry an access token fetches one
/// for this call alone; a [`Client`](crate::Client) and [`AccessTokens`] keep it for the next.
///
/// ```
/// use bytes::Bytes;
/// use connector_client::execute;
/// use connector_core::{Flow, FlowHandler, Outcome, RouterData};
///
/// // Any flow of any connector, over any transport: here one that always answers 503.
/// async fn in_maintenance<F: Flow>(flow: &dyn FlowHandler<F>, data: &RouterData<F>) -> Outcome<F> {
///     let transport = tower::service_fn(async |_: http::Request<Bytes>| {
///         let mut response = http::Response::new(Bytes::new());
///         *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
///         Ok::<_, std::convert::Infallible>(response)
///     });
///     execute(&transport, flow, data).await
/// }
/// ```
pub async fn execute<F: Flow>(
    transport: &impl Transport,
    flow: &(impl FlowHandler<F> + ?Sized),
    data: &RouterData<F>,
) -> Outcome<F> {
    AccessTokens::new().execute(transport, flow, data).await
}

/// What became of one exchange.
pub(crate) struct Exchanged<F: Flow> {
    pub(crate) outcome: Outcome<F>,
    /// Whether the processor did not accept who asked (401).
    pub(crate) unauthorized: bool,
}

/// Builds, carries and reads, once.
pub(crate) async fn exchange<F: Flow>(
    transport: &impl Transport,
    flow: &(impl FlowHandler<F> + ?Sized),
    data: &RouterData<F>,
    moment: &Moment,
) -> Exchanged<F> {
    let told = |outcome| Exchanged { outcome, unauthorized: false };
    let request = match flow.build_request_at(data, moment) {
        Ok(request) => request,
        Err(error) => return told(Outcome::NotSent(error.into())),
    };
    match transport.clone().oneshot(request).await {
        Ok(response) => Exchanged {
            unauthorized: response.status() == StatusCode::UNAUTHORIZED,
            outcome: flow.handle_response(data, response),
        },
        Err(error) => told(of_transport_error(&error.into())),
    }
}

fn of_transport_error<F: Flow>(error: &TransportError) -> Outcome<F> {
    use crate::TransportErrorKind::{InvalidUrl, PlainHttp};
    let text = described(error, !F::REPETITION.is_free());
    match error.delivery() {
        Delivery::NotSent if matches!(error.kind(), PlainHttp | InvalidUrl) => {
            Outcome::NotSent(NotSent::Refused(text))
        }
        Delivery::NotSent => Outcome::NotSent(NotSent::Unreachable(text)),
        Delivery::Unknown => Outcome::of_fault(Fault::new(FaultKind::Transport, text)),
    }
}

/// The error with its causes. What an order needs as advice, to ask before repeating, makes no sense
/// for a question.
fn described(error: &TransportError, is_order: bool) -> String {
    let mut text = if is_order || error.delivery() == Delivery::NotSent {
        error.to_string()
    } else {
        error.without_advice()
    };
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let said = error.to_string();
        // Many errors repeat their cause in their own message.
        if !text.contains(&said) {
            text.push_str("; ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}
