//! The variants of a response that comes in several shapes.

use quote::ToTokens as _;
use syn::{Attribute, DataEnum, DeriveInput, Fields, Ident, Type, Variant};

use super::field::{Entry, entry};
use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::within::keys;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "flow_response",
    keys: &[
        Key::optional("error", Kind::Flag),
        Key::optional("list", Kind::FlagOrPath),
        Key::optional("within", Kind::Text),
    ],
    bare: false,
    example: "error",
};

/// The shapes of a response.
#[derive(Default)]
pub(super) struct Shapes<'a> {
    pub(super) all: Vec<ResponseShape<'a>>,
    /// Whether these are all variants; else something was wrong with the others.
    pub(super) are_all: bool,
}

impl<'a> Shapes<'a> {
    /// The first shape that is a list of which one entry is meant by its place.
    pub(super) fn list_by_place(&self) -> Option<&'a Ident> {
        let by_place = |shape: &&ResponseShape<'a>| {
            matches!(shape.kind, ShapeKind::List(Entry::First | Entry::Last))
        };
        self.all.iter().find(by_place).map(|shape| shape.ident)
    }
}

/// One shape: a variant with the type that is read.
pub(super) struct ResponseShape<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    pub(super) kind: ShapeKind,
    /// The keys of the objects that it stands in, outermost first.
    pub(super) within: Vec<String>,
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
    for key in ["status", "currency", "format", "no_id", "no_amount", "no_failure"]
        .iter()
        .filter_map(|key| options.key(key))
    {
        errors
            .at(key, format!("each shape has its own `{key}`: say it where the shape is declared"));
    }
}

pub(super) fn read_all<'a>(
    input: &'a DeriveInput,
    data: &'a DataEnum,
    errors: &mut Errors,
) -> Shapes<'a> {
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a response of several shapes has no parameters");
        return Shapes::default();
    }
    let attributes = data.variants.iter().flat_map(|variant| &variant.attrs);
    for attribute in input.attrs.iter().chain(attributes) {
        is_not_serdes(attribute, errors);
    }
    let read: Vec<Option<ResponseShape<'a>>> =
        data.variants.iter().map(|variant| read_one(variant, errors)).collect();
    let are_all = read.iter().all(Option::is_some);
    let shapes = Shapes { all: read.into_iter().flatten().collect(), are_all };
    are_read_once(&shapes.all, errors);
    let tells = shapes.all.iter().any(|shape| shape.kind != ShapeKind::Error);
    if are_all && !tells {
        errors.at(&input.ident, "no shape tells a status: mark one that is not an `error`");
        // One of them is marked by mistake, and no error body.
        return Shapes::default();
    }
    shapes
}

/// serde's way would be to read any of them from a copy of the body, in which amounts are floats.
fn is_not_serdes(attribute: &Attribute, errors: &mut Errors) {
    if attribute.path().is_ident("serde") {
        let message = "an enum of shapes has nothing of serde's: each shape is read from the body itself, and tells why it \
                       does not fit; leave `Deserialize` out, too";
        errors.at(attribute, message);
    }
}

/// What one shape does not read, another one of the same type does not, either.
fn are_read_once(shapes: &[ResponseShape<'_>], errors: &mut Errors) {
    let is_list = |shape: &ResponseShape<'_>| matches!(shape.kind, ShapeKind::List(_));
    for (place, shape) in shapes.iter().enumerate() {
        let mut earlier = shapes.iter().take(place);
        let same = earlier.find(|one| {
            let (ty, own) = (one.ty.to_token_stream(), shape.ty.to_token_stream());
            one.within == shape.within
                && is_list(one) == is_list(shape)
                && ty.to_string() == own.to_string()
        });
        if let Some(same) = same {
            let message = format!("`{}` reads all that this could read", same.ident);
            errors.at(shape.ident, message);
        }
    }
}

/// A shape; `None` where something is wrong with it.
fn read_one<'a>(variant: &'a Variant, errors: &mut Errors) -> Option<ResponseShape<'a>> {
    let errors_before = errors.count();
    let options = Options::parse(&variant.attrs, &SYNTAX, errors);
    let entry = entry(&options, errors);
    let kind = match (options.key("error"), options.key("list")) {
        (Some(_), list) => {
            list.into_iter().for_each(|list| errors.at(list, "the shape is the `error` already"));
            ShapeKind::Error
        }
        (None, Some(_)) => ShapeKind::List(entry),
        (None, None) => ShapeKind::Response,
    };
    let within = options.text("within").map(|text| keys(text, errors)).unwrap_or_default();
    variant.fields.iter().for_each(|field| refuse_keys(field, errors));
    let ident = &variant.ident;
    let ty = match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| &field.ty)
        }
        _ => None,
    };
    if ty.is_none() {
        let message =
            format!("a shape holds the type that is read, and nothing else: `{ident}(Type)`");
        errors.at(variant, message);
    }
    let is_sound = errors.count() == errors_before;
    ty.filter(|_| is_sound).map(|ty| ResponseShape { ident, ty, kind, within })
}

/// The type of a shape says what its own fields are.
fn refuse_keys(field: &syn::Field, errors: &mut Errors) {
    for attribute in field.attrs.iter().filter(|one| one.path().is_ident(SYNTAX.name)) {
        errors
            .at(attribute, "what a shape is stands before its variant: `#[flow_response(error)]`");
    }
}
