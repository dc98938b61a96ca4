//! The status of a response: by a function, by a field, or by several in their order.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Path};

use super::declared::Response;
use super::field::ResponseField;
use crate::attributes::is_function;
use crate::call;

/// The expression that reads the status, and the table of its words.
pub(super) fn status(response: &Response<'_>, flow: &Path) -> (TokenStream, TokenStream) {
    let fields: Vec<&ResponseField<'_>> =
        response.fields_in(flow).filter(|field| field.key == "status").collect();
    let reader = |field: &ResponseField<'_>| {
        let ty = field.ty;
        quote!(__core::status_reader::<#ty, #flow>())
    };
    let absent = fields.last().and_then(|last| Some((*last, last.absent.as_ref()?)));
    // Where one field tells the status, it goes without saying which.
    let named = |field: &ResponseField<'_>| match fields.as_slice() {
        [_] => quote!(__core::None),
        _ => {
            let name = response.wire_name(field);
            quote!(__core::Some(#name))
        }
    };
    let mut told: Vec<TokenStream> = Vec::new();
    let mut tables: Vec<(TokenStream, TokenStream)> = Vec::new();
    for field in &fields {
        let (reader, member) = (reader(field), &field.member);
        told.push(quote!((#reader.report)(&self.#member, __data)));
        tables.push((named(field), quote!(#reader.mappings)));
    }
    if let Some((field, status)) = absent {
        let (ty, member) = (field.ty, &field.member);
        let (value, line) = absent_status(status, flow);
        told.push(quote!(__core::if_absent::<#ty, _>(&self.#member, #value)));
        tables.push((named(field), line));
    }
    let report = match (response.answer(flow), told.as_slice()) {
        (Some(status), _) if !is_function(status) => {
            tables = vec![(quote!(__core::None), answered_line(status, flow))];
            let statuses = status_type(flow);
            quote!(__core::answered(<#statuses>::#status))
        }
        (Some(function), _) => quote!(__core::judged::<Self, #flow, _>(#function, &self)),
        (None, []) => quote!(__core::unfinished_status::<#flow>()),
        (None, [one]) => one.clone(),
        (None, _) => quote!(__core::first_told([#(#told),*])),
    };
    (report, joined(&tables))
}

/// What an absent status means, and its line in the table.
fn absent_status(status: &Ident, flow: &Path) -> (TokenStream, TokenStream) {
    let statuses = status_type(flow);
    let value = quote!(<#statuses>::#status);
    let line = quote! {
        &[{
            type __Status = #statuses;
            __core::absent_line(__Status::as_name(__Status::#status))
        }]
    };
    (value, line)
}

/// Stops rustc at an absent status that is at its end in one of the flows: once, however many there are.
pub(super) fn absent_is_open(response: &Response<'_>) -> TokenStream {
    let checks = response.fields.iter().filter_map(|field| {
        let status = field.absent.as_ref()?;
        let moves = response.flows.iter().filter(|flow| field.is_in(flow)).map(|flow| {
            let statuses = status_type(flow);
            quote!({
                type __Status = #statuses;
                __Status::whose_move(__Status::#status)
            })
        });
        let moves = quote!(&[#(#moves),*]);
        let check = call::at(status.span(), &quote!(__core::absent_is_open), &moves);
        Some(quote!(const _: () = #check;))
    });
    checks.collect()
}

fn status_type(flow: &Path) -> TokenStream {
    quote!(<<#flow as __core::Flow>::Response as __core::ResponseData>::Status)
}

/// The line of the table for an answer that is the status by itself.
fn answered_line(status: &Path, flow: &Path) -> TokenStream {
    let statuses = status_type(flow);
    quote! {
        &[{
            type __Status = #statuses;
            __core::answered_line(__Status::as_name(__Status::#status))
        }]
    }
}

/// One table of several, each with the name of its place, where there is one.
pub(super) fn joined(tables: &[(TokenStream, TokenStream)]) -> TokenStream {
    match tables {
        [] => quote!(&[]),
        [(_, one)] => one.clone(),
        _ => {
            let tables = tables.iter().map(|(field, table)| quote!((#field, #table)));
            quote!({
                const __TABLES: &[__core::FieldTable<'static>] = &[#(#tables),*];
                &__core::joined::<{ __core::lines(__TABLES) }>(__TABLES)
            })
        }
    }
}
