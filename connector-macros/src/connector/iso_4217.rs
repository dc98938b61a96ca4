//! How many decimals ISO 4217 gives to a currency, so that what says the same is known to say nothing.

/// Those that have none.
const NONE: [&str; 17] = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
];
const THREE: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
const FOUR: [&str; 2] = ["CLF", "UYW"];

/// Of a code that is one: all others have two. Metals and the like have none that are known.
pub(super) fn decimals(code: &str) -> u32 {
    let is_in = |list: &[&str]| list.contains(&code);
    match code {
        _ if is_in(&NONE) => 0,
        _ if is_in(&THREE) => 3,
        _ if is_in(&FOUR) => 4,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use iso_currency::Currency;

    #[test]
    fn the_decimals_are_those_of_the_library() {
        let letters = || 'A'..='Z';
        let codes =
            letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
        let mut count = 0;
        for code in codes.map(String::from_iter) {
            if let Some(exponent) = Currency::from_code(&code).and_then(Currency::exponent) {
                assert_eq!(super::decimals(&code), u32::from(exponent), "{code}");
                count += 1;
            }
        }
        assert!(count > 150, "{count}");
    }
}
