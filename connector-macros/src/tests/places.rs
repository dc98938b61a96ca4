//! What editors need: a name that the author writes in an attribute, and that stands for an item,
//! stands in the expansion at the author's place. Then hovering over it and going to its definition
//! lead to the item, and rustc underlines it where it is wrong.

use std::collections::BTreeSet;

use proc_macro2::{Ident, LineColumn, TokenStream, TokenTree};

use super::{Sample, expand, samples};

/// Every name, with where it stands.
fn names(tokens: TokenStream) -> Vec<Ident> {
    let each = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) => names(group.stream()),
        TokenTree::Ident(ident) => vec![ident],
        TokenTree::Punct(_) | TokenTree::Literal(_) => Vec::new(),
    });
    each.collect()
}

fn place(ident: &Ident) -> (usize, usize) {
    let LineColumn { line, column } = ident.span().start();
    (line, column)
}

/// The names that stand behind a key, save for those that are words of ours.
fn written(tokens: TokenStream) -> Vec<Ident> {
    // Methods and forms of bodies, and the root that is a parameter of the expansion.
    const WORDS: [&str; 12] = [
        "asked",
        "Get",
        "Post",
        "Put",
        "Form",
        "Xml",
        "Soap",
        "GraphQl",
        "Multipart",
        "Raw",
        "auth",
        "none",
    ];
    let mut found = Vec::new();
    let mut behind_a_key = false;
    for token in tokens {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '=' => behind_a_key = true,
            TokenTree::Punct(mark) if mark.as_char() == ',' => behind_a_key = false,
            TokenTree::Ident(ident) if behind_a_key => found.push(ident),
            TokenTree::Group(group) => found.extend(written(group.stream())),
            _ => {}
        }
    }
    found.retain(|ident| !WORDS.iter().any(|word| ident == word));
    found
}

#[test]
fn every_name_of_an_item_is_in_the_expansion_at_its_own_place() {
    let mut count = 0;
    for Sample { name, item, derive } in samples() {
        let fields = match &item.data {
            syn::Data::Struct(data) => data.fields.iter().flat_map(|field| &field.attrs).collect(),
            _ => Vec::new(),
        };
        let lists = item.attrs.iter().chain(fields).filter_map(|attribute| {
            let list = attribute.meta.require_list().ok()?;
            let ours = ["connector", "connector_flow", "flow_response", "auth"];
            ours.iter().any(|name| list.path.is_ident(name)).then(|| list.tokens.clone())
        });
        let lists: Vec<TokenStream> = lists.collect();
        let (expansion, _) = expand(derive, &item);
        let there: BTreeSet<(String, (usize, usize))> =
            names(expansion).iter().map(|ident| (ident.to_string(), place(ident))).collect();
        for ident in lists.into_iter().flat_map(written) {
            count += 1;
            let text = ident.to_string();
            assert!(there.contains(&(text.clone(), place(&ident))), "{name}: `{text}` is lost");
        }
    }
    assert!(count > 30, "only {count} names: are they still found?");
}
