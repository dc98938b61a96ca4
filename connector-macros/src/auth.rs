//! `#[derive(Auth)]`: a set of credentials as a struct of secrets.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::attributes::{Key, Kind, Options};
use crate::errors::Errors;
use crate::path::core_path;

const KEYS: &[Key] = &[
    Key { name: "scheme", kind: Kind::Text },
    Key { name: "authorize", kind: Kind::Path },
    Key { name: "crate", kind: Kind::Path },
];

pub(crate) fn derive(input: &syn::DeriveInput, errors: &mut Errors) -> TokenStream {
    let options = Options::parse(&input.attrs, "auth", KEYS, errors);
    let core = core_path(&options, errors);
    let syn::Data::Struct(syn::DataStruct { fields: syn::Fields::Named(fields), .. }) = &input.data
    else {
        errors.at(
            &input.ident,
            "a set of credentials is a struct with named fields of the type `Secret`",
        );
        return TokenStream::new();
    };
    let idents: Vec<_> = fields.named.iter().filter_map(|field| field.ident.as_ref()).collect();
    let names: Vec<_> = idents.iter().map(|ident| ident.unraw().to_string()).collect();
    let descriptions = fields.named.iter().map(|field| {
        let description = documentation(&field.attrs);
        if description.is_empty() {
            errors.at(
                field.ident.as_ref(),
                "document this field with `///`: what it is, and where \
                the merchant finds it; `describe` shows it",
            );
        }
        description
    });
    let descriptions: Vec<_> = descriptions.collect();
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
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #generics #core::Auth for #ident #arguments #bounds {
                const SCHEME: &'static str = #scheme;
                const FIELDS: &'static [#core::CredentialField] = &[
                    #(#core::CredentialField { name: #names, description: #descriptions }),*
                ];
                fn from_fields(
                    __fields: &mut #core::CredentialFields,
                ) -> ::core::result::Result<Self, #core::CredentialsError> {
                    ::core::result::Result::Ok(Self {
                        #(#idents: #core::CredentialFields::take(__fields, #names)?),*
                    })
                }
                fn authorize(
                    &self,
                    __request: &mut #core::__private::HttpRequest,
                ) -> ::core::result::Result<(), #core::BuildError> {
                    #authorize
                }
            }
        };
    }
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
