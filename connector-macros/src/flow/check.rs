//! What concerns several keys or fields of a flow at once.

use std::collections::BTreeMap;

use syn::Ident;
use syn::ext::IdentExt as _;

use super::field::{FlowField, Place};
use super::model::{Flow, Url};
use super::{
    another_id, body, body_form, body_tree, constant, currency, idempotency, left_out, method,
    ordered, read_by, refusal, secret, serde_keys, written,
};
use crate::errors::Errors;
use crate::suggest;

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    let fits_the_flow = method::check(flow, errors);
    let every_placeholder_is_filled = placeholders_name_fields(flow, errors);
    // A field whose placeholder is misspelt would be reported a second time.
    if every_placeholder_is_filled {
        if fits_the_flow {
            body_fits_the_method(flow, errors);
        }
        body_form::check(flow, errors);
        body_tree::check(flow, errors);
    }
    serde_keys::check(flow, errors);
    written::check(flow, errors);
    left_out::check(flow, errors);
    secret::check(flow, errors);
    constant::check(flow, errors);
    another_id::check(flow, errors);
    currency::check(flow, errors);
    read_by::check(flow, errors);
    idempotency::check(flow, errors);
    sources_are_for_all_or_none(flow, errors);
    refusal::check(flow, errors);
    ordered::check(flow, errors);
    names_are_sent_once(flow, errors);
}

fn placeholders_name_fields(flow: &Flow<'_>, errors: &mut Errors) -> bool {
    let Some(fields) = &flow.fields else {
        return false;
    };
    let Some(Url { text, template, is_sound }) = &flow.url else {
        return flow.computed.is_some();
    };
    let names = fields.iter().map(|field| field.ident.unraw().to_string());
    let names: Vec<String> = names.collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut all = *is_sound && !fields.iter().any(|field| field.is_in_two_places);
    for placeholder in template.names().filter(|name| !names.contains(name)) {
        let request = &flow.input.ident;
        let help = match suggest::closest(placeholder, &names) {
            Some(similar) => format!("a field with a similar name exists: `{similar}`"),
            None if names.is_empty() => format!("`{request}` has no fields"),
            None => format!("it has {}", suggest::listed_all(&names)),
        };
        let message = format!(
            "placeholder `{{{placeholder}}}` does not name a field of `{request}`\nhelp: {help}"
        );
        errors.at(text, message);
        all = false;
    }
    all
}

fn body_fits_the_method(flow: &Flow<'_>, errors: &mut Errors) {
    let Some(method) = flow.method.as_ref().filter(|method| !method.has_body()) else {
        return something_is_in_the_body(flow, errors);
    };
    let (place, method) = (&method.0, method.0.to_string().to_uppercase());
    let fields = flow.fields().iter().filter(|field| field.is_body() && field.sound);
    let fields: Vec<&FlowField<'_>> = fields.collect();
    if let Some(first) = flow.about_the_body.first() {
        return errors.at(first, about_no_body(&method, &flow.about_the_body, &fields));
    }
    if fields.len() > 1 {
        return errors.at(place, about_no_body(&method, &[], &fields));
    }
    for field in fields {
        let name = field.ident.unraw();
        errors.at(
            field.ident,
            format!(
                "the field goes nowhere: a {method} has no body; name it in the URL (`{{{name}}}`), \
                 or mark it `#[connector_flow(query)]` or `#[connector_flow(header = \"…\")]`"
            ),
        );
    }
}

/// One message for one mistake, which is the method or all of the others.
fn about_no_body(method: &str, keys: &[Ident], fields: &[&FlowField<'_>]) -> String {
    let mut message = format!("a {method} has no body");
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    if !keys.is_empty() {
        let is = if keys.len() == 1 { "is" } else { "are" };
        message.push_str(&format!(", and {} {is} about one", suggest::listed_all(&keys)));
    }
    let fields: Vec<String> = fields.iter().map(|field| field.ident.unraw().to_string()).collect();
    if !fields.is_empty() {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        message.push_str("; nor has it a place for ");
        message.push_str(&suggest::listed_all(&fields));
        message.push_str(", unless in the URL, in the query or in a header");
    }
    message
}

/// A body of no fields is not sent, so that nothing can be said about it.
fn something_is_in_the_body(flow: &Flow<'_>, errors: &mut Errors) {
    // A method that is not known may be one without a body, and a misspelt mark is no body's field.
    let unknown = flow.method.is_none() || flow.fields().iter().any(|field| !field.sound);
    if unknown || flow.fields().iter().any(FlowField::is_body) {
        return;
    }
    for key in &flow.about_the_body {
        errors.at(key, format!("no field goes into the body, and `{key}` is about it"));
    }
}

/// Half a transformer is none: who fills the other fields?
fn sources_are_for_all_or_none(flow: &Flow<'_>, errors: &mut Errors) {
    if flow.fields().iter().all(|field| field.source.is_none()) {
        return;
    }
    for field in flow.fields() {
        if field.source.is_none() && field.sound {
            errors.at(
                field.ident,
                "the other fields say where their values come from; this one needs \
                `#[connector_flow(from = …)]` too, or none has it and `TryFrom<&RouterData<F>>` is \
                written by hand",
            );
        }
    }
}

/// With one of these keys of serde's, a field is not written under its name.
pub(super) const UNNAMED: [&str; 3] = ["flatten", "skip", "skip_serializing"];

/// Servers take the first of two headers or parameters of one name, or the last, or both.
fn names_are_sent_once(flow: &Flow<'_>, errors: &mut Errors) {
    // What is no URL may be meant to hold the field that sends the same.
    let sound = flow.url.as_ref().filter(|url| url.is_sound);
    let fixed = sound.into_iter().flat_map(|url| url.template.query_keys());
    let mut sent: BTreeMap<(&str, String), String> =
        fixed.map(|key| (("query", key.to_owned()), "the URL".to_owned())).collect();
    for field in flow.fields() {
        let (kind, name) = match &field.place {
            // A list is written as one parameter again and again.
            Place::Query(name) if !name.ends_with("[]") => ("query", name.clone()),
            Place::Header(name) => ("header", name.clone()),
            // What is flattened or never written has no name of its own.
            Place::Body(_) if body_tree::serde_key(field, &UNNAMED).is_none() => {
                ("body", body::name_in_place(flow, field))
            }
            _ => continue,
        };
        let what = match kind {
            "query" => "parameter",
            "header" => "header",
            _ => "key",
        };
        match sent.get(&(kind, name.clone())) {
            Some(earlier) => {
                let message = format!("the {what} `{name}` is sent by {earlier} already");
                errors.at(field.ident, message);
            }
            None => {
                let field = format!("the field `{}`", field.ident.unraw());
                sent.insert((kind, name), field);
            }
        }
    }
}
