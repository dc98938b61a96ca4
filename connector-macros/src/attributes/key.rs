//! A key of an attribute, and what stands behind it.

/// A key of an attribute.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// How a required key is written, as an example.
    pub(crate) required: Option<&'static str>,
}

impl Key {
    /// A key that may be left out.
    pub(crate) const fn optional(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, required: None }
    }

    /// A key that must be there, and how it may look.
    pub(crate) const fn required(name: &'static str, kind: Kind, example: &'static str) -> Self {
        Self { name, kind, required: Some(example) }
    }
}

/// The kinds of values.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    /// `key`, alone.
    Flag,
    /// `key = "text"`.
    Text,
    /// `key = some::path`.
    Path,
    /// `key = Some<Type>`.
    Type,
    /// `key = a.b.c`.
    Source,
    /// `key = true`, `key = 1`, `key = "text"`.
    Literal,
    /// `key` or `key = "text"`.
    FlagOrText,
    /// `key` or `key = Name`.
    FlagOrPath,
    /// `key = "text"` or `key = function`.
    TextOrPath,
    /// `key("a" = "b", …)`, and beside it `key = function`.
    PairsAndPath,
    /// `key(name = "text", …)`.
    Names,
    /// `key(Name = Name, …)`.
    PathPairs,
    /// `key("text", …)`.
    Texts,
    /// `key(field, …)`.
    Fields,
    /// `key(NAME = 1, …)`.
    Numbers,
}

impl Kind {
    /// How a value of this kind is written behind its key, for messages.
    pub(crate) fn form(self) -> &'static str {
        match self {
            Self::Flag => "",
            Self::Text | Self::FlagOrText | Self::TextOrPath => " = \"…\"",
            Self::Path | Self::FlagOrPath => " = Name",
            Self::Type => " = Type",
            Self::Source => " = request.field",
            Self::Literal => " = true",
            Self::PairsAndPath => "(\"name\" = \"value\")",
            Self::Names => "(name = \"…\")",
            Self::PathPairs => "(Name = Name)",
            Self::Texts => "(\"…\")",
            Self::Fields => "(field)",
            Self::Numbers => "(NAME = 1)",
        }
    }
}
