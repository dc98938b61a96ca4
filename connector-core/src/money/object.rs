//! Amounts that stand beside their currency in an object of their own.

use std::marker::PhantomData;

use super::{AmountError, Decimal, Money};

/// An amount that a processor writes together with its currency. Declared by
/// [`money_object!`](crate::money_object).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is an amount without its currency",
    label = "in which currency?",
    note = "mark a field `#[flow_response(currency)]`, or declare the object that holds both by `money_object!`"
)]
pub trait WireMoney {
    /// The unit, in words for `describe`.
    const UNIT: &'static str;
    /// As of [`WireAmount::DECIMALS`](crate::WireAmount::DECIMALS).
    const DECIMALS: Option<&'static [Decimal]> = None;
    /// As of [`WireAmount::IS_MINOR`](crate::WireAmount::IS_MINOR).
    const IS_MINOR: bool;
    /// As of [`Decimals`](crate::Decimals).
    #[doc(hidden)]
    const IS_STATED: bool = true;

    /// What it is worth.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals than its currency, or does not fit.
    fn money(&self) -> Result<Money, AmountError>;
}

/// The question whether `T` writes an amount beside its currency, and in which unit. As of
/// [`Probe`](crate::dispatch::probe::Probe), the answer is the inherent constant where there is one.
#[derive(Debug)]
pub struct UnitProbe<T>(PhantomData<T>);

impl<T: WireMoney> UnitProbe<T> {
    /// In this one.
    pub const UNIT: Option<&'static str> = Some(T::UNIT);
}

/// The answer where nothing better is known.
pub trait NoUnit {
    /// It does not.
    const UNIT: Option<&'static str> = None;
}

impl<T> NoUnit for UnitProbe<T> {}

/// Declares the object in which a processor writes an amount beside its currency: two fields, in the
/// order and under the names of the processor, the amount in the processor's unit. It is filled from an
/// amount of the flow's data, and is an `amount` of a response without a field for the currency.
///
/// ```
/// use connector_core::{Currency, Money, StringMajorUnit, WireMoney, money_object};
///
/// money_object! {
///     /// `{"currency": "EUR", "value": "10.50"}`
///     struct Amount { currency: Currency, value: StringMajorUnit }
/// }
///
/// let money: Money = serde_json::from_str(r#"{"minor_amount": 1050, "currency": "EUR"}"#)?;
/// let written = serde_json::to_string(&Amount::try_from(money)?)?;
/// assert_eq!(written, r#"{"currency":"EUR","value":"10.50"}"#);
/// assert_eq!(serde_json::from_str::<Amount>(&written)?.money()?, money);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Serde's attributes stand where they always do: `#[serde(rename_all = "camelCase")]` before the struct,
/// `#[serde(rename = "…")]` before a field. Where a processor counts some currencies otherwise than ISO 4217
/// says, the amount is [`Counted`](crate::Counted).
#[macro_export]
macro_rules! money_object {
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident {
            $(#[$of_currency:meta])* $currency:ident: Currency,
            $(#[$of_amount:meta])* $amount:ident: $unit:ty $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        $visibility struct $name {
            $(#[$of_currency])* $currency: $crate::Currency,
            $(#[$of_amount])* $amount: $unit,
        }
        $crate::money_object!(@of $name, $currency, $amount, $unit);
    };
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident {
            $(#[$of_amount:meta])* $amount:ident: $unit:ty,
            $(#[$of_currency:meta])* $currency:ident: Currency $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        $visibility struct $name {
            $(#[$of_amount])* $amount: $unit,
            $(#[$of_currency])* $currency: $crate::Currency,
        }
        $crate::money_object!(@of $name, $currency, $amount, $unit);
    };
    (@of $name:ident, $currency:ident, $amount:ident, $unit:ty) => {
        impl $crate::WireMoney for $name {
            const UNIT: &'static str = <$unit as $crate::WireAmount>::UNIT;
            const DECIMALS: ::core::option::Option<&'static [$crate::Decimal]> =
                <$unit as $crate::WireAmount>::DECIMALS;
            const IS_MINOR: bool = <$unit as $crate::WireAmount>::IS_MINOR;
            const IS_STATED: bool = <$unit as $crate::WireAmount>::IS_STATED;

            fn money(&self) -> ::core::result::Result<$crate::Money, $crate::AmountError> {
                <$unit as $crate::WireAmount>::in_currency(&self.$amount, self.$currency)
            }
        }

        impl ::core::convert::TryFrom<$crate::Money> for $name {
            type Error = $crate::AmountError;

            fn try_from(
                money: $crate::Money,
            ) -> ::core::result::Result<Self, $crate::AmountError> {
                let exponent = money.currency.exponent();
                let amount = <$unit as $crate::WireAmount>::counted(money, exponent)?;
                ::core::result::Result::Ok(Self { $currency: money.currency, $amount: amount })
            }
        }

        impl $crate::FromSource<'_, $crate::Money> for $name {
            const COUNTS_AS_ISO: bool = <$unit as $crate::WireAmount>::DECIMALS.is_none();
            const IS_STATED: bool = <$unit as $crate::WireAmount>::IS_STATED;

            fn from_source(
                source: &$crate::Money,
            ) -> ::core::result::Result<Self, $crate::Unfit> {
                <Self as ::core::convert::TryFrom<$crate::Money>>::try_from(*source)
                    .map_err($crate::Unfit::Amount)
            }
        }

        impl $crate::FromSource<'_, ::core::option::Option<$crate::Money>> for $name {
            const COUNTS_AS_ISO: bool = <$unit as $crate::WireAmount>::DECIMALS.is_none();
            const IS_STATED: bool = <$unit as $crate::WireAmount>::IS_STATED;

            fn from_source(
                source: &::core::option::Option<$crate::Money>,
            ) -> ::core::result::Result<Self, $crate::Unfit> {
                let money = source.as_ref().ok_or($crate::Unfit::Absent)?;
                <Self as $crate::FromSource<'_, $crate::Money>>::from_source(money)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MinorUnit;

    money_object! {
        struct Priced { amount: MinorUnit, #[serde(rename = "currency_code")] currency: Currency }
    }

    #[test]
    fn the_keys_are_the_processors_in_its_order() {
        let money: Money =
            serde_json::from_str(r#"{"minor_amount": 7, "currency": "JPY"}"#).unwrap();
        let written = serde_json::to_string(&Priced::try_from(money).unwrap()).unwrap();
        assert_eq!(written, r#"{"amount":7,"currency_code":"JPY"}"#);
        assert_eq!(serde_json::from_str::<Priced>(&written).unwrap().money(), Ok(money));
        assert!(serde_json::from_str::<Priced>(r#"{"amount":7}"#).is_err());
        assert_eq!(Priced::UNIT, "minor units, integer");
    }
}
