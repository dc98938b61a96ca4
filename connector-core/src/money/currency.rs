//! Currencies and how many decimals they have.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, de};

use crate::url::PathValue;

/// A currency of ISO 4217, read in upper or lower case and written in upper case. `XXX` and `XTS` are none: they
/// stand for no currency, and for tests.
///
/// ```
/// use connector_core::Currency;
/// let yen: Currency = "jpy".parse()?;
/// assert_eq!((yen.code(), yen.exponent()), ("JPY", 0));
/// # Ok::<(), connector_core::UnknownCurrency>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(Code);

/// What the library knows, and what it has dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Code {
    Listed(iso_currency::Currency),
    /// The guilder of the Netherlands Antilles, until 2025-03: it is given back, and asked about, for years.
    Ang,
}

/// A text that is no currency code of ISO 4217.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no currency code of ISO 4217 (three letters, such as EUR)")]
pub struct UnknownCurrency(Box<str>);

impl Currency {
    /// The three letters, in upper case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self.0 {
            Code::Listed(listed) => listed.code(),
            Code::Ang => "ANG",
        }
    }

    /// How many decimals its major unit has: 2 for EUR, 0 for JPY, 3 for KWD.
    ///
    /// Funds codes and metals without a minor unit count as 0.
    #[must_use]
    pub fn exponent(self) -> u32 {
        match self.0 {
            Code::Listed(listed) => listed.exponent().map_or(0, u32::from),
            Code::Ang => 2,
        }
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;

    fn from_str(text: &str) -> Result<Self, UnknownCurrency> {
        let mut code = [0_u8; 3];
        match <&[u8; 3]>::try_from(text.as_bytes()) {
            Ok(bytes) => code.copy_from_slice(bytes),
            Err(_) => return Err(UnknownCurrency(text.into())),
        }
        code.make_ascii_uppercase();
        if code == *b"ANG" {
            return Ok(Self(Code::Ang));
        }
        std::str::from_utf8(&code)
            .ok()
            .and_then(iso_currency::Currency::from_code)
            // Codes of no money: for tests, and for where there is no currency.
            .filter(|currency| {
                !matches!(currency, iso_currency::Currency::XTS | iso_currency::Currency::XXX)
            })
            .map(|listed| Self(Code::Listed(listed)))
            .ok_or_else(|| UnknownCurrency(text.into()))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[diagnostic::do_not_recommend]
impl PathValue for Currency {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Code;

        impl de::Visitor<'_> for Code {
            type Value = Currency;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a currency code of ISO 4217")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Currency, E> {
                text.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes of ISO 4217, list one, as published on 2024-06-25, whose decimals are not two; those
    /// behind `none` have no minor unit.
    const NO_DECIMALS: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";
    const FOUR: &str = "CLF UYW";
    const NONE: &str = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA";
    /// Of the list, and no money.
    const NO_MONEY: [&str; 2] = ["XTS", "XXX"];
    /// All others of that list.
    const TWO: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN \
        BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD \
        FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK \
        LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR \
        NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
        SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";
    /// Codes that came or went since, and old ones that are still read; all of two decimals (ISO 4217, its
    /// amendments, and list three of those that went).
    const OTHERS: &str = "ANG HRK SLL XAD XCG ZWL";

    fn exponent(code: &str) -> u32 {
        code.parse::<Currency>().unwrap().exponent()
    }

    #[test]
    fn every_currency_has_the_decimals_of_the_standards_list() {
        let mut listed: Vec<&str> = Vec::new();
        let all = [(NO_DECIMALS, 0), (TWO, 2), (OTHERS, 2), (THREE, 3), (FOUR, 4), (NONE, 0)];
        for (codes, decimals) in all {
            for code in codes.split_whitespace() {
                assert_eq!(exponent(code), decimals, "{code}");
                listed.push(code);
            }
        }
        for code in NO_MONEY {
            assert!(code.parse::<Currency>().is_err(), "{code}");
        }
        // Nothing is read as a currency that nobody has looked at.
        for code in all_codes() {
            let known = listed.contains(&code.as_str());
            assert_eq!(code.parse::<Currency>().is_ok(), known, "{code}");
        }
    }

    /// `AAA` to `ZZZ`.
    fn all_codes() -> impl Iterator<Item = String> {
        let two = ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| [first, second]));
        two.flat_map(|[first, second]| {
            ('A'..='Z').map(move |third| String::from_iter([first, second, third]))
        })
    }

    // Processors and libraries disagree about these; the standard does not.

    #[test]
    fn the_icelandic_krona_has_no_decimals() {
        assert_eq!(exponent("ISK"), 0);
    }

    #[test]
    fn the_ugandan_shilling_has_no_decimals() {
        assert_eq!(exponent("UGX"), 0);
    }

    #[test]
    fn the_iraqi_dinar_has_three_decimals() {
        assert_eq!(exponent("IQD"), 3);
    }

    #[test]
    fn the_libyan_dinar_has_three_decimals() {
        assert_eq!(exponent("LYD"), 3);
    }

    #[test]
    fn the_unidad_de_fomento_has_four_decimals() {
        assert_eq!(exponent("CLF"), 4);
    }
}
