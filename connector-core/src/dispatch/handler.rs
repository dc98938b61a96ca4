//! One flow of one connector, typed by the flow and not by the connector.

use std::any::Any;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;

use super::asked_by::comes_from;
use super::first::DeclaredFlow;
use super::{FlowMethods as _, ServerAuthenticationToken};
use crate::connection::{Connection, ConnectionId};
use crate::connector::Integration;
use crate::credentials::{Auth, CredentialFields, CredentialsError, Moment};
use crate::describe::{FlowDescription, Hook, IDEMPOTENCY_KEY, Place, describe_flow};
use crate::flow::Flow;
use crate::repetition::Repetition;
use crate::request::BuildError;
use crate::response::{Fault, Outcome, Unit};
use crate::router_data::RouterData;
use crate::status::compared::same;

/// The flow `F` of some connector with a merchant's credentials: the two functions of which
/// everything else is made. Neither does any IO.
pub trait FlowHandler<F: Flow>: Send + Sync {
    /// Builds the HTTP request, where it needs neither the time nor an access token. Nothing is sent.
    ///
    /// # Errors
    /// [`BuildError`] where the data lacks something, or a value cannot stand in its place.
    fn build_request(&self, data: &RouterData<F>) -> Result<http::Request<Bytes>, BuildError> {
        self.build_request_at(data, &Moment::UNKNOWN)
    }

    /// Builds the HTTP request at this moment. Nothing is sent.
    ///
    /// # Errors
    /// [`BuildError`] where the data lacks something, or a value cannot stand in its place.
    fn build_request_at(
        &self,
        data: &RouterData<F>,
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, BuildError>;

    /// Reads the HTTP response. Whatever comes, there is an outcome.
    fn handle_response(&self, data: &RouterData<F>, response: http::Response<Bytes>) -> Outcome<F>;

    /// Whether the order may be sent again that was first sent so long ago: with its key as long as the processor
    /// remembers that, and afterwards not before somebody looked ([`Repetition::AfterLooking`]): it would be
    /// another order. Where no documents say how long it is remembered, the key is all there is to go by. `told` is
    /// what the last try told, where it is known ([`SentUnknown`](Outcome::SentUnknown)): some processors remember no
    /// key of an order that they answered with an error, and after a 5xx somebody has to look first there, too.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use connector_core::{Fault, FlowHandler, Refund, Repetition};
    ///
    /// fn is_safe(refund: &dyn FlowHandler<Refund>, since_the_first: Duration, told: &Fault) -> bool {
    ///     refund.repetition(since_the_first, Some(told)) == Repetition::WithItsKey
    /// }
    /// ```
    fn repetition(&self, since_the_first: Duration, told: Option<&Fault>) -> Repetition {
        let _ = (since_the_first, told);
        F::REPETITION
    }

    /// What fetches the access token that the request carries; `None` where it carries none.
    fn token_source(&self) -> Option<TokenSource<'_>> {
        None
    }
}

/// What fetches the access token of a connection.
#[derive(Clone, Copy)]
pub struct TokenSource<'a> {
    /// Whose token it is: never another connection's.
    pub connection: ConnectionId,
    /// The flow that fetches it.
    pub flow: &'a dyn FlowHandler<ServerAuthenticationToken>,
}

impl fmt::Debug for TokenSource<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TokenSource").field(&self.connection).finish()
    }
}

impl<C: Integration<F>, F: Flow> FlowHandler<F> for Connection<C> {
    fn build_request_at(
        &self,
        data: &RouterData<F>,
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, BuildError> {
        Self::build_request_at(self, data, moment)
    }

    fn handle_response(&self, data: &RouterData<F>, response: http::Response<Bytes>) -> Outcome<F> {
        Self::handle_response(self, data, response)
    }

    fn repetition(&self, since_the_first: Duration, told: Option<&Fault>) -> Repetition {
        let declared = const { &C::DECLARATION };
        if !declared.places.iter().any(Place::is_idempotency_key) {
            return F::REPETITION.without_key();
        }
        let keys = declared.key_remembered_for.or(C::KEYS_REMEMBERED_FOR);
        F::REPETITION.after(since_the_first, keys, told)
    }

    fn token_source(&self) -> Option<TokenSource<'_>> {
        if F::FETCHES_ACCESS_TOKEN || !C::Auth::WANTS_ACCESS_TOKEN {
            return None;
        }
        let flow = self.server_authentication_token()?;
        Some(TokenSource { connection: self.id(), flow })
    }
}

/// That a connector has the flow `F`, where the connector is known at run time only. Typed by the flow
/// alone: what there is of it for each connector and flow is three short functions.
pub struct FlowSupport<F: Flow> {
    pub(crate) places: &'static [Place],
    hooks: &'static [Hook],
    unit: Option<Unit>,
    describe: fn() -> FlowDescription,
    connect: fn(CredentialFields) -> Connected<F>,
    handler: for<'a> fn(&'a (dyn Any + 'static)) -> Option<&'a dyn FlowHandler<F>>,
}

type Connected<F> = Result<Box<dyn FlowHandler<F>>, CredentialsError>;

impl<F: Flow> FlowSupport<F> {
    /// That `C` has it.
    pub(crate) const fn of<C: Integration<F>>() -> Self {
        Self {
            places: C::DECLARATION.places,
            hooks: C::DECLARATION.hooks,
            unit: C::DECLARATION.response.unit,
            describe: describe_flow::<C, F>,
            connect: |credentials| Ok(Box::new(Connection::<C>::new(credentials)?)),
            handler: |connection| match connection.downcast_ref::<Connection<C>>() {
                Some(connection) => Some(connection),
                None => None,
            },
        }
    }

    /// Whether the flow itself names a function or a type by this key, in the place of the connector's.
    pub(crate) const fn has_its_own(&self, key: &str) -> bool {
        let mut hooks = self.hooks;
        while let [hook, rest @ ..] = hooks {
            if same(hook.key, key) {
                return true;
            }
            hooks = rest;
        }
        false
    }

    /// What is held against other flows of the connector.
    pub(crate) const fn declared(&self) -> DeclaredFlow {
        DeclaredFlow {
            name: F::NAME,
            by_reference: F::BY_REFERENCE,
            places: self.places,
            unit: self.unit,
        }
    }

    /// Whether it sends an idempotency key.
    pub(crate) const fn sends_a_key(&self) -> bool {
        comes_from(self.places, IDEMPOTENCY_KEY)
    }

    /// How the connector carries it out.
    #[must_use]
    pub fn describe(&self) -> FlowDescription {
        (self.describe)()
    }

    /// The flow with a merchant's credentials.
    ///
    /// # Errors
    /// [`CredentialsError`] that names the field which is missing, unknown or wrong.
    pub fn connect(
        &self,
        credentials: CredentialFields,
    ) -> Result<Box<dyn FlowHandler<F>>, CredentialsError> {
        (self.connect)(credentials)
    }

    /// The flow of a connection; `None` where that is one of another connector.
    pub(super) fn handler<'a>(
        &self,
        connection: &'a (dyn Any + 'static),
    ) -> Option<&'a dyn FlowHandler<F>> {
        (self.handler)(connection)
    }
}

impl<F: Flow> Clone for FlowSupport<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Flow> Copy for FlowSupport<F> {}

impl<F: Flow> fmt::Debug for FlowSupport<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FlowSupport").field(&F::NAME).finish()
    }
}
