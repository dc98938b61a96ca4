//! Where the values come from: the flow's data, field by field, or a transformer written by hand.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::ext::IdentExt as _;
use syn::{Ident, Member, Path};

use super::field::{FlowField, Source};
use super::model::Flow;
use crate::generics::with_lifetime;

/// An expression that is the request.
pub(super) fn request(flow: &Flow<'_>, flow_name: &Path) -> TokenStream {
    let name = &flow.input.ident;
    if flow.is_filled_by_declaration() {
        let idents = flow.fields().iter().map(|field| field.ident);
        let values = flow.fields().iter().map(|field| value(flow, field));
        return quote!(#name { #(#idents: #values),* });
    }
    // At the struct's name, because rustc underlines it where nobody fills the struct.
    let lifetimes = flow.input.generics.lifetimes();
    let lifetimes = lifetimes.map(|_| quote_spanned!(name.span()=> '_));
    let request = quote_spanned!(name.span()=> #name<#(#lifetimes),*>);
    quote!(__core::transformed::<#flow_name, #request>(__data)?)
}

/// Statements that do nothing but let rustc look at the declared sources, where there are mistakes
/// elsewhere.
pub(super) fn checks(flow: &Flow<'_>) -> TokenStream {
    let values = flow.fields().iter().filter_map(|field| value(flow, field));
    values.map(|value| quote!(#value;)).collect()
}

fn value(flow: &Flow<'_>, field: &FlowField<'_>) -> Option<TokenStream> {
    let names = match field.source.as_ref()? {
        Source::Constant(literal) => return Some(quote!(#literal)),
        Source::Data(names) => names,
    };
    let ty = with_lifetime(&flow.defaults.as_ref()?.apply(&field.field.ty), "'_");
    let source = expression(names)?;
    let text = text(field)?;
    Some(quote!(__core::Source(&#source, #text).fill::<#ty>()?))
}

/// `request.connector_transaction_id`, or the constant, as it is shown.
pub(super) fn text(field: &FlowField<'_>) -> Option<String> {
    match field.source.as_ref()? {
        Source::Constant(literal) => Some(literal.to_token_stream().to_string()),
        Source::Data(names) => {
            let names: Vec<String> = names.iter().map(|name| name.unraw().to_string()).collect();
            Some(names.join("."))
        }
    }
}

/// `__data.request.connector_transaction_id`, as it is read.
fn expression(names: &[Ident]) -> Option<TokenStream> {
    let (root, rest) = names.split_first()?;
    let root = if root == "auth" {
        // A reference already, where all of it is meant.
        if rest.is_empty() { quote!(*__auth) } else { quote!(__auth) }
    } else {
        let root = Member::Named(root.clone());
        quote!(__data.#root)
    };
    Some(quote!(#root #(.#rest)*))
}
