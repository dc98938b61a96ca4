//! The request of one flow: which value fills each placeholder.

use super::auth::AuthKind;
use super::endpoint::{Endpoint, Method};
use super::kind::{Kind, PAYMENT, REFERENCE, REFUNDS, Value, value};
use super::words::{Word, Words};

/// A flow that is generated.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) kind: &'static Kind,
    pub(super) endpoint: Endpoint,
    /// Each field of the request with its value: those of the URL, then those of the body.
    pub(super) fields: Vec<(String, Value)>,
    pub(super) words: Vec<Word>,
    /// Whether nobody has named the processor's words.
    pub(super) has_placeholders: bool,
}

impl Flow {
    /// Finds a value for every placeholder, and a place for every value.
    pub(super) fn new(
        kind: &'static Kind,
        endpoint: Endpoint,
        words: Option<Words>,
        auth: AuthKind,
    ) -> Result<Self, String> {
        let Kind { flag, id, thing, .. } = kind;
        let mut fields: Vec<(String, Value)> = Vec::new();
        for name in endpoint.template.names() {
            let value = value(kind, name).map_err(|problem| format!("`{flag}`: {problem}"))?;
            if let Some((earlier, _)) = fields.iter().find(|(_, earlier)| *earlier == value) {
                return Err(format!(
                    "`{flag}`: `{{{earlier}}}` and `{{{name}}}` would both be `{}`; what is always \
                     the same stands in the URL as it is",
                    value.source
                ));
            }
            fields.push((name.to_owned(), value));
        }
        if auth == AuthKind::Body && fields.iter().any(|(name, _)| name == "credentials") {
            return Err(format!(
                "`{flag}`: `{{credentials}}` is the name of the credentials' field"
            ));
        }
        let has_body = endpoint.method == Method::Post;
        if auth == AuthKind::Body && !has_body {
            return Err(format!(
                "`{flag}`: a GET has no body for the credentials; with `--auth body` it is a POST"
            ));
        }
        if !fields.iter().any(|(_, value)| value == id) {
            if !has_body {
                return Err(format!(
                    "`{flag}`: the URL does not say which {thing} is meant; name it with `{{{}}}`",
                    id.name
                ));
            }
            fields.push((id.name.to_owned(), *id));
        }
        let has_placeholders = words.is_none();
        let words = words.map_or_else(|| kind.placeholder_words(), |Words(words)| words);
        Ok(Self { kind, endpoint, fields, words, has_placeholders })
    }

    /// The fields that the URL does not name.
    pub(super) fn body(&self) -> impl Iterator<Item = &(String, Value)> {
        let in_url = |name: &str| self.endpoint.template.names().any(|other| other == name);
        self.fields.iter().filter(move |(name, _)| !in_url(name))
    }

    pub(super) fn uses_reference(&self) -> bool {
        self.fields.iter().any(|(_, value)| *value == REFERENCE)
    }

    /// Whether it is a refund that is asked for as one of its payment's.
    pub(super) fn uses_payment_of_refund(&self) -> bool {
        self.kind == &REFUNDS && self.fields.iter().any(|(_, value)| *value == PAYMENT)
    }

    /// What the generated test puts into the field of this name.
    pub(super) fn example(&self, field: &str) -> &'static str {
        let named = self.fields.iter().find(|(name, _)| name == field);
        named.map_or(self.kind.id.example, |(_, value)| value.example)
    }
}
