//! What is true of the words for a status as a whole: they mean what the flow can tell, and enough of it.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use syn::Path;
use syn::spanned::Spanned as _;

use super::declared::{Response, text};
use super::field::ResponseField;
use crate::attributes::is_function;
use crate::call;
use crate::generics::with_lifetime;
use crate::known;

/// Holds the table of the words against the flow: in the block around all of it, which is evaluated whether
/// the flow is used or not. It cannot name parameters; where there are some, it is done when the flow is used.
pub(super) fn check(response: &Response<'_>, flow: &Path) -> (TokenStream, TokenStream) {
    let fields = status_fields(response, flow);
    let is_generic = is_generic(response);
    let answer = response.answer(flow);
    if let Some(answer) = answer.filter(|status| !is_function(status)) {
        let name = quote!(<__core::StatusIn<__Flow>>::#answer.as_name());
        let check = call::at(answer.span(), &quote!(__core::is_answer::<__Flow>), &name);
        return (quote!(#check;), TokenStream::new());
    }
    let check = match fields.as_slice() {
        [] => return Default::default(),
        // Reported already: one table for several sources has no parameters.
        [first, ..] if answer.is_none() => {
            if !is_alone(first, &fields) && !response.input.generics.params.is_empty() {
                return Default::default();
            }
            let Some(check) = is_complete(response, flow, &fields) else {
                return Default::default();
            };
            check
        }
        // A function may know more than the words.
        _ => {
            let each = fields.iter().map(|field| {
                let (ty, place) = (status_type(response, field), field.ty.span());
                let method = quote!(__core::StatusReader::is_possible);
                let reader = quote!(&__core::status_reader::<#ty, __Flow>());
                let check = call::at(place, &method, &reader);
                quote!(#check;)
            });
            quote!({ #(#each)* })
        }
    };
    if is_generic {
        (TokenStream::new(), quote!(const { #check };))
    } else {
        (quote!(#check;), TokenStream::new())
    }
}

fn status_fields<'r, 'a>(response: &'r Response<'a>, flow: &Path) -> Vec<&'r ResponseField<'a>> {
    response.fields_in(flow).filter(|field| field.key == "status").collect()
}

fn is_generic(response: &Response<'_>) -> bool {
    let generics = &response.input.generics;
    generics.type_params().next().is_some() || generics.const_params().next().is_some()
}

fn status_type(response: &Response<'_>, field: &ResponseField<'_>) -> TokenStream {
    if is_generic(response) {
        field.ty.to_token_stream()
    } else {
        with_lifetime(field.ty, "'static")
    }
}

/// Whether one field tells the status whenever it is told.
fn is_alone(first: &ResponseField<'_>, fields: &[&ResponseField<'_>]) -> bool {
    fields.len() == 1 && first.absent.is_none()
}

/// Once for all flows that read their status in the same fields, with the first of them: a word that is missing is one
/// mistake. Several sources are complete together.
fn is_complete(
    response: &Response<'_>,
    flow: &Path,
    fields: &[&ResponseField<'_>],
) -> Option<TokenStream> {
    let first = fields.first()?;
    let place = first.ty.span();
    let members = |fields: &[&ResponseField<'_>]| -> Vec<String> {
        fields.iter().map(|field| field.name()).collect()
    };
    let is_alike = |other: &&Path| {
        let fields_there = status_fields(response, other);
        response.answer(other).is_none() && members(&fields_there) == members(fields)
    };
    let mut alike: Vec<&Path> = response.flows.iter().filter(is_alike).collect();
    if is_generic(response) {
        alike = vec![flow];
    }
    let (leader, others) = alike.split_first()?;
    if text(leader) != text(flow) {
        return None;
    }
    if others.is_empty() {
        return Some(is_complete_alone(response, first, fields));
    }
    let own = words(response, first, fields);
    let others = others.iter().map(|other| {
        let known = known::flow(other);
        quote!({ #known #own })
    });
    let all = quote!(&[#own #(, #others)*]);
    Some(call::at(place, &quote!(__core::are_complete), &all))
}

fn is_complete_alone(
    response: &Response<'_>,
    first: &ResponseField<'_>,
    fields: &[&ResponseField<'_>],
) -> TokenStream {
    let place = first.ty.span();
    if is_alone(first, fields) {
        let ty = status_type(response, first);
        let method = quote!(__core::StatusReader::is_complete);
        return call::at(place, &method, &quote!(&__core::status_reader::<#ty, __Flow>()));
    }
    let (table, beside) = table(response, fields);
    call::at(place, &quote!(__core::is_complete::<__Flow>), &quote!(#table, &#beside))
}

/// The words of the fields, where the flow is known as `__Flow`.
fn words(
    response: &Response<'_>,
    first: &ResponseField<'_>,
    fields: &[&ResponseField<'_>],
) -> TokenStream {
    if is_alone(first, fields) {
        let ty = status_type(response, first);
        return quote!(__core::status_reader::<#ty, __Flow>().words());
    }
    let (table, beside) = table(response, fields);
    quote!(__core::words_in::<__Flow>(#table, const { &#beside }))
}

/// The one table of several fields, and what is said beside the words of each.
fn table(response: &Response<'_>, fields: &[&ResponseField<'_>]) -> (TokenStream, TokenStream) {
    let ident = &response.input.ident;
    let beside = fields.iter().map(|field| {
        let ty = status_type(response, field);
        quote!(__core::status_reader::<#ty, __Flow>().beside)
    });
    (quote!(<#ident as __core::FlowResponse<__Flow>>::STATUSES), quote!([#(#beside),*]))
}
