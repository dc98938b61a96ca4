//! Asks the compiler whether a request of which each field says where its value comes from has a transformer
//! as well: one that is written by hand, and that nobody calls.

use std::marker::PhantomData;

use crate::flow::Flow;
use crate::router_data::RouterData;

/// The question whether there is a transformer from the data of `F` to `R`.
#[derive(Debug)]
pub struct ByHand<R, F>(PhantomData<(R, F)>);

impl<R: TryFrom<&'static RouterData<F>>, F: Flow> ByHand<R, F> {
    /// There is.
    pub const MADE: bool = true;
}

/// The answer where nothing better is known.
pub trait Made {
    /// There is none.
    const MADE: bool = false;
}

impl<R, F> Made for ByHand<R, F> {}

/// Stops the compiler at a transformer that nobody calls.
#[track_caller]
pub const fn filled_once(is_made_by_hand: bool) {
    assert!(
        !is_made_by_hand,
        "each field says where its value comes from, so nobody calls the `TryFrom` that makes this request of the \
         flow's data, too: leave it out, or all of `from` and `value`"
    );
}
