//! Where each field of a request goes and where its value comes from.

use syn::ext::IdentExt as _;
use syn::{Attribute, Field, Ident, Lit, Path};

use super::limit::Limit;
use super::written::UNWRITTEN;
use crate::attributes::{Key, Kind, Options, Syntax, Value};
use crate::errors::Errors;
use crate::header;
use crate::serde_attributes;
use crate::suggest;
use crate::template::Template;
use crate::within::keys;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "connector_flow",
    keys: &[
        Key::optional("from", Kind::Source),
        Key::optional("takes", Kind::Fields),
        Key::optional("value", Kind::Literal),
        Key::optional("query", Kind::FlagOrText),
        Key::optional("query_all", Kind::Flag),
        Key::optional("header", Kind::Text),
        Key::optional("within", Kind::Text),
        Key::optional("read_by", Kind::Path),
        Key::optional("min_len", Kind::Literal),
        Key::optional("max_len", Kind::Literal),
        Key::optional("charset", Kind::Text),
    ],
    bare: false,
    example: "from = request.connector_transaction_id",
};

/// A field of the request.
pub(crate) struct FlowField<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) field: &'a Field,
    pub(crate) place: Place,
    /// The function of the flow that reads it, where it goes nowhere by itself.
    pub(crate) read_by: Option<Path>,
    pub(crate) source: Option<Source>,
    /// The fields of the flow's request that it is made of, where it is made of the whole (`from = request`).
    pub(crate) takes: Vec<Ident>,
    /// What the processor takes of it at most.
    pub(crate) limit: Option<Limit>,
    /// Whether it fills a placeholder and is marked for another place.
    pub(crate) is_in_two_places: bool,
    /// Whether all that its attributes say was understood.
    pub(crate) sound: bool,
}

/// Where a value comes from.
pub(crate) enum Source {
    /// `from = request.connector_transaction_id`
    Data(Vec<Ident>),
    /// `value = true`: always the same.
    Constant(Lit),
}

impl Source {
    /// Whether it is the whole request, of which a value says what it takes.
    fn is_whole(&self) -> bool {
        matches!(self, Self::Data(names) if matches!(&**names, [root] if root == "request"))
    }
}

pub(crate) enum Place {
    Path,
    Query(String),
    /// Each of its pairs is a parameter by itself.
    QueryAll,
    Header(String),
    /// In the objects of these keys, outermost first; none is the body itself.
    Body(Vec<String>),
    /// Nowhere by itself: a function of the author's reads it.
    Function,
}

impl<'a> FlowField<'a> {
    /// Reads the fields of a struct with named fields.
    pub(crate) fn read_all(
        input: &'a syn::DeriveInput,
        template: Option<&Template>,
        errors: &mut Errors,
    ) -> Option<Vec<Self>> {
        let fields = match &input.data {
            syn::Data::Struct(data) if !matches!(data.fields, syn::Fields::Unnamed(_)) => {
                &data.fields
            }
            syn::Data::Struct(data) => {
                let message = "the fields of a flow's request need names: they name what is sent";
                errors.at(&data.fields, message);
                return None;
            }
            syn::Data::Enum(_) | syn::Data::Union(_) => {
                let message = "a flow's request is a struct with named fields, or a unit struct";
                errors.at(&input.ident, message);
                return None;
            }
        };
        let read = |field| Self::read(field, template, errors);
        Some(fields.iter().filter_map(read).collect())
    }

    fn read(field: &'a Field, template: Option<&Template>, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let errors_before = errors.count();
        of_another_derive(&field.attrs, errors);
        let options = Options::parse(&field.attrs, &SYNTAX, errors);
        let name = ident.unraw().to_string();
        let in_path = template.is_some_and(|template| template.names().any(|used| used == name));
        let place = match place(&options, &name, in_path, errors) {
            // serde leaves it out of the body, which is there because of it.
            Place::Function if serde_attributes::keys(&field.attrs).iter().any(is_unwritten) => {
                Place::Body(Vec::new())
            }
            place => place,
        };
        let is_in_two_places = in_path && !matches!(place, Place::Path);
        let source = match (options.value("from"), options.value("value")) {
            // Which of them is meant, nobody knows: neither is held against the type.
            (Some(_), Some(_)) => {
                let message = "a value comes from the data (`from`) or is always the same (`value`): drop one of the two";
                errors.at(options.key("value"), message);
                None
            }
            (Some(Value::Source(names)), _) if has_a_root(names, errors) => {
                Some(Source::Data(names.clone()))
            }
            (_, Some(Value::Literal(literal))) => Some(Source::Constant(literal.clone())),
            _ => None,
        };
        let takes = takes(&options, source.as_ref(), errors);
        if let (Place::Header(_), Some(Source::Constant(Lit::Str(text)))) = (&place, &source) {
            header::check_value(text, errors);
        }
        let limit = Limit::read(&options, &field.ty, source.as_ref(), errors);
        let sound = errors.count() == errors_before;
        let read_by = options.path("read_by").cloned();
        Some(Self { ident, field, place, read_by, source, takes, limit, is_in_two_places, sound })
    }

    /// Its name on the wire.
    pub(crate) fn wire_name(&self) -> String {
        match &self.place {
            Place::Query(name) | Place::Header(name) => name.clone(),
            Place::Path | Place::QueryAll | Place::Body(_) | Place::Function => {
                self.ident.unraw().to_string()
            }
        }
    }

    /// Whether it is made of the whole request, and does not say of what.
    pub(super) fn is_made_of_anything(&self) -> bool {
        self.takes.is_empty() && self.source.as_ref().is_some_and(Source::is_whole)
    }

    pub(crate) fn is_body(&self) -> bool {
        matches!(self.place, Place::Body(_))
    }
}

/// The keys by which serde leaves a field out.
fn is_unwritten(key: &Ident) -> bool {
    UNWRITTEN.iter().any(|known| key == known)
}

/// The attributes that are known here so that this can be said: rustc would say only that there are none.
pub(super) fn of_another_derive(attributes: &[Attribute], errors: &mut Errors) -> bool {
    let before = errors.count();
    for attribute in attributes {
        if ["connector", "flow_response"].iter().any(|other| attribute.path().is_ident(other)) {
            let message = "the attribute of a request is `#[connector_flow(…)]`";
            errors.not_understood(attribute.path(), message);
        }
    }
    errors.count() != before
}

fn place(options: &Options, name: &str, in_path: bool, errors: &mut Errors) -> Place {
    let marks = ["query", "query_all", "header", "within", "read_by"].into_iter();
    let marked: Vec<&Ident> = marks.filter_map(|key| options.key(key)).collect();
    if in_path {
        for mark in &marked {
            let message = format!(
                "the field fills the placeholder `{{{name}}}`, and cannot go elsewhere too"
            );
            errors.at(mark, message);
        }
        // The URL may have meant another field, and this one belongs where it is marked for.
        if marked.is_empty() || options.key("read_by").is_some() {
            return Place::Path;
        }
    } else if let [first, second, ..] = marked.as_slice() {
        let message = if *second == "read_by" {
            format!("the field goes into the {first}, and functions see it there too")
        } else if *second == "within" {
            format!("the field goes into the {first}, which holds no objects")
        } else {
            format!("the field already goes into the {first}")
        };
        errors.at(second, message);
    }
    match (options.value("query"), options.value("header")) {
        (Some(Value::Flag), _) => Place::Query(name.to_owned()),
        (Some(Value::Text(text)), _) => {
            if text.value().is_empty() {
                errors.at(text, "the parameter has a name: `query = \"reference\"`");
            }
            Place::Query(text.value())
        }
        (_, Some(Value::Text(text))) => {
            header::check_own_name(text, errors);
            Place::Header(text.value().to_ascii_lowercase())
        }
        _ if options.key("query_all").is_some() => Place::QueryAll,
        _ if options.key("read_by").is_some() => Place::Function,
        _ => {
            let within = options.text("within");
            Place::Body(within.map(|text| keys(text, errors)).unwrap_or_default())
        }
    }
}

/// What is made of the whole request says of what it is made.
fn takes(options: &Options, source: Option<&Source>, errors: &mut Errors) -> Vec<Ident> {
    let is_whole = source.is_some_and(Source::is_whole);
    let Some(Value::Fields(fields)) = options.value("takes") else { return Vec::new() };
    if let (false, Some(key)) = (is_whole, options.key("takes")) {
        errors.amiss(
            key,
            "`takes` says what a value made of the whole request is made of: `from = request`",
        );
    }
    for (place, field) in fields.iter().enumerate() {
        if fields.iter().take(place).any(|earlier| earlier == field) {
            errors.at(field, "the field is there twice");
        }
    }
    fields.clone()
}

fn has_a_root(names: &[Ident], errors: &mut Errors) -> bool {
    const ROOTS: [&str; 3] = ["request", "resource_common_data", "auth"];
    let Some(root) = names.first() else {
        return false;
    };
    let name = root.to_string();
    if ROOTS.contains(&name.as_str()) {
        return true;
    }
    let expected = suggest::expected(&name, ROOTS);
    let message = format!("a value comes from the flow's data or the credentials; {expected}");
    errors.not_understood(root, message);
    false
}
