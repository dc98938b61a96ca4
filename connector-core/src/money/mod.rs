//! Money: integer minor units with their currency, inside; whatever the processor writes, at the edge.

pub(crate) mod counted;
mod currency;
mod minor_unit;
pub(crate) mod object;
mod wire;

pub use counted::{Counted, Decimal, Decimals};
pub use currency::{Currency, UnknownCurrency};
pub use minor_unit::{AmountError, MinorUnit};
pub use object::WireMoney;
pub use wire::{FloatMajorUnit, StringMajorUnit, StringMinorUnit, WireAmount};

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount of money: how many minor units, of which currency.
///
/// ```
/// use connector_core::{Currency, MinorUnit, Money};
/// let price = Money::new(MinorUnit::new(1050)?, "EUR".parse()?);
/// assert_eq!(price.to_string(), "10.50 EUR");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// How much, in the currency's minor unit (cents, yen, fils).
    pub minor_amount: MinorUnit,
    /// Of what, by its ISO 4217 code.
    pub currency: Currency,
}

impl Money {
    /// So many minor units of this currency.
    #[must_use]
    pub const fn new(minor_amount: MinorUnit, currency: Currency) -> Self {
        Self { minor_amount, currency }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let major = self.minor_amount.to_major(self.currency.exponent());
        write!(f, "{major} {}", self.currency)
    }
}
