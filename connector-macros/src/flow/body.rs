//! The body: all fields that are not marked for another place, as serde would write them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{GenericParam, LifetimeParam, LitStr, TypeParam};

use super::body_form::BodyForm;
use super::body_tree::{Tree, serde_key, within};
use super::field::FlowField;
use super::model::Flow;
use crate::serde_attributes;

/// Writes the body, where there is one.
pub(crate) fn expand(flow: &Flow<'_>) -> TokenStream {
    let fields: Vec<_> = flow.fields().iter().filter(|field| field.is_body()).collect();
    if fields.is_empty() {
        return TokenStream::new();
    }
    let write = match &flow.form {
        BodyForm::Multipart => multipart(flow, &fields),
        BodyForm::Raw => raw(&fields),
        _ => serialized(flow, &fields),
    };
    let content_type = flow.content_type.iter().map(|text| {
        quote! {
            __core::Encoder::content_type(
                __to,
                const { __core::HeaderValue::from_static(#text) },
            );
        }
    });
    quote!(#write #(#content_type)*)
}

/// How the body is written, for `describe`.
pub(crate) fn described(flow: &Flow<'_>) -> Option<TokenStream> {
    if !flow.fields().iter().any(FlowField::is_body) {
        return None;
    }
    let form = flow.form.described();
    let text = |text: &Option<LitStr>| text.as_ref().map(LitStr::value).unwrap_or_default();
    let envelope = text(&flow.envelope);
    let content_type = match &flow.content_type {
        Some(own) => own.value(),
        None => flow.form.content_type().to_owned(),
    };
    Some(quote! {
        body: __core::described_body(#form, #envelope, #content_type),
    })
}

/// Each field as a part of its own.
fn multipart(flow: &Flow<'_>, fields: &[&FlowField<'_>]) -> TokenStream {
    let parts = fields.iter().map(|field| {
        let (ident, ty) = (field.ident, &field.field.ty);
        let name = wire_name(flow, field);
        quote!((#name, __core::part_value::<#ty>(&self.#ident)))
    });
    quote!(__core::Encoder::multipart(__to, &[#(#parts),*]);)
}

/// The one field as it is.
fn raw(fields: &[&FlowField<'_>]) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let (ident, ty) = (field.ident, &field.field.ty);
        quote!(__core::Encoder::raw(__to, __core::raw_value::<#ty>(&self.#ident));)
    });
    quote!(#(#fields)*)
}

/// All fields as one value of serde's.
///
/// A struct with only the body's fields and their serde attributes gets serde's own derive
/// (`remote`), so that every serde attribute works as everywhere, and the author derives nothing.
fn serialized(flow: &Flow<'_>, fields: &[&FlowField<'_>]) -> TokenStream {
    let name = &flow.input.ident;
    let generics = &flow.input.generics;
    let (_, arguments, bounds) = generics.split_for_impl();
    let mut borrowed = generics.clone();
    borrowed.params.insert(0, syn::parse_quote!('__b));
    let (borrowed_generics, borrowed_arguments, _) = borrowed.split_for_impl();
    let structs = Tree::of(fields).structs(flow, "__Body", &marker(generics));
    let envelope = match &flow.envelope {
        Some(key) => quote!(__core::Some(#key)),
        None => quote!(__core::None),
    };
    let write = match &flow.form {
        BodyForm::GraphQl(document, fragments) => {
            let fragments = fragments.as_ref().map_or_else(|| quote!(""), |_| quote!(__FRAGMENTS));
            quote!(graphql(__to, #document, #fragments, &__BodyOf(self));)
        }
        BodyForm::Chosen(function) => {
            quote! {
                body(__to, __core::chosen_kind(self, #function), #envelope, &__BodyOf(self));
            }
        }
        form => {
            let kind = quote::format_ident!("{}", form.kind());
            quote!(body(__to, __core::BodyKind::#kind, #envelope, &__BodyOf(self));)
        }
    };
    quote! {
        #structs

        struct __BodyOf #borrowed_generics (&'__b #name #arguments) #bounds;

        #[automatically_derived]
        impl #borrowed_generics __core::serde::Serialize for __BodyOf #borrowed_arguments #bounds {
            fn serialize<__S: __core::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> __core::Result<__S::Ok, __S::Error> {
                __Body::serialize(self.0, __serializer)
            }
        }
        __core::Encoder::#write
    }
}

/// The struct's parameters, used: in the body's own struct the fields that use them may be missing.
fn marker(generics: &syn::Generics) -> TokenStream {
    let uses = generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Lifetime(LifetimeParam { lifetime, .. }) => Some(quote!(&#lifetime ())),
        GenericParam::Type(TypeParam { ident, .. }) => Some(quote!(*const #ident)),
        GenericParam::Const(_) => None,
    });
    let uses: Vec<TokenStream> = uses.collect();
    if uses.is_empty() {
        return TokenStream::new();
    }
    quote!(#[serde(skip)] __marker: ::core::marker::PhantomData<(#(#uses,)*)>)
}

/// What a field is called where it goes; in a body, with the objects around it.
pub(super) fn name_in_place(flow: &Flow<'_>, field: &FlowField<'_>) -> String {
    if field.is_body() { wire_path(flow, field) } else { field.wire_name() }
}

/// Where a body field stands, with the objects around it: `order.details.name`.
fn wire_path(flow: &Flow<'_>, field: &FlowField<'_>) -> String {
    let mut path = within(field).to_vec();
    // What is flattened into an object stands in it under no name of its own.
    if path.is_empty() || serde_key(field, &["flatten"]).is_none() {
        path.push(wire_name(flow, field));
    }
    path.join(".")
}

/// A body field's name on the wire.
pub(crate) fn wire_name(flow: &Flow<'_>, field: &FlowField<'_>) -> String {
    let own = field.ident.unraw().to_string();
    serde_attributes::wire_name(&flow.input.attrs, &field.field.attrs, own)
}
