//! Takes the flows out of `#[flow_response(PSync, Capture, status = function)]`; what is left is
//! keys with values.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, Meta, Path};

use crate::errors::Errors;

/// The flows, and the attributes without them.
pub(super) fn flows(attributes: &[Attribute], errors: &mut Errors) -> (Vec<Path>, Vec<Attribute>) {
    let mut flows = Vec::new();
    let mut rest = Vec::new();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("flow_response")) {
        let Meta::List(list) = &attribute.meta else {
            errors.at(attribute, "wrong form; expected `#[flow_response(PSync)]`");
            continue;
        };
        let mut keys = TokenStream::new();
        for entry in split_at_commas(list.tokens.clone()) {
            let is_pair = entry
                .clone()
                .into_iter()
                .any(|token| matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '='));
            if is_pair {
                keys.extend(quote!(#entry,));
            } else {
                flows.extend(errors.ok(syn::parse::Parser::parse2(Path::parse_mod_style, entry)));
            }
        }
        if !keys.is_empty() {
            rest.push(syn::parse_quote!(#[flow_response(#keys)]));
        }
    }
    (flows, rest)
}

fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut entries = vec![TokenStream::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(mark) if mark.as_char() == ',' => entries.push(TokenStream::new()),
            _ => entries.last_mut().into_iter().for_each(|entry| entry.extend([token.clone()])),
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}
