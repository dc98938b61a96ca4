//! The variants of a response that comes in several shapes.

use syn::{DataEnum, DeriveInput, Fields, Ident, Type};

use super::field::{Entry, entry};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;

const SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[Key::optional("error", Kind::Flag), Key::optional("list", Kind::FlagOrPath)],
    bare: false,
    example: "error",
};

/// One shape: a variant with the type that is read.
pub(super) struct ResponseShape<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    pub(super) kind: ShapeKind,
}

/// What a shape is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum ShapeKind {
    /// A response of its own.
    Response,
    /// An error in a success.
    Error,
    /// A list of responses.
    List(Entry),
}

/// What an enum cannot say: its shapes say it.
pub(super) fn only_of_structs(options: &Options, errors: &mut Errors) {
    for key in ["status", "currency", "format"].iter().filter_map(|key| options.key(key)) {
        errors
            .at(key, format!("each shape has its own `{key}`: say it where the shape is declared"));
    }
}

pub(super) fn read_all<'a>(
    input: &'a DeriveInput,
    data: &'a DataEnum,
    errors: &mut Errors,
) -> Vec<ResponseShape<'a>> {
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a response of several shapes has no parameters");
        return Vec::new();
    }
    let errors_before = errors.count();
    let mut shapes = Vec::new();
    for variant in &data.variants {
        let options = Options::parse(&variant.attrs, &SYNTAX, errors);
        let entry = entry(&options, errors);
        if let (Some(_), Some(list)) = (options.key("error"), options.key("list")) {
            errors.at(list, "the shape is the `error` already");
        }
        let kind = match (options.key("error"), options.key("list")) {
            (Some(_), _) => ShapeKind::Error,
            (None, Some(_)) => ShapeKind::List(entry),
            (None, None) => ShapeKind::Response,
        };
        for field in &variant.fields {
            refuse_keys(field, errors);
        }
        let ident = &variant.ident;
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let types = fields.unnamed.iter().map(|field| &field.ty);
                shapes.extend(types.map(|ty| ResponseShape { ident, ty, kind }));
            }
            _ => {
                let message = format!(
                    "a shape holds the type that is read, and nothing else: `{ident}(Type)`"
                );
                errors.at(variant, message);
            }
        }
    }
    let tells = shapes.iter().any(|shape| shape.kind != ShapeKind::Error);
    if !tells && errors.count() == errors_before {
        errors.at(&input.ident, "no shape tells a status: all of them are errors");
    }
    shapes
}

/// The type of a shape says what its own fields are.
fn refuse_keys(field: &syn::Field, errors: &mut Errors) {
    for attribute in field.attrs.iter().filter(|one| one.path().is_ident(SYNTAX.name)) {
        errors
            .at(attribute, "what a shape is stands before its variant: `#[flow_response(error)]`");
    }
}
