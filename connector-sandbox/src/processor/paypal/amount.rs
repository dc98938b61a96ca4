//! Amounts: `{"currency_code": "EUR", "value": "10.50"}`.

use iso_currency::Currency;
use serde::Deserialize;
use serde_json::{Value, json};

/// An amount as a request writes it.
#[derive(Deserialize)]
pub(super) struct Amount {
    pub(super) currency_code: String,
    pub(super) value: String,
}

/// PayPal has no decimals of these.
fn decimals(currency: &str) -> usize {
    match currency {
        "HUF" | "JPY" | "TWD" => 0,
        _ => {
            let exponent = Currency::from_code(currency).and_then(Currency::exponent);
            usize::from(exponent.unwrap_or(2))
        }
    }
}

/// The sandbox counts in the minor units of ISO 4217, of which some are whole units here.
fn missing_zeros(currency: &str) -> usize {
    let exponent = Currency::from_code(currency).and_then(Currency::exponent);
    usize::from(exponent.unwrap_or(2)).saturating_sub(decimals(currency))
}

impl Amount {
    /// In minor units; the issue where it is no amount of this currency.
    pub(super) fn minor(&self) -> Result<i64, &'static str> {
        if Currency::from_code(&self.currency_code).is_none() {
            return Err("INVALID_CURRENCY_CODE");
        }
        let decimals = decimals(&self.currency_code);
        let (whole, part) = match self.value.split_once('.') {
            Some(_) if decimals == 0 => return Err("DECIMALS_NOT_SUPPORTED"),
            Some((whole, part)) => (whole, part),
            None => (self.value.as_str(), ""),
        };
        if part.len() > decimals {
            return Err("DECIMAL_PRECISION");
        }
        let zeros = "0".repeat(missing_zeros(&self.currency_code));
        let digits = format!("{whole}{part:0<decimals$}{zeros}");
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|_| plain).ok_or("CANNOT_BE_NEGATIVE")
    }
}

/// The same in an answer.
pub(super) fn told(minor: i64, currency: &str) -> Value {
    let (decimals, missing) = (decimals(currency), missing_zeros(currency));
    let width = decimals.saturating_add(missing).saturating_add(1);
    let digits = format!("{minor:0>width$}");
    let digits = digits.get(..digits.len().saturating_sub(missing)).unwrap_or_default();
    let value = match digits.split_at_checked(digits.len().saturating_sub(decimals)) {
        Some((whole, part)) if !part.is_empty() => format!("{whole}.{part}"),
        _ => digits.to_owned(),
    };
    json!({ "currency_code": currency, "value": value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_as_it_is_written() {
        for (minor, currency, value) in
            [(1_050, "EUR", "10.50"), (5, "EUR", "0.05"), (500, "JPY", "500"), (1_000, "HUF", "10")]
        {
            let written = told(minor, currency);
            assert_eq!(written["value"], value);
            assert_eq!(serde_json::from_value::<Amount>(written).unwrap().minor(), Ok(minor));
        }
        let amount = |currency: &str, value: &str| Amount {
            currency_code: currency.to_owned(),
            value: value.to_owned(),
        };
        assert_eq!(amount("HUF", "10.00").minor(), Err("DECIMALS_NOT_SUPPORTED"));
        assert_eq!(amount("EUR", "1.234").minor(), Err("DECIMAL_PRECISION"));
        assert_eq!(amount("EUR", "-1").minor(), Err("CANNOT_BE_NEGATIVE"));
    }
}
