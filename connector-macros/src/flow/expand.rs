//! What a flow expands to: constants, one function that makes the request, one that writes it. All
//! that they do is done by plain functions of the core, once for every flow.
//!
//! Behind a mistake the traits are implemented all the same, with the parts that are sound: so that
//! rustc reports the mistakes in the types too, and nothing but the mistakes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

use super::field::{FlowField, Place};
use super::model::Flow;
use super::{body, fill};
use crate::template::Piece;

pub(crate) fn expand(flow: &Flow<'_>, sound: bool) -> TokenStream {
    let implementation = match (&flow.connector, &flow.flow) {
        (Some(connector), Some(flow_name)) => integration(flow, connector, flow_name, sound),
        _ => named(flow),
    };
    let request = flow_request(flow, sound);
    quote! {
        const _: () = {
            #implementation
            #request
        };
    }
}

fn integration(flow: &Flow<'_>, connector: &Path, flow_name: &Path, sound: bool) -> TokenStream {
    let core = &flow.core;
    let private = quote!(#core::__private);
    let method = flow.method.as_ref();
    let method = method.map_or_else(|| "GET".to_owned(), |method| method.0.to_uppercase());
    let method = format_ident!("{method}");
    let template = template(flow);
    let places = places(flow);
    let response = flow.response.as_ref();
    let response = response.map_or_else(|| quote!(#private::Unfinished), |ty| quote!(#ty));
    let encode = if sound {
        let request = fill::request(flow, connector, flow_name);
        quote!(#core::FlowRequest::encode(&#request, __encoder))
    } else {
        let checks = fill::checks(flow, connector, flow_name);
        quote!(#checks #private::unfinished())
    };
    quote! {
        #[automatically_derived]
        impl #core::Integration<#flow_name> for #connector {
            const METHOD: #private::Method = #private::Method::#method;
            const URL: #private::Template = #template;
            const PLACES: &'static [#core::Place] = &[#(#places),*];
            const STATUSES: &'static [#core::StatusMapping] =
                #private::reader::<#response, #flow_name>().statuses;
            fn encode(
                __data: &#core::RouterData<#flow_name>,
                __auth: &<#connector as #core::Connector>::Auth,
                __encoder: &mut #private::Encoder,
            ) -> ::core::result::Result<(), #core::BuildError> {
                #encode
            }
            fn decode(
                __data: &#core::RouterData<#flow_name>,
                __body: &[::core::primitive::u8],
            ) -> ::core::result::Result<#core::Outcome<#flow_name>, #private::JsonError> {
                (#private::reader::<#response, #flow_name>().decode)(__data, __body)
            }
        }
    }
}

/// Names what was declared, so that nothing is called unused because of a mistake beside it.
fn named(flow: &Flow<'_>) -> TokenStream {
    let paths = [&flow.connector, &flow.flow];
    let paths = paths.into_iter().flatten();
    let response = &flow.response;
    let response = response.iter();
    quote!(fn __named(#(_: #paths,)* #(_: #response,)*) {})
}

fn template(flow: &Flow<'_>) -> TokenStream {
    let core = &flow.core;
    let private = quote!(#core::__private);
    let Some((literal, template)) = &flow.url else {
        return quote!(#private::Template { text: "", path: &[], query: "" });
    };
    let query = &template.query;
    let pieces = template.path.iter().map(|piece| match piece {
        Piece::Literal(text) => quote!(#private::Segment::Literal(#text)),
        Piece::Value(name) => quote!(#private::Segment::Value(#name)),
    });
    quote! {
        #private::Template { text: #literal, path: &[#(#pieces),*], query: #query }
    }
}

/// Where each value goes and comes from, for `describe`.
fn places<'f>(flow: &'f Flow<'_>) -> impl Iterator<Item = TokenStream> + 'f {
    let core = &flow.core;
    flow.fields().iter().map(move |field| {
        let name = match &field.place {
            Place::Body => body::wire_name(flow, field),
            _ => field.wire_name(),
        };
        let place = match field.place {
            Place::Path => "path",
            Place::Query(_) => "query",
            Place::Header(_) => "header",
            Place::Body => "body",
        };
        let from = match fill::text(field) {
            Some(text) => quote!(::core::option::Option::Some(#text)),
            None => quote!(::core::option::Option::None),
        };
        quote!(#core::Place { name: #name, place: #place, from: #from })
    })
}

fn flow_request(flow: &Flow<'_>, sound: bool) -> TokenStream {
    let core = &flow.core;
    let private = quote!(#core::__private);
    let name = &flow.input.ident;
    let (generics, arguments, bounds) = flow.input.generics.split_for_impl();
    let path = flow.path_fields().into_iter().map(|field| {
        let (ident, ty) = (field.ident, &field.field.ty);
        // The turbofish makes rustc point at the field's type where it cannot stand in a path.
        quote!(#private::path_value::<#ty>(&self.#ident))
    });
    let others = flow.fields().iter().map(|field| beside_the_path(flow, field));
    let url = match (&flow.connector, &flow.flow) {
        (Some(connector), Some(name)) => quote!(<#connector as #core::Integration<#name>>::URL),
        _ => template(flow),
    };
    let body = if sound { body::expand(flow) } else { TokenStream::new() };
    quote! {
        #[automatically_derived]
        #[diagnostic::do_not_recommend]
        impl #generics #core::FlowRequest for #name #arguments #bounds {
            fn encode(
                &self,
                __encoder: &mut #private::Encoder,
            ) -> ::core::result::Result<(), #core::BuildError> {
                #private::Encoder::path(__encoder, &#url, &[#(#path),*])?;
                #(#others)*
                #body
                ::core::result::Result::Ok(())
            }
        }
    }
}

/// Writes a value into the query or a header.
fn beside_the_path(flow: &Flow<'_>, field: &FlowField<'_>) -> TokenStream {
    let core = &flow.core;
    let private = quote!(#core::__private);
    let (ident, ty) = (field.ident, &field.field.ty);
    match &field.place {
        Place::Query(key) => quote! {
            #private::Encoder::query(__encoder, #key, #private::query_value::<#ty>(&self.#ident));
        },
        Place::Header(header) => quote! {
            #private::Encoder::header(
                __encoder, #header, #private::header_value::<#ty>(&self.#ident),
            )?;
        },
        Place::Path | Place::Body => TokenStream::new(),
    }
}
