//! What can stand behind a key.

use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token, Type};

/// A key of an attribute and what stands behind it.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
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
    /// `key` or `key = "text"`.
    FlagOrText,
    /// `key` or `key = Name`.
    FlagOrPath,
    /// `key("a" = "b", …)`.
    Pairs,
}

/// A value as it was read.
pub(crate) enum Value {
    Flag,
    Text(LitStr),
    Path(Path),
    Type(Box<Type>),
    Source(Vec<Ident>),
    Pairs(Vec<(LitStr, LitStr)>),
}

impl Kind {
    /// Reads what stands behind the key.
    pub(crate) fn parse(self, key: &Ident, input: ParseStream<'_>) -> syn::Result<Value> {
        let at_end = input.is_empty() || input.peek(Token![,]);
        match self {
            Self::Flag | Self::FlagOrText | Self::FlagOrPath if at_end => return Ok(Value::Flag),
            Self::Flag => {
                return Err(syn::Error::new_spanned(key, format!("`{key}` takes no value")));
            }
            Self::Pairs if input.peek(syn::token::Paren) => return pairs(input),
            _ => {}
        }
        if at_end || !input.peek(Token![=]) {
            let form = self.form();
            return Err(syn::Error::new_spanned(
                key,
                format!("`{key}` needs a value: `{key}{form}`"),
            ));
        }
        input.parse::<Token![=]>()?;
        if input.is_empty() || input.peek(Token![,]) {
            let form = self.form();
            return Err(syn::Error::new_spanned(
                key,
                format!("`{key}` needs a value: `{key}{form}`"),
            ));
        }
        match self {
            Self::Text | Self::FlagOrText => text(input).map(Value::Text),
            Self::Path | Self::FlagOrPath => {
                input.call(Path::parse_mod_style).map(Value::Path).map_err(|error| {
                    syn::Error::new(error.span(), format!("`{key}` takes a path: `{key} = Name`"))
                })
            }
            Self::Type => input.parse().map(|ty| Value::Type(Box::new(ty))),
            Self::Source => source(input).map(Value::Source),
            Self::Flag | Self::Pairs => Err(syn::Error::new_spanned(
                key,
                format!("`{key}` has another form: `{key}{}`", self.form()),
            )),
        }
    }

    /// How it is written, for messages.
    fn form(self) -> &'static str {
        match self {
            Self::Flag => "",
            Self::Text | Self::FlagOrText => " = \"…\"",
            Self::Path | Self::FlagOrPath => " = Name",
            Self::Type => " = Type",
            Self::Source => " = request.field",
            Self::Pairs => "(\"name\" = \"value\")",
        }
    }
}

/// A plain string literal; nothing that only looks like one.
fn text(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let wrong =
        "expected a string literal; constants and `concat!` are not known when the derive runs";
    let literal: LitStr = input.parse().map_err(|error| syn::Error::new(error.span(), wrong))?;
    if literal.suffix().is_empty() {
        Ok(literal)
    } else {
        Err(syn::Error::new_spanned(&literal, "expected a string literal without a suffix"))
    }
}

/// `request.connector_transaction_id`: fields, from the outside in.
fn source(input: ParseStream<'_>) -> syn::Result<Vec<Ident>> {
    let mut names = vec![input.call(Ident::parse_any)?];
    while input.parse::<Option<Token![.]>>()?.is_some() {
        names.push(input.call(Ident::parse_any)?);
    }
    Ok(names)
}

fn pairs(input: ParseStream<'_>) -> syn::Result<Value> {
    let inner;
    syn::parenthesized!(inner in input);
    let mut pairs = Vec::new();
    while !inner.is_empty() {
        let name = text(&inner)?;
        inner.parse::<Token![=]>()?;
        pairs.push((name, text(&inner)?));
        if !inner.is_empty() {
            inner.parse::<Token![,]>()?;
        }
    }
    Ok(Value::Pairs(pairs))
}
