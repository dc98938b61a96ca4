//! What changes an order is taken of the data, refused, or left out for a reason that is said:
//! `ignores(capture_method = "the order was announced with it")`.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Ident, LitStr, Path};

use super::field::FlowField;
use super::model::Flow;
use super::{fill, idempotency};
use crate::attributes::Options;
use crate::call;
use crate::errors::Errors;
use crate::generics::with_lifetime;
use crate::optional;

/// The fields that are left out, each with the reason. What is wrong is left out here and an error there.
pub(super) fn read(options: &Options, errors: &mut Errors) -> Vec<(Ident, LitStr)> {
    let mut ignored: Vec<(Ident, LitStr)> = Vec::new();
    for (field, reason) in options.names("ignores") {
        if reason.value().trim().is_empty() {
            errors.at(reason, format!("say why `{field}` is not sent"));
        } else if ignored.iter().any(|(earlier, _)| earlier == field) {
            errors.at(field, "the field is there twice");
        } else {
            ignored.push((field.clone(), reason.clone()));
        }
    }
    ignored
}

/// The id of a capture names the payment, too, and may be the only one that is sent: then it is always there.
pub(super) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    const PAYMENT: &str = "connector_transaction_id";
    let sources: Vec<(String, &FlowField<'_>)> =
        flow.fields().iter().filter_map(|field| Some((fill::text(field)?, field))).collect();
    let is_named = sources.iter().any(|(source, _)| is_of(source, PAYMENT))
        || taken(flow).any(|name| name == PAYMENT)
        || flow.ignores.iter().any(|(name, _)| name == PAYMENT);
    let by_capture = sources.iter().find(|(source, field)| {
        is_of(source, "connector_capture_id") && optional::inside(&field.field.ty).is_some()
    });
    if let Some((_, field)) = by_capture.filter(|_| !is_named) {
        errors.at(
            &field.field.ty,
            format!(
                "where the data have no such id, nothing would say which payment is meant: without `Option`, or beside a \
                 field `from = request.{PAYMENT}`"
            ),
        );
    }
}

/// Stops rustc where an order has no key, where something that changes it is dropped in silence, and where a
/// reason is one for nothing.
pub(super) fn assertions(flow: &Flow<'_>, connector: &Path, flow_name: Span) -> TokenStream {
    // What a transformer written by hand takes is not known.
    let (is_keyed, is_declared) = (idempotency::is_keyed(flow), flow.is_filled_by_declaration());
    let taken: Vec<String> = taken(flow).collect();
    let orders = (is_declared || !is_keyed).then(|| {
        let check = quote!(__core::orders_as_asked::<#connector, __Flow>);
        let fills = is_made_of_the_whole(flow);
        let arguments = quote!(#is_keyed, #is_declared #fills, &[#(#taken),*]);
        let check = call::at(flow_name, &check, &arguments);
        quote!(const _: () = #check;)
    });
    let reasons = flow.ignores.iter().map(|(field, _)| {
        let name = field.to_string();
        let sources = flow.fields().iter().filter_map(fill::text);
        let taken = taken.contains(&name) || { sources }.any(|source| is_of(&source, &name));
        let check = quote!(__core::ignores_what_is_ordered::<__Flow>);
        let check = call::at(field.span(), &check, &quote!(#name, #taken));
        quote!(const _: () = #check;)
    });
    quote!(#orders #(#reasons)*)
}

/// Of what is made of the whole request and does not say of what: whether it can be made of that.
fn is_made_of_the_whole(flow: &Flow<'_>) -> TokenStream {
    let fields = flow.fields().iter().filter(|field| field.is_made_of_anything());
    let types = fields.filter_map(|field| {
        let ty = with_lifetime(&flow.defaults.as_ref()?.apply(&field.field.ty), "'static");
        let probe = quote!(<__core::FillProbe<#ty, <__Flow as __core::Flow>::Request>>::FILLS);
        Some(quote! {
            && {
                #[allow(unused_imports, reason = "it can be made of that")]
                use __core::NoFill as _;
                #probe
            }
        })
    });
    types.collect()
}

/// The reasons, for `describe`.
pub(super) fn described(flow: &Flow<'_>) -> Option<TokenStream> {
    let reasons = flow.ignores.iter().map(|(field, reason)| {
        let name = field.to_string();
        quote!((#name, #reason))
    });
    (!flow.ignores.is_empty()).then(|| quote!(ignores: &[#(#reasons),*],))
}

/// What the values are made of that are made of the whole request.
fn taken<'f>(flow: &'f Flow<'_>) -> impl Iterator<Item = String> + 'f {
    let takes = flow.fields().iter().flat_map(|field| &field.takes);
    takes.map(|field| field.unraw().to_string())
}

fn is_of(source: &str, field: &str) -> bool {
    let rest = source.strip_prefix("request.").and_then(|rest| rest.strip_prefix(field));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
