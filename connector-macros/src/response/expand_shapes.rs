//! The responses that hold others: an enum of several shapes, a list.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Path, Type};

use super::expand::Body;
use super::expand_status::joined;
use super::field::Entry;
use super::shape::{ResponseShape, ShapeKind};

/// How a list is read and searched.
pub(super) fn list_reader(ty: &Type, entry: Entry, flow: &Path) -> TokenStream {
    match entry {
        Entry::ById => quote!(__core::list_by_id::<#ty, #flow>()),
        Entry::First => quote!(__core::list_first::<#ty, #flow>()),
        Entry::Last => quote!(__core::list_last::<#ty, #flow>()),
    }
}

/// Each shape is read in its turn, and says what it means.
pub(super) fn shapes(shapes: &[ResponseShape<'_>], flow: &Path) -> Body {
    let reader = |ResponseShape { ty, kind, .. }: &ResponseShape<'_>| match kind {
        ShapeKind::Response => quote!(__core::shape::<#ty, #flow>()),
        ShapeKind::Error => quote!(__core::error_shape::<#ty, #flow>()),
        ShapeKind::List(entry) => list_reader(ty, *entry, flow),
    };
    let tells = |shape: &&ResponseShape<'_>| shape.kind != ShapeKind::Error;
    let tables: Vec<TokenStream> = shapes
        .iter()
        .filter(tells)
        .map(|shape| {
            let reader = reader(shape);
            quote!(#reader.mappings)
        })
        .collect();
    let readers = shapes.iter().map(|shape| {
        let (ident, name, reader) = (shape.ident, shape.ident.unraw().to_string(), reader(shape));
        quote! {
            (#name, |__body| ::core::result::Result::map((#reader.read)(__body), Self::#ident))
        }
    });
    let outcomes = shapes.iter().map(|shape| {
        let (ident, reader) = (shape.ident, reader(shape));
        quote!(Self::#ident(__shape) => (#reader.outcome)(__shape, __data),)
    });
    Body {
        statuses: joined(&tables),
        read: quote!(__core::first_shape(__body, &[#(#readers),*])),
        // A variant that was refused would be reported as one that nobody matches.
        outcome: quote!(match self { #(#outcomes)* }),
        beside: TokenStream::new(),
    }
}
