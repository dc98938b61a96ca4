//! A field that goes nowhere by itself, and the function of the flow that reads it: `read_by = order_url`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Ident, Path};

use super::body_form::BodyForm;
use super::body_tree;
use super::field::{FlowField, Place};
use super::hooks::Hooks;
use super::model::Flow;
use super::written::UNWRITTEN;
use crate::errors::Errors;
use crate::suggest;

/// The functions of the flow that see the request, each by its key.
pub(super) fn readers<'f>(flow: &'f Flow<'_>) -> impl Iterator<Item = (&'static str, &'f Path)> {
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

/// Each by a function of the flow, by its last name; one name that is none is one mistake, however many fields have it.
fn are_read(flow: &Flow<'_>, fields: &[&FlowField<'_>], errors: &mut Errors) {
    let functions: Vec<String> = readers(flow).map(|(_, function)| written(function)).collect();
    let functions: Vec<&str> = functions.iter().map(String::as_str).collect();
    let is_one = |named: &Path| readers(flow).any(|(_, function)| last(function) == last(named));
    let mut told: Vec<String> = Vec::new();
    let named = fields.iter().filter_map(|field| field.read_by.as_ref());
    for named in named.filter(|named| !is_one(named)) {
        let own = written(named);
        if told.contains(&own) {
            continue;
        }
        if let Some(key) = blind(flow, named) {
            let message = format!(
                "`{own}` is the `{key}` of this flow, and sees no field of the request: one of `url`, `headers` or \
                 `body` does"
            );
            errors.amiss(named, message);
            told.push(own);
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

/// Whether this is a function of the flow that does not see the request, and which.
fn blind(flow: &Flow<'_>, named: &Path) -> Option<&'static str> {
    let Hooks { sign, preprocess, .. } = &flow.hooks;
    let all = [("sign", sign), ("preprocess", preprocess)];
    let is_this = |function: &Path| last(function) == last(named);
    all.into_iter()
        .find_map(|(key, function)| function.as_ref().filter(|path| is_this(path)).map(|_| key))
}

/// Whether a field names such a one. Then two functions may have been swapped, which rustc would tell of each.
pub(super) fn may_be_swapped(flow: &Flow<'_>) -> bool {
    flow.fields().iter().filter_map(|field| field.read_by.as_ref()).any(|named| {
        let is_read = readers(flow).any(|(_, function)| last(function) == last(named));
        !is_read && blind(flow, named).is_some()
    })
}

fn last(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|last| &last.ident)
}

/// Names the function that reads the field, where it is named so by the flow, too, so that an editor finds it.
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
