//! Entries that are limited to a flow: `#[flow_response(PSync(connector_transaction_id))]` on a field,
//! `#[flow_response(PSync(no_amount = "…"))]` on the struct.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::parse::Parser as _;
use syn::{Attribute, Meta, Path};

use super::declared::text;
use super::field::Limits;
use crate::attributes::Syntax;
use crate::errors::Errors;
use crate::suggest;

/// Attributes as they are without those entries, and the entries, each as an attribute of its own.
type Split = (Vec<Attribute>, Vec<(Path, Vec<Attribute>)>);

pub(super) fn split(attributes: &[Attribute], syntax: &Syntax) -> Split {
    let mut everywhere = Vec::new();
    let mut limited = Vec::new();
    for attribute in attributes {
        let mut rest = attribute.clone();
        if let Meta::List(list) = &mut rest.meta
            && list.path.is_ident(syntax.name)
        {
            let (unlimited, groups) = entries(list.tokens.clone(), syntax);
            let nothing_is_left = unlimited.is_empty() && !groups.is_empty();
            list.tokens = unlimited;
            for (flow, tokens) in groups {
                let mut inner = attribute.clone();
                if let Meta::List(list) = &mut inner.meta {
                    list.tokens = tokens;
                }
                limited.push((flow, vec![inner]));
            }
            if nothing_is_left {
                continue;
            }
        }
        everywhere.push(rest);
    }
    (everywhere, limited)
}

/// Whether the flow is one of the response. One that is like none of them may have been forgotten there, and is
/// reported once; a name that is none at all, rustc reports.
pub(super) fn is_listed(flow: &Path, limits: &mut Limits<'_>, errors: &mut Errors) -> bool {
    let named: Vec<String> = limits.flows.iter().map(text).collect();
    let (written, named) = (text(flow), named.iter().map(String::as_str).collect::<Vec<_>>());
    let listed = named.contains(&&*written);
    if listed || named.is_empty() || limits.others.iter().any(|other| text(other) == written) {
        return listed;
    }
    let all = suggest::listed_all(&named);
    let message = format!("`{written}` is no flow of this response: it has {all}");
    let is_there = |flow: &Path| quote!(::core::marker::PhantomData::<#flow>;);
    let similar = suggest::closest(&written, &named);
    match limits.flows.iter().find(|flow| similar == Some(&*text(flow))) {
        Some(similar) => errors.unless_misspelt(is_there(similar), flow, message),
        None => {
            errors.unless_misspelt(is_there(flow), flow, message);
            limits.others.push(flow.clone());
        }
    }
    false
}

/// What stands between the commas: all but `Flow(…)` as it was, and those.
fn entries(tokens: TokenStream, syntax: &Syntax) -> (TokenStream, Vec<(Path, TokenStream)>) {
    let mut unlimited = TokenStream::new();
    let mut limited = Vec::new();
    let mut entry: Vec<TokenTree> = Vec::new();
    for token in tokens {
        let is_comma = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == ',');
        if is_comma && let Some(group) = flow_group(&entry, syntax) {
            limited.push(group);
            entry.clear();
            continue;
        }
        entry.push(token);
        if is_comma {
            unlimited.extend(entry.drain(..));
        }
    }
    match flow_group(&entry, syntax) {
        Some(group) => limited.push(group),
        None => unlimited.extend(entry),
    }
    (unlimited, limited)
}

/// `PSync(…)`: a path that is no key of ours, and parentheses.
fn flow_group(entry: &[TokenTree], syntax: &Syntax) -> Option<(Path, TokenStream)> {
    let (TokenTree::Group(group), path) = entry.split_last()? else { return None };
    let path: TokenStream = path.iter().cloned().collect();
    let path = Path::parse_mod_style.parse2(path).ok()?;
    let is_key = path.get_ident().is_some_and(|ident| syntax.key(&ident.to_string()).is_some());
    let is_group = group.delimiter() == Delimiter::Parenthesis;
    (is_group && !is_key).then(|| (path, group.stream()))
}
