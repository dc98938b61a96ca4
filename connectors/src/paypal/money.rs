//! Amounts as PayPal writes them. <https://developer.paypal.com/api/rest/reference/currency-codes/>

use connector_core::prelude::*;
use connector_core::{FromSource, Unfit, money_object};

money_object! {
    /// `{"currency_code": "EUR", "value": "10.50"}`, as PayPal tells it.
    pub(super) struct ToldAmount { currency_code: Currency, value: StringMajorUnit }
}

/// The same, as PayPal takes it.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct Amount {
    currency_code: Currency,
    value: Value,
}

#[derive(Debug, Clone, serde::Serialize)]
#[serde(untagged)]
enum Value {
    Major(StringMajorUnit),
    Whole(String),
}

/// PayPal takes no decimals of these, although ISO 4217 has two.
const WITHOUT_DECIMALS: [&str; 2] = ["HUF", "TWD"];

impl FromSource<'_, Money> for Amount {
    fn from_source(money: &Money) -> Result<Self, Unfit> {
        let currency_code = money.currency;
        if !WITHOUT_DECIMALS.contains(&currency_code.code()) {
            return Ok(Self { currency_code, value: Value::Major((*money).into()) });
        }
        let minor = money.minor_amount.get();
        match (minor.checked_rem(100), minor.checked_div(100)) {
            (Some(0), Some(whole)) => {
                Ok(Self { currency_code, value: Value::Whole(whole.to_string()) })
            }
            _ => Err(Unfit::Refused("has decimals, and PayPal takes none of this currency")),
        }
    }
}

#[cfg(test)]
mod tests {
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
        assert!(matches!(written(1_050, "TWD"), Err(Unfit::Refused(_))));
    }
}
