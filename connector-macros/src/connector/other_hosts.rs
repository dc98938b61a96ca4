//! The connector's other hosts: `base_urls(files = "https://files.example.com")`.
//!
//! Flows name them. A struct with a field for each name lets rustc say which names there are, and
//! which of them no flow uses; it is never looked at otherwise.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr};

use super::{check_another, check_base_url, check_not_swapped};
use crate::attributes::Options;
use crate::errors::Errors;
use crate::suggest;

/// A host beside the main one.
pub(super) struct OtherHost {
    name: Ident,
    live: LitStr,
    test: LitStr,
}

/// Reads `base_urls` and `test_base_urls`.
pub(super) fn read(options: &Options, errors: &mut Errors) -> Vec<OtherHost> {
    let mut hosts: Vec<OtherHost> = Vec::new();
    for (name, live) in options.names("base_urls") {
        check_base_url(live, errors);
        if hosts.iter().any(|host| host.name == *name) {
            errors.at(name, format!("the base URL `{name}` is there twice"));
        } else {
            let (name, live) = (name.clone(), live.clone());
            hosts.push(OtherHost { name, test: live.clone(), live });
        }
    }
    let known: Vec<String> = hosts.iter().map(|host| host.name.unraw().to_string()).collect();
    let mut seen: Vec<&Ident> = Vec::new();
    for (name, test) in options.names("test_base_urls") {
        check_base_url(test, errors);
        if seen.contains(&name) {
            errors.at(name, format!("the base URL `{name}` is there twice"));
        } else if let Some(host) = hosts.iter_mut().find(|host| host.name == *name) {
            check_another(&host.live, test, errors);
            check_not_swapped(&host.live, test, "test_base_urls", errors);
            host.test = test.clone();
        } else {
            // Where `base_urls` itself could not be read, that is the mistake.
            errors.amiss(name, unknown(name, &known));
            // So that the flows that name it are not reported too.
            hosts.push(OtherHost { name: name.clone(), live: test.clone(), test: test.clone() });
        }
        seen.push(name);
    }
    hosts
}

fn unknown(name: &Ident, known: &[String]) -> String {
    if known.is_empty() {
        return format!("`base_urls` is missing: `base_urls({name} = \"https://…\")`");
    }
    let expected = suggest::expected(&name.to_string(), known.iter().map(String::as_str));
    format!("`base_urls` has no `{name}`; {expected}")
}

/// What stands in the implementation of `Connector`.
pub(super) fn constants(hosts: &[OtherHost], connector: &Ident) -> TokenStream {
    if hosts.is_empty() {
        return quote! {
            type BaseUrlNames = __core::NoOtherBaseUrl;
            const BASE_URL_NAMES: __core::NoOtherBaseUrl = __core::NoOtherBaseUrl;
        };
    }
    let pairs = hosts.iter().map(|OtherHost { name, live, test }| {
        let name = name.unraw().to_string();
        quote!((#name, __core::BaseUrls { live: #live, test: #test }))
    });
    let names = struct_of(connector);
    let fields = hosts.iter().map(|OtherHost { name, .. }| {
        let text = name.unraw().to_string();
        quote!(#name: #text)
    });
    quote! {
        const OTHER_BASE_URLS: &'static [(
            &'static __core::str,
            __core::BaseUrls,
        )] = &[#(#pairs),*];
        type BaseUrlNames = #names;
        const BASE_URL_NAMES: #names = #names { #(#fields),* };
    }
}

/// The struct of the names. Whoever declares a host that no flow uses has forgotten a flow's
/// `base_url`, and its requests go elsewhere: hence an error and no warning.
pub(super) fn names(hosts: &[OtherHost], connector: &Ident) -> Option<TokenStream> {
    // At the author's place: rustc is silent about what is unused in a macro's own code.
    let field = |OtherHost { name, .. }: &OtherHost| quote_spanned!(name.span()=> pub(crate) #name: &'static ::core::primitive::str);
    let (fields, names) = (hosts.iter().map(field), struct_of(connector));
    (!hosts.is_empty()).then(|| {
        quote! {
            #[doc(hidden)]
            #[deny(dead_code)]
            #[allow(missing_debug_implementations, unreachable_pub, reason = "nobody can name it")]
            pub struct #names { #(#fields),* }
        }
    })
}

/// Its name: rustc shows it where a flow names a host that is none of them.
fn struct_of(connector: &Ident) -> Ident {
    let name = format!("__BaseUrlsOf{}", connector.unraw());
    Ident::new(&name, Span::call_site())
}
