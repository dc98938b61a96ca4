//! What the expansion does with the credentials that go somewhere by themselves.

use proc_macro2::TokenStream;
use quote::quote;

use super::constant;
use super::credential::{Credential, Place};
use crate::errors::Errors;

/// Puts each credential into its place in the request.
pub(super) fn expand(credentials: &[Credential<'_>], errors: &mut Errors) -> TokenStream {
    once_each(credentials, errors);
    let headers = credentials.iter().filter_map(|credential| {
        let (name, prefix) = match credential.place.as_ref()? {
            Place::Header(name, prefix) => (name.as_str(), prefix.as_ref().map(syn::LitStr::value)),
            Place::Bearer => ("authorization", Some("Bearer ".to_owned())),
            _ => return None,
        };
        let prefix = prefix.unwrap_or_default();
        let credential = chosen(credential);
        Some(quote! {
            __core::header_credential(
                __request,
                const { __core::HeaderName::from_static(#name) },
                #prefix,
                #credential,
            )?;
        })
    });
    let headers: TokenStream = headers.collect();
    let basic = basic(credentials);
    quote!(#headers #basic)
}

/// The headers that they go into.
pub(super) fn headers(credentials: &[Credential<'_>]) -> Option<TokenStream> {
    let places = credentials.iter().filter_map(|credential| credential.place.as_ref());
    let names = places.filter_map(|place| match place {
        Place::Header(name, _) => Some(name.as_str()),
        Place::Bearer | Place::BasicUser | Place::BasicPassword => Some("authorization"),
        Place::ClientCertificate | Place::ClientKey => None,
    });
    let names: Vec<&str> = names.collect();
    (!names.is_empty())
        .then(|| quote!(const HEADERS: &'static [&'static __core::str] = &[#(#names),*];))
}

/// `Authorization: Basic`, of a user, a password or both.
fn basic(credentials: &[Credential<'_>]) -> Option<TokenStream> {
    let user = in_place(credentials, |place| matches!(place, Place::BasicUser));
    let password = in_place(credentials, |place| matches!(place, Place::BasicPassword));
    let named = user.or(password)?.name.as_str();
    let nothing = quote!((#named, __core::None));
    let user = user.map_or_else(|| nothing.clone(), chosen);
    let password = password.map_or(nothing, chosen);
    Some(quote!(__core::basic_credentials(__request, #user, #password.1)?;))
}

/// The credential's name, and the one that is to be sent.
fn chosen(Credential { ident, name, .. }: &Credential<'_>) -> TokenStream {
    let constant = constant(name);
    quote!((#name, (#constant.chosen)(&self.#ident, __occasion, #name)?))
}

fn in_place<'c, 'a>(
    credentials: &'c [Credential<'a>],
    is_it: fn(&Place) -> bool,
) -> Option<&'c Credential<'a>> {
    credentials.iter().find(|credential| credential.place.as_ref().is_some_and(is_it))
}

/// What the TLS handshake takes: both, or neither.
pub(super) fn client_identity(
    credentials: &[Credential<'_>],
    errors: &mut Errors,
) -> Option<TokenStream> {
    let certificate = in_place(credentials, |place| matches!(place, Place::ClientCertificate));
    let key = in_place(credentials, |place| matches!(place, Place::ClientKey));
    match (certificate, key) {
        (None, None) => None,
        (Some(Credential { ident, .. }), None) | (None, Some(Credential { ident, .. })) => {
            errors.amiss(
                ident,
                "a client proves its identity with `client_certificate` and `client_key` together",
            );
            None
        }
        (Some(certificate), Some(key)) => {
            let (certificate, certificate_type) = (certificate.ident, certificate.ty);
            let (key, key_type) = (key.ident, key.ty);
            Some(quote! {
                fn client_identity(&self) -> __core::Option<__core::ClientIdentity> {
                    __core::Some(__core::ClientIdentity {
                        certificates: __core::pem::<#certificate_type>(&self.#certificate),
                        private_key: __core::pem::<#key_type>(&self.#key),
                    })
                }
            })
        }
    }
}

/// What the scheme is called where the author does not say.
pub(super) fn scheme(credentials: &[Credential<'_>], wants_token: bool) -> String {
    let mut names = Vec::new();
    let places = credentials.iter().filter_map(|credential| credential.place.as_ref());
    let named = places.map(|place| match place {
        Place::Header(..) => "header",
        Place::Bearer => "bearer",
        Place::BasicUser | Place::BasicPassword => "basic",
        Place::ClientCertificate | Place::ClientKey => "client certificate",
    });
    for name in wants_token.then_some("access token").into_iter().chain(named) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { "body".to_owned() } else { names.join(", ") }
}

/// Reports a second credential in the place of another.
fn once_each(credentials: &[Credential<'_>], errors: &mut Errors) {
    let mut taken = Vec::new();
    for credential in credentials {
        let place = match &credential.place {
            Some(Place::Header(name, _)) => name.as_str(),
            Some(Place::Bearer) => "authorization",
            Some(Place::BasicUser) => "the user of `Authorization: Basic`",
            Some(Place::BasicPassword) => "the password of `Authorization: Basic`",
            Some(Place::ClientCertificate) => "the client's certificate",
            Some(Place::ClientKey) => "the client's key",
            None => continue,
        };
        if taken.contains(&place) {
            errors.at(credential.ident, format!("{place} is another credential already"));
        }
        taken.push(place);
    }
    let is_basic = |place: &Place| matches!(place, Place::BasicUser | Place::BasicPassword);
    let basic = in_place(credentials, is_basic);
    if let Some(Credential { ident, .. }) = basic
        && taken.contains(&"authorization")
    {
        errors.at(ident, "`Authorization` is another credential already");
    }
}
