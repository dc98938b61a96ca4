//! `#[derive(Auth)]`: a set of credentials as a struct of secrets.

pub(crate) mod credential;
mod places;

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Field, Ident, Token};

use crate::attributes::{Key, Kind, Options, Syntax};
use crate::errors::Errors;
use crate::hook;
use crate::path::{core_path, in_block};
use credential::Credential;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "auth",
    keys: &[
        Key::optional("scheme", Kind::Text),
        Key::optional("authorize", Kind::Path),
        Key::optional("access_token", Kind::Flag),
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
    if !input.generics.params.is_empty() {
        errors.at(&input.generics, "a set of credentials has no parameters: it holds secrets");
        return TokenStream::new();
    }
    // One mention of each field's type, so that rustc points there once where it holds no credential.
    let declared = credentials.iter().map(|credential| {
        let Credential { ty, name, description, .. } = credential;
        let constant = constant(name);
        let (kind, function) = if credential.is_sent() {
            (quote!(PlacedCredential), quote!(placed_credential))
        } else {
            (quote!(DeclaredCredential), quote!(credential))
        };
        quote! {
            const #constant: __core::#kind<#ty> =
                __core::#function::<#ty>(#name, #description);
        }
    });
    let described = credentials.iter().map(|credential| {
        let constant = constant(&credential.name);
        quote!(#constant.field)
    });
    let values = credentials.iter().map(|Credential { ident, name, .. }| {
        let constant = constant(name);
        quote!(#ident: (#constant.take)(__fields, #name)?)
    });
    let values = match &fields {
        Some(_) => quote!(__core::Ok(Self { #(#values),* })),
        None => quote!(__core::Err(__core::CredentialsError::Missing(""))),
    };
    let wants_token = options.key("access_token").is_some();
    let placed = places::expand(&credentials, errors);
    let scheme = match options.text("scheme") {
        Some(scheme) => scheme.value(),
        None => places::scheme(&credentials, wants_token),
    };
    let function = hook::function(&options, "authorize", errors)
        .map(|function| quote!(__core::authorize_with(self, __request, __occasion, #function)?;));
    let placed = if wants_token {
        quote! {
            if __core::Occasion::fetches_access_token(__occasion) {
                #placed
            } else {
                __core::access_token(__request, __occasion)?;
            }
        }
    } else {
        placed
    };
    let wants_token = wants_token.then(|| {
        quote!(
            const WANTS_ACCESS_TOKEN: __core::bool = true;
        )
    });
    let headers = places::headers(&credentials);
    let client_identity = places::client_identity(&credentials, errors);
    let ident = &input.ident;
    let implementation = quote! {
            #(#declared)*
            #[automatically_derived]
            impl __core::Auth for #ident {
                const SCHEME: &'static __core::str = #scheme;
                const FIELDS: &'static [__core::CredentialField] = &[#(#described),*];
                #wants_token
                #headers
                fn from_fields(
                    __fields: &mut __core::CredentialFields,
                ) -> __core::Result<Self, __core::CredentialsError> {
                    #values
                }
                fn authorize(
                    &self,
                    __request: &mut __core::HttpRequest,
                    __occasion: &__core::Occasion<'_>,
                ) -> __core::Result<(), __core::BuildError> {
                    #placed
                    #function
                    __core::Ok(())
                }
                #client_identity
            }
    };
    in_block(&core, &implementation)
}

/// The constant that holds how a field is declared.
fn constant(name: &str) -> Ident {
    quote::format_ident!("__CREDENTIAL_{}", name.to_ascii_uppercase())
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
