//! The objects that `within` puts fields into: the body's fields as a tree.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Path};

use super::body::wire_name;
use super::body_form::BodyForm;
use super::field::{FlowField, Place};
use super::model::Flow;
use crate::errors::Errors;
use crate::generics::parameters_of;
use crate::optional;
use crate::serde_attributes;

/// What stands at one place of an object.
enum Node<'f, 'a> {
    Field(&'f FlowField<'a>),
    Object(String, Tree<'f, 'a>),
}

/// An object: its members in the order in which the first field of each is declared.
#[derive(Default)]
pub(super) struct Tree<'f, 'a>(Vec<Node<'f, 'a>>);

impl<'f, 'a> Tree<'f, 'a> {
    pub(super) fn of(fields: &[&'f FlowField<'a>]) -> Self {
        let mut tree = Self::default();
        for field in fields {
            tree.insert(within(field), field);
        }
        tree
    }

    fn insert(&mut self, path: &[String], field: &'f FlowField<'a>) {
        let Some((key, rest)) = path.split_first() else {
            return self.0.push(Node::Field(field));
        };
        let known = self.0.iter_mut().find_map(|node| match node {
            Node::Object(own, tree) if own == key => Some(tree),
            _ => None,
        });
        if let Some(tree) = known {
            return tree.insert(rest, field);
        }
        let mut tree = Self::default();
        tree.insert(rest, field);
        self.0.push(Node::Object(key.clone(), tree));
    }

    /// A struct for each object, of the author's fields alone: serde's own derive (`remote`) writes
    /// them, and an object inside is written from the whole request again.
    pub(super) fn structs(&self, flow: &Flow<'_>, name: &str, marker: &TokenStream) -> TokenStream {
        let core = &flow.core;
        let private = quote!(#core::__private).to_string().replace(' ', "");
        let serde = quote!(#core::__private::serde);
        let serde_path = format!("{private}::serde");
        let request = &flow.input.ident;
        let remote = request.to_string();
        let container = serde_attributes::of(&flow.input.attrs);
        let generics = &flow.input.generics;
        let (_, arguments, bounds) = generics.split_for_impl();
        let ident = format_ident!("{name}");
        let mut inner = TokenStream::new();
        let members = self.0.iter().zip(0_usize..).map(|(node, number)| match node {
            Node::Field(field) => {
                let attributes = serde_attributes::of(&field.field.attrs);
                let (ident, ty) = (field.ident, &field.field.ty);
                let absent =
                    is_left_out(field).then(|| quote!(#[serde(skip_serializing_if = #IS_NONE)]));
                quote!(#(#attributes)* #absent #ident: #ty)
            }
            Node::Object(key, tree) => {
                let name = format!("{name}_{number}");
                inner.extend(tree.structs(flow, &name, marker));
                let member = format_ident!("__within_{number}");
                let serialize = format!("{name}::serialize");
                let absent = tree.absent().map(|absent| {
                    let path = format!("{name}::__is_absent");
                    let object = format_ident!("{name}");
                    let parameters = generics.split_for_impl().0;
                    inner.extend(quote! {
                        impl #parameters #object #arguments #bounds {
                            fn __is_absent(__request: &#request #arguments) -> __core::bool {
                                #absent
                            }
                        }
                    });
                    quote!(#[serde(skip_serializing_if = #path)])
                });
                let whole = format!("{private}::whole");
                quote! {
                    #[serde(rename = #key, getter = #whole)]
                    #[serde(serialize_with = #serialize)]
                    #absent
                    #member: #request #arguments
                }
            }
        });
        let members: Vec<TokenStream> = members.collect();
        // serde's derive names each field's type beside these parameters.
        let parameters = parameters_of(generics);
        quote! {
            #inner
            #[derive(#serde::Serialize)]
            #[serde(crate = #serde_path, remote = #remote)]
            #(#container)*
            #[allow(dead_code, non_camel_case_types, reason = "only its shape is used")]
            struct #ident #parameters #bounds { #(#members,)* #marker }
        }
    }

    /// When nothing is in it, so that it is left out itself: where each of its fields can be left out.
    fn absent(&self) -> Option<TokenStream> {
        let conditions = self.0.iter().map(|node| match node {
            Node::Field(field) => {
                let own = serde_attributes::text(&field.field.attrs, "skip_serializing_if");
                let function = own.or_else(|| is_left_out(field).then(|| IS_NONE.to_owned()))?;
                let function: Path = syn::parse_str(&function).ok()?;
                let ident = field.ident;
                Some(quote!(#function(&__request.#ident)))
            }
            Node::Object(_, tree) => tree.absent().map(|absent| quote!((#absent))),
        });
        let conditions: Vec<TokenStream> = conditions.collect::<Option<_>>()?;
        Some(quote!(#(#conditions)&&*))
    }

    /// A field and an object of one name would both be written.
    fn check(&self, flow: &Flow<'_>, errors: &mut Errors) {
        let objects = self.0.iter().filter_map(|node| match node {
            Node::Object(key, tree) => Some((key, tree)),
            Node::Field(_) => None,
        });
        for (key, tree) in objects {
            tree.check(flow, errors);
            for node in &self.0 {
                if let Node::Field(field) = node
                    && wire_name(flow, field) == *key
                {
                    let message = format!("`{key}` is an object that other fields go `within`");
                    errors.at(field.ident, message);
                }
            }
        }
    }
}

/// Whether a field is left out by itself: a value that is absent is sent nowhere, as in a query and a
/// header. Where the author says something of serde's about it, that holds.
pub(super) fn is_left_out(field: &FlowField<'_>) -> bool {
    optional::inside(&field.field.ty).is_some() && serde_key(field, &DECIDES).is_none()
}

/// The first of these keys that a field's serde attributes have.
pub(super) fn serde_key(field: &FlowField<'_>, keys: &[&str]) -> Option<Ident> {
    let mut written = serde_attributes::keys(&field.field.attrs).into_iter();
    written.find(|key| keys.iter().any(|known| key == known))
}

/// By what.
const IS_NONE: &str = "::core::option::Option::is_none";

/// The keys of serde's by which an author says what becomes of an absent value.
const DECIDES: [&str; 6] =
    ["skip_serializing_if", "skip", "skip_serializing", "serialize_with", "with", "flatten"];

pub(super) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    let fields: Vec<_> = flow.fields().iter().filter(|field| field.is_body()).collect();
    Tree::of(&fields).check(flow, errors);
    let one_by_one = match flow.form {
        BodyForm::Multipart => "the parts of a multipart body hold no objects",
        BodyForm::Raw if fields.len() == 1 => "the one field of a raw body stands in no object",
        _ => return,
    };
    for field in fields.iter().filter(|field| !within(field).is_empty()) {
        errors.at(field.ident, one_by_one);
    }
}

/// The keys of the objects around a field, outermost first.
pub(super) fn within<'f>(field: &'f FlowField<'_>) -> &'f [String] {
    match &field.place {
        Place::Body(within) => within,
        _ => &[],
    }
}
