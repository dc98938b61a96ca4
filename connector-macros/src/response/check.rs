//! Rules about several fields of a response.

use syn::ext::IdentExt as _;
use syn::{Data, DeriveInput, Lifetime, Type};

use super::declared::{Response, text};
use super::expand::error_part;
use super::field::{Entry, ResponseField};
use super::shape::Shapes;
use crate::amount;
use crate::attributes::{Options, is_function};
use crate::errors::Errors;
use crate::flow::serde_values;
use crate::optional;
use crate::serde_attributes;

/// Each flow has a status, or a list of what has one.
pub(super) fn tells_a_status(response: &Response<'_>, errors: &mut Errors) {
    if response.shapes.is_some() {
        return;
    }
    let silent = |flow: &&syn::Path| {
        let told = response.field(flow, "status").or(response.field(flow, "list"));
        told.is_none() && response.answer(flow).is_none()
    };
    let all_flows = response.flows.len();
    if all_flows == 0 {
        return; // which is reported
    }
    let flows: Vec<&syn::Path> = response.flows.iter().filter(silent).collect();
    let place = &response.input.ident;
    if flows.len() == all_flows {
        let message = "no field is the status: mark one `#[flow_response(status)]`";
        match may_be_a_list(response) {
            Some(list) => errors.at(place, format!("{message}; or `{list}`, where it is a list of responses: `#[flow_response(list)]`")),
            None => errors.at(place, message),
        }
        return;
    }
    for flow in flows.into_iter().map(text) {
        let message = format!(
            "no field is the status in `{flow}`: mark one `#[flow_response({flow}(status))]`"
        );
        errors.at(place, message);
    }
}

/// The one field that is a list, where nothing is marked.
fn may_be_a_list(response: &Response<'_>) -> Option<String> {
    let Data::Struct(data) = &response.input.data else { return None };
    let is_list = |field: &&syn::Field| optional::name(&field.ty).is_some_and(|name| name == "Vec");
    let mut lists = data.fields.iter().filter(is_list);
    let list = lists.next().filter(|_| response.fields.is_empty() && lists.next().is_none())?;
    Some(list.ident.as_ref()?.unraw().to_string())
}

/// A response outlives the bytes that it is read from. What borrows is nothing to us, so that rustc does not say of the
/// expansion what it says of the field.
pub(super) fn borrows(
    input: &DeriveInput,
    fields: &mut Vec<ResponseField<'_>>,
    errors: &mut Errors,
) -> bool {
    let Data::Struct(data) = &input.data else { return false };
    let mut borrows = false;
    for field in &data.fields {
        let Type::Reference(reference) = &field.ty else { continue };
        borrows = true;
        let is_declared = |lifetime: &Lifetime| {
            let mut declared = input.generics.lifetimes();
            lifetime.ident == "static" || declared.any(|one| one.lifetime == *lifetime)
        };
        if reference.lifetime.as_ref().is_some_and(is_declared) {
            let message = "a response owns what it tells: `Box<str>` in the place of `&str`";
            errors.at(&field.ty, message);
        } else {
            errors.are_told_by_rustc();
        }
    }
    fields.retain(|field| !matches!(field.ty, Type::Reference(_)));
    borrows
}

/// A payment that is looked for by the merchant's reference is none of several by its place: one that failed may stand
/// before one that was paid.
pub(super) fn chooses_none_of_several(response: &Response<'_>, errors: &mut Errors) {
    let is_search = |flow: &&syn::Path| {
        flow.segments.last().is_some_and(|last| last.ident == "PSyncByReference")
    };
    let Some(flow) = response.flows.iter().find(is_search) else { return };
    let field = response.field(flow, "list").filter(|list| list.entry != Entry::ById);
    let shape = response.shapes.as_ref().and_then(Shapes::list_by_place);
    if let Some(key) = field.map(|list| &list.key).or(shape) {
        errors.at(
            key,
            "of several payments with one reference none is meant by its place: `list`, of entries that tell their \
             `connector_transaction_id`; where there are several, it tells nothing",
        );
    }
}

/// Whether serde's derive reports one of its keys, and derives nothing.
pub(super) fn serde_fails(input: &DeriveInput) -> bool {
    let Data::Struct(data) = &input.data else { return false };
    let of_field = |field: &syn::Field| {
        serde_attributes::are_known(&field.attrs, &serde_attributes::FIELD)
            && !serde_values::are_refused(&field.attrs, serde_values::FIELD)
    };
    !serde_attributes::are_known(&input.attrs, &serde_attributes::CONTAINER)
        || serde_values::are_refused(&input.attrs, serde_values::CONTAINER)
        || is_transparent_for_several(input, data)
        || !data.fields.iter().all(of_field)
}

/// `transparent`, beside more fields than the one that is read, or none.
fn is_transparent_for_several(input: &DeriveInput, data: &syn::DataStruct) -> bool {
    let is_read = |field: &&syn::Field| {
        let keys = serde_attributes::keys(&field.attrs);
        let mut beside = keys.iter();
        !beside.any(|key| ["skip", "skip_deserializing", "default"].iter().any(|name| key == name))
    };
    serde_attributes::keys(&input.attrs).iter().any(|key| key == "transparent")
        && data.fields.iter().filter(is_read).count() != 1
}

/// An answer that is the status by itself reads no field for it, and one that every flow replaces is none.
fn tells_it_once(response: &Response<'_>, errors: &mut Errors) {
    let of_all = response.answers.iter().find(|answer| answer.flow.is_none());
    let own = |flow: &syn::Path| {
        response.answers.iter().any(|answer| answer.flow.as_ref().map(text) == Some(text(flow)))
    };
    if let Some(of_all) =
        of_all.filter(|_| !response.flows.is_empty() && response.flows.iter().all(own))
    {
        errors.at(&of_all.status, "each flow has its own `status`: drop one of the two");
    }
    let fixed = response.flows.iter().filter_map(|flow| {
        let answer = response.answer(flow).filter(|status| !is_function(status))?;
        Some((answer, response.field(flow, "status")?))
    });
    // One entry too many is one error, however many sources it silences.
    if let Some((answer, field)) = { fixed }.next() {
        let answer = text(answer);
        let message =
            format!("the answer is `{answer}` by itself, whatever this says: drop one of the two");
        errors.at(&field.key, message);
    } else if let Some(text) = response.says_how.first() {
        let message = "no function decides the status here: drop `decided_by`, or name the \
                       function: `status = …`";
        errors.not_understood(text, message);
    }
}

/// A currency that each flow names is none that was asked about.
fn names_no_currency(response: &Response<'_>, options: &Options, errors: &mut Errors) {
    let (Some(key), Some(_)) = (options.key("currency"), options.path("currency")) else { return };
    let named = |flow| response.field(flow, "currency");
    if let Some(Some(field)) = response.flows.first().map(named)
        && response.flows.iter().all(|flow| named(flow).is_some())
    {
        let message = format!(
            "the field `{}` is the `currency` in each flow: drop one of the two",
            field.name()
        );
        errors.at(key, message);
    }
}

pub(super) fn fields(response: &Response<'_>, options: &Options, errors: &mut Errors) {
    tells_it_once(response, errors);
    names_no_currency(response, options, errors);
    let mut earlier: Vec<&ResponseField<'_>> = Vec::new();
    for field in &response.fields {
        is_not_there_yet(field, &earlier, errors);
        earlier.push(field);
    }
    have_a_currency(response, errors);
    for list in response.fields.iter().filter(|field| field.key == "list") {
        for other in response.fields.iter().filter(|field| field.key != "list" && field.meets(list))
        {
            let key = &other.key;
            errors.at(
                key,
                format!("the entries of the list tell the `{key}`: mark it in their type"),
            );
        }
        for key in ["status", "currency", "no_id", "no_amount", "no_failure"]
            .iter()
            .filter_map(|key| options.key(key))
        {
            errors
                .at(key, format!("the entries of the list tell the `{key}`: say it at their type"));
        }
    }
    has_no_parameters(response, errors);
}

/// One field is one thing, in each flow. A status may have several sources, the last of which may say
/// what the absence of all means; an error is told as a whole or in parts.
fn is_not_there_yet(
    field: &ResponseField<'_>,
    earlier: &[&ResponseField<'_>],
    errors: &mut Errors,
) {
    let key = &field.key;
    for earlier in earlier.iter().filter(|earlier| earlier.meets(field)) {
        if key == "status" && earlier.key == "status" {
            if let Some(absent) = &earlier.absent {
                let message = "`absent` stands at the last field that is the `status`";
                errors.at(absent, message);
            }
        } else if earlier.key == *key {
            let message = format!("the field `{}` is the `{key}` already", earlier.name());
            return errors.at(key, message);
        }
        let parts = |one: &ResponseField<'_>| error_part(&one.key).is_some();
        if (key == "error" && parts(earlier)) || (earlier.key == "error" && parts(field)) {
            let message = format!(
                "the field `{}` is the `{}` already: an error is told as a whole or in parts",
                earlier.name(),
                earlier.key
            );
            return errors.at(key, message);
        }
    }
}

/// One mark is missing, however many amounts are without it.
fn have_a_currency(response: &Response<'_>, errors: &mut Errors) {
    let lacks = |amount: &ResponseField<'_>| {
        let mut flows = response.flows.iter().filter(|flow| amount.is_in(flow));
        flows.any(|flow| response.field(flow, "currency").is_none())
    };
    // Of another type it may be an object that holds the currency; rustc knows.
    let is_bare = |field: &&ResponseField<'_>| field.is_amount() && amount::of(field.ty).is_some();
    let mut amounts = response.fields.iter().filter(is_bare);
    if let Some(amount) = amounts.find(|amount| !response.currency_as_asked && lacks(amount)) {
        let message = format!(
            "an `{}` without its currency: mark a field `#[flow_response(currency)]`",
            amount.key
        );
        errors.amiss(&amount.member, message);
    }
}

/// The table of several fields' words is made by the compiler, once for a type.
fn has_no_parameters(response: &Response<'_>, errors: &mut Errors) {
    let statuses = || response.fields.iter().filter(|field| field.key == "status");
    let joined = statuses().count() > 1 || statuses().any(|field| field.absent.is_some());
    let generics = &response.input.generics;
    if joined && !generics.params.is_empty() {
        errors.at(generics, "a response whose status has several sources has no parameters");
    }
}
