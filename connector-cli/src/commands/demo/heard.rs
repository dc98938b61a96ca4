//! What a processor tells by itself: of one that cannot be asked, there is no other way to the end.

use std::time::SystemTime;

use bytes::Bytes;
use connector_client::{AccessTokens, HttpClient};
use connector_core::{AnyConnection, EventReport, Report};
use connector_sandbox::{Processor, SignedWebhook};
use http::{HeaderValue, Request};
use tokio::sync::mpsc::UnboundedReceiver;

use crate::failure::Failure;

/// The webhooks of all processors, in the order in which things happened.
pub(super) type Heard = UnboundedReceiver<(Processor, SignedWebhook)>;

/// What the webhooks tell that came by now; the other processors' are let go.
pub(super) async fn told(
    heard: &mut Heard,
    processor: Processor,
    client: &HttpClient,
    connection: &dyn AnyConnection,
) -> Result<Vec<Report>, Failure> {
    let mut told = Vec::new();
    while let Ok((from, webhook)) = heard.try_recv() {
        if from != processor {
            continue;
        }
        let mut request = Request::new(Bytes::from(webhook.body));
        for (name, value) in webhook.headers {
            let value = HeaderValue::from_str(&value).map_err(Failure::internal)?;
            request.headers_mut().insert(name, value);
        }
        let tokens = AccessTokens::new();
        let received =
            tokens.receive_webhook(client, connection, &request, SystemTime::now()).await;
        let events = match received {
            Some(Ok(webhook)) => webhook.events,
            Some(Err(refused)) => return Err(Failure::internal(refused)),
            None => Vec::new(),
        };
        told.extend(events.iter().map(|event| EventReport::from(event).report));
    }
    Ok(told)
}
