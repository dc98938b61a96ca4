//! `decimals(ISK = 2)`: the currencies that a processor counts otherwise than ISO 4217 says; and
//! `precision(KWD = 2)`: those of which it takes fewer decimals than it counts.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, LitInt};

use super::iso_4217;
use crate::attributes::Options;
use crate::call;
use crate::errors::Errors;

/// More than any currency has.
const MOST: u32 = 8;

/// What a connector says of its currencies.
pub(super) struct Counting {
    decimals: Vec<(Ident, LitInt)>,
    precision: Vec<(Ident, LitInt)>,
}

impl Counting {
    pub(super) fn read(options: &Options, errors: &mut Errors) -> Self {
        let says = |key, means: fn(u32, u32) -> bool, nothing: &str, errors: &mut Errors| {
            let mut read = read(options, key, errors);
            // What says nothing is left out here, too: no amount is to be counted by it.
            read.retain(|(currency, count)| {
                let exact = iso_4217::decimals(&currency.to_string());
                let says_nothing = count.base10_parse().is_ok_and(|count| !means(count, exact));
                if says_nothing {
                    let message = format!(
                        "`{currency}` has {exact} decimals in ISO 4217, {nothing}: leave it out"
                    );
                    errors.at(count, message);
                }
                !says_nothing
            });
            read
        };
        Self {
            decimals: says("decimals", |own, exact| own != exact, "and here, too", errors),
            precision: says(
                "precision",
                |taken, exact| taken < exact,
                "and no fewer are taken here",
                errors,
            ),
        }
    }

    fn is_empty(&self) -> bool {
        self.decimals.is_empty() && self.precision.is_empty()
    }
}

/// The currencies of one key, each with its decimals.
fn read(options: &Options, key: &str, errors: &mut Errors) -> Vec<(Ident, LitInt)> {
    let mut read: Vec<(Ident, LitInt)> = Vec::new();
    for (currency, decimals) in options.numbers(key) {
        let code = currency.to_string();
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let message = format!("a currency is its code of ISO 4217: `{key}(ISK = 2)`");
            errors.at(currency, message);
        } else if let Some(unknown) = iso_4217::unknown(&code) {
            errors.at(currency, unknown);
        } else if read.iter().any(|(other, _)| other == currency) {
            errors.at(currency, format!("`{code}` is there twice"));
        } else if !is_a_count(decimals) {
            errors.at(decimals, format!("a currency has 0 to {MOST} decimals"));
        } else {
            read.push((currency.clone(), decimals.clone()));
        }
    }
    if options.key(key).is_some() && options.numbers(key).is_empty() {
        errors.at(options.key(key), format!("no currency differs here: leave `{key}` out"));
    }
    read
}

fn is_a_count(decimals: &LitInt) -> bool {
    decimals.suffix().is_empty() && decimals.base10_parse().is_ok_and(|count: u32| count <= MOST)
}

/// The constants of the connector; where nothing differs, the one at which rustc stops if somebody asks for it.
pub(super) fn constants(counting: &Counting, connector: &Ident, sound: bool) -> TokenStream {
    if counting.is_empty() {
        let stop = quote!(__core::counts_as_iso_4217);
        let stop = call::at(connector.span(), &stop, &TokenStream::new());
        return if sound { quote!(const COUNTING: () = #stop;) } else { TokenStream::new() };
    }
    quote! {
        const DECIMALS: &'static [__core::Decimal] = <Self as __core::Decimals>::DECIMALS;
        const PRECISION: &'static [__core::Decimal] = <Self as __core::Decimals>::PRECISION;
    }
}

/// What makes `Counted<_, Connector>` of it. Beside a mistake it is there without any, or each amount would be
/// reported, too.
pub(super) fn implementation(counting: &Counting, connector: &Ident, sound: bool) -> TokenStream {
    if counting.is_empty() && sound {
        return quote! {
            #[automatically_derived]
            impl __core::Decimals for #connector {
                const DECIMALS: &'static [__core::Decimal] = &[];
                const IS_STATED: __core::bool = false;
            }
        };
    }
    let pair = |(currency, decimals): &(Ident, LitInt)| {
        let code = currency.to_string();
        quote!((#code, #decimals))
    };
    let decimals = counting.decimals.iter().map(pair);
    let precision = counting.precision.iter().map(pair);
    let precision = (!counting.precision.is_empty())
        .then(|| quote!(const PRECISION: &'static [__core::Decimal] = &[#(#precision),*];));
    quote! {
        #[automatically_derived]
        impl __core::Decimals for #connector {
            const DECIMALS: &'static [__core::Decimal] = &[#(#decimals),*];
            #precision
        }
    }
}
