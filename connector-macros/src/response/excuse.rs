//! Why a response does not tell the id or the amount that its flow is about: `no_id = "…"` and
//! `no_amount = "…"`, for all of its flows or behind one of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Ident, LitStr, Path};

use super::another_flow;
use super::declared::{Response, text};
use super::field::ResponseField;
use super::own_currency;
use super::status_at;
use crate::attributes::{Options, is_function};
use crate::call;
use crate::errors::Errors;
use crate::known;

/// The reason why no answer means a failure.
const NO_FAILURE: &str = "no_failure";

/// What else may be excused, and the part of `Integrity` that it is.
const EXCUSES: [(&str, &str); 2] = [("no_id", "id"), ("no_amount", "amount")];

/// A reason.
pub(super) struct Excuse {
    key: Ident,
    reason: LitStr,
    /// The one flow that it is a reason for; every flow where there is none.
    flow: Option<Path>,
}

impl Excuse {
    fn is_of(&self, flow: &Path) -> bool {
        self.flow.as_ref().is_none_or(|only| text(only) == text(flow))
    }
}

/// The reasons among these entries.
pub(super) fn of_all(options: &Options, flow: Option<&Path>, errors: &mut Errors) -> Vec<Excuse> {
    let mut excuses = Vec::new();
    let names = EXCUSES.map(|(name, _)| name).into_iter().chain([NO_FAILURE]);
    for name in names {
        let (Some(key), Some(reason)) = (options.key(name), options.text(name)) else { continue };
        if reason.value().trim().is_empty() {
            errors.at(reason, format!("say why: `{name} = \"…\"`"));
        }
        excuses.push(Excuse { key: key.clone(), reason: reason.clone(), flow: flow.cloned() });
    }
    excuses
}

/// Where the response tells the id and the amount of this flow, or why it does not.
pub(super) fn integrity(response: &Response<'_>, flow: &Path) -> TokenStream {
    if !response.is_sound {
        return quote!(__TOLD);
    }
    let mut told = quote!(__TOLD);
    if !may_be_a_part(response, flow) {
        told.extend(quote!(.reported()));
    }
    let is_asked = response.currency_as_asked && response.field(flow, "currency").is_none();
    if is_asked && response.fields_in(flow).any(ResponseField::is_amount) {
        told.extend(own_currency::in_the_currency_asked(response));
    }
    if let Some(keys) = status_at::said(response, flow) {
        told.extend(quote!(.with_status_at(#keys)));
    }
    told
}

/// Whether it may be one of the captures of an answer, which tells the rest: then only who uses it knows what it owes.
/// One of which nothing names the id may have lost it, and is told so by who uses it.
fn may_be_a_part(response: &Response<'_>, flow: &Path) -> bool {
    let tells = |key| response.field(flow, key).is_some();
    let has_lost_its_id = of_id(response, flow) && tells("amount_captured") && !tells("amount");
    tells("connector_capture_id") || has_lost_its_id
}

/// `__TOLD`: the same, before anything of it is reported.
pub(super) fn told(response: &Response<'_>, flow: &Path) -> TokenStream {
    let integrity = integrity_as(response, flow);
    quote! {
        const __TOLD: __core::Integrity = #integrity;
    }
}

/// Stops rustc where it tells nowhere what one of its flows needs: once, however many do, and with the first of them,
/// where that is `__Flow` already.
pub(super) fn tells_all(response: &Response<'_>, flow: &Path) -> TokenStream {
    let owes =
        |flow: &&Path| response.field(flow, "list").is_none() && !may_be_a_part(response, flow);
    let mut flows = response.flows.iter().filter(owes);
    let is_first = flows.next().is_some_and(|first| text(first) == text(flow));
    if !response.is_sound || !is_first {
        return TokenStream::new();
    }
    let others = flows.map(|flow| {
        let (known, told) = (known::flow(flow), integrity_as(response, flow));
        quote!({ #known #told.needed_by::<__Flow>() })
    });
    let flows = quote!(&[__TOLD.needed_by::<__Flow>() #(, #others)*]);
    let check = call::at(response.input.ident.span(), &quote!(__core::tells_all), &flows);
    // By itself, so that a mistake in the words does not hide it.
    quote!(const _: () = #check;)
}

/// The same, where the flow is known as `__Flow`.
fn integrity_as(response: &Response<'_>, flow: &Path) -> TokenStream {
    if !response.is_sound {
        // What was refused would be reported a second time, as missing.
        return quote!(__core::Integrity::TOLD);
    }
    let keys = || response.fields_in(flow).map(|field| field.key.to_string());
    let marked = keys().filter(|key| key.ends_with("_id") || key.starts_with("amount"));
    let others = keys().filter_map(|key| match key.as_str() {
        "captures" => Some(quote!(.and_captures())),
        "connector_capture_id" => Some(quote!(.and_capture_id())),
        "amount_captured" => Some(quote!(.and_captured())),
        "connector_response_reference_id" => Some(quote!(.and_reference())),
        "connector_order_id" => Some(quote!(.and_order())),
        _ => None,
    });
    let reasons = EXCUSES.map(|(name, _)| {
        let own = |excuse: &&Excuse| excuse.key == name && excuse.is_of(flow);
        let excuse = response.excuses.iter().rev().find(own);
        excuse.map_or_else(
            || quote!(__core::None),
            |excuse| {
                let reason = excuse.reason.to_token_stream();
                quote!(__core::Some(#reason))
            },
        )
    });
    quote!(__core::integrity::<__Flow>(&[#(#marked),*], #(#reasons),*) #(#others)*)
}

/// Holds each reason against the flows that it is one for.
pub(super) fn are_needed(response: &Response<'_>) -> TokenStream {
    if !response.is_sound {
        return TokenStream::new();
    }
    let checks = response.excuses.iter().map(|excuse| {
        if excuse.key == NO_FAILURE {
            return is_owed(response, excuse);
        }
        let name = excuse.key.to_string();
        let part = EXCUSES.iter().find(|(key, _)| *key == name).map_or("id", |(_, part)| part);
        let part = Ident::new(part, proc_macro2::Span::call_site());
        let flows = response.flows.iter().filter(|flow| excuse.is_of(flow));
        let parts = flows.map(|flow| {
            let (known, integrity) = (known::flow(flow), integrity_as(response, flow));
            quote!({ #known #integrity.#part })
        });
        let parts = quote!(&[#(#parts),*]);
        let check = quote!(__core::excuses_something);
        let check = call::at(excuse.key.span(), &check, &quote!(#name, #parts));
        quote!(const _: () = #check;)
    });
    checks.collect()
}

/// Whether it says why it tells no id in this flow.
pub(super) fn of_id(response: &Response<'_>, flow: &Path) -> bool {
    is_there(response, flow, "no_id")
}

/// Whether it gives this reason in this flow.
pub(super) fn is_there(response: &Response<'_>, flow: &Path, key: &str) -> bool {
    response.excuses.iter().any(|excuse| excuse.key == key && excuse.is_of(flow))
}

/// A reason why there is no id, and a field that is the id: of a capture it may be the wrong one.
pub(super) fn of_what_is_marked(response: &Response<'_>, errors: &mut Errors) {
    for excuse in response.excuses.iter().filter(|excuse| excuse.key == "no_id") {
        let mut flows = response.flows.iter().filter(|flow| excuse.is_of(flow));
        let marked = flows.clone().find_map(|flow| {
            let field = response.field(flow, another_flow::about(flow)?.id)?;
            let may_be_a_part = response.field(flow, "amount_captured").is_some()
                && response.field(flow, "amount").is_none();
            may_be_a_part.then_some(field)
        });
        let Some(field) = marked else { continue };
        if flows.all(|flow| response.field(flow, &field.key.to_string()).is_some()) {
            let message = format!(
                "`no_id` gives a reason for nothing: the field `{}` is the `{}`; the id of a capture is its \
                 `connector_capture_id`",
                field.name(),
                field.key
            );
            errors.at(&excuse.key, message);
        }
    }
}

/// Whether each answer to this flow means one status by itself, and nobody says why none means a failure.
pub(super) fn is_by_itself(response: &Response<'_>, flow: &Path) -> bool {
    let excused = |excuse: &Excuse| excuse.key == NO_FAILURE && excuse.is_of(flow);
    constant(response, flow).is_some() && response.is_sound && !response.excuses.iter().any(excused)
}

/// What each answer to this flow means, where that is said.
fn constant<'r>(response: &'r Response<'_>, flow: &Path) -> Option<&'r Path> {
    response.answer(flow).filter(|status| !is_function(status))
}

/// Holds such a reason against the flows that it is one for.
fn is_owed(response: &Response<'_>, excuse: &Excuse) -> TokenStream {
    let flows = response.flows.iter().filter(|flow| excuse.is_of(flow));
    let owed = flows.filter_map(|flow| {
        let (status, known) = (constant(response, flow)?, known::flow(flow));
        let name = quote!(<__core::StatusIn<__Flow>>::#status.as_name());
        Some(quote!({ #known __core::owes_a_failure::<__Flow>(#name) }))
    });
    let owed = quote!(&[#(#owed),*]);
    let check = call::at(excuse.key.span(), &quote!(__core::excuses_an_answer), &owed);
    quote!(const _: () = #check;)
}
