//! What a flow expands to: constants, one function that makes the request, one that writes it. All
//! that they do is done by plain functions of the core, once for every flow.
//!
//! Behind a mistake the traits are implemented all the same, with the parts that are sound: so that
//! rustc reports the mistakes in the types too, and nothing but the mistakes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;
use syn::spanned::Spanned as _;

use super::field::{FlowField, Place};
use super::model::{Flow, Url};
use super::{
    body, counts, fill, graphql, hooks, idempotency, limit, ordered, read_by, refusal, stand_in,
};
use crate::amount;
use crate::call;
use crate::generics::parameters_of;
use crate::known;
use crate::once;
use crate::path::in_block_with;
use crate::template::Piece;

pub(crate) fn expand(flow: &Flow<'_>, sound: bool) -> TokenStream {
    let implementation = match (&flow.connector, &flow.flow) {
        (Some(connector), Some(flow_name)) => integration(flow, connector, flow_name, sound),
        _ => {
            let (named, psync) = (named(flow), stand_in::expand(flow));
            quote!(#named #psync)
        }
    };
    let request = flow_request(flow, sound);
    in_block_with(&quote!(Made), &flow.core, &quote!(#implementation #request))
}

fn integration(flow: &Flow<'_>, connector: &Path, flow_name: &Path, sound: bool) -> TokenStream {
    let method = flow.method.as_ref();
    let method =
        method.map_or_else(|| "GET".to_owned(), |method| method.0.to_string().to_uppercase());
    let method = format_ident!("{method}");
    let template = template(flow);
    let places = places(flow);
    let body = body::described(flow);
    let declared = hooks::declared(flow, connector);
    let hooks = hooks::expand(flow, connector, flow_name);
    let response = flow.response.as_ref();
    let response = response.map_or_else(|| quote!(__core::Unfinished), |ty| quote!(#ty));
    let (asked_of, only) = known::only_flow_of(connector, flow_name, &flow.input.ident);
    let encode = if sound { fill::request(flow, &asked_of) } else { fill::checks(flow) };
    // Evaluated whether the flow is used or not, and reported at the response.
    let whole = (sound && flow.response.is_some()).then(|| {
        let is_whole = quote!(__core::is_whole::<#connector, __Flow>);
        let check = call::at(response.span(), &is_whole, &TokenStream::new());
        quote!(const _: () = #check;)
    });
    let counts = flow.fields().iter().filter(|_| sound);
    let counts = counts.filter_map(|field| counts::check(flow, field, connector));
    let keyed = sound.then(|| idempotency::assertion(flow));
    let once = sound.then(|| fill::once(flow));
    let takes = sound.then(|| ordered::assertions(flow, connector, flow_name.span()));
    let spreads = sound.then(|| graphql::assertions(flow));
    let ignores = ordered::described(flow);
    let no_idempotency = idempotency::described(flow);
    let known = known::flow_of(connector, flow_name);
    // A second request of the flow is reported at the flow.
    let of = quote!(__core::Integration<#flow_name> for #connector where __Flow:);
    let items = quote! {
        const DECLARATION: __core::FlowDeclaration<#flow_name> = __core::FlowDeclaration {
            method: &__core::Method::#method,
            url: #template,
            places: &[#(#places),*],
            #body
            #no_idempotency
            #ignores
            #declared
            ..__core::declared::<#response, #asked_of>()
        };
        fn encode(
            __data: &__core::RouterData<#asked_of>,
            __auth: &<#connector as __core::Connector>::Auth,
            __to: &mut __core::Encoder,
        ) {
            #encode
        }
        #hooks
    };
    let implementation = once::implemented_at(flow_name.span(), &of, items);
    quote! {
        #known
        #only
        #whole
        #(#counts)*
        #keyed
        #once
        #takes
        #spreads
        #implementation
    }
}

/// Names what was declared, so that nothing is called unused because of a mistake beside it.
fn named(flow: &Flow<'_>) -> TokenStream {
    let paths = [&flow.connector, &flow.flow].into_iter().flatten();
    let response = flow.response.iter();
    quote!(fn __named(#(_: #paths,)* #(_: #response,)*) {})
}

fn template(flow: &Flow<'_>) -> TokenStream {
    let Some(Url { text: literal, template, .. }) = &flow.url else {
        let computed = flow.computed.as_ref().map(|path| quote!((#path)).to_string());
        let text = computed.unwrap_or_default().replace(' ', "");
        return quote!(__core::template(#text, &[], ""));
    };
    let query = &template.query;
    let pieces = template.path.iter().map(|piece| match piece {
        Piece::Literal(text) => quote!(__core::Literal(#text)),
        Piece::Value(name) => quote!(__core::Value(#name)),
    });
    quote!(__core::template(#literal, &[#(#pieces),*], #query))
}

/// Where each value goes and comes from, for `describe`.
fn places<'f>(flow: &'f Flow<'_>) -> impl Iterator<Item = TokenStream> + 'f {
    let is_generic = flow.input.generics.type_params().next().is_some();
    flow.fields().iter().map(move |field| {
        let refused = refusal::of(&field.field.ty);
        let name = refused.map_or_else(|| body::name_in_place(flow, field), |_| String::new());
        let place = match field.place {
            _ if let Some(refused) = refused => refused,
            Place::Path => "path",
            Place::Query(_) | Place::QueryAll => "query",
            Place::Header(_) => "header",
            Place::Body(_) => "body",
            Place::Function => "function",
        };
        let from = fill::source(field).unwrap_or_default();
        let place = limit::described(field, quote!(__core::place(#name, #place, #from)));
        match amount::of(&field.field.ty) {
            Some(amount) => quote!(__core::amount_place::<#amount>(#place)),
            None if amount::is_currency_of(&field.field.ty, &from) => {
                quote!(__core::currency_place(#place))
            }
            None => match amount::object_of(&field.field.ty, &from).filter(|_| !is_generic) {
                Some(object) => quote!(__core::object_place(
                    { use __core::NoUnit as _; <__core::UnitProbe<#object>>::UNIT },
                    #place
                )),
                None => place,
            },
        }
    })
}

fn flow_request(flow: &Flow<'_>, sound: bool) -> TokenStream {
    let name = &flow.input.ident;
    let (_, arguments, bounds) = flow.input.generics.split_for_impl();
    let generics = parameters_of(&flow.input.generics);
    // Of a flow without a mistake all of them are known.
    let is_known = |field: &&FlowField<'_>| sound || flow.is_known(field);
    let url = url(flow, &is_known);
    let limits =
        flow.fields().iter().filter(is_known).filter_map(|field| limit::check(flow, field));
    let others = flow.fields().iter().filter(is_known).map(beside_the_path);
    let readers = flow.fields().iter().filter_map(|field| read_by::reader(flow, field));
    let headers = flow.hooks.headers.as_ref().filter(|_| !read_by::may_be_swapped(flow));
    let headers =
        headers.map(|function| quote!(__core::Encoder::own_headers(__to, self, #function);));
    let body = if sound { body::expand(flow) } else { TokenStream::new() };
    quote! {
        #[automatically_derived]
        impl #generics __core::FlowRequest for #name #arguments #bounds {
            fn encode(&self, __to: &mut __core::Encoder) {
                #(#limits)*
                #url
                #(#others)*
                #(#readers)*
                #headers
                #body
            }
        }
    }
}

/// Writes the URL's path: the values of its placeholders, or what the author's function computes.
fn url(flow: &Flow<'_>, is_known: &impl Fn(&&FlowField<'_>) -> bool) -> TokenStream {
    if let Some(function) = &flow.computed {
        return quote!(__core::Encoder::computed(__to, self, #function););
    }
    let path = flow.path_fields().into_iter().filter(is_known).map(|field| {
        let (ident, ty) = (field.ident, &field.field.ty);
        // The turbofish makes rustc point at the field's type where it cannot stand in a path.
        quote!(__core::segment::<#ty>(&self.#ident))
    });
    quote!(__core::path(__to, &[#(#path),*]);)
}

/// Writes a value into the query or a header.
fn beside_the_path(field: &FlowField<'_>) -> TokenStream {
    let (ident, ty) = (field.ident, &field.field.ty);
    match &field.place {
        Place::Query(key) => quote!(__core::query::<#ty>(__to, #key, &self.#ident);),
        Place::QueryAll => quote!(__core::query_all::<#ty>(__to, &self.#ident);),
        Place::Header(name) => quote!(__core::header::<#ty>(__to, #name, &self.#ident);),
        Place::Path | Place::Body(_) | Place::Function => TokenStream::new(),
    }
}
