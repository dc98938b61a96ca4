//! What the `#[webhook(…)]` of a table of events says.

use syn::{DeriveInput, LitStr, Path, Type};

use super::event::{self, Event};
use super::scheme::{self, Scheme};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::header;
use crate::path::core_path;
use crate::suggest;
use crate::within;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "webhook",
    keys: &[
        Key::required("connector", Kind::Type, "connector = Stripe"),
        Key::required("scheme", Kind::Path, "scheme = HmacSha256"),
        Key::optional("header", Kind::Text),
        Key::optional("headers", Kind::Texts),
        Key::optional("form", Kind::Text),
        Key::optional("signature", Kind::Text),
        Key::optional("signed", Kind::Text),
        Key::optional("encoding", Kind::Path),
        Key::optional("key", Kind::Path),
        Key::optional("tolerance_seconds", Kind::Literal),
        Key::optional("format", Kind::Path),
        Key::optional("batch", Kind::Text),
        Key::optional("payload", Kind::Text),
        Key::optional("kind", Kind::Text),
        Key::optional("id", Kind::Text),
        Key::optional("id_header", Kind::Text),
        Key::optional("acknowledgement", Kind::Text),
        Key::optional("no_events", Kind::Text),
        Key::optional("crate", Kind::Path),
    ],
    bare: false,
    example: "connector = Stripe, scheme = HmacSha256, header = \"Stripe-Signature\", kind = \"type\"",
};

/// The forms in which a body is written.
const FORMATS: [&str; 2] = ["Json", "Form"];

/// A table of events as it was declared.
pub(super) struct Declared<'a> {
    pub(super) input: &'a DeriveInput,
    pub(super) core: Path,
    pub(super) connector: Type,
    pub(super) scheme: Scheme,
    /// The variant of `WebhookForm`.
    pub(super) format: &'static str,
    pub(super) batch: Option<LitStr>,
    pub(super) payload: Option<LitStr>,
    /// The paths that say together what happened.
    pub(super) kind: Vec<String>,
    pub(super) id: Option<LitStr>,
    /// The header that says it in its place, in lower case.
    pub(super) id_header: Option<String>,
    pub(super) acknowledgement: Option<LitStr>,
    /// Why none is read.
    pub(super) no_events: Option<LitStr>,
    pub(super) events: Vec<Event<'a>>,
}

impl<'a> Declared<'a> {
    /// `None` where something is wrong that nothing can stand in for.
    pub(super) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Option<Self> {
        let options = Options::parse(&input.attrs, &SYNTAX, errors);
        let core = core_path(&options, errors);
        options.require(&SYNTAX, &input.ident, errors);
        if !input.generics.params.is_empty() {
            errors.at(&input.generics, "a table of events has no parameters");
        }
        let scheme = scheme::read(&options, errors);
        for key in ["payload", "id"] {
            check_path(options.text(key), errors);
        }
        let kind = kind(options.text("kind"), errors);
        batch(options.text("batch"), errors);
        let events = event::read_all(input, &options, &kind, errors);
        if let Some(id) = options.text("id").filter(|id| kind.contains(&id.value())) {
            // All events of a kind would be one.
            errors
                .at(id, "this is where the event says what happened (`kind`), and not its own id");
        }
        let scheme = scheme?;
        event::fit(&events, &scheme, &options, errors);
        event::are_signed(&events, &scheme, &options, &kind, errors);
        let text = |key| options.text(key).cloned();
        Some(Self {
            input,
            core,
            connector: options.ty("connector")?.clone(),
            scheme,
            format: format(&options, errors),
            batch: text("batch"),
            payload: text("payload"),
            kind,
            id: text("id"),
            id_header: id_header(&options, errors),
            acknowledgement: text("acknowledgement"),
            no_events: text("no_events"),
            events,
        })
    }
}

/// `format = Form`.
fn format(options: &Options, errors: &mut Errors) -> &'static str {
    scheme::named(options, "format", &FORMATS, errors).unwrap_or("Json")
}

/// `kind = "type"`, or `kind = "event:success"` where it takes both to say what happened.
fn kind(literal: Option<&LitStr>, errors: &mut Errors) -> Vec<String> {
    let Some(literal) = literal else { return Vec::new() };
    let text = literal.value();
    let paths: Vec<String> = text.split(':').map(str::to_owned).collect();
    if !paths.iter().all(|path| is_path(path)) {
        errors.not_understood(
            literal,
            "where the event says what happened: names with a dot between them, as in `data.type`, and \
             a colon between several such places",
        );
    }
    paths
}

/// `id_header = "X-Event-Id"`: of a webhook that is one event, and says it nowhere else.
fn id_header(options: &Options, errors: &mut Errors) -> Option<String> {
    let literal = options.text("id_header")?;
    for (key, why) in [
        ("id", "an event says its id in `id_header` already"),
        ("batch", "several events come together, and `id_header` is the id of one"),
        (
            "headers",
            "what the processor is asked about is opened without its headers, `id_header` among them",
        ),
    ] {
        if let Some(key) = options.key(key) {
            errors.at(key, why);
        }
    }
    header::check_name(literal, errors).then(|| literal.value().to_ascii_lowercase())
}

/// Reports what is no path: names with a dot between them.
pub(super) fn check_path(literal: Option<&LitStr>, errors: &mut Errors) {
    let Some(literal) = literal else { return };
    if !is_path(&literal.value()) {
        errors.at(literal, "where it stands: names with a dot between them, as in `data.object`");
    }
}

pub(super) fn is_path(text: &str) -> bool {
    // `$.data` is a path elsewhere, and no key here.
    !text.starts_with("$.") && text.split('.').all(within::is_key)
}

fn batch(literal: Option<&LitStr>, errors: &mut Errors) {
    let Some(literal) = literal else { return };
    let text = literal.value();
    let parts = text.split_once("[]");
    let is_good = |(list, inside): (&str, &str)| {
        let inside = inside.strip_prefix('.').or(inside.is_empty().then_some("x"));
        is_path(list) && inside.is_some_and(is_path)
    };
    if !parts.is_some_and(is_good) {
        errors.at(
            literal,
            "where the list of events stands, and where the event in an entry of it: `items[]`, \
             `items[].event`",
        );
    }
}

/// The end of a message about a name that there is not.
pub(super) fn unknown(what: &str, name: &Path, known: &[&'static str]) -> String {
    let text = quote::ToTokens::to_token_stream(name).to_string().replace(' ', "");
    format!("unknown {what} `{text}`; {}", suggest::expected(&text, known.iter().copied()))
}
