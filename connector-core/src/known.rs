//! What makes of a name that stands for the wrong kind of type one error, and not one for each place in which
//! the expansion of a derive has it.
//!
//! The question stands in a constant, and the constant in a type. Where rustc finds an error in the constant,
//! the type is none, and what has it in its signature or its conditions is looked at no more.

use std::fmt::Debug;
use std::marker::PhantomData;

use crate::connector::{Connector, Integration};
use crate::credentials::Auth;
use crate::dispatch::FlowSupport;
use crate::flow::Flow;
use crate::response::captures::CapturesField;
use crate::response::list::ListField;
use crate::webhook::EventFlow;

/// The type `T`, if it is known to be the right one.
#[derive(Debug)]
pub struct Known<const IS: bool, T>(PhantomData<T>);

/// The type `T`, if it is known to be the right one.
pub type KnownAs<const IS: bool, T> = <Known<IS, T> as As>::Type;

/// What is known.
pub trait As {
    /// The type.
    type Type;
}

impl<T> As for Known<true, T> {
    type Type = T;
}

/// Asks rustc whether these are credentials.
#[must_use]
pub const fn are_credentials<A: Auth>() -> bool {
    true
}

/// Asks rustc whether these credentials can be shown, masked, if they are known to be some.
#[must_use]
pub const fn are_shown<A: ShownAs<K>, K>() -> bool {
    true
}

/// What can be shown. Of a `K` that is no type, rustc says nothing here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is a set of credentials that cannot be shown",
    label = "no `Debug`",
    note = "add `#[derive(Debug)]` to `{Self}`: what is secret in it is masked"
)]
pub trait ShownAs<K> {}

#[diagnostic::do_not_recommend]
impl<A: Debug, K> ShownAs<K> for A {}

/// Asks rustc whether this is a flow.
#[must_use]
pub const fn is_flow<F: Flow>() -> bool {
    true
}

/// Asks rustc whether this is a flow that events tell of.
#[must_use]
pub const fn is_event_flow<F: EventFlow>() -> bool {
    true
}

/// The same, where what the connector declares of it is known: an error there is told there, and not of the event, too.
#[must_use]
pub const fn is_event_flow_beside<F: EventFlow>(_: &Option<FlowSupport<F>>) -> bool {
    true
}

/// Asks rustc whether this is a list of responses.
#[must_use]
pub const fn is_list<L: ListField<F>, F: Flow>() -> bool {
    true
}

/// Asks rustc whether these are captures.
#[must_use]
pub const fn are_captures<L: CapturesField<F>, F: Flow>() -> bool {
    true
}

/// Asks rustc whether this is a connector, and this a flow.
#[must_use]
pub const fn carries_out<C: Connector, F: Flow>() -> bool {
    true
}

/// Asks rustc for the one request by which the connector carries out the flow. Of two it says that there are two; what
/// depends on there being one is then no type, of which it says nothing more.
#[must_use]
pub const fn is_only<C: Integration<F>, F: Flow>() -> bool {
    true
}
