//! Lifetimes of the author's struct, under the one name that an expansion uses.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;

/// The tokens with every named lifetime but `'static` replaced. Lifetimes are two tokens, a joint
/// apostrophe and a name, so no syntax tree is needed.
pub(crate) fn with_lifetime(tokens: &impl ToTokens, lifetime: &str) -> TokenStream {
    let name = lifetime.trim_start_matches('\'');
    replace(tokens.to_token_stream(), name)
}

fn replace(tokens: TokenStream, name: &str) -> TokenStream {
    let mut behind_apostrophe = false;
    let each = |token: TokenTree| {
        let is_name = std::mem::take(&mut behind_apostrophe);
        match token {
            TokenTree::Punct(mark) => {
                behind_apostrophe = mark.as_char() == '\'';
                TokenTree::Punct(mark)
            }
            TokenTree::Ident(ident) if is_name && ident != "static" => {
                proc_macro2::Ident::new(name, ident.span()).into()
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replace(group.stream(), name));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        }
    };
    tokens.into_iter().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lifetime_but_static() {
        let ty: syn::Type = syn::parse_quote!((&'a str, &'static str, Cow<'b, [&'_ u8]>));
        assert_eq!(
            with_lifetime(&ty, "'__r").to_string().replace(' ', ""),
            "(&'__rstr,&'staticstr,Cow<'__r,[&'__ru8]>)"
        );
    }
}
