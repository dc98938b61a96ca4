//! Amounts that stand beside their currency in an object of their own.

use super::{AmountError, Money};

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

    /// What it is worth.
    ///
    /// # Errors
    /// [`AmountError`] where it has more decimals than its currency, or does not fit.
    fn money(&self) -> Result<Money, AmountError>;
}

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
/// let written = serde_json::to_string(&Amount::from(money))?;
/// assert_eq!(written, r#"{"currency":"EUR","value":"10.50"}"#);
/// assert_eq!(serde_json::from_str::<Amount>(&written)?.money()?, money);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Serde's attributes stand where they always do: `#[serde(rename_all = "camelCase")]` before the struct,
/// `#[serde(rename = "…")]` before a field.
#[macro_export]
macro_rules! money_object {
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident {
            $(#[$of_currency:meta])* $currency:ident: Currency,
            $(#[$of_amount:meta])* $amount:ident: $unit:ident $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        $visibility struct $name {
            $(#[$of_currency])* $currency: $crate::Currency,
            $(#[$of_amount])* $amount: $crate::$unit,
        }
        $crate::money_object!(@of $name, $currency, $amount, $unit);
    };
    (
        $(#[$meta:meta])*
        $visibility:vis struct $name:ident {
            $(#[$of_amount:meta])* $amount:ident: $unit:ident,
            $(#[$of_currency:meta])* $currency:ident: Currency $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        $visibility struct $name {
            $(#[$of_amount])* $amount: $crate::$unit,
            $(#[$of_currency])* $currency: $crate::Currency,
        }
        $crate::money_object!(@of $name, $currency, $amount, $unit);
    };
    (@of $name:ident, $currency:ident, $amount:ident, $unit:ident) => {
        impl $crate::WireMoney for $name {
            const UNIT: &'static str = <$crate::$unit as $crate::WireAmount>::UNIT;

            fn money(&self) -> ::core::result::Result<$crate::Money, $crate::AmountError> {
                $crate::WireAmount::in_currency(&self.$amount, self.$currency)
            }
        }

        impl ::core::convert::From<$crate::Money> for $name {
            fn from(money: $crate::Money) -> Self {
                Self { $currency: money.currency, $amount: money.into() }
            }
        }

        impl $crate::FromSource<'_, $crate::Money> for $name {
            fn from_source(
                source: &$crate::Money,
            ) -> ::core::result::Result<Self, $crate::Unfit> {
                Ok((*source).into())
            }
        }

        impl $crate::FromSource<'_, ::core::option::Option<$crate::Money>> for $name {
            fn from_source(
                source: &::core::option::Option<$crate::Money>,
            ) -> ::core::result::Result<Self, $crate::Unfit> {
                source.map(Into::into).ok_or($crate::Unfit::Absent)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    money_object! {
        struct Priced { amount: MinorUnit, #[serde(rename = "currency_code")] currency: Currency }
    }

    #[test]
    fn the_keys_are_the_processors_in_its_order() {
        let money: Money =
            serde_json::from_str(r#"{"minor_amount": 7, "currency": "JPY"}"#).unwrap();
        let written = serde_json::to_string(&Priced::from(money)).unwrap();
        assert_eq!(written, r#"{"amount":7,"currency_code":"JPY"}"#);
        assert_eq!(serde_json::from_str::<Priced>(&written).unwrap().money(), Ok(money));
        assert!(serde_json::from_str::<Priced>(r#"{"amount":7}"#).is_err());
        assert_eq!(Priced::UNIT, "minor units, integer");
    }
}
