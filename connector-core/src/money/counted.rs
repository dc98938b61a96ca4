//! Currencies that a processor counts otherwise than ISO 4217 says.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Serialize, de, ser};

use super::{AmountError, Currency, MinorUnit, Money, WireAmount};
use crate::connector::Connector;
use crate::request::{FromSource, Unfit};
use crate::url::PathValue;

/// A currency, by its code, and how many decimals it has for a processor.
pub type Decimal = (&'static str, u32);

/// Who counts some currencies otherwise than ISO 4217: a connector with
/// `#[connector(decimals(ISK = 2))]`, or, where a processor contradicts itself from one flow to another,
/// a type of the connector's own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how it counts",
    label = "neither a connector nor a way of counting",
    note = "`Counted` names a connector, of which `#[connector(decimals(ISK = 2))]` says it, or a type with `impl Decimals`"
)]
pub trait Decimals {
    /// The currencies that differ.
    const DECIMALS: &'static [Decimal];
    /// The currencies of which fewer decimals are taken than are counted, and how many: of a dinar in fils
    /// some processors want the last digit to be 0. What has more is refused, and never rounded.
    const PRECISION: &'static [Decimal] = &[];
    /// Whether it is said at all how currencies are counted: of a connector without `decimals` it is not.
    #[doc(hidden)]
    const IS_STATED: bool = true;

    /// How many decimals the currency has here.
    #[must_use]
    fn of(currency: Currency) -> u32 {
        let code = currency.code();
        let own = Self::DECIMALS.iter().find(|(other, _)| *other == code);
        own.map_or_else(|| currency.exponent(), |(_, decimals)| *decimals)
    }

    /// That the amount has no more decimals than are taken here.
    ///
    /// # Errors
    /// [`AmountError::ExcessPrecision`] where it has.
    fn takes(money: Money) -> Result<(), AmountError> {
        let code = money.currency.code();
        let Some((_, taken)) = Self::PRECISION.iter().find(|(other, _)| *other == code) else {
            return Ok(());
        };
        let exact = money.currency.exponent();
        recounted(money.minor_amount, exact, exact.min(*taken)).map(|_| ())
    }
}

/// Stops the compiler at a connector that says of no currency how it is counted, where amounts are counted as it does: the
/// one constant that each of them asks for is the connector's.
#[track_caller]
#[expect(clippy::panic, reason = "it is only called in a constant, where it is rustc's error")]
pub const fn counts_as_iso_4217() {
    panic!(
        "this connector counts every currency as ISO 4217 does, and amounts are counted as it does (`Counted`): say what \
         differs, `#[connector(decimals(ISK = 2))]`, or leave `Counted` out"
    );
}

/// Asks for it.
#[track_caller]
#[expect(clippy::panic, reason = "it is only called in a constant, where it is rustc's error")]
pub(crate) const fn is_not_stated<C: Connector>() {
    let () = C::COUNTING;
    panic!(
        "this amount is counted as another connector does, and that one counts every currency as ISO 4217 does: name the \
         connector that sends it"
    );
}

/// An amount in the unit `A`, counted as `D` counts: what is `1000` króna here is `100000` at a processor for
/// which they have two decimals. Inside it is [`Money`] as everywhere, so that amounts compare. What
/// cannot be written with the processor's decimals is refused, and never rounded.
///
/// ```
/// use connector_core::{AmountError, Counted, Decimals, MinorUnit, Money, WireAmount};
///
/// struct Here;
///
/// impl Decimals for Here {
///     const DECIMALS: &[(&str, u32)] = &[("ISK", 2), ("HUF", 0)];
/// }
///
/// type Amount = Counted<MinorUnit, Here>;
///
/// let krona: Money = serde_json::from_str(r#"{"minor_amount": 5, "currency": "ISK"}"#)?;
/// let written = serde_json::to_string(&Amount::of(krona)?)?;
/// assert_eq!(written, "500");
/// assert_eq!(serde_json::from_str::<Amount>(&written)?.in_currency(krona.currency)?, krona);
///
/// let forint: Money = serde_json::from_str(r#"{"minor_amount": 1050, "currency": "HUF"}"#)?;
/// assert_eq!(Amount::of(forint), Err(AmountError::ExcessPrecision { exponent: 0 }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Counted<A, D>(A, PhantomData<fn() -> D>);

impl<A: WireAmount, D: Decimals> Counted<A, D> {
    /// The amount as this processor writes it.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals than the processor takes, or does not fit.
    pub fn of(money: Money) -> Result<Self, AmountError> {
        D::takes(money)?;
        let amount = A::counted(money, D::of(money.currency))?;
        Ok(Self(amount, PhantomData))
    }
}

impl<A: WireAmount, D: Decimals> WireAmount for Counted<A, D> {
    const UNIT: &'static str = A::UNIT;
    const DECIMALS: Option<&'static [Decimal]> = Some(D::DECIMALS);
    const IS_MINOR: bool = A::IS_MINOR;
    const IS_STATED: bool = D::IS_STATED;

    fn in_currency(&self, currency: Currency) -> Result<Money, AmountError> {
        self.0.counted_in(currency, D::of(currency))
    }

    fn counted(money: Money, _: u32) -> Result<Self, AmountError> {
        Self::of(money)
    }

    fn counted_in(&self, currency: Currency, _: u32) -> Result<Money, AmountError> {
        self.in_currency(currency)
    }
}

#[diagnostic::do_not_recommend]
impl<A: WireAmount, D: Decimals> FromSource<'_, Money> for Counted<A, D> {
    const IS_STATED: bool = D::IS_STATED;

    fn from_source(source: &Money) -> Result<Self, Unfit> {
        Self::of(*source).map_err(Unfit::Amount)
    }
}

#[diagnostic::do_not_recommend]
impl<A: WireAmount, D: Decimals> FromSource<'_, Option<Money>> for Counted<A, D> {
    const IS_STATED: bool = D::IS_STATED;

    fn from_source(source: &Option<Money>) -> Result<Self, Unfit> {
        source.map_or(Err(Unfit::Absent), |money| Self::of(money).map_err(Unfit::Amount))
    }
}

#[diagnostic::do_not_recommend]
impl<A: PathValue, D> PathValue for Counted<A, D> {
    fn path_text(&self) -> Cow<'_, str> {
        self.0.path_text()
    }
}

/// The same count with other decimals, exactly.
pub(super) fn recounted(count: MinorUnit, from: u32, to: u32) -> Result<MinorUnit, AmountError> {
    let power = |exponent: u32| 10_i64.checked_pow(exponent).ok_or(AmountError::Overflow);
    let count = count.get();
    if let Some(more) = to.checked_sub(from) {
        return MinorUnit::new(count.checked_mul(power(more)?).ok_or(AmountError::Overflow)?);
    }
    let less = power(from.saturating_sub(to))?;
    match (count.checked_rem(less), count.checked_div(less)) {
        (Some(0), Some(count)) => MinorUnit::new(count),
        _ => Err(AmountError::ExcessPrecision { exponent: to }),
    }
}

impl<A: Clone, D> Clone for Counted<A, D> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<A: Copy, D> Copy for Counted<A, D> {}

impl<A: PartialEq, D> PartialEq for Counted<A, D> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<A: Eq, D> Eq for Counted<A, D> {}

impl<A: fmt::Debug, D> fmt::Debug for Counted<A, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<A: Serialize, D> Serialize for Counted<A, D> {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, A: Deserialize<'de>, D> Deserialize<'de> for Counted<A, D> {
    fn deserialize<T: de::Deserializer<'de>>(deserializer: T) -> Result<Self, T::Error> {
        A::deserialize(deserializer).map(|amount| Self(amount, PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::money::wire::tests::currencies;
    use crate::{FloatMajorUnit, StringMajorUnit, StringMinorUnit};

    /// Counts fils as the standard does, and takes no single one.
    struct ByTens;

    impl Decimals for ByTens {
        const DECIMALS: &'static [Decimal] = &[];
        const PRECISION: &'static [Decimal] = &[("KWD", 2)];
    }

    #[test]
    fn a_decimal_that_is_not_taken_is_refused_and_not_rounded_and_read_as_it_is() {
        let money =
            |minor: i64, code: &str| Money::new(minor.try_into().unwrap(), code.parse().unwrap());
        let written = |money| {
            Counted::<StringMajorUnit, ByTens>::of(money)
                .map(|amount| serde_json::to_string(&amount).unwrap())
        };
        assert_eq!(written(money(1_230, "KWD")).unwrap(), r#""1.230""#);
        assert_eq!(written(money(1_231, "KWD")), Err(AmountError::ExcessPrecision { exponent: 2 }));
        // Of a currency that is not named every decimal is taken.
        assert_eq!(written(money(1_231, "BHD")).unwrap(), r#""1.231""#);
        // What is told is true, however it is ordered.
        let told: Counted<MinorUnit, ByTens> = serde_json::from_str("1231").unwrap();
        let kwd = money(1_231, "KWD");
        assert_eq!(told.in_currency(kwd.currency), Ok(kwd));
    }

    /// More decimals than the standard, and fewer, of each kind of currency.
    struct Other;

    impl Decimals for Other {
        const DECIMALS: &'static [Decimal] = &[
            ("ISK", 2),
            ("UGX", 2),
            ("CLP", 2),
            ("JPY", 3),
            ("HUF", 0),
            ("IDR", 0),
            ("CVE", 0),
            ("KWD", 2),
            ("BHD", 4),
            ("EUR", 1),
        ];
    }

    fn survives<A>(money: Money)
    where
        A: WireAmount + Serialize + DeserializeOwned,
    {
        let decimals = Other::of(money.currency);
        let exponent = money.currency.exponent();
        match Counted::<A, Other>::of(money) {
            Ok(amount) => {
                let text = serde_json::to_string(&amount).unwrap();
                let read: Counted<A, Other> = serde_json::from_str(&text).unwrap();
                assert_eq!(read.in_currency(money.currency), Ok(money), "{text}");
            }
            Err(AmountError::Overflow) => assert!(decimals > exponent),
            Err(AmountError::ExcessPrecision { exponent: told }) => {
                assert!(decimals < exponent && told == decimals);
                let less = 10_i64.checked_pow(exponent.checked_sub(decimals).unwrap()).unwrap();
                assert_ne!(money.minor_amount.get().checked_rem(less), Some(0));
            }
            Err(other) => panic!("{other}"),
        }
    }

    proptest! {
        #[test]
        fn what_is_counted_otherwise_comes_back_or_is_refused_in_each_form(
            count in prop_oneof![0..=i64::MAX, 0..=1_000_000_i64],
            currency in prop_oneof![
                prop::sample::select(currencies()),
                prop::sample::select(Other::DECIMALS).prop_map(|(code, _)| code.parse().unwrap()),
            ],
        ) {
            let money = Money::new(MinorUnit::new(count).unwrap(), currency);
            survives::<MinorUnit>(money);
            survives::<StringMinorUnit>(money);
            survives::<StringMajorUnit>(money);
            survives::<FloatMajorUnit>(money);
        }
    }

    fn written<A: WireAmount + Serialize>(
        count: i64,
        currency: &str,
    ) -> Result<String, AmountError> {
        let money = Money::new(MinorUnit::new(count).unwrap(), currency.parse().unwrap());
        Counted::<A, Other>::of(money).map(|amount| serde_json::to_string(&amount).unwrap())
    }

    #[test]
    fn the_processors_decimals_are_written() {
        assert_eq!(written::<MinorUnit>(5, "ISK").unwrap(), "500");
        assert_eq!(written::<StringMinorUnit>(5, "UGX").unwrap(), r#""500""#);
        assert_eq!(written::<StringMajorUnit>(1_000, "HUF").unwrap(), r#""10""#);
        assert_eq!(written::<FloatMajorUnit>(1_500, "KWD").unwrap(), "1.50");
        assert_eq!(written::<MinorUnit>(1_050, "USD").unwrap(), "1050");
    }

    #[test]
    fn what_has_more_decimals_is_refused_both_ways() {
        let excess = |exponent| AmountError::ExcessPrecision { exponent };
        assert_eq!(written::<MinorUnit>(1_050, "IDR"), Err(excess(0)));
        assert_eq!(written::<StringMajorUnit>(1_050, "HUF"), Err(excess(0)));
        // A processor that tells half a shilling tells what is no amount of money.
        let told: Counted<MinorUnit, Other> = serde_json::from_str("150").unwrap();
        assert_eq!(told.in_currency("UGX".parse().unwrap()), Err(excess(0)));
    }
}
