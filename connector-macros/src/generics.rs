//! Parameters of the author's struct, where an expansion has to name its types outside of it.

use std::cell::Cell;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, GenericParam, Generics};

/// The tokens with every named lifetime but `'static` replaced. Lifetimes are two tokens, a joint
/// apostrophe and a name, so no syntax tree is needed.
pub(crate) fn with_lifetime(tokens: &impl ToTokens, lifetime: &str) -> TokenStream {
    let name = lifetime.trim_start_matches('\'');
    let replace = |before: Option<char>, ident: &Ident, _: bool| {
        let is_lifetime = before == Some('\'') && ident != "static";
        is_lifetime.then(|| Ident::new(name, ident.span()).into_token_stream())
    };
    replaced(tokens.to_token_stream(), &replace)
}

/// The parameters of an item that names the types of the struct's fields. None of them stands where the author wrote
/// it: of such an item rustc does not propose to add another one in the place of a type that is misspelt, as it does not
/// for the struct, and so both errors are one. Of a type among the parameters it may propose something that helps.
pub(crate) fn parameters_of(generics: &Generics) -> TokenStream {
    let (parameters, ..) = generics.split_for_impl();
    let has_types = generics.type_params().next().is_some();
    if has_types { quote!(#parameters) } else { out_of_sight(parameters.to_token_stream()) }
}

fn out_of_sight(tokens: TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            TokenTree::Group(Group::new(group.delimiter(), out_of_sight(group.stream())))
        }
        mut token => {
            token.set_span(Span::call_site());
            token
        }
    });
    tokens.collect()
}

/// The struct, with `'static` in the place of each lifetime that it does not declare: rustc reports it where it is
/// written, and would do so again wherever an expansion has it.
pub(crate) fn with_declared_lifetimes(input: &DeriveInput) -> Option<DeriveInput> {
    let declared: Vec<&Ident> = input.generics.lifetimes().map(|one| &one.lifetime.ident).collect();
    let is_unknown =
        |ident: &Ident| ident != "_" && ident != "static" && !declared.contains(&ident);
    let found = Cell::new(false);
    let replace = |before: Option<char>, ident: &Ident, _: bool| {
        let replaces = before == Some('\'') && is_unknown(ident);
        found.set(found.get() || replaces);
        replaces.then(|| Ident::new("static", ident.span()).into_token_stream())
    };
    let mut other = input.clone();
    let Data::Struct(data) = &mut other.data else { return None };
    for field in &mut data.fields {
        let known = replaced(field.ty.to_token_stream(), &replace);
        field.ty = syn::parse2(known).ok()?;
    }
    found.get().then_some(other)
}

/// What each type or constant parameter is where nobody names it.
pub(crate) struct Defaults(Vec<(Ident, TokenStream)>);

impl Defaults {
    /// The defaults, or the first parameters without one.
    pub(crate) fn of(generics: &Generics) -> Result<Self, Vec<Ident>> {
        let mut defaults = Vec::new();
        let mut without = Vec::new();
        for parameter in &generics.params {
            let (ident, default) = match parameter {
                GenericParam::Lifetime(_) => continue,
                GenericParam::Type(ty) => {
                    let default = ty.default.as_ref().map(|(_, default)| quote!(#default));
                    (&ty.ident, default)
                }
                GenericParam::Const(constant) => {
                    let default = constant.default.as_ref().map(|(_, default)| quote!(#default));
                    (&constant.ident, default)
                }
            };
            match default {
                Some(default) => defaults.push((ident.clone(), default)),
                None => without.push(ident.clone()),
            }
        }
        if without.is_empty() { Ok(Self(defaults)) } else { Err(without) }
    }

    /// A field's type, as it is where the struct is named without arguments.
    pub(crate) fn apply(&self, ty: &impl ToTokens) -> TokenStream {
        let replace = |before: Option<char>, ident: &Ident, before_path: bool| {
            // `x::T` and `'T` are other things than the parameter `T`.
            let free = !matches!(before, Some(':' | '\''));
            let (_, default) = self.0.iter().find(|(name, _)| free && name == ident)?;
            Some(if before_path { quote!(<#default>) } else { default.clone() })
        };
        replaced(ty.to_token_stream(), &replace)
    }

    /// Whether a field's type has one that belongs to a parameter, `T::Member`: with the default in its place, nothing
    /// says of which trait it is.
    pub(crate) fn project(&self, ty: &impl ToTokens) -> bool {
        let found = Cell::new(false);
        let look = |before: Option<char>, ident: &Ident, before_path: bool| {
            let free = !matches!(before, Some(':' | '\''));
            let is_ours = free && self.0.iter().any(|(name, _)| name == ident);
            found.set(found.get() || (is_ours && before_path));
            None
        };
        drop(replaced(ty.to_token_stream(), &look));
        found.get()
    }
}

/// Whether a type has this name in it.
pub(crate) fn is_part_of(name: &Ident, ty: &impl ToTokens) -> bool {
    let found = Cell::new(false);
    let look = |_: Option<char>, ident: &Ident, _: bool| {
        found.set(found.get() || ident == name);
        None
    };
    drop(replaced(ty.to_token_stream(), &look));
    found.get()
}

/// Asked with the punctuation before an identifier and whether a path goes on behind it.
type Replace<'r> = &'r dyn Fn(Option<char>, &Ident, bool) -> Option<TokenStream>;

fn replaced(tokens: TokenStream, replace: Replace<'_>) -> TokenStream {
    let mut before = None;
    let mut rest = tokens.into_iter().peekable();
    let mut result = TokenStream::new();
    while let Some(token) = rest.next() {
        let behind = before.take();
        match token {
            TokenTree::Punct(mark) => {
                before = Some(mark.as_char());
                result.extend([TokenTree::Punct(mark)]);
            }
            TokenTree::Ident(ident) => {
                let before_path = matches!(rest.peek(), Some(TokenTree::Punct(mark))
                    if mark.as_char() == ':' && mark.spacing() == proc_macro2::Spacing::Joint);
                let other = replace(behind, &ident, before_path);
                result.extend(other.unwrap_or_else(|| ident.into_token_stream()));
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced(group.stream(), replace));
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            TokenTree::Literal(literal) => result.extend([TokenTree::Literal(literal)]),
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(tokens: &TokenStream) -> String {
        tokens.to_string().replace(' ', "")
    }

    #[test]
    fn every_lifetime_but_static() {
        let ty: syn::Type = syn::parse_quote!((&'a str, &'static str, Cow<'b, [&'_ u8]>));
        assert_eq!(text(&with_lifetime(&ty, "'__r")), "(&'__rstr,&'staticstr,Cow<'__r,[&'__ru8]>)");
    }

    #[test]
    fn lifetimes_that_are_not_declared() {
        let input: DeriveInput = syn::parse_quote!(
            struct Request<'a> {
                of: Option<&'b str>,
                id: &'a str,
            }
        );
        let known = with_declared_lifetimes(&input).unwrap_or_else(|| panic!("`'b` is not"));
        let types: Vec<_> = syn::Fields::iter(&match known.data {
            Data::Struct(data) => data.fields,
            _ => panic!("a struct"),
        })
        .map(|field| text(&field.ty.to_token_stream()))
        .collect();
        assert_eq!(types, ["Option<&'staticstr>", "&'astr"]);
        let input: DeriveInput = syn::parse_quote!(
            struct Request<'a>(&'a str, &'_ str, fn(&str));
        );
        assert!(with_declared_lifetimes(&input).is_none());
    }

    #[test]
    fn every_parameter_by_its_default() {
        let generics: Generics = syn::parse_quote!(<'a, T: Copy = Vec<u8>, const N: usize = 2>);
        let defaults = Defaults::of(&generics).unwrap_or_else(|_| panic!("all have one"));
        let ty: syn::Type = syn::parse_quote!((T, [u8; N], T::Item, other::T, &'a T));
        assert_eq!(
            text(&defaults.apply(&ty)),
            "(Vec<u8>,[u8;2],<Vec<u8>>::Item,other::T,&'aVec<u8>)"
        );
    }

    #[test]
    fn what_belongs_to_a_parameter() {
        let generics: Generics = syn::parse_quote!(<'a, T = Vec<u8>>);
        let defaults = Defaults::of(&generics).unwrap_or_else(|_| panic!("all have one"));
        let project = |ty: syn::Type| defaults.project(&ty);
        assert!(project(syn::parse_quote!(Option<T::Item>)));
        assert!(!project(syn::parse_quote!(Option<(T, other::T, U::Item)>)));
    }

    #[test]
    fn parameters_without_default_are_named() {
        let generics: Generics = syn::parse_quote!(<'a, T, U = u8, const N: usize>);
        let without = Defaults::of(&generics).err().unwrap_or_default();
        assert_eq!(without, ["T", "N"]);
    }
}
