//! Amounts as PayPal writes them. <https://developer.paypal.com/api/rest/reference/currency-codes/>

use connector_core::prelude::*;

use super::PayPal;

money_object! {
    /// `{"currency_code": "EUR", "value": "10.50"}`, as PayPal tells it.
    pub(super) struct ToldAmount { currency_code: Currency, value: StringMajorUnit }
}

money_object! {
    /// The same, as PayPal takes it: without decimals, where it takes none.
    pub(super) struct Amount { currency_code: Currency, value: Counted<StringMajorUnit, PayPal> }
}

#[cfg(test)]
mod tests {
    use connector_core::{AmountError, FromSource as _, Unfit};

    use super::*;

    fn written(minor: i64, currency: &str) -> Result<String, Unfit> {
        let money = Money::new(MinorUnit::new(minor).unwrap(), currency.parse().unwrap());
        Amount::from_source(&money).map(|amount| serde_json::to_string(&amount).unwrap())
    }

    #[test]
    fn each_currency_has_the_decimals_that_paypal_takes() {
        assert_eq!(written(1_050, "EUR").unwrap(), r#"{"currency_code":"EUR","value":"10.50"}"#);
        assert_eq!(written(1_050, "JPY").unwrap(), r#"{"currency_code":"JPY","value":"1050"}"#);
        assert_eq!(written(1_000, "HUF").unwrap(), r#"{"currency_code":"HUF","value":"10"}"#);
        let excess = AmountError::ExcessPrecision { exponent: 0 };
        assert_eq!(written(1_050, "TWD"), Err(Unfit::Amount(excess)));
    }
}
