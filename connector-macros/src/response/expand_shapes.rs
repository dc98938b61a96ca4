//! The responses that hold others: an enum of several shapes, a list.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Path, Type};

use super::expand::Body;
use super::expand_status::joined;
use super::field::Entry;
use super::shape::{ResponseShape, ShapeKind, Shapes};

/// How a list is read and searched.
pub(super) fn list_reader(ty: &Type, entry: Entry, flow: &Path) -> TokenStream {
    match entry {
        Entry::ById => quote!(__core::list_by_id::<#ty, #flow>()),
        Entry::First => quote!(__core::list_first::<#ty, #flow>()),
        Entry::Last => quote!(__core::list_last::<#ty, #flow>()),
    }
}

/// Each shape is read in its turn, and says what it means.
pub(super) fn shapes(shapes: &Shapes<'_>, flow: &Path) -> Body {
    let Shapes { all, are_all } = shapes;
    let reader = |ResponseShape { ty, kind, .. }: &ResponseShape<'_>| match kind {
        ShapeKind::Response => quote!(__core::shape::<#ty, #flow>()),
        ShapeKind::Error => quote!(__core::error_shape::<#ty, #flow>()),
        ShapeKind::List(entry) => list_reader(ty, *entry, flow),
    };
    let tells = |shape: &&ResponseShape<'_>| shape.kind != ShapeKind::Error;
    let tables: Vec<_> = all
        .iter()
        .filter(tells)
        .map(|shape| {
            let reader = reader(shape);
            let name = shape.ident.unraw().to_string();
            (quote!(__core::Some(#name)), quote!(#reader.mappings))
        })
        .collect();
    let parts = all.iter().filter(tells).map(|shape| {
        let reader = reader(shape);
        quote!(#reader.integrity)
    });
    let integrity = quote!(__core::weakest(&[#(#parts),*]));
    let functions = all.iter().filter(tells).map(|shape| {
        let reader = reader(shape);
        quote!(#reader.status_by)
    });
    let status_by = Some(quote!(__core::first_said(&[#(#functions),*])));
    let units = all.iter().filter(tells).map(|shape| {
        let reader = reader(shape);
        quote!(#reader.unit)
    });
    let unit = Some(quote!(__core::Unit::of_all(&[#(#units),*])));
    let successes = all.iter().filter(tells).map(|shape| {
        let reader = reader(shape);
        quote!(#reader.by_itself)
    });
    let by_itself = Some(quote!(__core::first_said(&[#(#successes),*])));
    let readers = all.iter().map(|shape| {
        let (ident, name, reader) = (shape.ident, shape.ident.unraw().to_string(), reader(shape));
        let within = &shape.within;
        let body = match within.as_slice() {
            [] => quote!(__body),
            _ => quote!(__core::ResponseBody::within(__body, &[#(#within),*])?),
        };
        quote! {
            (#name, |__body| __core::Result::map((#reader.read)(#body), Self::#ident))
        }
    });
    let outcomes = all.iter().map(|shape| {
        let (ident, reader) = (shape.ident, reader(shape));
        quote!(Self::#ident(__shape) => (#reader.outcome)(__shape, __data),)
    });
    // A variant that was refused would be reported as one that nobody matches.
    let others = (!are_all).then(|| quote!(_ => __core::unfinished_outcome(),));
    Body {
        statuses: joined(&tables),
        unit,
        status_by,
        by_itself,
        integrity,
        read: quote!(__core::first_shape(__body, &[#(#readers),*])),
        outcome: quote!(match self { #(#outcomes)* #others }),
        beside: TokenStream::new(),
    }
}
