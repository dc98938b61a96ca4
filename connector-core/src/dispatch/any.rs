//! Connectors that are known at run time only: chosen by name, from configuration.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::time::SystemTime;

use bytes::Bytes;

use super::{FlowByName, FlowHandler, FlowMethods, FlowSupport, FlowTable, table};
use crate::connection::Connection;
use crate::connector::{Connector, Integration};
use crate::credentials::{BaseUrl, ClientIdentity, CredentialFields, CredentialsError};
use crate::describe::{ConnectorDescription, describe_connector};
use crate::flow::Flow;
use crate::webhook::{Received, WebhookRefused};

/// A connector whose type is not known. Its flows keep theirs.
pub trait AnyConnector: fmt::Debug + Send + Sync {
    /// Its name.
    fn name(&self) -> &'static str;

    /// What it can do, read from its declarations.
    fn describe(&self) -> ConnectorDescription;

    /// The connector with a merchant's credentials.
    ///
    /// # Errors
    /// [`CredentialsError`] that names the field which is missing, unknown or wrong.
    fn connect(
        &self,
        credentials: CredentialFields,
    ) -> Result<Box<dyn AnyConnection>, CredentialsError>;

    /// Its flows, each where it has it.
    #[doc(hidden)]
    fn flows(&self) -> &'static FlowTable;

    /// Itself, to find out whose it is.
    #[doc(hidden)]
    fn as_any(&self) -> &dyn Any;
}

impl dyn AnyConnector + '_ {
    /// The flow `F`, where this connector has it.
    #[must_use]
    pub fn flow<F: Flow>(&self) -> Option<FlowSupport<F>> {
        F::of_connector(self)
    }

    /// The flow `F` of the connector `C`, where this is it. With it a flow of an application's own says which
    /// connectors have it: [`Flow::of_connector`].
    #[must_use]
    pub fn flow_of<C: Integration<F>, F: Flow>(&self) -> Option<FlowSupport<F>> {
        self.as_any().is::<Registered<C>>().then(FlowSupport::of::<C>)
    }
}

/// A connector with a merchant's credentials whose type is not known. Its flows keep theirs.
pub trait AnyConnection: FlowMethods + fmt::Debug + Send + Sync {
    /// The connector's name.
    fn connector_name(&self) -> &'static str;

    /// Where the processor is.
    fn base_url(&self) -> &BaseUrl;

    /// What the TLS handshake proves the merchant's identity with, where the processor asks for that.
    fn client_identity(&self) -> Option<ClientIdentity>;

    /// Verifies a webhook and reads what it tells; `None` where the connector receives none.
    ///
    /// ```
    /// use connector_core::{CredentialFields, WebhookRefused};
    ///
    /// # fn example(connector: &dyn connector_core::AnyConnector) -> Result<(), Box<dyn std::error::Error>> {
    /// let credentials = br#"{"api_key": "sk_test_1", "webhook_secret": "whsec_1"}"#;
    /// let connection = connector.connect(CredentialFields::from_json(credentials)?)?;
    /// let request = http::Request::new(bytes::Bytes::from_static(b"{}"));
    /// let received = connection.receive_webhook(&request, std::time::SystemTime::now());
    /// assert!(matches!(received, None | Some(Err(WebhookRefused::MissingHeader(_)))));
    /// # Ok(())
    /// # }
    /// ```
    fn receive_webhook(
        &self,
        request: &http::Request<Bytes>,
        now: SystemTime,
    ) -> Option<Result<Received, WebhookRefused>>;

    /// Itself, to find out whose it is.
    #[doc(hidden)]
    fn as_any(&self) -> &dyn Any;
}

impl dyn AnyConnection + '_ {
    /// The flow `F`, where this connector has it.
    #[must_use]
    pub fn flow<F: Flow>(&self) -> Option<&dyn FlowHandler<F>> {
        F::of_connection(self)
    }

    /// The flow `F` of the connector `C`, where this is a connection of it. With it a flow of an application's
    /// own says which connectors have it: [`Flow::of_connection`].
    #[must_use]
    pub fn flow_of<C: Integration<F>, F: Flow>(&self) -> Option<&dyn FlowHandler<F>> {
        FlowSupport::of::<C>().handler(self.as_any())
    }

    /// A flow by its name, where this connector has it: `psync`, `PSync`.
    #[must_use]
    pub fn flow_by_name(&self, name: &str) -> Option<FlowByName<'_>> {
        table::by_name(self, name)
    }
}

impl<C: Connector> AnyConnection for Connection<C> {
    fn connector_name(&self) -> &'static str {
        C::NAME
    }

    fn base_url(&self) -> &BaseUrl {
        Self::base_url(self)
    }

    fn client_identity(&self) -> Option<ClientIdentity> {
        Self::client_identity(self)
    }

    fn receive_webhook(
        &self,
        request: &http::Request<Bytes>,
        now: SystemTime,
    ) -> Option<Result<Received, WebhookRefused>> {
        C::WEBHOOK.map(|declaration| self.receive_declared(declaration, request, now))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// The connector `C` in a list of connectors of all types.
pub struct Registered<C>(PhantomData<fn() -> C>);

impl<C: Connector> Registered<C> {
    /// The entry for a list.
    pub const NEW: Self = Self(PhantomData);
}

impl<C: Connector> fmt::Debug for Registered<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Registered").field(&C::NAME).finish()
    }
}

impl<C: Connector> AnyConnector for Registered<C> {
    fn name(&self) -> &'static str {
        C::NAME
    }

    fn describe(&self) -> ConnectorDescription {
        describe_connector::<C>()
    }

    fn connect(
        &self,
        credentials: CredentialFields,
    ) -> Result<Box<dyn AnyConnection>, CredentialsError> {
        Ok(Box::new(Connection::<C>::new(credentials)?))
    }

    fn flows(&self) -> &'static FlowTable {
        const { &C::FLOWS }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
