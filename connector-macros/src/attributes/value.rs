//! Reads what stands behind a key.

use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Ident, Lit, LitInt, LitStr, Path, Token, Type};

use super::Kind;

/// A value as it was read.
pub(crate) enum Value {
    Flag,
    Text(LitStr),
    Path(Path),
    Type(Box<Type>),
    Source(Vec<Ident>),
    Literal(Lit),
    Pairs(Vec<(LitStr, LitStr)>),
    PathPairs(Vec<(Path, Path)>),
    Names(Vec<(Ident, LitStr)>),
    Texts(Vec<LitStr>),
    Fields(Vec<Ident>),
    Numbers(Vec<(Ident, LitInt)>),
}

/// Reads what stands behind the key.
pub(super) fn parse(kind: Kind, key: &Ident, input: ParseStream<'_>) -> syn::Result<Value> {
    let form = kind.form();
    let at_key = |message: String| Err(syn::Error::new_spanned(key, message));
    if at_end(input) {
        return match kind {
            Kind::Flag | Kind::FlagOrText | Kind::FlagOrPath => Ok(Value::Flag),
            _ => at_key(format!("`{key}` needs a value: `{key}{form}`")),
        };
    }
    match kind {
        Kind::Flag => return at_key(format!("`{key}` takes no value")),
        Kind::PairsAndPath if input.peek(syn::token::Paren) => {
            let pairs =
                pairs(input, &|input| input.parse(), &|input| input.parse()).map(Value::Pairs);
            return pairs
                .map_err(|error| placed(&error, key, kind))
                .and_then(|value| some(value, key, kind));
        }
        Kind::Names if input.peek(syn::token::Paren) => {
            let names =
                pairs(input, &|input| input.parse(), &|input| input.parse()).map(Value::Names);
            return names
                .map_err(|error| placed(&error, key, kind))
                .and_then(|value| some(value, key, kind));
        }
        Kind::PathPairs if input.peek(syn::token::Paren) => {
            let path = Path::parse_mod_style;
            let pairs = pairs(input, &path, &path).map(Value::PathPairs);
            return pairs.map_err(|error| placed(&error, key, kind));
        }
        Kind::Texts if input.peek(syn::token::Paren) => {
            let texts = list(input, &text).map(Value::Texts);
            return texts.map_err(|error| placed(&error, key, kind));
        }
        Kind::Fields if input.peek(syn::token::Paren) => {
            let fields = list(input, &|input| input.parse()).map(Value::Fields);
            return fields
                .map_err(|error| placed(&error, key, kind))
                .and_then(|value| some(value, key, kind));
        }
        Kind::Numbers if input.peek(syn::token::Paren) => {
            let numbers =
                pairs(input, &|input| input.parse(), &|input| input.parse()).map(Value::Numbers);
            return numbers.map_err(|error| placed(&error, key, kind));
        }
        Kind::Names | Kind::PathPairs | Kind::Texts | Kind::Fields | Kind::Numbers => {
            return at_key(format!("`{key}` has another form: `{key}{form}`"));
        }
        Kind::PairsAndPath if !input.peek(Token![=]) || input.peek2(LitStr) => {
            return at_key(format!("`{key}` has another form: `{key}{form}`"));
        }
        _ if !input.peek(Token![=]) => {
            return at_key(format!("`{key}` needs a value: `{key}{form}`"));
        }
        _ => input.parse::<Token![=]>()?,
    };
    if at_end(input) {
        return at_key(format!("`{key}` needs a value: `{key}{form}`"));
    }
    is_no_call(kind, key, input)?;
    let start = input.fork();
    let value = match kind {
        Kind::TextOrPath if names_a_function(input) => {
            input.call(Path::parse_mod_style).map(Value::Path)
        }
        Kind::Text | Kind::FlagOrText | Kind::TextOrPath => return text(input).map(Value::Text),
        Kind::PairsAndPath | Kind::Path | Kind::FlagOrPath => {
            input.call(Path::parse_mod_style).map(Value::Path)
        }
        Kind::Type => input.parse().map(|ty| Value::Type(Box::new(ty))),
        Kind::Source => source(input).map(Value::Source),
        Kind::Literal => input.parse().map(Value::Literal),
        Kind::Flag | Kind::Names | Kind::PathPairs | Kind::Texts | Kind::Fields | Kind::Numbers => {
            return at_key(format!("`{key}` has another form"));
        }
    };
    let value = value.map_err(|error| match start.parse::<LitStr>() {
        Ok(text) => {
            let message = format!("`{key}` takes no text; write it without quotes");
            syn::Error::new_spanned(text, message)
        }
        Err(_) => placed(&error, key, kind),
    })?;
    match &value {
        Value::Type(ty) if is_named_like_a_function(ty) => {
            let message = format!("`{key}` names a type, and functions are written so");
            Err(syn::Error::new_spanned(ty, message))
        }
        _ => Ok(value),
    }
}

/// A name is written, and not what would be done with it.
fn is_no_call(kind: Kind, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    let without = match kind {
        Kind::Source => "the field's type says how it is written",
        Kind::Path | Kind::FlagOrPath | Kind::TextOrPath | Kind::PairsAndPath => {
            "a function is named, without calling it"
        }
        _ => return Ok(()),
    };
    let ahead = input.fork();
    if ahead.peek(Token![|]) || ahead.peek(Token![||]) {
        let error = input.error(format!("`{key}` takes a name and no closure: {without}"));
        if input.parse::<Option<Token![||]>>()?.is_none() {
            input.parse::<Token![|]>()?;
            while !input.peek(Token![|]) && !input.is_empty() {
                input.parse::<proc_macro2::TokenTree>()?;
            }
            input.parse::<Option<Token![|]>>()?;
        }
        return Err(error);
    }
    let is_name = if kind == Kind::Source {
        source(&ahead).is_ok()
    } else {
        ahead.call(Path::parse_mod_style).is_ok()
    };
    if is_name && ahead.peek(syn::token::Paren) {
        let error = input.error(format!("`{key}` takes a name and no call: {without}"));
        return Err(error);
    }
    Ok(())
}

/// Whether the entry ends here; with a semicolon it does by mistake.
fn at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,]) || input.peek(Token![;])
}

/// What is there in the parentheses, and not nothing.
fn some(value: Value, key: &Ident, kind: Kind) -> syn::Result<Value> {
    let is_empty = match &value {
        Value::Pairs(pairs) => pairs.is_empty(),
        Value::Names(names) => names.is_empty(),
        Value::Fields(fields) => fields.is_empty(),
        _ => false,
    };
    if is_empty {
        let message = format!("`{key}()` says nothing: `{key}{}`, or leave it out", kind.form());
        return Err(syn::Error::new_spanned(key, message));
    }
    Ok(value)
}

/// The parser's error in our words. Where the input has ended there is nothing to point at, so that
/// it is reported at the key.
fn placed(error: &syn::Error, key: &Ident, kind: Kind) -> syn::Error {
    let message = match kind {
        Kind::Literal => {
            format!("`{key}` takes what is written here: `\"text\"`, `1`, `true`, and no name")
        }
        _ => format!("expected `{key}{}`", kind.form()),
    };
    if error.to_string().starts_with("unexpected end of input") {
        syn::Error::new_spanned(key, message)
    } else {
        syn::Error::new(error.span(), message)
    }
}

fn is_named_like_a_function(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if is_function(&path.path) && !is_primitive(&path.path))
}

fn is_primitive(path: &Path) -> bool {
    let last = path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default();
    let number = last.trim_start_matches(['u', 'i', 'f']);
    ["bool", "char", "str", "usize", "isize"].contains(&last.as_str())
        || number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A plain string literal; nothing that only looks like one.
fn text(input: ParseStream<'_>) -> syn::Result<LitStr> {
    let wrong =
        "expected a string literal; constants and `concat!` are not known when the derive runs";
    let other = "expected a string literal";
    let start = input.fork();
    let literal: LitStr = input.parse().map_err(|error| {
        let message = if start.peek(Ident::peek_any) { wrong } else { other };
        syn::Error::new(error.span(), message)
    })?;
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

/// Reads one entry of a list, or one side of a pair.
type Read<'r, T> = &'r dyn Fn(ParseStream<'_>) -> syn::Result<T>;

/// Entries in parentheses.
fn list<T>(input: ParseStream<'_>, entry: Read<'_, T>) -> syn::Result<Vec<T>> {
    let inner;
    syn::parenthesized!(inner in input);
    let mut entries = Vec::new();
    while !inner.is_empty() {
        let read = entry(&inner).and_then(|entry| {
            if !inner.is_empty() {
                inner.parse::<Token![,]>()?;
            }
            Ok(entry)
        });
        match read {
            Ok(entry) => entries.push(entry),
            Err(error) => {
                // What is left unread would be reported a second time.
                inner.parse::<proc_macro2::TokenStream>()?;
                return Err(error);
            }
        }
    }
    Ok(entries)
}

/// Pairs in parentheses.
fn pairs<N, V>(
    input: ParseStream<'_>,
    name: Read<'_, N>,
    value: Read<'_, V>,
) -> syn::Result<Vec<(N, V)>> {
    list(input, &|input| {
        let name = name(input)?;
        input.parse::<Token![=]>()?;
        Ok((name, value(input)?))
    })
}

/// Whether a path follows that is a function's, and nothing behind it.
fn names_a_function(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.call(Path::parse_mod_style).is_ok_and(|path| is_function(&path)) && at_end(&ahead)
}

/// Functions are written in lower case; types, constants and forms of a body are not.
pub(crate) fn is_function(path: &Path) -> bool {
    let last = path.segments.last().map(|segment| segment.ident.to_string());
    last.is_some_and(|name| name.starts_with(|first: char| first.is_lowercase() || first == '_'))
}
