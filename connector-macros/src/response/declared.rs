//! What the `#[flow_response(…)]` of a response says, and what its fields or shapes are.

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::spanned::Spanned;
use syn::{DeriveInput, Ident, LitStr, Path};

use super::excuse::{self, Excuse};
use super::field::{Limits, ResponseField};
use super::shape::Shapes;
use super::{amounts_read, another_flow, captures, check, field, keys_read, limit, shape};
use crate::attributes::{Key, Kind, Options, Syntax, is_function};
use crate::errors::Errors;
use crate::path::core_path;
use crate::serde_attributes;
use crate::status::meaning::{alone, variant};
use crate::suggest;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[
        Key::optional("status", Kind::Path),
        Key::optional("decided_by", Kind::Text),
        Key::optional("currency", Kind::Path),
        Key::optional("format", Kind::Path),
        Key::optional("no_id", Kind::Text),
        Key::optional("no_amount", Kind::Text),
        Key::optional("no_failure", Kind::Text),
        Key::optional("crate", Kind::Path),
    ],
    // The flows.
    bare: true,
    example: "PSync",
};

/// What stands in parentheses behind a flow.
pub(crate) const FLOW_SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[
        Key::optional("status", Kind::Path),
        Key::optional("decided_by", Kind::Text),
        Key::optional("no_id", Kind::Text),
        Key::optional("no_amount", Kind::Text),
        Key::optional("no_failure", Kind::Text),
    ],
    bare: false,
    example: "no_amount = \"…\"",
};

/// The forms in which a body is read: as they are named, and the function of the core that reads them.
const FORMATS: [(&str, &str); 5] = [
    ("Json", "json"),
    ("Xml", "xml"),
    ("Form", "form"),
    ("Empty", "empty"),
    ("Headers", "headers"),
];

/// A response as it was declared. What was wrong is left out here and an error there.
pub(super) struct Response<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) core: Path,
    pub(super) flows: Vec<Path>,
    /// Those that only entries of its fields name, which is reported.
    pub(super) flows_of_fields: Vec<Path>,
    /// What tells the status where the fields do not: in all flows, or in one.
    pub(super) answers: Vec<Answer>,
    /// What says how a function decides that there is not.
    pub(super) says_how: Vec<LitStr>,
    /// Whether amounts are in the currency that was asked about.
    pub(super) currency_as_asked: bool,
    /// Where that is said.
    pub(super) currency_asked_at: Option<Span>,
    /// The function that reads the body.
    pub(super) format: &'static str,
    /// Whether a field borrows what it holds.
    pub(super) borrows: bool,
    /// Whether it has a key of serde's that there is not.
    pub(super) serde_fails: bool,
    /// Why it does not tell an id or an amount.
    pub(super) excuses: Vec<Excuse>,
    /// Whether nothing is wrong with it.
    pub(super) is_sound: bool,
    pub(super) fields: Vec<ResponseField<'a>>,
    /// Its shapes, where it is an enum.
    pub(super) shapes: Option<Shapes<'a>>,
}

/// `status = function` or `status = Charged`, for all flows or behind one of them.
pub(super) struct Answer {
    pub(super) status: Path,
    /// By what the function decides.
    pub(super) decided_by: Option<LitStr>,
    pub(super) flow: Option<Path>,
}

impl Answer {
    fn read(options: &Options, flow: Option<&Path>, errors: &mut Errors) -> Option<Self> {
        let status = options.path("status").map(|status| status_of_all(status, errors));
        let decided_by = options.text("decided_by").cloned();
        Some(Self { status: status?, decided_by, flow: flow.cloned() })
    }
}

impl<'a> Response<'a> {
    pub(super) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        let errors_at_first = errors.count();
        let (everywhere, of_flows) = limit::split(&input.attrs, &SYNTAX);
        let options = Options::parse(&everywhere, &SYNTAX, errors);
        let mut excuses = excuse::of_all(&options, None, errors);
        let mut answers: Vec<Answer> = Answer::read(&options, None, errors).into_iter().collect();
        let mut status_was_refused = options.was_refused("status");
        let mut named = options.bare().to_vec();
        let mut says_how: Vec<LitStr> = options.text("decided_by").cloned().into_iter().collect();
        for (flow, attributes) in of_flows {
            let own = Options::parse(&attributes, &FLOW_SYNTAX, errors);
            says_how.extend(own.text("decided_by").cloned());
            excuses.extend(excuse::of_all(&own, Some(&flow), errors));
            answers.extend(Answer::read(&own, Some(&flow), errors));
            status_was_refused |= own.was_refused("status") || own.was_refused("decided_by");
            named.push(flow);
        }
        status_was_refused |= decided_by(&mut answers, &options, status_was_refused, errors);
        if status_was_refused || answers.iter().any(|answer| is_function(&answer.status)) {
            says_how.clear();
        }
        if named.is_empty() {
            let message = "say which flows this is a response of: `#[flow_response(PSync)]`";
            errors.amiss(&input.ident, message);
        }
        belong_to_fields(&mut named, errors);
        let errors_before = errors.count();
        let flows = flows(&named, errors);
        let mut limits = Limits { flows: &flows, others: Vec::new() };
        let (mut fields, shapes) = match &input.data {
            syn::Data::Struct(data) => (field::read_all(&data.fields, &mut limits, errors), None),
            syn::Data::Enum(data) => {
                shape::only_of_structs(&options, errors);
                (Vec::new(), Some(shape::read_all(input, data, errors)))
            }
            syn::Data::Union(_) => {
                errors.at(&input.ident, "a response is a struct, or an enum of several shapes");
                (Vec::new(), Some(Shapes::default()))
            }
        };
        let flows_of_fields = limits.others;
        captures::hold_themselves(&input.ident, &mut fields, errors);
        let borrows = check::borrows(input, &mut fields, errors);
        let mut response = Self {
            input,
            core: core_path(&options, errors),
            flows,
            flows_of_fields,
            answers,
            says_how,
            currency_as_asked: currency_as_asked(&options, errors),
            currency_asked_at: options.path("currency").map(Spanned::span),
            format: format(&options, errors),
            borrows,
            serde_fails: check::serde_fails(input),
            excuses,
            is_sound: false,
            fields,
            shapes,
        };
        if errors.count() == errors_at_first {
            another_flow::leave_out(&mut response, errors);
            another_flow::has_nothing_of_payments(&mut response, errors);
            excuse::of_what_is_marked(&response, errors);
            captures::take_an_amount(&response, errors);
            check::chooses_none_of_several(&response, errors);
        }
        // A status that is misspelt would be reported a second time.
        if errors.count() == errors_before && !status_was_refused {
            check::tells_a_status(&response, errors);
        }
        check::fields(&response, &options, errors);
        keys_read::are_read_once(input, errors);
        keys_read::empty_has_no_fields(input, &options, errors);
        keys_read::are_of_the_form(input, &options, errors);
        amounts_read::check(input, &options, errors);
        response.is_sound = errors.count() == errors_at_first;
        response
    }

    /// What tells the status in this flow, where its fields do not.
    pub(super) fn answer(&self, flow: &Path) -> Option<&Path> {
        self.whole_answer(flow).map(|answer| &answer.status)
    }

    /// The same, with what there is to say of it.
    pub(super) fn whole_answer(&self, flow: &Path) -> Option<&Answer> {
        let is_own =
            |answer: &&Answer| answer.flow.as_ref().is_some_and(|only| text(only) == text(flow));
        let own = self.answers.iter().find(is_own);
        own.or_else(|| self.answers.iter().find(|answer| answer.flow.is_none()))
    }

    /// The fields that are something in this flow.
    pub(super) fn fields_in(&self, flow: &Path) -> impl Iterator<Item = &ResponseField<'a>> {
        self.fields.iter().filter(move |field| field.is_in(flow))
    }

    /// A field's name on the wire.
    pub(super) fn wire_name(&self, field: &ResponseField<'_>) -> String {
        let fields = match &self.input.data {
            syn::Data::Struct(data) => data.fields.members().zip(&data.fields).collect(),
            _ => Vec::new(),
        };
        let own = fields.iter().find(|(member, _)| *member == field.member);
        let attributes = own.map_or(&[][..], |(_, field)| &field.attrs);
        serde_attributes::wire_name(&self.input.attrs, attributes, field.name())
    }

    /// The field that is this, in this flow.
    pub(super) fn field(&self, flow: &Path, key: &str) -> Option<&ResponseField<'a>> {
        self.fields_in(flow).find(|field| field.key == key)
    }
}

/// Each function has a text that says how it decides: its own, or that of the whole. What has none may be no
/// function, but a status in lower case: it is left out, so that rustc does not look for it. Whether there is one.
fn decided_by(
    answers: &mut Vec<Answer>,
    options: &Options,
    refused: bool,
    errors: &mut Errors,
) -> bool {
    let of_all = options.text("decided_by");
    let before = answers.len();
    answers.retain_mut(|answer| {
        if !is_function(&answer.status) {
            return true;
        }
        let function = text(&answer.status);
        answer.decided_by = answer.decided_by.take().or_else(|| of_all.cloned());
        let say = format!(
            "say how the function `{function}` decides: `decided_by = \"…\"`; the name of a status begins with a \
             capital letter"
        );
        match &answer.decided_by {
            Some(text) if text.value().trim().is_empty() => errors.at(text, say),
            None if !refused && !options.was_refused("decided_by") => {
                errors.at(&answer.status, say);
                return false;
            }
            _ => {}
        }
        true
    });
    answers.len() < before
}

/// `status = function` or `status = Charged`.
fn status_of_all(status: &Path, errors: &mut Errors) -> Path {
    if is_function(status) {
        return status.clone();
    }
    alone(status, errors);
    variant(status)
}

/// `currency = asked`.
fn currency_as_asked(options: &Options, errors: &mut Errors) -> bool {
    // What was refused stands for it: that an amount has no currency would be a second error.
    let Some(path) = options.path("currency") else { return options.was_refused("currency") };
    if !path.is_ident("asked") {
        errors.not_understood(
            path,
            "`currency` takes `asked`: the answer names none, and means the one asked about; a \
             currency that it names is a field's `#[flow_response(currency)]`",
        );
    }
    true
}

/// `format = Xml`.
fn format(options: &Options, errors: &mut Errors) -> &'static str {
    let Some(path) = options.path("format") else { return "json" };
    let named = FORMATS.iter().find(|(name, _)| path.is_ident(name));
    named.map_or_else(
        || {
            let text = text(path);
            let expected = suggest::expected(&text, FORMATS.map(|(name, _)| name));
            errors.not_understood(path, format!("unknown format `{text}`; {expected}"));
            "json"
        },
        |(_, function)| function,
    )
}

/// What says what a field is stands on the struct for nothing.
fn belong_to_fields(named: &mut Vec<Path>, errors: &mut Errors) {
    named.retain(|path| {
        let key = path.get_ident().map(ToString::to_string).unwrap_or_default();
        let is_key = field::FIELD_SYNTAX.key(&key).is_some();
        if is_key {
            errors.not_understood(
                path,
                format!("`{key}` says what a field is: it stands on that field"),
            );
        }
        !is_key
    });
}

/// The flows, each once.
fn flows(named: &[Path], errors: &mut Errors) -> Vec<Path> {
    let mut flows: Vec<Path> = Vec::new();
    for flow in named {
        if flows.iter().any(|earlier| text(earlier) == text(flow)) {
            errors.at(flow, "the flow is there twice");
        } else {
            flows.push(flow.clone());
        }
    }
    flows
}

/// A path as it is written.
pub(super) fn text(path: &Path) -> String {
    path.to_token_stream().to_string().replace(' ', "")
}

/// The key of an attribute with another name, at the same place, so that rustc points there.
pub(super) fn renamed(key: &Ident, name: &str) -> Ident {
    Ident::new(name, key.span())
}
