//! What a flow expands to: constants, one function that makes the request, one that writes it. All
//! that they do is done by plain functions of the core, once for every flow.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::body;
use super::field::Place;
use super::model::{Flow, Method};
use crate::template::Piece;

pub(crate) fn expand(flow: &Flow<'_>, sound: bool) -> TokenStream {
    let (Some(connector), Some(flow_name)) = (&flow.connector, &flow.flow) else {
        return TokenStream::new();
    };
    let implementation = match (sound, &flow.method, &flow.response) {
        (true, Some(method), Some(response)) => {
            let integration = integration(flow, connector, flow_name, method, response);
            let request = flow_request(flow, connector, flow_name);
            quote!(#integration #request)
        }
        _ => unfinished(&flow.core, connector, flow_name),
    };
    quote! {
        const _: () = {
            #implementation
        };
    }
}

fn integration(
    flow: &Flow<'_>,
    connector: &Path,
    flow_name: &Path,
    method: &Method,
    response: &syn::Type,
) -> TokenStream {
    let core = &flow.core;
    let private = quote!(#core::__private);
    let method = quote::format_ident!("{}", method.0.to_uppercase());
    let template = template(flow);
    let places = places(flow);
    let make = make_request(flow, connector, flow_name);
    quote! {
        #[automatically_derived]
        impl #core::Integration<#flow_name> for #connector {
            const METHOD: #private::Method = #private::Method::#method;
            const URL: #private::Template = #template;
            const PLACES: &'static [#core::Place] = &[#(#places),*];
            const STATUSES: &'static [#core::StatusMapping] =
                #private::statuses::<#response, #flow_name>();
            fn encode(
                __data: &#core::RouterData<#flow_name>,
                __auth: &<#connector as #core::Connector>::Auth,
                __encoder: &mut #private::Encoder,
            ) -> ::core::result::Result<(), #core::BuildError> {
                #core::FlowRequest::encode(&#make, __encoder)
            }
            fn decode(
                __data: &#core::RouterData<#flow_name>,
                __body: &[::core::primitive::u8],
            ) -> ::core::result::Result<#core::Outcome<#flow_name>, #private::JsonError> {
                #private::decode::<#response, #flow_name>(__data, __body)
            }
        }
    }
}

/// Fills the fields from where they say, or calls the transformer written by hand.
fn make_request(flow: &Flow<'_>, connector: &Path, flow_name: &Path) -> TokenStream {
    let core = &flow.core;
    let name = &flow.input.ident;
    if !flow.is_filled_by_declaration() {
        let lifetimes = flow.input.generics.lifetimes().map(|_| quote!('_));
        return quote!(#core::__private::transformed::<#flow_name, #name<#(#lifetimes),*>>(__data)?);
    }
    let fields = flow.fields.iter().filter_map(|field| {
        let ident = field.ident;
        let ty = &field.field.ty;
        let ty = crate::generics::with_lifetime(ty, "'_");
        let expression = field.source_expression()?;
        let text = field.source_text()?;
        Some(quote! {
            #ident: #core::__private::filled_from::<#ty, _>(
                &#expression,
                #text,
                <#connector as #core::Connector>::NAME,
                <#flow_name as #core::Flow>::NAME,
            )?
        })
    });
    quote!(#name { #(#fields),* })
}

fn template(flow: &Flow<'_>) -> TokenStream {
    let private = {
        let core = &flow.core;
        quote!(#core::__private)
    };
    let Some((literal, template)) = &flow.url else {
        return TokenStream::new();
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
    flow.fields.iter().map(move |field| {
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
        let from = match field.source_text() {
            Some(text) => quote!(::core::option::Option::Some(#text)),
            None => quote!(::core::option::Option::None),
        };
        quote!(#core::Place { name: #name, place: #place, from: #from })
    })
}

fn flow_request(flow: &Flow<'_>, connector: &Path, flow_name: &Path) -> TokenStream {
    let core = &flow.core;
    let encoder = quote!(#core::__private::Encoder);
    let name = &flow.input.ident;
    let (generics, arguments, bounds) = flow.input.generics.split_for_impl();
    let path = flow.path_fields().into_iter().map(|field| {
        let (ident, ty) = (field.ident, &field.field.ty);
        // The turbofish makes rustc point at the field's type where it cannot stand in a path.
        quote!(#core::__private::path_value::<#ty>(&self.#ident))
    });
    let others = flow.fields.iter().map(|field| {
        let ident = field.ident;
        let ty = &field.field.ty;
        match &field.place {
            Place::Query(key) => quote! {
                #encoder::query(__encoder, #key, #core::__private::query_value::<#ty>(&self.#ident));
            },
            Place::Header(header) => quote! {
                #encoder::header(__encoder, #header, #core::__private::header_value::<#ty>(&self.#ident))?;
            },
            Place::Path | Place::Body => TokenStream::new(),
        }
    });
    let body = body::expand(flow);
    quote! {
        #[automatically_derived]
        impl #generics #core::FlowRequest for #name #arguments #bounds {
            fn encode(
                &self,
                __encoder: &mut #encoder,
            ) -> ::core::result::Result<(), #core::BuildError> {
                #encoder::path(
                    __encoder,
                    &<#connector as #core::Integration<#flow_name>>::URL,
                    &[#(#path),*],
                )?;
                #(#others)*
                #body
                ::core::result::Result::Ok(())
            }
        }
    }
}

/// Behind a mistake the flow is still there, so that only the mistake is reported.
fn unfinished(core: &Path, connector: &Path, flow_name: &Path) -> TokenStream {
    let private = quote!(#core::__private);
    quote! {
        #[automatically_derived]
        impl #core::Integration<#flow_name> for #connector {
            const METHOD: #private::Method = #private::Method::GET;
            const URL: #private::Template = #private::Template { text: "", path: &[], query: "" };
            const PLACES: &'static [#core::Place] = &[];
            const STATUSES: &'static [#core::StatusMapping] = &[];
            fn encode(
                _: &#core::RouterData<#flow_name>,
                _: &<#connector as #core::Connector>::Auth,
                _: &mut #private::Encoder,
            ) -> ::core::result::Result<(), #core::BuildError> {
                ::core::result::Result::Err(#core::BuildError::invalid("", ""))
            }
            fn decode(
                __data: &#core::RouterData<#flow_name>,
                __body: &[::core::primitive::u8],
            ) -> ::core::result::Result<#core::Outcome<#flow_name>, #private::JsonError> {
                #private::decode::<#private::Unfinished, #flow_name>(__data, __body)
            }
        }
    }
}
