//! `decimals(ISK = 2)`: the currencies that a processor counts otherwise than ISO 4217 says.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, LitInt};

use crate::attributes::Options;
use crate::errors::Errors;

/// More than any currency has.
const MOST: u32 = 8;

/// The currencies, each with its decimals.
pub(super) fn read(options: &Options, errors: &mut Errors) -> Vec<(Ident, LitInt)> {
    let mut read: Vec<(Ident, LitInt)> = Vec::new();
    for (currency, decimals) in options.numbers("decimals") {
        let code = currency.to_string();
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            errors.at(currency, "a currency is its code of ISO 4217: `decimals(ISK = 2)`");
        } else if read.iter().any(|(other, _)| other == currency) {
            errors.at(currency, format!("`{code}` is there twice"));
        } else if !is_a_count(decimals) {
            errors.at(decimals, format!("a currency has 0 to {MOST} decimals"));
        } else {
            read.push((currency.clone(), decimals.clone()));
        }
    }
    if options.key("decimals").is_some() && options.numbers("decimals").is_empty() {
        errors.at(options.key("decimals"), "no currency differs here: leave `decimals` out");
    }
    read
}

fn is_a_count(decimals: &LitInt) -> bool {
    decimals.suffix().is_empty() && decimals.base10_parse().is_ok_and(|count: u32| count <= MOST)
}

/// The constant of the connector.
pub(super) fn constant(decimals: &[(Ident, LitInt)]) -> Option<TokenStream> {
    if decimals.is_empty() {
        return None;
    }
    Some(quote! {
        const DECIMALS: &'static [__core::Decimal] = <Self as __core::Decimals>::DECIMALS;
    })
}

/// What makes `Counted<_, Connector>` of it; rustc looks at the codes. Beside a mistake it is there without
/// any, or each amount would be reported, too.
pub(super) fn implementation(
    decimals: &[(Ident, LitInt)],
    connector: &Ident,
    sound: bool,
) -> TokenStream {
    if decimals.is_empty() && sound {
        return TokenStream::new();
    }
    let each = decimals.iter().map(|(currency, decimals)| {
        let code = currency.to_string();
        quote!((#code, #decimals))
    });
    let currencies = decimals.iter().map(|(currency, _)| currency);
    quote! {
        #[automatically_derived]
        impl __core::Decimals for #connector {
            const DECIMALS: &'static [__core::Decimal] = &[#(#each),*];
        }
        const _: &[__core::IsoCurrency] = &[#(__core::IsoCurrency::#currencies),*];
    }
}
