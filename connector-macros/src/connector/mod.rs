//! `#[derive(Connector)]`: who the processor is.

mod decimals;
mod iso_4217;
mod lacks;
mod merchant_host;
mod other_hosts;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::spanned::Spanned as _;
use syn::{Lit, LitStr};

use crate::attributes::{Key, Kind, Options, Syntax};
use crate::call;
use crate::documentation;
use crate::errors::Errors;
use crate::header;
use crate::hook;
use crate::known;
use crate::path::{core_path, in_block};
use crate::remembered;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "connector",
    keys: &[
        Key::required("name", Kind::Text, "name = \"stripe\""),
        Key::required("base_url", Kind::Text, "base_url = \"https://api.stripe.com\""),
        Key::required("auth", Kind::Type, "auth = BearerAuth"),
        Key::required("error", Kind::Type, "error = StripeError"),
        Key::optional("test_base_url", Kind::Text),
        Key::optional("base_urls", Kind::Names),
        Key::optional("test_base_urls", Kind::Names),
        Key::optional("headers", Kind::PairsAndPath),
        Key::optional("preprocess", Kind::Path),
        Key::optional("decimals", Kind::Numbers),
        Key::optional("precision", Kind::Numbers),
        Key::optional("settles_within", Kind::Literal),
        Key::optional(remembered::KEY, Kind::Text),
        Key::optional("lacks", Kind::Names),
        Key::optional("crate", Kind::Path),
    ],
    bare: false,
    example: "name = \"stripe\", base_url = \"https://api.stripe.com\", auth = BearerAuth, \
              error = StripeError",
};

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let options = Options::parse(&input.attrs, &SYNTAX, errors);
    let core = core_path(&options, errors);
    options.require(&SYNTAX, &input.ident, errors);
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a connector has no parameters: there is one of each processor");
    }
    if !is_unit(input) && input.generics.params.is_empty() {
        errors.at(
            &input.ident,
            format!(
                "a connector holds nothing, as its credentials are in `auth`: `struct {};`",
                input.ident
            ),
        );
    }
    check_name(options.text("name"), errors);
    let live = options.text("base_url");
    let own_test = options.text("test_base_url");
    let test = own_test.or(live);
    if let Some(live) = live {
        merchant_host::check(live, own_test.is_some(), errors);
    }
    if let Some(test) = own_test {
        check_base_url(test, errors);
    }
    if let (Some(live), Some(test)) = (live, own_test) {
        check_another(live, test, errors);
        check_not_swapped(live, test, "test_base_url", errors);
    }
    let others = other_hosts::read(&options, errors);
    let lacked = lacks::read(&options, errors);
    let counting = decimals::Counting::read(&options, errors);
    let (header_names, header_values) = headers(&options, errors);
    // Both take the credentials, and without these would be reported too.
    let own_headers = hook::function(&options, "headers", errors);
    let own_headers = own_headers.filter(|_| options.ty("auth").is_some());
    let preprocess = hook::function(&options, "preprocess", errors);
    let preprocess = preprocess.filter(|_| options.ty("auth").is_some());

    let error = options.ty("error").cloned();
    let error = error.unwrap_or_else(|| syn::parse_quote!(__core::Unfinished));
    let text = |text: Option<&LitStr>| text.map(LitStr::value).unwrap_or_default();
    let (name, live, test) = (text(options.text("name")), text(live), text(test));
    let ident = &input.ident;
    if !input.generics.params.is_empty() {
        // The flows can be asked of one type only.
        return TokenStream::new();
    }
    let (others, names) =
        (other_hosts::constants(&others, ident), other_hosts::names(&others, ident));
    let preprocess_all = hook::preprocess("PREPROCESS_ALL", preprocess.as_ref(), &quote!(#ident));
    let flows = quote!(&<#ident as __core::Connector>::FLOWS);
    let is_called = preprocess.iter().map(|function| {
        let calls = quote!(__core::FlowTable::calls_preprocess);
        let call = call::at(function.span(), &calls, &flows);
        quote!(const _: () = #call;)
    });
    let is_called: TokenStream = is_called.collect();
    let settles = settles_within(&options, errors);
    let remembered = remembered::read(&options, errors);
    let is_sent = options.key(remembered::KEY).filter(|_| remembered.is_some()).map(|key| {
        let sends = quote!(__core::FlowTable::sends_a_key);
        let call = call::at(key.span(), &sends, &flows);
        quote!(const _: () = #call;)
    });
    let functions = hook::described([
        ("headers", hook::tokens(own_headers.as_ref())),
        ("preprocess", hook::tokens(preprocess.as_ref())),
    ]);
    let functions = (!functions.is_empty())
        .then(|| quote!(const FUNCTIONS: &'static [__core::Hook] = &[#(#functions),*];));
    let own_headers = own_headers.iter();
    let (lacks, not_lacked) = (lacks::constant(&lacked), lacks::checks(&lacked, ident));
    let remembered = remembered.map(|time| {
        quote! {
            const KEYS_REMEMBERED_FOR: __core::Option<__core::KeyMemory> = #time;
        }
    });
    let about = documentation::lines(&input.attrs).join("\n");
    let about = Some(about.trim()).filter(|about| !about.is_empty());
    let about = about.map(|about| quote!(const ABOUT: &'static __core::str = #about;));
    let own_decimals = decimals::constants(&counting, ident, errors.is_empty());
    let counting = decimals::implementation(&counting, ident, errors.is_empty());
    let flow = |flow: &str| {
        let flow = format_ident!("{flow}");
        quote!(__core::Probe::<#ident, __core::#flow>::ENTRY)
    };
    let (authorize, psync) = (flow("Authorize"), flow("PSync"));
    let token = flow("ServerAuthenticationToken");
    let auth = options.ty("auth");
    let auth_place = auth.map_or_else(|| ident.span(), syn::spanned::Spanned::span);
    let beside = auth.filter(|_| !header_names.is_empty()).map(|_| {
        // Those of the implementation: what are none is reported there.
        let check = quote!(__core::are_no_credentials::<<#ident as __core::Connector>::Auth>);
        let check = call::at(auth_place, &check, &quote!(&[#(#header_names),*]));
        quote!(const _: () = #check;)
    });
    let auth = auth.map_or_else(|| errors.as_type(ident), known::credentials);
    let fetches = quote!(__core::fetches_its_access_token::<#ident>);
    let fetches = call::at(auth_place, &fetches, &token);
    let asks = quote!(__core::asks_by_what_was_sent);
    let asks = call::at(ident.span(), &asks, &quote!(#authorize, #psync));
    let (refund, rsync) = (flow("Refund"), flow("RSync"));
    let asks_back = quote!(__core::asks_about_refunds_by_what_was_sent);
    let asks_back = call::at(ident.span(), &asks_back, &quote!(#refund, #rsync));
    let implementation = quote! {
            #[automatically_derived]
            impl __core::Connector for #ident {
                const NAME: &'static __core::str = #name;
                const BASE_URLS: __core::BaseUrls = __core::BaseUrls { live: #live, test: #test };
                const HEADERS: &'static [(
                    &'static __core::str,
                    &'static __core::str,
                )] = &[
                    #((#header_names, #header_values)),*
                ];
                const FLOWS: __core::FlowTable = #core::__flow_table!(#ident);
                const WEBHOOK: __core::Option<__core::WebhookDeclaration> = {
                    #[allow(unused_imports, reason = "it may receive webhooks")]
                    use __core::NoWebhook as _;
                    __core::WebhookProbe::<#ident>::WEBHOOK
                };
                #others
                #preprocess_all
                #functions
                #lacks
                #own_decimals
                #settles
                #remembered
                #about
                type Auth = #auth;
                fn write_headers(
                    __auth: &Self::Auth,
                    __to: &mut __core::Encoder,
                ) {
                    #(__core::Encoder::constant_header(
                        __to,
                        const { __core::HeaderName::from_static(#header_names) },
                        const { __core::HeaderValue::from_static(#header_values) },
                    );)*
                    #(__core::Encoder::own_headers(__to, __auth, #own_headers);)*
                }
                fn decode_error<__F: __core::Flow>(
                    __status: __core::StatusCode,
                    __body: &[__core::u8],
                ) -> __core::Outcome<__F> {
                    __core::decode_error::<#error, __F>(__status, __body)
                }
            }
            #names
            #not_lacked
            #is_called
            #is_sent
            #beside
            #counting
            // Of these flows alone: to look at the whole table is much work for rustc.
            const _: () = {
                #[allow(unused_imports, reason = "all of these flows may be there")]
                use __core::NoEntry as _;
                #fetches;
                #asks;
                #asks_back;
            };
    };
    in_block(&core, &implementation)
}

/// How many seconds after an order "not found" can mean "not yet".
fn settles_within(options: &Options, errors: &mut Errors) -> Option<TokenStream> {
    let literal = options.literal("settles_within")?;
    let seconds = match literal {
        Lit::Int(number) if number.suffix().is_empty() => number.base10_parse::<u64>().ok(),
        _ => None,
    };
    let Some(seconds) = seconds.filter(|seconds| (1..=86_400).contains(seconds)) else {
        errors.at(literal, "a number of seconds, from 1 to a day: `settles_within = 60`");
        return None;
    };
    Some(quote! {
        const SETTLES_WITHIN: __core::Duration = __core::Duration::from_secs(#seconds);
    })
}

fn is_unit(input: &syn::DeriveInput) -> bool {
    matches!(&input.data, syn::Data::Struct(data) if matches!(data.fields, syn::Fields::Unit))
}

/// The name stands in file names, environment variables and commands.
fn check_name(name: Option<&LitStr>, errors: &mut Errors) {
    let Some(literal) = name else { return };
    let name = literal.value();
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let first = name.bytes().next();
    let starts_well = first.is_some_and(|first| first.is_ascii_lowercase());
    if !starts_well || !name.bytes().all(plain) {
        errors.at(
            literal,
            "a connector's name has lower-case letters, digits and `_`, and begins with a letter",
        );
    }
}

pub(crate) fn check_base_url(literal: &LitStr, errors: &mut Errors) {
    let url = literal.value();
    let Some(host) = url.strip_prefix("https://") else {
        return errors.at(literal, "a processor's base URL begins with `https://`");
    };
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"?#@\\\"<>{}".contains(&byte);
    if host.is_empty() || host.starts_with('/') || !host.bytes().all(plain) {
        errors.at(
            literal,
            "a base URL is a scheme and a host, perhaps with a port and a path, and nothing else",
        );
    }
}

/// That the live host does not call itself one for tests, where the other does not: by a word of its own
/// (`api.sandbox`), or behind a word that both have (`apitest` and `api`).
fn check_not_swapped(live: &LitStr, test: &LitStr, key: &str, errors: &mut Errors) {
    const MARKS: [&str; 4] = ["sandbox", "test", "staging", "playground"];
    let (live_url, test_url) = (live.value(), test.value());
    let (of_live, of_test) = (words(&live_url), words(&test_url));
    let is_marked = |words: &[&str]| words.iter().any(|word| MARKS.contains(word));
    let is_marked_word = |word: &&str| {
        let mut rests = MARKS.iter().filter_map(|mark| word.strip_suffix(mark));
        rests.any(|rest| of_test.contains(&rest))
    };
    if (is_marked(&of_live) && !is_marked(&of_test)) || of_live.iter().any(is_marked_word) {
        let problem = format!(
            "this host is called one for tests, and that of `{key}` is not: are they swapped?"
        );
        errors.at(live, problem);
    }
}

/// Where there is no host for tests nothing is said of one: what was copied is the live one.
fn check_another(live: &LitStr, test: &LitStr, errors: &mut Errors) {
    let (of_live, of_test) = (live.value(), test.value());
    if of_live.trim_end_matches('/') == of_test.trim_end_matches('/') {
        errors.at(
            test,
            "tests would be sent to the live host: where there is no other, leave this out",
        );
    }
}

fn words(url: &str) -> Vec<&str> {
    let words = url.split(|letter: char| !letter.is_ascii_alphabetic());
    words.filter(|word| !word.is_empty()).collect()
}

/// The names and the values of the headers that every request carries. What is not a header's is an
/// error and left out: the expansion makes constants of the rest.
fn headers(options: &Options, errors: &mut Errors) -> (Vec<String>, Vec<LitStr>) {
    let (mut names, mut values): (Vec<String>, Vec<LitStr>) = Default::default();
    for (name, value) in options.pairs("headers") {
        let text = name.value().to_ascii_lowercase();
        if !header::check_own_name(name, errors) {
            continue;
        }
        if names.contains(&text) {
            errors.at(name, format!("the header `{text}` is there twice"));
        } else if header::check_value(value, errors) {
            names.push(text);
            values.push(value.clone());
        }
    }
    (names, values)
}
