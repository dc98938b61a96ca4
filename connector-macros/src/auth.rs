//! `#[derive(Auth)]`: a set of credentials as a struct of secrets.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Field, Ident, Lit, Meta, Token, Type};

use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::path::{core_path, in_block};

const SYNTAX: Syntax = Syntax {
    name: "auth",
    keys: &[
        Key::optional("scheme", Kind::Text),
        Key::optional("authorize", Kind::Path),
        Key::optional("crate", Kind::Path),
    ],
    bare: false,
    example: "authorize = sign",
};

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let options = Options::parse(&input.attrs, &SYNTAX, errors);
    let core = core_path(&options, errors);
    let fields = fields(input, errors);
    let read = fields.into_iter().flatten().map(|field| Credential::read(field, errors));
    let credentials: Vec<Credential<'_>> = read.flatten().collect();
    let names = credentials.iter().map(|credential| &credential.name);
    let descriptions = credentials.iter().map(|credential| &credential.description);
    let values = credentials.iter().map(|Credential { ident, ty, name, .. }| {
        // The turbofish makes rustc point at the field's type where it cannot hold a credential.
        quote!(#ident: __core::credential::<#ty>(__fields, #name)?)
    });
    let values = match &fields {
        Some(_) => quote!(::core::result::Result::Ok(Self { #(#values),* })),
        None => quote!(::core::result::Result::Err(__core::CredentialsError::Missing(""))),
    };
    let scheme = options.text("scheme").map_or_else(|| "body".to_owned(), syn::LitStr::value);
    let authorize = match options.path("authorize") {
        Some(function) => quote!(#function(self, __request)),
        None => quote!({
            let _ = __request;
            ::core::result::Result::Ok(())
        }),
    };
    let ident = &input.ident;
    let (generics, arguments, bounds) = input.generics.split_for_impl();
    let implementation = quote! {
            #[automatically_derived]
            impl #generics __core::Auth for #ident #arguments #bounds {
                const SCHEME: &'static ::core::primitive::str = #scheme;
                const FIELDS: &'static [__core::CredentialField] = &[
                    #(__core::CredentialField { name: #names, description: #descriptions }),*
                ];
                fn from_fields(
                    __fields: &mut __core::CredentialFields,
                ) -> ::core::result::Result<Self, __core::CredentialsError> {
                    #values
                }
                fn authorize(
                    &self,
                    __request: &mut __core::HttpRequest,
                ) -> ::core::result::Result<(), __core::BuildError> {
                    #authorize
                }
            }
    };
    in_block(&core, &implementation)
}

/// A field of the credentials.
struct Credential<'a> {
    ident: &'a Ident,
    ty: &'a Type,
    name: String,
    description: String,
}

impl<'a> Credential<'a> {
    fn read(field: &'a Field, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let description = documentation(&field.attrs);
        if description.is_empty() {
            errors.at(
                ident,
                "document this field with `///`: what it is, and where the merchant finds it; \
                 `describe` shows it",
            );
        }
        let name = ident.unraw().to_string();
        if matches!(name.as_str(), "environment" | "base_url") || name.starts_with("base_url_") {
            let message = format!(
                "`{name}` says where the processor is, in every set of credentials, and is shown; \
                 give the credential another name"
            );
            errors.at(ident, message);
        }
        Some(Self { ident, ty: &field.ty, name, description })
    }
}

fn fields<'a>(
    input: &'a syn::DeriveInput,
    errors: &mut Errors,
) -> Option<&'a Punctuated<Field, Token![,]>> {
    if let syn::Data::Struct(data) = &input.data
        && let syn::Fields::Named(fields) = &data.fields
    {
        return Some(&fields.named);
    }
    let message = "a set of credentials is a struct with named fields of the type `Secret`";
    errors.at(&input.ident, message);
    None
}

/// The text of the doc comment, in one line.
fn documentation(attributes: &[Attribute]) -> String {
    let line = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(line).collect::<Vec<_>>().join(" ").trim().to_owned()
}
