//! How a processor proves that a webhook is its own, as data.

use std::fmt::Write as _;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha1::{Digest as _, Sha1};

use crate::credentials::{CredentialField, CredentialKind};

/// How a processor proves that a webhook is its own.
#[derive(Debug, Clone, Copy)]
pub enum WebhookScheme {
    /// A keyed hash over what was sent.
    Signature(Signature),
    /// A token that only the processor and the merchant know, in this header.
    Token(&'static str),
    /// By its answer when it is asked, with what stands in these headers
    /// ([`VerifyWebhookSource`](crate::VerifyWebhookSource)).
    Asked(&'static [&'static str]),
    /// By nothing. Such a webhook can only say what to ask about; what is true is told by the answer.
    Nothing,
}

/// A keyed hash (HMAC, RFC 2104) over what was sent.
#[derive(Debug, Clone, Copy)]
pub struct Signature {
    /// The hash.
    pub algorithm: Algorithm,
    /// Where it stands.
    pub place: SignaturePlace,
    /// How it is written there.
    pub encoding: Encoding,
    /// How the key is made of what the credentials say.
    pub key: KeyForm,
    /// What is hashed, piece by piece.
    pub signed: &'static [SignedPart],
    /// How far the time of signing may be from now, before or behind it. There where the time is signed.
    pub tolerance: Option<Duration>,
}

/// The hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC with SHA-256.
    HmacSha256,
    /// HMAC with SHA-512.
    HmacSha512,
    /// HMAC with SHA-1. Nobody forges it, whatever else SHA-1 is no longer good for (RFC 6151, section 2).
    HmacSha1,
}

/// How a key is made of what the credentials say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyForm {
    /// Its bytes are those of the text.
    Text,
    /// Its bytes are written in hexadecimal digits.
    Hex,
    /// Its bytes are written in Base64.
    Base64,
    /// It is the SHA-1 of the text.
    Sha1,
}

/// How bytes are written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Two hexadecimal digits each, in either case.
    Hex,
    /// Base64 with padding (RFC 4648, section 4).
    Base64,
}

/// Where a signature stands.
#[derive(Debug, Clone, Copy)]
pub enum SignaturePlace {
    /// In a header.
    Header {
        /// Its name in lower case.
        name: &'static str,
        /// The pieces of its value.
        form: &'static [HeaderPart],
        /// What stands between them.
        between: char,
    },
    /// In each event. What is signed are fields of the event, too.
    Event {
        /// Where in it.
        path: &'static str,
        /// The pieces of its value.
        form: &'static [HeaderPart],
    },
}

/// A piece of a text that carries a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderPart {
    /// The whole value is the signature.
    Whole,
    /// `name=` and a signature; there may be several.
    Signature(&'static str),
    /// `name=` and the time of signing, in seconds since 1970.
    Timestamp(&'static str),
    /// The same in milliseconds.
    TimestampMs(&'static str),
    /// The name of a key, `|` and a signature; `&` between several. Which key is ours, the signature tells.
    Named,
}

impl HeaderPart {
    /// Whether it is the time of signing.
    pub(super) fn is_time(&self) -> bool {
        matches!(self, Self::Timestamp(_) | Self::TimestampMs(_))
    }
}

/// A piece of what is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignedPart {
    /// This text.
    Literal(&'static str),
    /// The body, byte by byte.
    Body,
    /// The time of signing, as it stands in the header.
    Timestamp,
    /// The address that the processor sends to, as the merchant told it: `webhook_url`.
    Url,
    /// A field of the event, at this path; nothing where it is not there.
    Field(&'static str),
}

/// The name of the secret in the credentials, and the beginning of others beside it.
pub(crate) const SECRET: &str = "webhook_secret";
/// The name of the address in the credentials.
pub(crate) const URL: &str = "webhook_url";

/// The name of the registration in the credentials.
pub(crate) const ID: &str = "webhook_id";

const SECRET_FIELD: CredentialField = CredentialField {
    name: SECRET,
    description: "what the processor signs its webhooks with; others that are live, too, as \
                  `webhook_secret_<name>`",
    kind: CredentialKind::Optional,
    is_secret: true,
};
const URL_FIELD: CredentialField = CredentialField {
    name: URL,
    description: "the address that the processor sends webhooks to, as it is registered there",
    kind: CredentialKind::Optional,
    is_secret: false,
};

const ID_FIELD: CredentialField = CredentialField {
    name: ID,
    description: "what the processor calls the registration for webhooks; it is asked with it whether it \
                  sent one",
    kind: CredentialKind::Optional,
    is_secret: false,
};

impl WebhookScheme {
    /// What a set of credentials has to name before a webhook is believed.
    #[must_use]
    pub fn credentials(&self) -> &'static [CredentialField] {
        match self {
            Self::Signature(signature) if signature.signed.contains(&SignedPart::Url) => {
                &[SECRET_FIELD, URL_FIELD]
            }
            Self::Signature(_) | Self::Token(_) => &[SECRET_FIELD],
            Self::Asked(_) => &[ID_FIELD],
            Self::Nothing => &[],
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Signature(signature) => match signature.algorithm {
                Algorithm::HmacSha256 => "hmac-sha256",
                Algorithm::HmacSha512 => "hmac-sha512",
                Algorithm::HmacSha1 => "hmac-sha1",
            },
            Self::Token(_) => "token",
            Self::Asked(_) => "asked",
            Self::Nothing => "nothing",
        }
    }

    /// Where the proof stands: `header Stripe-Signature: t={timestamp},v1={signature}`.
    #[must_use]
    pub fn place(&self) -> Option<String> {
        match self {
            Self::Signature(signature) => Some(match signature.place {
                SignaturePlace::Header { name, form, between } => {
                    format!("header {name}: {}", written(form, between))
                }
                SignaturePlace::Event { path, form } => {
                    format!("event {path}: {}", written(form, ','))
                }
            }),
            Self::Token(name) => Some(format!("header {name}: {{token}}")),
            Self::Asked(names) => Some(format!("headers {}", names.join(", "))),
            Self::Nothing => None,
        }
    }

    /// What is signed, as it is declared: `{timestamp}.{body}`.
    #[must_use]
    pub fn signed(&self) -> Option<String> {
        let Self::Signature(signature) = self else { return None };
        let mut text = String::new();
        for part in signature.signed {
            // Writing into a string cannot fail.
            let _ = match part {
                SignedPart::Literal(literal) => text.write_str(literal),
                SignedPart::Body => text.write_str("{body}"),
                SignedPart::Timestamp => text.write_str("{timestamp}"),
                SignedPart::Url => text.write_str("{url}"),
                SignedPart::Field(path) => write!(text, "{{{path}}}"),
            };
        }
        Some(text)
    }
}

fn written(form: &[HeaderPart], between: char) -> String {
    let parts = form.iter().map(|part| match part {
        HeaderPart::Whole => "{signature}".to_owned(),
        HeaderPart::Signature(name) => format!("{name}={{signature}}"),
        HeaderPart::Timestamp(name) => format!("{name}={{timestamp}}"),
        HeaderPart::TimestampMs(name) => format!("{name}={{timestamp_ms}}"),
        HeaderPart::Named => "{key}|{signature}".to_owned(),
    });
    parts.collect::<Vec<_>>().join(&between.to_string())
}

impl Encoding {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hex => "hex",
            Self::Base64 => "base64",
        }
    }

    /// The bytes, where the text is written so.
    pub(crate) fn decode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Hex => data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok(),
            Self::Base64 => BASE64_STANDARD.decode(text).ok(),
        }
    }
}

impl KeyForm {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Hex => Encoding::Hex.name(),
            Self::Base64 => Encoding::Base64.name(),
            Self::Sha1 => "text, hashed with SHA-1",
        }
    }

    /// The key's bytes; `None` where the text is not written so, or says nothing.
    pub(crate) fn key(self, text: &str) -> Option<Vec<u8>> {
        let key = match self {
            Self::Text => text.as_bytes().to_vec(),
            Self::Hex => Encoding::Hex.decode(text)?,
            Self::Base64 => Encoding::Base64.decode(text)?,
            Self::Sha1 if text.is_empty() => Vec::new(),
            Self::Sha1 => Sha1::digest(text).to_vec(),
        };
        // A key of no bytes would be anybody's.
        (!key.is_empty()).then_some(key)
    }
}
