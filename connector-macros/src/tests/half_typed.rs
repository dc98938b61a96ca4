//! Editors run the derives while their input is being typed: no derive panics, whatever is missing,
//! and what it expands to can be parsed.

use proc_macro2::{Group, TokenStream, TokenTree};
use syn::{Attribute, Data, Meta};

use super::{Sample, expand, samples};

#[test]
fn attributes_that_are_cut_off_anywhere() {
    let count = each_attribute_as(&|tokens| {
        let prefixes = (0..tokens.len()).map(|length| tokens[..length].to_vec());
        prefixes.chain(cut_inside(tokens)).collect()
    });
    assert!(count > 200, "only {count} cuts were tried");
}

#[test]
fn attributes_that_lack_a_token_or_have_one_twice() {
    let count = each_attribute_as(&|tokens| {
        let without = (0..tokens.len()).map(|at| {
            let (before, rest) = tokens.split_at(at);
            [before, &rest[1..]].concat()
        });
        let twice = (0..tokens.len()).map(|at| {
            let (before, rest) = tokens.split_at(at);
            [before, &rest[..1], rest].concat()
        });
        without.chain(twice).collect()
    });
    assert!(count > 400, "only {count} changes were tried");
}

/// The last token cut off inside, where it is a group.
fn cut_inside(tokens: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    let groups = tokens.iter().enumerate().filter_map(|(at, token)| match token {
        TokenTree::Group(group) => Some((at, group)),
        _ => None,
    });
    let cuts = groups.flat_map(|(at, group)| {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        let cut = move |length: usize| {
            let inner: TokenStream = inner[..length].iter().cloned().collect();
            let group = Group::new(group.delimiter(), inner);
            [&tokens[..at], &[TokenTree::Group(group)]].concat()
        };
        (0..group.stream().into_iter().count()).map(cut)
    });
    cuts.collect()
}

/// Runs each derive with each variation of each of its attributes; the number of variations.
fn each_attribute_as(variations: &dyn Fn(&[TokenTree]) -> Vec<Vec<TokenTree>>) -> usize {
    let mut count: usize = 0;
    for Sample { name, item, derive } in samples() {
        for position in 0..attributes(&mut item.clone()).len() {
            let Meta::List(list) = attributes(&mut item.clone())[position].meta.clone() else {
                continue;
            };
            let tokens: Vec<TokenTree> = list.tokens.into_iter().collect();
            for variation in variations(&tokens) {
                let mut changed = item.clone();
                let written: TokenStream = variation.into_iter().collect();
                if let Meta::List(list) = &mut attributes(&mut changed)[position].meta {
                    list.tokens = written.clone();
                }
                let (expansion, errors) = expand(derive, &changed);
                let parsed = syn::parse2::<syn::File>(expansion);
                assert!(parsed.is_ok(), "{name}: `{written}` expands to what is no Rust");
                assert!(errors.iter().all(|error| !error.is_empty()), "{name}: `{written}`");
                count = count.saturating_add(1);
            }
        }
    }
    count
}

/// The attributes of the item, of its fields and of its variants.
pub(super) fn attributes(item: &mut syn::DeriveInput) -> Vec<&mut Attribute> {
    let inner: Vec<&mut Vec<Attribute>> = match &mut item.data {
        Data::Struct(data) => data.fields.iter_mut().map(|field| &mut field.attrs).collect(),
        Data::Enum(data) => data.variants.iter_mut().map(|variant| &mut variant.attrs).collect(),
        Data::Union(_) => Vec::new(),
    };
    item.attrs.iter_mut().chain(inner.into_iter().flatten()).collect()
}
