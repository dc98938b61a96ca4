//! One field of the credentials: what it is, and where it goes by itself.

use syn::ext::IdentExt as _;
use syn::{Field, Ident, LitStr, Type};

use crate::attributes::{Key, Kind, Options, Syntax};
use crate::documentation;
use crate::errors::Errors;
use crate::header;

pub(crate) const SYNTAX: Syntax = Syntax {
    name: "auth",
    keys: &[
        Key::optional("header", Kind::Text),
        Key::optional("prefix", Kind::Text),
        Key::optional("bearer", Kind::Flag),
        Key::optional("basic_user", Kind::Flag),
        Key::optional("basic_password", Kind::Flag),
        Key::optional("client_certificate", Kind::Flag),
        Key::optional("client_key", Kind::Flag),
    ],
    bare: false,
    example: "header = \"X-Api-Key\"",
};

/// A field of the credentials.
pub(super) struct Credential<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) place: Option<Place>,
}

/// Where a credential goes by itself.
pub(super) enum Place {
    /// Its name, in lower case, and what stands before the credential.
    Header(String, Option<LitStr>),
    Bearer,
    BasicUser,
    BasicPassword,
    ClientCertificate,
    ClientKey,
}

impl<'a> Credential<'a> {
    pub(super) fn read(field: &'a Field, errors: &mut Errors) -> Option<Self> {
        let ident = field.ident.as_ref()?;
        let description = documentation::lines(&field.attrs).join(" ").trim().to_owned();
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
        if name.starts_with("webhook_") {
            let message = format!(
                "`{name}`: what begins with `webhook_` is for webhooks, in every set of credentials; \
                 `#[derive(Webhook)]` takes what its scheme needs"
            );
            errors.at(ident, message);
        }
        let place = place(&Options::parse(&field.attrs, &SYNTAX, errors), errors);
        Some(Self { ident, ty: &field.ty, name, description, place })
    }
}

impl Credential<'_> {
    /// Whether it is put into requests as it is.
    pub(super) const fn is_sent(&self) -> bool {
        matches!(
            self.place,
            Some(Place::Header(..) | Place::Bearer | Place::BasicUser | Place::BasicPassword)
        )
    }
}

/// The one place that the attributes name.
fn place(options: &Options, errors: &mut Errors) -> Option<Place> {
    let prefix = options.text("prefix");
    let header = options.text("header");
    if let (Some(key), None) = (options.key("prefix"), header)
        && !options.was_refused("header")
    {
        errors.at(key, "`prefix` stands before the credential in a header: `header = \"…\"`");
    }
    if let Some(prefix) = prefix {
        header::check_value(prefix, errors);
    }
    let header = header.filter(|name| header::check_name_of_a_credential(name, errors));
    let named = |name: &LitStr| Place::Header(name.value().to_ascii_lowercase(), prefix.cloned());
    let flag = |key: &'static str, place: Place| options.key(key).map(|key| (key, place));
    let places = [
        header.and_then(|name| Some((options.key("header")?, named(name)))),
        flag("bearer", Place::Bearer),
        flag("basic_user", Place::BasicUser),
        flag("basic_password", Place::BasicPassword),
        flag("client_certificate", Place::ClientCertificate),
        flag("client_key", Place::ClientKey),
    ];
    let mut places = places.into_iter().flatten();
    let first = places.next();
    for (key, _) in places {
        errors.at(key, "a credential goes to one place by itself");
    }
    first.map(|(_, place)| place)
}
