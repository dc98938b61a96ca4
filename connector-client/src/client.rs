//! A connector, a merchant's credentials and a transport: what an application holds.

use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{
    Connection, Connector, CredentialFields, CredentialsError, Flow, Integration, Outcome,
    ReceivesWebhooks, RouterData, Webhook, WebhookRefused,
};

use crate::{AccessTokens, Transport};
#[cfg(feature = "reqwest")]
use crate::{HttpClient, HttpConfig, HttpConfigError};

/// A connector that can be called.
#[derive(Debug)]
pub struct Client<C: Connector, T> {
    connection: Connection<C>,
    transport: T,
    tokens: AccessTokens,
}

/// Why a connector cannot be called.
#[cfg(feature = "reqwest")]
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The credentials are not those of the connector.
    #[error(transparent)]
    Credentials(#[from] CredentialsError),
    /// The HTTP client could not be set up.
    #[error(transparent)]
    Http(#[from] HttpConfigError),
}

/// Adds `connect` to every connector.
pub trait Connect: Connector {
    /// The connector with these credentials, over HTTP with the default settings.
    ///
    /// ```no_run
    /// use connector_client::Connect as _;
    /// use connector_core::{CredentialFields, Integration, Outcome, PSync, RouterData};
    ///
    /// # async fn example<C: Integration<PSync>>(stripe: C, payment: RouterData<PSync>) -> Result<(), Box<dyn std::error::Error>> {
    /// let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#)?;
    /// let stripe = stripe.connect(credentials)?;
    /// match stripe.execute::<PSync>(&payment).await {
    ///     Outcome::Status(payment) => println!("{}", payment.status.status),
    ///     other => println!("{other:?}"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ConnectError`] where the credentials are not those of the connector, or no HTTP client can
    /// be set up.
    #[cfg(feature = "reqwest")]
    fn connect(
        self,
        credentials: CredentialFields,
    ) -> Result<Client<Self, HttpClient>, ConnectError> {
        let connection = Connection::new(credentials)?;
        let mut config = HttpConfig::new();
        if let Some(identity) = connection.client_identity() {
            config = config.client_identity(identity);
        }
        let transport = HttpClient::new(config)?;
        Ok(Client { connection, transport, tokens: AccessTokens::new() })
    }

    /// The connector with these credentials, over a transport of the application's: one HTTP client
    /// for all connectors, tower middleware, a recording. Where the credentials have a client's
    /// certificate, it is the transport that has to use it ([`Connection::client_identity`]).
    ///
    /// # Errors
    /// [`CredentialsError`] that names the field which is missing, unknown or wrong.
    fn connect_over<T: Transport>(
        self,
        transport: T,
        credentials: CredentialFields,
    ) -> Result<Client<Self, T>, CredentialsError> {
        let connection = Connection::new(credentials)?;
        Ok(Client { connection, transport, tokens: AccessTokens::new() })
    }
}

impl<C: Connector> Connect for C {}

impl<C: Connector, T: Transport> Client<C, T> {
    /// Carries out the flow `F`. Whatever happens on the way, there is an outcome. An access token, where
    /// the connector needs one, is fetched once and kept: see [`AccessTokens`].
    pub async fn execute<F: Flow>(&self, data: &RouterData<F>) -> Outcome<F>
    where
        C: Integration<F>,
    {
        self.tokens.execute(&self.transport, &self.connection, data).await
    }

    /// Verifies a webhook and reads what it tells; where only the processor can say whether it sent it, it
    /// is asked: see [`AccessTokens::receive_webhook`].
    ///
    /// # Errors
    /// [`WebhookRefused`] where nothing proves that the processor sent it, and soon enough.
    pub async fn receive_webhook(
        &self,
        request: &http::Request<Bytes>,
        now: SystemTime,
    ) -> Result<Webhook, WebhookRefused>
    where
        C: ReceivesWebhooks,
    {
        let received = self.tokens.receive_webhook(&self.transport, &self.connection, request, now);
        received.await.unwrap_or(Err(WebhookRefused::NotAsked))
    }

    /// The connector with its credentials, without the transport.
    pub fn connection(&self) -> &Connection<C> {
        &self.connection
    }
}
