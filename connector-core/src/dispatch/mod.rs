//! From a flow type, or a name at run time, to the code that carries it out.
//!
//! Nobody lists a connector's flows. For each flow of the [table](mod@flows) the compiler is asked whether
//! the connector has an [`Integration`](crate::Integration) of it (see [`probe`]), and the answers
//! make up its [`FlowTable`].

mod any;
pub(crate) mod asked_by;
mod by_name;
mod by_reference;
mod facts;
pub(crate) mod first;
mod flows;
mod handler;
pub(crate) mod probe;
mod slots;
mod table;

pub use any::{AnyConnection, AnyConnector, Registered};
pub use by_name::{FlowByName, FlowByNameError, HandledResponse};
pub use by_reference::PSyncByReference;
pub use facts::FlowFacts;
pub use handler::{FlowHandler, FlowSupport, TokenSource};

pub use table::*;
