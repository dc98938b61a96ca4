//! The responses that hold others: an enum of several shapes, a list.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt as _;
use syn::{Generics, Ident, Path, Type};

use super::expand::Body;
use super::expand_status::joined;
use super::field::Entry;
use super::shape::{ResponseShape, ShapeKind, Shapes};
use crate::generics::with_lifetime;
use crate::known;

/// How a list is read and searched, and the type that stands beside the implementation for that.
pub(super) fn list_reader(
    ListOf { name, ty, entry, flow }: &ListOf<'_>,
    generics: &Generics,
) -> (TokenStream, TokenStream) {
    match entry {
        Entry::ById => {
            // Only where it is a list is there an id by which an entry would be found.
            let list = with_lifetime(ty, "'static");
            let asked = known::flow_if(&quote!(__core::is_list::<#list, #flow>()), flow, generics);
            (quote!(__core::list_by_id::<#ty, #name>()), quote!(type #name = #asked;))
        }
        Entry::First => (quote!(__core::list_first::<#ty, #flow>()), TokenStream::new()),
        Entry::Last => (quote!(__core::list_last::<#ty, #flow>()), TokenStream::new()),
    }
}

/// A list.
pub(super) struct ListOf<'l> {
    /// What the flow is called where it is one of this list.
    pub(super) name: Ident,
    pub(super) ty: &'l Type,
    pub(super) entry: Entry,
    pub(super) flow: &'l Path,
}

/// Each shape is read in its turn, and says what it means.
pub(super) fn shapes(shapes: &Shapes<'_>, flow: &Path, generics: &Generics) -> Body {
    let Shapes { all, are_all } = shapes;
    let list = |ResponseShape { ident, ty, kind, .. }: &ResponseShape<'_>| {
        let ShapeKind::List(entry) = *kind else { return None };
        let name = format_ident!("__FlowOf{ident}");
        Some(list_reader(&ListOf { name, ty, entry, flow }, generics))
    };
    let reader = |shape: &ResponseShape<'_>| match (shape.kind, shape.ty) {
        (ShapeKind::Response, ty) => quote!(__core::shape::<#ty, #flow>()),
        (ShapeKind::Error, ty) => quote!(__core::error_shape::<#ty, #flow>()),
        (ShapeKind::List(_), _) => list(shape).map(|(reader, _)| reader).unwrap_or_default(),
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
        beside: all.iter().filter_map(list).map(|(_, beside)| beside).collect(),
    }
}
