//! One line of a table of events: which events, what they tell, and where it stands.

use syn::{DeriveInput, Fields, Ident, LitStr, Path, Type, Variant};

use super::declared::check_path;
use super::pattern::Piece;
use super::scheme::{Place, Scheme};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::suggest;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "webhook",
    keys: &[
        Key::optional("on", Kind::Texts),
        Key::optional("at", Kind::Text),
        Key::optional("with", Kind::Text),
        Key::optional("connector_transaction_id", Kind::Text),
        Key::optional("connector_refund_id", Kind::Text),
        Key::optional("connector_dispute_id", Kind::Text),
        Key::optional("connector_payout_id", Kind::Text),
        Key::optional("connector_order_id", Kind::Text),
        Key::optional("connector_mandate_id", Kind::Text),
        Key::optional("connector_request_reference_id", Kind::Text),
    ],
    // The flow.
    bare: true,
    example: "PSync, on(\"payment.paid\"), connector_transaction_id = \"id\"",
};

/// The ids that an event may carry.
fn ids() -> impl Iterator<Item = &'static str> {
    SYNTAX.keys.iter().map(|key| key.name).filter(|name| name.starts_with("connector_"))
}

/// A line of the table.
pub(super) struct Event<'a> {
    pub(super) ident: &'a Ident,
    /// What it is read as; `None` where it only says what to ask.
    pub(super) response: Option<&'a Type>,
    pub(super) flow: Path,
    pub(super) on: Vec<LitStr>,
    /// The `on` of these.
    key_of_kinds: Option<Ident>,
    /// The `with`.
    key_of_name: Option<Ident>,
    pub(super) at: Option<LitStr>,
    pub(super) with: Option<LitStr>,
    pub(super) ids: Vec<(&'static str, LitStr)>,
}

/// Every line that can be read.
pub(super) fn read_all<'a>(
    input: &'a DeriveInput,
    options: &Options,
    kind: &[String],
    errors: &mut Errors,
) -> Vec<Event<'a>> {
    let syn::Data::Enum(data) = &input.data else {
        errors.at(&input.ident, "a table of events is an enum: a variant for each kind of them");
        return Vec::new();
    };
    let excuse = options.text("no_events");
    if data.variants.is_empty() && excuse.is_none() {
        let message = "no event is declared; where none can be read, say why: `no_events = \"…\"`";
        errors.amiss(&input.ident, message);
    }
    if let Some(reason) = excuse.filter(|reason| reason.value().trim().is_empty()) {
        errors.at(reason, "say why: `no_events = \"…\"`");
    }
    if let Some(key) = options.key("no_events").filter(|_| !data.variants.is_empty()) {
        errors.at(key, "events are declared; leave this out");
    }
    let says_kind = options.key("kind").is_some() || options.was_refused("kind");
    let read = |variant| Event::read(variant, says_kind, errors);
    let events: Vec<Event<'a>> = data.variants.iter().filter_map(read).collect();
    each_is_reached(&events, errors);
    match events.iter().find_map(|event| event.key_of_kinds.as_ref()) {
        Some(key) if !says_kind => {
            // Where the enum has no attribute, that is said.
            if !options.is_absent() {
                let message = "where does the event say what happened? `#[webhook(kind = \"…\")]` on the enum";
                errors.amiss(key, message);
            }
        }
        _ => events.iter().for_each(|event| name_is_beside_a_place(event, kind.len() > 1, errors)),
    }
    events
}

impl<'a> Event<'a> {
    fn read(variant: &'a Variant, says_kind: bool, errors: &mut Errors) -> Option<Self> {
        let options = Options::parse(&variant.attrs, &SYNTAX, errors);
        let response = response(variant, errors);
        let flow = flow(&options, variant, errors);
        for key in ids().chain(["at", "with"]) {
            check_path(options.text(key), errors);
        }
        let ids = ids().filter_map(|key| Some((key, options.text(key)?.clone())));
        Some(Self {
            ident: &variant.ident,
            response: response?,
            flow: flow?,
            on: on(&options, variant, says_kind, errors),
            key_of_kinds: options.key("on").cloned(),
            key_of_name: options.key("with").cloned(),
            at: options.text("at").cloned(),
            with: options.text("with").cloned(),
            ids: ids.collect(),
        })
    }
}

impl Event<'_> {
    /// Where in the whole event it stands.
    fn path(&self, place: &LitStr) -> String {
        match &self.at {
            Some(at) => format!("{}.{}", at.value(), place.value()),
            None => place.value(),
        }
    }
}

#[allow(clippy::option_option, reason = "no type, and no variant that could have one")]
fn response<'a>(variant: &'a Variant, errors: &mut Errors) -> Option<Option<&'a Type>> {
    match &variant.fields {
        Fields::Unit => Some(None),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| Some(&field.ty))
        }
        fields => {
            errors.at(
                fields,
                "an event is read as one response, `Paid(Payment)`; a variant without one only says \
                 what to ask",
            );
            None
        }
    }
}

fn flow(options: &Options, variant: &Variant, errors: &mut Errors) -> Option<Path> {
    for second in options.bare().iter().skip(1) {
        errors.at(second, "an event tells what one flow would have told");
    }
    let flow = options.bare().first().cloned();
    if flow.is_none() && !options.was_refused("") {
        let message = "which flow would have told the same? `#[webhook(PSync, on(\"…\"))]`";
        errors.at(&variant.ident, message);
    }
    flow
}

fn on(options: &Options, variant: &Variant, says_kind: bool, errors: &mut Errors) -> Vec<LitStr> {
    let on = options.texts("on");
    match options.key("on") {
        Some(key) if on.is_empty() => errors.at(key, "no event is named: `on(\"payment.paid\")`"),
        Some(_) => {}
        None if options.was_refused("on") => {}
        None if says_kind => {
            errors.at(&variant.ident, "which events? `on(\"payment.paid\")`, `on(\"payment.*\")`");
        }
        None => return vec![LitStr::new("*", variant.ident.span())],
    }
    for literal in on {
        let text = literal.value();
        let name = text.strip_suffix('*').unwrap_or(&text);
        if text.is_empty() || name.contains('*') {
            errors
                .at(literal, "the name of an event, or the beginning of names with `*` behind it");
        } else if name.contains(',') {
            errors.at(literal, "one name in each text: `on(\"paid\", \"failed\")`");
        }
    }
    on.to_vec()
}

/// The first line that fits is the one; what is behind another one that fits all of it is never read.
fn each_is_reached(events: &[Event<'_>], errors: &mut Errors) {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for event in events {
        for literal in &event.on {
            match lines.iter_mut().find(|line| line.covers(&literal.value())) {
                Some(line) => line.covered.push(literal),
                None => lines.push(Line { literal, ident: event.ident, covered: Vec::new() }),
            }
        }
    }
    for Line { literal, ident, covered } in lines {
        match covered.as_slice() {
            [] => {}
            [one] => errors.at(one, format!("`{ident}` reads this event already")),
            // Of so many that cannot be reached, the one that fits too much is the mistake.
            several => {
                let names: Vec<String> = several.iter().map(|one| one.value()).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let names = suggest::listed_all(&names);
                let message = format!(
                    "this reads {names}, too, which stand behind it: the line that fits most stands last"
                );
                errors.at(literal, message);
            }
        }
    }
}

/// A name of events, or a beginning of names, and those behind it that it fits, too.
struct Line<'e> {
    literal: &'e LitStr,
    ident: &'e Ident,
    covered: Vec<&'e LitStr>,
}

impl Line<'_> {
    fn covers(&self, name: &str) -> bool {
        let pattern = self.literal.value();
        match pattern.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => pattern == name,
        }
    }
}

/// What is read of the whole event has its name in it already, and what is not read needs none.
fn name_is_beside_a_place(event: &Event<'_>, is_in_parts: bool, errors: &mut Errors) {
    if let (Some(key), None) = (&event.key_of_name, event.response) {
        errors.at(key, "nothing is read of this event, and no name would stand in it: drop `with`");
    } else if let (Some(key), None, false) = (&event.key_of_name, &event.at, is_in_parts) {
        errors.amiss(key, "all of the event is read, and its name with it; `with` is beside `at`");
    }
}

/// What nobody has signed tells nothing: anybody could have sent it.
pub(super) fn fit(events: &[Event<'_>], scheme: &Scheme, options: &Options, errors: &mut Errors) {
    if !matches!(scheme, Scheme::Nothing) {
        return;
    }
    let told = events.iter().filter(|event| event.response.is_some());
    let told: Vec<&Ident> = told.map(|event| event.ident).collect();
    match told.as_slice() {
        [] => {}
        [one] => errors.at(
            one,
            "nothing proves who sent this, so that it can only say what to ask: a variant without a \
             response",
        ),
        // Of so many the scheme may be the mistake.
        several => {
            let names: Vec<String> = several.iter().map(ToString::to_string).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let names = suggest::listed_all(&names);
            let message = format!(
                "nothing proves who sent an event, so that it can only say what to ask; and {names} have responses"
            );
            errors.at(options.path("scheme"), message);
        }
    }
}

/// Where each event carries its own signature, over some of its fields: the others are anybody's, and
/// cannot say what happened, nor to which payment.
pub(super) fn are_signed(
    events: &[Event<'_>],
    scheme: &Scheme,
    options: &Options,
    kind: &[String],
    errors: &mut Errors,
) {
    let Scheme::Signature(signature) = scheme else { return };
    let Place::Event { .. } = signature.place else { return };
    let is_signed = |path: &str| signature.signed.contains(&Piece::Value(path.to_owned()));
    if let Some(payload) = options.text("payload") {
        if !is_signed(&payload.value()) {
            let message = "it is not signed: anybody could send another; name it in `signed`";
            errors.amiss(payload, message);
        }
        return;
    }
    let ids = events.iter().flat_map(|event| event.ids.iter().map(|(_, id)| (event.path(id), id)));
    let ids: Vec<(String, &LitStr)> = ids.collect();
    let paths = || kind.iter().chain(ids.iter().map(|(path, _)| path));
    if paths().count() > 1 && !paths().any(|path| is_signed(path)) {
        // One mistake, whichever it is.
        let message = "of what is read of the events nothing is signed: anybody could send others; name it in \
                       `signed`, or what holds all of it: `payload = \"…\"`";
        return errors.amiss(options.key("signed"), message);
    }
    if let Some(key) = options.key("kind").filter(|_| !kind.iter().all(|path| is_signed(path))) {
        let message = "it is not signed: anybody could send another; name it in `signed`";
        errors.amiss(key, message);
    }
    for (path, place) in ids.into_iter().filter(|(path, _)| !is_signed(path)) {
        let message =
            format!("`{path}` is not signed: anybody could send another; name it in `signed`");
        errors.amiss(place, message);
    }
}
