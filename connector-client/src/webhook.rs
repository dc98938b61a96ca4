//! Webhooks: verified by what came with them, or by asking the processor.

use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{
    AnyConnection, Received, UnverifiedWebhook, VerifyWebhookSource, Webhook, WebhookRefused,
};

use crate::{AccessTokens, Transport};

impl AccessTokens {
    /// Verifies a webhook and reads what it tells; `None` where the connector receives none. Where nothing
    /// that came with it proves anything, the processor is asked whether it sent it, over the transport
    /// and with a token of this store. Whatever goes wrong on the way, it is not believed.
    ///
    /// ```
    /// use bytes::Bytes;
    /// use connector_client::{AccessTokens, Transport};
    /// use connector_core::AnyConnection;
    ///
    /// /// What to answer the processor with.
    /// async fn answer(
    ///     tokens: &AccessTokens,
    ///     transport: &impl Transport,
    ///     connection: &dyn AnyConnection,
    ///     came: &http::Request<Bytes>,
    /// ) -> http::Response<Bytes> {
    ///     let mut response = http::Response::new(Bytes::new());
    ///     let now = std::time::SystemTime::now();
    ///     match tokens.receive_webhook(transport, connection, came, now).await {
    ///         Some(Ok(webhook)) => response = webhook.acknowledgement(), // once its events are kept
    ///         Some(Err(refused)) => *response.status_mut() = refused.status(),
    ///         None => *response.status_mut() = http::StatusCode::NOT_FOUND,
    ///     }
    ///     response
    /// }
    /// ```
    pub async fn receive_webhook(
        &self,
        transport: &impl Transport,
        connection: &dyn AnyConnection,
        request: &http::Request<Bytes>,
        now: SystemTime,
    ) -> Option<Result<Webhook, WebhookRefused>> {
        match connection.receive_webhook(request, now)? {
            Ok(Received::Webhook(webhook)) => Some(Ok(webhook)),
            Ok(Received::ToVerify(webhook)) => {
                Some(self.verify_webhook(transport, connection, webhook).await)
            }
            Err(refused) => Some(Err(refused)),
        }
    }

    async fn verify_webhook(
        &self,
        transport: &impl Transport,
        connection: &dyn AnyConnection,
        webhook: UnverifiedWebhook,
    ) -> Result<Webhook, WebhookRefused> {
        // A scheme that asks does not compile without the flow.
        let flow = connection.flow::<VerifyWebhookSource>().ok_or(WebhookRefused::NotAsked)?;
        let outcome = self.execute(transport, flow, webhook.question()).await;
        webhook.opened(&outcome)
    }
}
