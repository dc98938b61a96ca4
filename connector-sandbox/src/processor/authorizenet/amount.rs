//! Amounts in major units, as JSON numbers that keep their digits.

use iso_currency::Currency;
use serde_json::value::RawValue;

/// `1099` cents as `10.99`. The wire says nothing of the currency; its decimals are all that shows.
pub(super) fn in_major_units(minor: i64, currency: &str) -> Box<RawValue> {
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

#[cfg(test)]
mod tests {
    use super::in_major_units;

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
