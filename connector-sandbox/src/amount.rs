//! Amounts in major units, as digits that are kept as they are written.

use iso_currency::Currency;
use serde_json::value::RawValue;

/// `1099` cents as `10.99`. The wire says nothing of the currency; its decimals are all that shows.
pub(crate) fn in_major_units(minor: i64, currency: &str) -> Box<RawValue> {
    let decimals = Currency::from_code(currency).and_then(Currency::exponent);
    let decimals = usize::from(decimals.unwrap_or(2));
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = decimals.saturating_add(1));
    let sign = if minor < 0 { "-" } else { "" };
    let number = match digits.split_at_checked(digits.len().saturating_sub(decimals)) {
        Some((whole, part)) if !part.is_empty() => format!("{sign}{whole}.{part}"),
        _ => format!("{sign}{digits}"),
    };
    // Digits with at most one point are a JSON number.
    RawValue::from_string(number).unwrap_or_default()
}

/// `10.99` as `1099` cents; `None` where the text is no amount, or finer than the currency.
pub(crate) fn in_minor_units(text: &str, currency: &str) -> Option<i64> {
    let decimals = Currency::from_code(currency).and_then(Currency::exponent);
    let decimals = usize::from(decimals.unwrap_or(2));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part = part.trim_end_matches('0');
    let digits = whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits || part.len() > decimals {
        return None;
    }
    format!("{whole}{part:0<decimals$}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{in_major_units, in_minor_units};

    #[test]
    fn an_amount_is_read_as_it_is_written() {
        for (text, currency, minor) in [
            ("10.99", "USD", Some(1_099)),
            ("10.9", "USD", Some(1_090)),
            ("10", "USD", Some(1_000)),
            ("10.0000", "USD", Some(1_000)),
            ("500", "JPY", Some(500)),
            ("1.234", "KWD", Some(1_234)),
            ("10.999", "USD", None),
            ("0.5", "JPY", None),
            ("-1", "USD", None),
            (".5", "USD", None),
            ("1e3", "USD", None),
            ("", "USD", None),
            ("99999999999999999999", "USD", None),
        ] {
            assert_eq!(in_minor_units(text, currency), minor, "{text} {currency}");
        }
    }

    #[test]
    fn the_currency_decides_about_the_point() {
        let text = |minor, currency| in_major_units(minor, currency).get().to_owned();
        assert_eq!(text(1_099, "USD"), "10.99");
        assert_eq!(text(5, "USD"), "0.05");
        assert_eq!(text(1_000, "USD"), "10.00");
        assert_eq!(text(1_000, "JPY"), "1000");
        assert_eq!(text(1_234_567, "KWD"), "1234.567");
        assert_eq!(text(-1_099, "USD"), "-10.99");
        assert_eq!(text(i64::MIN, "???"), "-92233720368547758.08");
    }
}
