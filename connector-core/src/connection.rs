//! A connector with a merchant's credentials: all that is needed to build requests and read replies.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use bytes::Bytes;
use http::Method;

use crate::connector::{Connector, Integration};
use crate::credentials::{
    Auth, BaseUrl, ClientIdentity, CredentialFields, CredentialsError, Hosts, Moment, Occasion,
};
use crate::flow::Flow;
use crate::request::{BuildError, Encoder};
use crate::response::{Outcome, Reading};
use crate::router_data::RouterData;
use crate::secret::Secret;
use crate::url::Template;
use crate::webhook::{
    Received, Receiver, ReceivesWebhooks, WebhookCredentials, WebhookDeclaration, WebhookRefused,
    receive,
};

/// The connector `C` with a merchant's credentials. It does no IO: it builds requests and reads
/// responses, and any transport may carry them.
pub struct Connection<C: Connector> {
    id: ConnectionId,
    auth: C::Auth,
    hosts: Hosts,
    /// The values of the credentials, to be masked where a processor echoes them.
    secrets: Vec<Secret>,
    /// What webhooks are verified with.
    webhooks: WebhookCredentials,
}

/// One [`Connection`] of this process, told apart from all others: no token of one is another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConnectionId(u64);

impl ConnectionId {
    fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl<C: Connector> Connection<C> {
    /// Reads the credentials that the connector needs.
    ///
    /// # Errors
    /// [`CredentialsError`] that names the field which is missing, unknown or wrong.
    pub fn new(mut credentials: CredentialFields) -> Result<Self, CredentialsError> {
        let hosts = credentials.take_hosts(C::BASE_URLS, C::OTHER_BASE_URLS)?;
        let secrets = credentials.secrets(C::Auth::FIELDS);
        let webhooks = C::WEBHOOK.map(|webhook| webhook.scheme);
        let webhooks = WebhookCredentials::take(&mut credentials, webhooks.as_ref())?;
        let auth = C::Auth::from_fields(&mut credentials);
        // A misspelt field explains a missing one, so it is reported first.
        match (auth, credentials.finish(C::Auth::FIELDS, C::BASE_URLS, C::OTHER_BASE_URLS)) {
            (Ok(auth), Ok(())) => {
                Ok(Self { id: ConnectionId::next(), auth, hosts, secrets, webhooks })
            }
            (_, Err(error)) | (Err(error), Ok(())) => Err(error),
        }
    }

    /// Where the processor is: its main host.
    pub fn base_url(&self) -> &BaseUrl {
        &self.hosts.main
    }

    /// What tells this connection apart from all others of this process.
    pub fn id(&self) -> ConnectionId {
        self.id
    }

    /// What the TLS handshake proves the merchant's identity with, where the processor asks for that.
    pub fn client_identity(&self) -> Option<ClientIdentity> {
        self.auth.client_identity()
    }

    /// Builds the HTTP request of the flow `F`, of a connector that signs no time and sends no access
    /// token; of any other see [`build_request_at`](Self::build_request_at).
    ///
    /// # Errors
    /// [`BuildError`] where the data lacks something, or a value cannot stand in its place;
    /// [`BuildError::Unsaid`] where the time or an access token is needed.
    pub fn build_request<F: Flow>(
        &self,
        data: &RouterData<F>,
    ) -> Result<http::Request<Bytes>, BuildError>
    where
        C: Integration<F>,
    {
        self.build_request_at(data, &Moment::UNKNOWN)
    }

    /// Builds the HTTP request of the flow `F`, at this moment. Nothing is sent.
    ///
    /// It carries the credentials. Headers that do are marked sensitive, and `Debug` hides them; the
    /// body of a request is plain bytes, which `Debug` shows: where a processor wants credentials in
    /// the body, never log a request. Build it with
    /// [`CredentialFields::redacted`] to have one that can be shown.
    ///
    /// # Errors
    /// [`BuildError`] where the data lacks something, or a value cannot stand in its place.
    pub fn build_request_at<F: Flow>(
        &self,
        data: &RouterData<F>,
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, BuildError>
    where
        C: Integration<F>,
    {
        F::is_consistent(data)?;
        if let Some(flow) = F::by_reference(self, data) {
            return flow.build_request_at(data, moment);
        }
        if F::asks_for_captures(data) && !const { C::DECLARATION.response.integrity.captures } {
            return Err(BuildError::invalid(
                "request.sync_type",
                "asks what became of each capture, and the answer of this processor does not tell",
            ));
        }
        let encode = |encoder: &mut Encoder| {
            // Before the flow's own headers, which replace them.
            C::write_headers(&self.auth, encoder);
            C::encode(data, &self.auth, encoder);
        };
        let occasion = Occasion::new(moment, F::currency(data), F::FETCHES_ACCESS_TOKEN);
        let sign = |request: &mut http::Request<Bytes>| C::sign(&self.auth, request, &occasion);
        let (method, template) = const { (C::DECLARATION.method, &C::DECLARATION.url) };
        let names = const { (C::NAME, F::NAME) };
        let host = self.hosts.of(const { C::DECLARATION.base_url });
        build(Start { host, template, method, names }, &encode, &sign)
    }

    /// Reads the HTTP response to the flow `F`. Whatever comes, there is an outcome.
    pub fn handle_response<F: Flow>(
        &self,
        data: &RouterData<F>,
        response: http::Response<Bytes>,
    ) -> Outcome<F>
    where
        C: Integration<F>,
    {
        if let Some(flow) = F::by_reference(self, data) {
            return flow.handle_response(data, response);
        }
        let preprocess =
            C::PREPROCESS.map(|function| move |body: &Bytes| function(&self.auth, body));
        let reading = Reading {
            preprocess: match &preprocess {
                Some(function) => Some(function),
                None => None,
            },
            decode: const { C::DECLARATION.response.decode },
            read_error: C::read_error,
            settles_within: C::SETTLES_WITHIN,
        };
        reading.read(data, response).masked_of(&self.secrets, data)
    }

    /// Verifies a webhook and reads what it tells. The request is the one that the processor sent: its
    /// headers, and its body byte by byte. No clock is read: `now` is the caller's.
    ///
    /// # Errors
    /// [`WebhookRefused`] where nothing proves that the processor sent it, and soon enough.
    pub fn receive_webhook(
        &self,
        request: &http::Request<Bytes>,
        now: SystemTime,
    ) -> Result<Received, WebhookRefused>
    where
        C: ReceivesWebhooks,
    {
        self.receive_declared(C::DECLARATION, request, now)
    }

    pub(crate) fn receive_declared(
        &self,
        declaration: WebhookDeclaration,
        request: &http::Request<Bytes>,
        now: SystemTime,
    ) -> Result<Received, WebhookRefused> {
        let (credentials, secrets) = (&self.webhooks, self.secrets.as_slice());
        receive(Receiver { declaration, credentials, secrets }, request, now)
    }
}

/// What is known of a request before its data.
#[derive(Clone, Copy)]
struct Start<'a> {
    host: &'a BaseUrl,
    template: &'static Template,
    method: &'static Method,
    /// The connector's name, and the flow's.
    names: (&'static str, &'static str),
}

/// What is the same in every connector and flow, and therefore compiled once.
fn build(
    start: Start<'_>,
    encode: &dyn Fn(&mut Encoder),
    sign: &dyn Fn(&mut http::Request<Bytes>) -> Result<(), BuildError>,
) -> Result<http::Request<Bytes>, BuildError> {
    let Start { host, template, method, names: (connector, flow) } = start;
    let mut encoder = Encoder::new(host, template);
    encode(&mut encoder);
    match encoder.complete(method) {
        Ok(request) => sign(request)?,
        Err(problem) => return Err(problem.in_flow(connector, flow)),
    }
    Ok(encoder.into_request())
}

impl<C: Connector> fmt::Debug for Connection<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection")
            .field("connector", &C::NAME)
            .field("base_url", &self.hosts.main)
            .field("auth", &self.auth)
            .finish()
    }
}
