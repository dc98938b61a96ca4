//! How a body is written: `body = Form`.

use syn::{Ident, LitStr, Path};

use super::check::UNNAMED;
use super::field::FlowField;
use super::model::Flow;
use super::{body, body_tree, graphql};
use crate::attributes::{Options, is_function};
use crate::errors::Errors;
use crate::header;
use crate::suggest;
use crate::within;

const NAMES: &[&str] = &["Json", "Form", "Xml", "Soap", "GraphQl", "Multipart", "Raw"];

/// The form that is called so, but for its capitals.
fn form_of(written: &str) -> Option<&'static str> {
    NAMES.iter().find(|name| name.eq_ignore_ascii_case(written)).copied()
}

/// How a body is written.
pub(crate) enum BodyForm {
    Json,
    Form,
    Xml,
    Soap,
    /// With its document, and the fragments that others have as well; the fields are the variables.
    GraphQl(LitStr, Option<Path>),
    Multipart,
    Raw,
    /// A function that chooses when the request is built.
    Chosen(Path),
}

impl BodyForm {
    pub(crate) fn read(options: &Options, errors: &mut Errors) -> Self {
        let document = options.text("document");
        let path = options.path("body");
        let name = path.and_then(|path| path.get_ident()).map(Ident::to_string);
        let form = match (path, name.as_deref()) {
            (None, _) | (_, Some("Json")) => Self::Json,
            (_, Some("Form")) => Self::Form,
            (_, Some("Xml")) => Self::Xml,
            (_, Some("Soap")) => Self::Soap,
            (_, Some("Multipart")) => Self::Multipart,
            (_, Some("Raw")) => Self::Raw,
            (_, Some("GraphQl")) => match document {
                Some(document) => {
                    let has_fragments = options.key("fragments").is_some();
                    graphql::check_document(document, has_fragments, errors);
                    return Self::GraphQl(document.clone(), options.path("fragments").cloned());
                }
                None => {
                    errors.amiss(path, "GraphQL needs its document: `document = \"query …\"`");
                    Self::Json
                }
            },
            (Some(path), Some(written)) if let Some(form) = form_of(written) => {
                let message = format!("this form is written `body = {form}`");
                errors.not_understood(path, message);
                Self::Json
            }
            // Functions are written in lower case, and forms are not.
            (Some(path), _) if is_function(path) => Self::Chosen(path.clone()),
            (Some(path), name) => {
                let expected = suggest::expected(name.unwrap_or_default(), NAMES.iter().copied());
                errors.not_understood(path, format!("unknown form of a body; {expected}"));
                Self::Json
            }
        };
        let of_graphql = ["document", "fragments"].into_iter().find_map(|key| options.key(key));
        if let Some(key) = of_graphql.filter(|_| name.as_deref() != Some("GraphQl")) {
            errors.amiss(key, format!("`{key}` is GraphQL's: `body = GraphQl`"));
        }
        form
    }

    /// Its name in `BodyKind`.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Form => "Form",
            Self::Xml => "Xml",
            Self::Soap => "Soap",
            _ => "Json",
        }
    }

    /// What the core says in `Content-Type`; nothing where that is known when the request is built.
    /// A test compares.
    pub(crate) fn content_type(&self) -> &'static str {
        match self {
            Self::Json | Self::GraphQl(..) => "application/json",
            Self::Form => "application/x-www-form-urlencoded",
            Self::Xml => "application/xml; charset=utf-8",
            Self::Soap => "text/xml; charset=utf-8",
            Self::Multipart => "multipart/form-data",
            Self::Raw | Self::Chosen(_) => "",
        }
    }

    /// Its name in `describe`.
    pub(crate) fn described(&self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Form => "form",
            Self::Xml => "xml",
            Self::Soap => "soap",
            Self::GraphQl(..) => "graphql",
            Self::Multipart => "multipart",
            Self::Raw => "raw",
            Self::Chosen(_) => "chosen when the request is built",
        }
    }
}

/// What concerns the form, the envelope and the fields at once.
pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    let fields = flow.fields().iter().filter(|field| field.is_body()).count();
    match (&flow.form, &flow.envelope) {
        (BodyForm::Xml | BodyForm::Soap, None) => {
            let message = "XML has one element around all others: `envelope = \"…\"`";
            errors.amiss(&flow.input.ident, message);
        }
        (BodyForm::GraphQl(..) | BodyForm::Multipart | BodyForm::Raw, Some(envelope)) => {
            let form = flow.form.described();
            errors.at(envelope, format!("a {form} body has no envelope"));
        }
        (BodyForm::Xml | BodyForm::Soap, Some(envelope)) if !is_element(&envelope.value()) => {
            errors.at(envelope, "not an element's name (XML 1.0, section 2.3)");
        }
        (_, Some(envelope)) if !within::is_key(&envelope.value()) => {
            errors.at(envelope, "the key around the body is a name: `envelope = \"payment\"`");
        }
        _ => {}
    }
    names(flow, errors);
    if let BodyForm::GraphQl(document, fragments) = &flow.form {
        graphql::check(flow, document, fragments.is_some(), errors);
    }
    if let Some(content_type) = &flow.content_type {
        if matches!(flow.form, BodyForm::Multipart) {
            let message = "a multipart body says what it is itself, and what stands between its parts (RFC 7578, section 4.1)";
            return errors.at(content_type, message);
        }
        header::check_media_type(content_type, errors);
    }
    if !matches!(flow.form, BodyForm::Raw) {
        return;
    }
    if fields != 1 {
        let message = format!("a raw body is one field, and here are {fields}");
        errors.amiss(&flow.input.ident, message);
    } else if flow.content_type.is_none() {
        let message = "a raw body does not say what it is: `content_type = \"…\"`";
        errors.amiss(&flow.input.ident, message);
    }
}

/// What each field is called, and the objects around it. In XML these are elements, but for the names by which
/// quick-xml knows attributes and text.
fn names(flow: &Flow<'_>, errors: &mut Errors) {
    let is_xml = matches!(flow.form, BodyForm::Xml | BodyForm::Soap);
    let is_unnamed = |field: &FlowField<'_>| body_tree::serde_key(field, &UNNAMED).is_some();
    for field in flow.fields().iter().filter(|field| field.is_body() && field.sound) {
        let own = (!is_unnamed(field)).then(|| body::wire_name(flow, field));
        for name in body_tree::within(field).iter().chain(own.as_ref()) {
            if name.is_empty() {
                errors.at(field.ident, "a key of a body has a name");
            } else if is_xml
                && !is_element(name.strip_prefix('@').unwrap_or(name))
                && !is_text(name)
            {
                let message = format!("`{name}` is not an element's name (XML 1.0, section 2.3)");
                errors.at(field.ident, message);
            }
        }
    }
}

fn is_text(name: &str) -> bool {
    ["$text", "$value"].contains(&name)
}

/// Whether an element can be called so. Names beyond ASCII are good XML, and no processor has one.
fn is_element(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':');
    let inside = |byte: u8| letter(byte) || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    name.bytes().next().is_some_and(letter) && name.bytes().all(inside)
}
