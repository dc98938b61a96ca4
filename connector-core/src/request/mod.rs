//! From a request struct to an HTTP request, without sending anything.

pub(crate) mod by_hand;
pub(crate) mod counts;
mod data_secrets;
pub(crate) mod declared;
mod encoder;
mod error;
pub(crate) mod filled;
pub(crate) mod ignored;
pub(crate) mod limit;
pub(crate) mod ordered;
mod source;

pub use data_secrets::DataSecrets;
pub use encoder::{Encoder, FlowRequest, HeaderText};
pub use error::BuildError;
pub use limit::{BeyondLimit, Limit, LimitedText, at_most};
pub use source::{FromSource, Lent, NotTaken, NotWanted, Source, Unfit};
