//! What the derive of `FlowResponse` calls for an amount beside a currency, of which it does not know by the name of the
//! type whether it has a currency of its own: then the other one is the mistake.

use std::marker::PhantomData;

use super::Fault;
use super::declared::{AmountField, CurrencyField};
use crate::data::AsksAmount;
use crate::flow::Flow;
use crate::money::{Currency, Money};
use crate::router_data::RouterData;
use crate::status::text::Text;

/// Stops the compiler at a currency beside amounts of this type, which have their own, in this unit.
#[must_use]
#[track_caller]
pub const fn has_no_currency(unit: Option<&str>, ty: &str) -> bool {
    if unit.is_some() {
        let mut text = Text::EMPTY;
        text.push("`");
        text.push(ty);
        text.push("` has a currency of its own: drop this one");
        assert!(text.as_str().is_empty(), "{}", text.as_str());
    }
    true
}

/// What is an amount beside a currency. Of a `K` that is no type, rustc says nothing here.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an amount",
    label = "not an amount",
    note = "say in which unit the processor writes: `MinorUnit` (1050), `StringMajorUnit` (\"10.50\") or `FloatMajorUnit` (10.50)"
)]
pub trait AmountBeside<K> {}

#[diagnostic::do_not_recommend]
impl<T: AmountField, K> AmountBeside<K> for T {}

/// Asks rustc whether this is an amount, if it is known to have no currency of its own.
pub const fn is_amount<T: AmountBeside<K>, K>() {}

type Reads<T> = fn(&T, Option<Currency>) -> Result<Option<Money>, Fault>;

/// The question what an amount of this type is worth in a currency; what is none is reported already.
#[derive(Debug)]
pub struct Amounts<T>(PhantomData<T>);

impl<T: AmountField> Amounts<T> {
    /// So much.
    pub const MONEY: Reads<T> = T::money;
}

/// The answer where nothing better is known.
pub trait NoAmount<T> {
    /// Nothing.
    const MONEY: Reads<T> = |_, _| Ok(None);
}

impl<T> NoAmount<T> for Amounts<T> {}

/// The currency that a field tells.
pub fn currency_of<C: CurrencyField>(field: &C) -> Option<Currency> {
    field.currency()
}

/// The currency that was asked about.
pub fn asked_currency<F: Flow<Request: AsksAmount>>(data: &RouterData<F>) -> Option<Currency> {
    data.request.asked_currency()
}
