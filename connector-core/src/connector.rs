//! What a connector declares: who the processor is, and one integration for each flow it has.

use http::{Method, StatusCode};

use crate::credentials::{Auth, BaseUrls};
use crate::describe::Place;
use crate::dispatch::FlowTable;
use crate::flow::Flow;
use crate::request::{BuildError, Encoder};
use crate::response::Outcome;
use crate::router_data::RouterData;
use crate::status::StatusMapping;
use crate::url::Template;

/// A processor; derived on a unit struct with [`Connector`](macro@crate::Connector).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a connector",
    label = "not a connector",
    note = "consider adding `#[derive(connector_core::Connector)]` to `{Self}`"
)]
pub trait Connector: Sized + Send + Sync + 'static {
    /// Its name in lower case, by which it is found at run time.
    const NAME: &'static str;
    /// Where the processor is.
    const BASE_URLS: BaseUrls;
    /// Headers that every request carries, such as the API's version.
    const HEADERS: &'static [(&'static str, &'static str)];
    /// Its flows, found by the compiler: nobody lists them.
    const FLOWS: FlowTable<Self>;
    /// What identifies the merchant, and how requests prove it.
    type Auth: Auth;

    /// Writes the headers that every request carries.
    fn write_headers(encoder: &mut Encoder);

    /// Reads the body that came with an HTTP error.
    fn decode_error<F: Flow>(status: StatusCode, body: &[u8]) -> Outcome<F>;
}

/// How a connector carries out the flow `F`; derived on the flow's request struct with
/// [`ConnectorFlow`](macro@crate::ConnectorFlow).
#[diagnostic::on_unimplemented(
    message = "the connector `{Self}` has no flow `{F}`",
    label = "`{Self}` lacks `{F}`",
    note = "a connector gains a flow by a request struct with `#[derive(ConnectorFlow)]` and `#[connector_flow(connector = {Self}, flow_name = {F}, …)]`"
)]
pub trait Integration<F: Flow>: Connector {
    /// The HTTP method.
    const METHOD: Method;
    /// The path and fixed query, relative to the base URL.
    const URL: Template;
    /// Where each value of the request goes and comes from.
    const PLACES: &'static [Place];
    /// What the processor's words for the status mean.
    const STATUSES: &'static [StatusMapping];

    /// Makes the request struct and writes its values, each to its place.
    ///
    /// # Errors
    /// [`BuildError`] where the data lacks what the processor needs, or a value cannot stand in its
    /// place.
    fn encode(
        data: &RouterData<F>,
        auth: &Self::Auth,
        encoder: &mut Encoder,
    ) -> Result<(), BuildError>;

    /// Reads the body of a success.
    ///
    /// # Errors
    /// Where the body is not of the declared shape.
    fn decode(data: &RouterData<F>, body: &[u8]) -> Result<Outcome<F>, serde_json::Error>;
}
