//! What the `#[flow_response(…)]` of a field says.

use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Attribute, Field, Fields, GenericArgument, Ident, Member, Path, PathArguments, Type};

use super::captures;
use super::declared::text;
use super::limit;
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::optional;
use crate::serde_attributes;
use crate::suggest;

pub(crate) const FIELD_SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[
        Key::optional("status", Kind::Flag),
        Key::optional("connector_transaction_id", Kind::Flag),
        Key::optional("connector_refund_id", Kind::Flag),
        Key::optional("connector_response_reference_id", Kind::Flag),
        Key::optional("processor_reference_id", Kind::Flag),
        Key::optional("network_transaction_id", Kind::Flag),
        Key::optional("connector_authorization_id", Kind::Flag),
        Key::optional("connector_capture_id", Kind::Flag),
        Key::optional("card_last_four", Kind::Flag),
        Key::optional("connector_mandate_id", Kind::Flag),
        Key::optional("connector_customer_id", Kind::Flag),
        Key::optional("connector_order_id", Kind::Flag),
        Key::optional("connector_dispute_id", Kind::Flag),
        Key::optional("connector_payout_id", Kind::Flag),
        Key::optional("connector_recipient_id", Kind::Flag),
        Key::optional("access_token", Kind::Flag),
        Key::optional("expires_in", Kind::Flag),
        Key::optional("session_token", Kind::Flag),
        Key::optional("client_token", Kind::Flag),
        Key::optional("token", Kind::Flag),
        Key::optional("stage", Kind::Flag),
        Key::optional("reason", Kind::Flag),
        Key::optional("reason_code", Kind::Flag),
        Key::optional("respond_by", Kind::Flag),
        Key::optional("link", Kind::Flag),
        Key::optional("redirect", Kind::Flag),
        Key::optional("error", Kind::Flag),
        Key::optional("error_code", Kind::Flag),
        Key::optional("error_message", Kind::Flag),
        Key::optional("error_reason", Kind::Flag),
        Key::optional("network_decline_code", Kind::Flag),
        Key::optional("network_advice_code", Kind::Flag),
        Key::optional("amount", Kind::Flag),
        Key::optional("amount_captured", Kind::Flag),
        Key::optional("currency", Kind::Flag),
        Key::optional("capture", Kind::Flag),
        Key::optional("captures", Kind::Flag),
        Key::optional("list", Kind::FlagOrPath),
        Key::optional("absent", Kind::Path),
        Key::optional("only", Kind::Path),
    ],
    bare: false,
    example: "status",
};

/// Keys that say more about another one.
const BESIDE: [(&str, &str, &str); 2] = [
    ("absent", "status", "what the status is without the field"),
    ("only", "list", "which of its entries count"),
];

/// A field that is something to us.
pub(super) struct ResponseField<'a> {
    pub(super) member: Member,
    pub(super) ty: &'a Type,
    /// What it is; where the author wrote it, so that rustc points there if the flow's data has no
    /// such field.
    pub(super) key: Ident,
    /// The one flow in which it is that; every flow where there is none.
    flow: Option<Path>,
    /// What it tells where it is not there: of a status alone.
    pub(super) absent: Option<Ident>,
    /// Which entry of it is meant: of a list alone.
    pub(super) entry: Entry,
    /// A function that tells the entries that count: of a list alone.
    pub(super) only: Option<Path>,
}

/// Which entry of a list is meant.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Entry {
    ById,
    First,
    Last,
}

/// The flows to which a field's entries may be limited.
pub(super) struct Limits<'l> {
    pub(super) flows: &'l [Path],
    /// Those to which they are limited and that are none of the response.
    pub(super) others: Vec<Path>,
}

/// Amounts: they become money together with the currency.
const AMOUNTS: [&str; 2] = ["amount", "amount_captured"];

impl ResponseField<'_> {
    pub(super) fn is_amount(&self) -> bool {
        AMOUNTS.iter().any(|key| self.key == key)
    }

    pub(super) fn is_in(&self, flow: &Path) -> bool {
        self.flow.as_ref().is_none_or(|only| text(only) == text(flow))
    }

    /// Whether there is a flow in which both are what they are.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.flow.as_ref().is_none_or(|flow| other.is_in(flow))
    }

    /// The field's name, for messages.
    pub(super) fn name(&self) -> String {
        match &self.member {
            Member::Named(ident) => ident.unraw().to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}

pub(super) fn read_all<'a>(
    fields: &'a Fields,
    limits: &mut Limits<'_>,
    errors: &mut Errors,
) -> Vec<ResponseField<'a>> {
    let errors_before = errors.count();
    let mut read: Vec<ResponseField<'a>> = Vec::new();
    for (member, field) in fields.members().zip(fields) {
        let (everywhere, mut limited) = limit::split(&field.attrs, &FIELD_SYNTAX);
        limited.retain(|(flow, _)| limit::is_listed(flow, limits, errors));
        let mut of_this: Vec<ResponseField<'a>> = Vec::new();
        let everywhere = [(None, everywhere)].into_iter();
        for (flow, attributes) in everywhere.chain(limited.into_iter().map(|(f, a)| (Some(f), a))) {
            let declared = read_one(member.clone(), &field.ty, flow, &attributes, errors);
            let Some((declared, stage)) = declared else { continue };
            match of_this.iter().find(|earlier| earlier.meets(&declared)) {
                Some(earlier) => {
                    errors.at(&declared.key, format!("the field is the `{}` already", earlier.key));
                }
                None => of_this.extend([Some(declared), stage].into_iter().flatten()),
            }
        }
        is_read(field, of_this.first().map(|told| &told.key), errors);
        read.append(&mut of_this);
    }
    let is_list = matches!(read.as_slice(), [only] if only.key == "list");
    if matches!(fields, Fields::Unnamed(_)) && !(is_list && fields.len() == 1) {
        if errors.count() == errors_before {
            errors.amiss(fields, "the fields of a response need names");
        }
        return Vec::new();
    }
    read
}

/// A field that serde leaves out would tell nothing, whatever the answer says; and a word that is not told is none.
fn is_read(field: &Field, told: Option<&Ident>, errors: &mut Errors) {
    let keys = serde_attributes::keys(&field.attrs);
    let is_left_out = |key: &&Ident| *key == "skip" || *key == "skip_deserializing";
    if let (Some(key), Some(told)) = (keys.iter().find(is_left_out), told) {
        errors
            .at(key, format!("serde leaves the field out, so that no `{told}` would ever be read"));
        return;
    }
    let is_word = optional::name(&field.ty).is_some_and(|name| name == "Wire");
    // A function that is named knows what the silence means.
    let is_said = serde_attributes::text(&field.attrs, "default").is_some();
    let is_made_up = |key: &&Ident| (*key == "default" || is_left_out(key)) && !is_said;
    if is_word
        && optional::inside(&field.ty).is_none()
        && let Some(key) = keys.iter().find(is_made_up)
    {
        errors.at(key, "no status is made up where none is told: `Option<Wire<Words>>`");
    }
}

/// What a field is, and that it is the stage as well.
fn read_one<'a>(
    member: Member,
    ty: &'a Type,
    flow: Option<Path>,
    attributes: &[Attribute],
    errors: &mut Errors,
) -> Option<(ResponseField<'a>, Option<ResponseField<'a>>)> {
    let options = Options::parse(attributes, &FIELD_SYNTAX, errors);
    let keys =
        FIELD_SYNTAX.keys.iter().filter(|key| BESIDE.iter().all(|(name, ..)| key.name != *name));
    let keys: Vec<&Ident> = keys.filter_map(|key| options.key(key.name)).collect();
    for (name, of, meaning) in BESIDE {
        if let Some(key) = options.key(name)
            && options.key(of).is_none()
        {
            errors.amiss(key, format!("`{name}` stands beside `{of}`: {meaning}"));
        }
    }
    let (key, others) = keys.split_first()?;
    let is_stage_too = |other: &Ident| *key == "status" && other == "stage";
    let stage = others.iter().find(|other| is_stage_too(other));
    for other in others.iter().filter(|other| !is_stage_too(other)) {
        errors.at(other, format!("the field is the `{key}` already"));
    }
    let absent = options.path("absent").and_then(|status| {
        let ident = status.get_ident();
        if ident.is_none() {
            errors.at(status, "`absent` takes a status alone: `absent = Pending`");
        }
        ident.cloned()
    });
    let entry = entry(&options, errors);
    let stage = stage.map(|key| ResponseField {
        member: member.clone(),
        ty,
        key: (*key).clone(),
        flow: flow.clone(),
        absent: None,
        entry: Entry::ById,
        only: None,
    });
    let only = options.path("only").cloned();
    let key = (*key).clone();
    if captures::are_several(&key, ty, errors) || is_absent_word(&key, ty, errors) {
        return None;
    }
    if let Some(other) = is_another_id(&key, ty) {
        errors.at(ty, format!("this is a `{other}`, and marked as the `{key}`"));
        return None;
    }
    Some((ResponseField { member, ty, key, flow, absent, entry, only }, stage))
}

/// `Wire<Option<Words>>`: what may be absent is the field.
fn is_absent_word(key: &Ident, ty: &Type, errors: &mut Errors) -> bool {
    let Type::Path(path) = ty else { return false };
    let Some(wire) = path.path.segments.last().filter(|last| last.ident == "Wire") else {
        return false;
    };
    let PathArguments::AngleBracketed(inside) = &wire.arguments else { return false };
    let Some(GenericArgument::Type(words)) = inside.args.first() else { return false };
    let Some(words) = optional::inside(words).filter(|_| key == "status") else { return false };
    let words = words.to_token_stream();
    errors.at(ty, format!("what may be absent is the field, and no word: `Option<Wire<{words}>>`"));
    true
}

/// The kind of id that the type holds, where it is marked as another one.
fn is_another_id<'t>(key: &Ident, ty: &'t Type) -> Option<&'t Ident> {
    const IDS: [(&str, &str); 2] =
        [("connector_transaction_id", "RefundId"), ("connector_refund_id", "PaymentId")];
    let own = optional::name(ty)?;
    IDS.iter().any(|(marked, other)| key == marked && own == other).then_some(own)
}

/// `list`, `list = first` or `list = last`.
pub(super) fn entry(options: &Options, errors: &mut Errors) -> Entry {
    let Some(path) = options.path("list") else { return Entry::ById };
    if path.is_ident("first") {
        return Entry::First;
    }
    if !path.is_ident("last") {
        let written = text(path);
        let expected = suggest::expected(&written, ["first", "last"]);
        errors.not_understood(path, format!("unknown place `{written}`; {expected}"));
    }
    Entry::Last
}
