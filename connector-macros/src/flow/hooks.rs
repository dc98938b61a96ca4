//! What a flow does by functions and types of its own, in the place of the connector's.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Ident, Path, Type};

use super::body_form::BodyForm;
use super::body_tree;
use super::field::{FlowField, Place};
use super::model::Flow;
use super::written::UNWRITTEN;
use crate::attributes::Options;
use crate::errors::Errors;
use crate::hook::{self, function, tokens};
use crate::suggest;

/// The keys of a flow that name a function, a type or a host of the connector.
pub(crate) struct Hooks {
    pub(crate) headers: Option<Path>,
    pub(crate) sign: Option<Path>,
    pub(crate) preprocess: Option<Path>,
    pub(crate) error: Option<Type>,
    pub(crate) base_url: Option<Ident>,
}

impl Hooks {
    pub(crate) fn read(options: &Options, errors: &mut Errors) -> Self {
        let base_url = options.path("base_url");
        let name = base_url.and_then(Path::get_ident);
        if let (Some(path), None) = (base_url, name) {
            errors.at(path, "`base_url` takes a name of the connector's `base_urls`");
        }
        Self {
            headers: function(options, "headers", errors),
            sign: function(options, "sign", errors),
            preprocess: function(options, "preprocess", errors),
            error: options.ty("error").cloned(),
            base_url: name.cloned(),
        }
    }
}

/// The functions of the flow that see the request, each by its key.
fn readers<'f>(flow: &'f Flow<'_>) -> impl Iterator<Item = (&'static str, &'f Path)> {
    let body = match &flow.form {
        BodyForm::Chosen(function) => Some(function),
        _ => None,
    };
    let all =
        [("url", flow.computed.as_ref()), ("headers", flow.hooks.headers.as_ref()), ("body", body)];
    all.into_iter().filter_map(|(key, function)| Some((key, function?)))
}

/// A field that goes nowhere is for a function: there has to be one, and the field says which. Else what nobody
/// sends would count as sent.
pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    // One that is missing, or is no URL, may be meant to be computed.
    let may_be_computed =
        flow.computed.is_none() && flow.url.as_ref().is_none_or(|url| !url.is_sound);
    let fields = flow.fields().iter().filter(|field| goes_nowhere(field));
    let fields: Vec<&FlowField<'_>> = fields.collect();
    if readers(flow).next().is_some() {
        say_who_reads_them(flow, &fields, errors);
        if !may_be_computed {
            are_read(flow, &fields, errors);
        }
    } else if !may_be_computed {
        there_is_one(&fields, errors);
    }
}

fn goes_nowhere(field: &FlowField<'_>) -> bool {
    match field.place {
        Place::Function => true,
        // What serde leaves out is sent no more than that.
        Place::Body(_) => left_out(field).is_some(),
        _ => false,
    }
}

fn left_out(field: &FlowField<'_>) -> Option<Ident> {
    body_tree::serde_key(field, &UNWRITTEN)
}

fn say_who_reads_them(flow: &Flow<'_>, fields: &[&FlowField<'_>], errors: &mut Errors) {
    let Some((_, first)) = readers(flow).next() else { return };
    for field in fields.iter().filter(|field| field.read_by.is_none()) {
        let message = format!(
            "serde leaves it out: say which function reads it, `read_by = {}`",
            written(first)
        );
        errors.amiss(left_out(field), message);
    }
}

/// Each by a function of the flow; one name that is none is one mistake, however many fields have it.
fn are_read(flow: &Flow<'_>, fields: &[&FlowField<'_>], errors: &mut Errors) {
    let functions: Vec<String> = readers(flow).map(|(_, function)| written(function)).collect();
    let functions: Vec<&str> = functions.iter().map(String::as_str).collect();
    let mut told: Vec<String> = Vec::new();
    for named in fields.iter().filter_map(|field| field.read_by.as_ref()) {
        let own = written(named);
        if functions.contains(&own.as_str()) || told.contains(&own) {
            continue;
        }
        let expected = suggest::expected(&own, functions.iter().copied());
        let message =
            format!("no function of this flow that sees the request is `{own}`; {expected}");
        // The other name may be the misspelt one.
        let paths = readers(flow).map(|(_, function)| function);
        errors.unless_misspelt(quote!(#(let _ = #paths;)*), named, message);
        told.push(own);
    }
}

/// Names the function that reads the field, where it does, so that an editor finds it.
pub(super) fn reader(flow: &Flow<'_>, field: &FlowField<'_>) -> Option<TokenStream> {
    let named = field.read_by.as_ref()?;
    let is_one = readers(flow).any(|(_, function)| written(function) == written(named));
    // rustc could not tell of which parameters it is.
    let is_generic = flow.input.generics.type_params().next().is_some();
    (is_one && !is_generic).then(|| quote!(let _ = #named;))
}

/// As it is shown.
fn written(path: &Path) -> String {
    quote!(#path).to_string().replace(' ', "")
}

fn there_is_one(fields: &[&FlowField<'_>], errors: &mut Errors) {
    let Some(first) = fields.first() else { return };
    let names: Vec<String> = fields.iter().map(|field| field.ident.unraw().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    // A function that is missing is one mistake, however many fields it would read.
    let (goes, them) = match names.as_slice() {
        [_] => ("the field goes".to_owned(), "it"),
        names => (format!("{} go", suggest::listed_all(names)), "them"),
    };
    let message = format!(
        "{goes} nowhere: no function that could read {them} is named (`url`, `headers` or `body`)"
    );
    match left_out(first) {
        Some(key) => errors.amiss(key, format!("serde leaves it out, and {message}")),
        None => errors.amiss(first.ident, message),
    }
}

/// What the flow's declaration has of them.
pub(crate) fn declared(flow: &Flow<'_>, connector: &Path) -> TokenStream {
    let Hooks { sign, preprocess, error, base_url, .. } = &flow.hooks;
    let base_url = base_url.iter().map(|name| {
        quote! {
            base_url: __core::Some(
                <#connector as __core::Connector>::BASE_URL_NAMES.#name,
            ),
        }
    });
    let readers = readers(flow).map(|(key, function)| (key, tokens(Some(function))));
    let described = hook::described(readers.chain([
        ("sign", tokens(sign.as_ref())),
        ("preprocess", tokens(preprocess.as_ref())),
        ("error", tokens(error.as_ref())),
    ]));
    let described = (!described.is_empty()).then(|| quote!(hooks: &[#(#described),*],));
    quote!(#(#base_url)* #described)
}

/// What stands in the flow's `Integration` beside what every flow has.
pub(crate) fn expand(flow: &Flow<'_>, connector: &Path, flow_name: &Path) -> TokenStream {
    let Hooks { sign, preprocess, error, .. } = &flow.hooks;
    let preprocess_all = hook::preprocess("PREPROCESS", preprocess.as_ref(), &quote!(#connector));
    let sign_with = sign.iter().map(|function| {
        quote! {
            fn sign(
                __auth: &<#connector as __core::Connector>::Auth,
                __request: &mut __core::HttpRequest,
                __occasion: &__core::Occasion<'_>,
            ) -> __core::Result<(), __core::BuildError> {
                __core::authorize_with(__auth, __request, __occasion, #function)
            }
        }
    });
    let read_error = error.iter().map(|ty| {
        quote! {
            fn read_error(
                __status: __core::StatusCode,
                __body: &[__core::u8],
            ) -> __core::Outcome<#flow_name> {
                __core::decode_error::<#ty, #flow_name>(__status, __body)
            }
        }
    });
    quote!(#preprocess_all #(#sign_with)* #(#read_error)*)
}
