//! What a flow is: a question or an order to a processor, with the data that goes in and comes out.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::data::{CaptureMethod, ResponseData};
use crate::describe::FlowDescription;
use crate::dispatch::{AnyConnection, AnyConnector, FlowHandler, FlowSupport, FlowTable};
use crate::money::Currency;
use crate::repetition::Repetition;
use crate::request::BuildError;
use crate::response::Discrepancy;
use crate::router_data::RouterData;
use crate::status::{FlowStatuses, Status as _};

/// A flow's marker type, such as [`PSync`](crate::PSync): what is asked (`Request`), of what
/// (`CommonData`), and what comes back (`Response`).
///
/// The built-in flows stand in one table, `dispatch/table.rs`. An application adds a flow of its own
/// by implementing this trait for a type of its own; connectors then take it with the same derive.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a flow",
    label = "not a flow",
    note = "flows are marker types such as `connector_core::PSync`; an own flow implements `connector_core::Flow`"
)]
pub trait Flow: Debug + Clone + Sized + Send + Sync + 'static {
    /// The name of the field: `PSync`, `RSync`, …
    const NAME: &'static str;
    /// One line that says what the flow is for.
    const PURPOSE: &'static str;
    /// Whether it moves money, or holds it, or lets it go; or does so at some processors.
    const MOVES_MONEY: bool;
    /// Whether it may be sent again. It decides what an unclear answer means: a question may simply be asked
    /// again, an order may not.
    const REPETITION: Repetition;
    /// The fields of the request that say what is asked or ordered, each with those that say the same in another
    /// way: of what, how much, in which currency (`amount.currency`), held or taken. A connector that drops one of them in silence orders another
    /// thing than it was asked to, so its request takes each from the data or refuses it
    /// ([`NotTaken`](crate::NotTaken), [`NotWanted`](crate::NotWanted)), or does not compile.
    const ORDERED: &'static [&'static [&'static str]] = &[];
    /// The names of the request's fields, where they are known. Of a name that is none of them rustc tells where
    /// it stands, and nothing is said of it a second time.
    #[doc(hidden)]
    const FIELDS: &'static [&'static str] = &[];
    /// The id of what the flow is about, by its name in the response data: a response says where it is,
    /// or why it is absent. `None` where the flow is about nothing that has one.
    const ID: Option<&'static str> = None;
    /// The amount that the flow is about, by its name in the response data: likewise.
    const AMOUNT: Option<&'static str> = None;
    /// Which statuses an answer can tell. A table of words that says otherwise does not compile, and
    /// an answer that does is none. `None`: every one, and none has to be among the words.
    const STATUSES: Option<FlowStatuses> = None;
    /// Whether it asks what became of something. Nothing declines a question, so that an answer has to tell what
    /// failed; an order that ends alike however often it is given is done, or declined by its HTTP status.
    #[doc(hidden)]
    const IS_QUESTION: bool = Self::REPETITION.is_free() && Self::AMOUNT.is_some();
    /// Whether it fetches the access token that the other flows' requests carry.
    const FETCHES_ACCESS_TOKEN: bool = false;
    /// Whether it is another flow, asked by the merchant's reference alone.
    #[doc(hidden)]
    const BY_REFERENCE: bool = false;
    /// What is known of the resource, whatever is asked of it (`resource_common_data`).
    type CommonData: DeserializeOwned + Serialize + Debug + Clone + Default + Send + Sync;
    /// What is asked (`flow_request`).
    type Request: DeserializeOwned + Serialize + Debug + Clone + Send + Sync;
    /// What is learned (`flow_response`).
    type Response: ResponseData;

    /// Compares what came back with what was asked for; `None` where nothing contradicts it.
    fn discrepancy(data: &RouterData<Self>, response: &Self::Response) -> Option<Discrepancy>;

    /// The answer with what only the question knows; called on every answer that is read.
    #[doc(hidden)]
    #[must_use]
    fn answered(_data: &RouterData<Self>, response: Self::Response) -> Self::Response {
        response
    }

    /// That the data is one question, or one order: that something names what is asked about, where it has
    /// several names of which one is enough, and that no part contradicts another.
    ///
    /// # Errors
    /// [`BuildError`] where it is not: no processor could be asked.
    fn is_consistent(_data: &RouterData<Self>) -> Result<(), BuildError> {
        Ok(())
    }

    /// Whether the answer tells one of the names by which it was asked about, where it has to: where no id says of what
    /// it is.
    #[doc(hidden)]
    #[must_use]
    fn is_named(_data: &RouterData<Self>, _response: &Self::Response) -> bool {
        true
    }

    /// Whether each capture of a payment is asked about.
    #[must_use]
    fn asks_for_captures(_data: &RouterData<Self>) -> bool {
        false
    }

    /// Whether an answer can tell this status.
    #[must_use]
    fn tells(status: <Self::Response as ResponseData>::Status) -> bool {
        Self::STATUSES.is_none_or(|statuses| statuses.contain(status.name()))
    }

    /// How the payment is captured, where the data says so. Some words of a processor mean one thing
    /// or another by it.
    #[must_use]
    fn capture_method(_data: &RouterData<Self>) -> Option<CaptureMethod> {
        None
    }

    /// Of which money the request is, where the data says so. Some processors have a key for each
    /// currency.
    #[must_use]
    fn currency(_data: &RouterData<Self>) -> Option<Currency> {
        None
    }

    /// The names of what is asked about that are not the processor's id of it.
    #[doc(hidden)]
    #[must_use]
    fn other_names(_data: &RouterData<Self>) -> [Option<&str>; 2] {
        [None, None]
    }

    /// How the same is asked by these names, where the data has no id and the connector asks so.
    #[doc(hidden)]
    #[must_use]
    fn by_reference<'a>(
        _connection: &'a dyn AnyConnection,
        _data: &RouterData<Self>,
    ) -> Option<Box<dyn FlowHandler<Self> + 'a>> {
        None
    }

    /// That way to ask, where the connector has it, for `describe`.
    #[doc(hidden)]
    #[must_use]
    fn described_by_reference(_flows: &FlowTable) -> Option<FlowDescription> {
        None
    }

    /// This flow of a connector known at run time only. A flow outside the table says itself which connectors
    /// have it, `connector.flow_of::<Acme, Self>()`; the default is `None`.
    #[must_use]
    fn of_connector(_connector: &dyn AnyConnector) -> Option<FlowSupport<Self>> {
        None
    }

    /// This flow of a connection known at run time only: `connection.flow_of::<Acme, Self>()`, likewise.
    #[must_use]
    fn of_connection(_connection: &dyn AnyConnection) -> Option<&dyn FlowHandler<Self>> {
        None
    }
}
