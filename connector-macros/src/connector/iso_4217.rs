//! The currencies of ISO 4217, and how many decimals it gives to each: so that what says the same is known to say nothing.

use crate::suggest;

/// Their codes.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN \
    BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR \
    FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY \
    KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR \
    MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB \
    RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD \
    TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD \
    XCG XDR XOF XPD XPF XPT XSU XTS XUA XXX YER ZAR ZMW ZWG ZWL";

/// Those that have none.
const NONE: [&str; 17] = [
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND",
    "VUV", "XAF", "XOF", "XPF",
];
const THREE: [&str; 7] = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];
const FOUR: [&str; 2] = ["CLF", "UYW"];

/// Why this is the code of none, where it is not.
pub(super) fn unknown(code: &str) -> Option<String> {
    let known: Vec<&str> = CODES.split_whitespace().collect();
    if known.contains(&code) {
        return None;
    }
    let meant = suggest::closest(code, &known).map(|code| format!("; did you mean `{code}`?"));
    Some(format!("ISO 4217 has no currency `{code}`{}", meant.unwrap_or_default()))
}

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
    fn codes_and_decimals_are_those_of_the_library() {
        let letters = || 'A'..='Z';
        let codes =
            letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
        let mut count = 0;
        for code in codes.map(String::from_iter) {
            let is_known = Currency::from_code(&code).is_some();
            assert_eq!(super::unknown(&code).is_none(), is_known, "{code}");
            if let Some(exponent) = Currency::from_code(&code).and_then(Currency::exponent) {
                assert_eq!(super::decimals(&code), u32::from(exponent), "{code}");
                count += 1;
            }
        }
        assert!(count > 150, "{count}");
    }
}
