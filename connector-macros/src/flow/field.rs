//! Where each field of a request goes and where its value comes from.

use proc_macro2::TokenStream;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::{Field, Ident, Member};

use crate::attributes::{Key, Kind, Options, Value};
use crate::errors::Errors;
use crate::template::Template;

pub(crate) const KEYS: &[Key] = &[
    Key { name: "from", kind: Kind::Source },
    Key { name: "query", kind: Kind::FlagOrText },
    Key { name: "header", kind: Kind::Text },
];

/// A field of the request.
pub(crate) struct FlowField<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) field: &'a Field,
    pub(crate) place: Place,
    /// `from = request.connector_transaction_id`
    pub(crate) source: Option<Vec<Ident>>,
}

pub(crate) enum Place {
    Path,
    Query(String),
    Header(String),
    Body,
}

impl<'a> FlowField<'a> {
    /// Reads the fields of a struct with named fields.
    pub(crate) fn read_all(
        input: &'a syn::DeriveInput,
        template: Option<&Template>,
        errors: &mut Errors,
    ) -> Vec<Self> {
        let data = match &input.data {
            syn::Data::Struct(data) => data,
            syn::Data::Enum(_) | syn::Data::Union(_) => {
                errors.at(
                    &input.ident,
                    "a flow's request is a struct with named fields, or a unit struct",
                );
                return Vec::new();
            }
        };
        if matches!(data.fields, syn::Fields::Unnamed(_)) {
            errors.at(
                &data.fields,
                "the fields of a flow's request need names: they name what is sent",
            );
            return Vec::new();
        }
        let read = |field| Self::read(field, template, errors);
        data.fields.iter().filter_map(read).collect()
    }

    fn read(field: &'a Field, template: Option<&Template>, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let options = Options::parse(&field.attrs, "connector_flow", KEYS, errors);
        let name = ident.unraw().to_string();
        let in_path = template.is_some_and(|template| template.names().any(|used| used == name));
        let place = place(&options, &name, in_path, errors);
        let source = match options.value("from") {
            Some(Value::Source(names)) => Some(names.clone()),
            _ => None,
        };
        Some(Self { ident, field, place, source })
    }

    /// Its name on the wire.
    pub(crate) fn wire_name(&self) -> String {
        match &self.place {
            Place::Query(name) | Place::Header(name) => name.clone(),
            Place::Path | Place::Body => self.ident.unraw().to_string(),
        }
    }

    pub(crate) fn is_body(&self) -> bool {
        matches!(self.place, Place::Body)
    }

    /// `request.connector_transaction_id`, as it is shown.
    pub(crate) fn source_text(&self) -> Option<String> {
        let names = self.source.as_ref()?;
        Some(names.iter().map(|name| name.unraw().to_string()).collect::<Vec<_>>().join("."))
    }

    /// `data.request.connector_transaction_id`, as it is read.
    pub(crate) fn source_expression(&self) -> Option<TokenStream> {
        let names = self.source.as_ref()?;
        let (root, rest) = names.split_first()?;
        let root = if root == "auth" {
            quote::quote!(__auth)
        } else {
            let root = Member::Named(root.clone());
            quote::quote!(__data.#root)
        };
        Some(quote::quote!(#root #(.#rest)*))
    }
}

fn place(options: &Options, name: &str, in_path: bool, errors: &mut Errors) -> Place {
    let marked: Vec<&Ident> =
        ["query", "header"].iter().filter_map(|key| options.key(key)).collect();
    if let [first, second, ..] = marked.as_slice() {
        errors.at(second, format!("the field already goes into the {first}"));
    }
    if let (true, Some(first)) = (in_path, marked.first()) {
        errors.at(
            first,
            format!("the field fills the placeholder `{{{name}}}`, and cannot go elsewhere too"),
        );
    }
    if in_path {
        return Place::Path;
    }
    match (options.value("query"), options.value("header")) {
        (Some(Value::Flag), _) => Place::Query(name.to_owned()),
        (Some(Value::Text(text)), _) => Place::Query(text.value()),
        (_, Some(Value::Text(text))) => {
            if !is_header_name(&text.value()) {
                let message =
                    "not a header's name (RFC 9110, section 5.1: letters, digits and `-`)";
                errors.at(text.to_token_stream(), message);
            }
            Place::Header(text.value().to_ascii_lowercase())
        }
        _ => Place::Body,
    }
}

pub(crate) fn is_header_name(name: &str) -> bool {
    let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(token)
}
