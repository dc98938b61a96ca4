//! One mistake is one error: each entry of each attribute of the connectors here, mistaken in every way that can be
//! told without a compiler. What rustc makes of some of them is seen in `tests/tests/mutations`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{Attribute, DeriveInput, Meta};

use super::half_typed::attributes;
use super::{expand, samples};
use crate::Derive;

const DERIVES: [(&str, &str, Derive); 6] = [
    ("ConnectorFlow", "connector_flow", crate::flow::derive),
    ("Connector", "connector", crate::connector::derive),
    ("FlowResponse", "flow_response", crate::response::derive),
    ("WireStatus", "wire_status", crate::status::derive),
    ("Auth", "auth", crate::auth::derive),
    ("Webhook", "webhook", crate::webhook::derive),
];

#[test]
fn one_mistake_is_one_error() {
    let mut count = 0_usize;
    let mut failures = Vec::new();
    let mut seen = BTreeSet::new();
    for (name, item) in items() {
        for (derive, attribute, run) in DERIVES.into_iter().filter(|(name, ..)| has(&item, name)) {
            assert_eq!(expand(run, &item).1, [""; 0], "{name}: {derive}");
            for position in 0..attributes(&mut item.clone()).len() {
                let Some(entries) = entries(&item, position, attribute) else { continue };
                // What is said alike in many places is mistaken once.
                if !seen.insert((derive, keys(&entries))) {
                    continue;
                }
                for (mistake, tokens) in mistakes(&entries) {
                    count = count.saturating_add(1);
                    let mut mistaken = item.clone();
                    if let Meta::List(list) = &mut attributes(&mut mistaken)[position].meta {
                        list.tokens = tokens.clone();
                    }
                    let errors = expand(run, &mistaken).1;
                    let at_most = match mistake {
                        // A text that is no URL has as many mistakes as letters that stand in none.
                        "swap values" if url_is_no_url(&tokens) => usize::MAX,
                        // Each of two values in a wrong place may be a mistake by itself.
                        "swap values" => 2,
                        _ => 1,
                    };
                    if errors.len() > at_most {
                        let item = &item.ident;
                        failures.push(format!(
                            "{name}, {item}: {mistake}: `{attribute}({tokens})`\n    {}",
                            errors.join("\n    ")
                        ));
                    }
                }
            }
        }
    }
    assert!(count > 5000, "only {count} mistakes: are the attributes still found?");
    assert!(failures.is_empty(), "{} of {count}\n{}", failures.len(), failures.join("\n"));
}

fn url_is_no_url(tokens: &TokenStream) -> bool {
    let written = tokens.to_string();
    written.split_once("url = \"").is_some_and(|(_, url)| !url.starts_with('/'))
}

/// Every item with a derive of ours, and where it stands.
fn items() -> Vec<(String, DeriveInput)> {
    let connectors: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "..", "connectors", "src"].iter().collect();
    let mut items: Vec<(String, DeriveInput)> =
        samples().into_iter().map(|sample| (sample.name, sample.item)).collect();
    collect(&connectors, &mut items);
    items
}

fn collect(folder: &Path, items: &mut Vec<(String, DeriveInput)>) {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, items);
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (start, _) in source.match_indices("#[derive(") {
            let item = source.get(start..).unwrap_or_default();
            let end = item.split_inclusive('\n').scan(0_usize, |end, line| {
                *end = end.saturating_add(line.len());
                Some((*end, line.trim_end()))
            });
            // As rustfmt writes it: an item ends with a line that is not indented.
            let mut ends = end.filter(|(_, line)| {
                line.starts_with('}')
                    || (line.starts_with("pub ") || line.starts_with("struct "))
                        && line.ends_with([';', '}'])
            });
            let text = ends.next().and_then(|(end, _)| item.get(..end)).unwrap_or(item);
            if let Ok(item) = syn::parse_str(text) {
                items.push((name.clone(), item));
            }
        }
    }
}

/// Whether the item asks for the derive.
fn has(item: &DeriveInput, derive: &str) -> bool {
    let derives = item.attrs.iter().filter(|attribute| attribute.path().is_ident("derive"));
    derives.filter_map(|attribute| attribute.meta.require_list().ok()).any(|list| {
        let mut names = list.tokens.clone().into_iter();
        names.any(|token| matches!(token, TokenTree::Ident(name) if name == derive))
    })
}

/// What stands between the commas of an attribute of this name.
fn entries(item: &DeriveInput, position: usize, name: &str) -> Option<Vec<Vec<TokenTree>>> {
    let mut item = item.clone();
    let all = attributes(&mut item);
    let attribute: &Attribute = all.get(position)?;
    let Meta::List(list) = &attribute.meta else { return None };
    list.path.is_ident(name).then(|| {
        let tokens: Vec<TokenTree> = list.tokens.clone().into_iter().collect();
        let is_comma =
            |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
        let entries = tokens.split(is_comma).map(<[TokenTree]>::to_vec);
        entries.filter(|entry| !entry.is_empty()).collect()
    })
}

/// Which keys there are, and what kind of value each has.
fn keys(entries: &[Vec<TokenTree>]) -> String {
    let kind = |token: &TokenTree| match token {
        TokenTree::Ident(name) if name.to_string().starts_with(char::is_uppercase) => "Name",
        TokenTree::Ident(_) => "name",
        TokenTree::Literal(_) => "literal",
        TokenTree::Group(_) => "()",
        TokenTree::Punct(_) => ".",
    };
    let key = |entry: &Vec<TokenTree>| {
        let name = match entry.first() {
            Some(TokenTree::Ident(name)) if kind(&entry[0]) == "name" => name.to_string(),
            _ => String::new(),
        };
        name + &entry.iter().map(kind).collect::<Vec<_>>().join("")
    };
    entries.iter().map(key).collect::<Vec<_>>().join(" ")
}

/// The entries with one mistake, and what it is.
fn mistakes(entries: &[Vec<TokenTree>]) -> Vec<(&'static str, TokenStream)> {
    let mut mistaken = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let written = |entry: &[TokenTree]| entry.first().map(ToString::to_string);
        let its_key = entries.iter().filter(|other| written(other) == written(entry));
        let has_two_forms = its_key.count() > 1;
        for (mistake, changed) in changes(entry) {
            // In the other's form it is there twice, and wrong as well.
            if has_two_forms && mistake == "wrong kind" {
                continue;
            }
            let mut all: Vec<Vec<TokenTree>> = entries.to_vec();
            all.splice(at..=at, changed);
            mistaken.push((mistake, joined(&all)));
        }
        // Two entries beside each other, each with the value of the other.
        let next = entries.get(at.saturating_add(1));
        if let (Some((key, value)), Some((other, its))) =
            (split(entry), next.and_then(|next| split(next)))
        {
            let mut all: Vec<Vec<TokenTree>> = entries.to_vec();
            all[at] = [key, its].concat();
            all[at.saturating_add(1)] = [other, value].concat();
            mistaken.push(("swap values", joined(&all)));
        }
    }
    mistaken
}

fn joined(entries: &[Vec<TokenTree>]) -> TokenStream {
    let entries = entries.iter().map(|entry| entry.iter().cloned().collect::<TokenStream>());
    quote!(#(#entries),*)
}

/// `key =` and what stands behind it.
fn split(entry: &[TokenTree]) -> Option<(&[TokenTree], &[TokenTree])> {
    let at = entry
        .iter()
        .position(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '='))?;
    Some(entry.split_at(at.saturating_add(1)))
}

/// What an entry becomes: none, one, or two entries.
fn changes(entry: &[TokenTree]) -> Vec<(&'static str, Vec<Vec<TokenTree>>)> {
    let mut changes = vec![("drop", vec![]), ("repeat", vec![entry.to_vec(), entry.to_vec()])];
    let mut add = |mistake, tokens: Vec<TokenTree>| changes.push((mistake, vec![tokens]));
    add("misspell", misspelt(entry, 0));
    let name = &entry[..1];
    let equals = [TokenTree::Punct(Punct::new('=', Spacing::Alone))];
    let with = |value: TokenTree| [name, &equals, &[value]].concat();
    let number = || TokenTree::Literal(Literal::u8_unsuffixed(3));
    let text = || TokenTree::Literal(Literal::string("text"));
    let word = || TokenTree::Ident(Ident::new("Word", Span::call_site()));
    let list = |tokens| TokenTree::Group(Group::new(Delimiter::Parenthesis, tokens));
    let is_text = |token: &TokenTree| matches!(token, TokenTree::Literal(text) if text.to_string().starts_with('"'));
    for value in [number(), text(), word()] {
        if !(is_text(&value) && entry.last().is_some_and(is_text)) {
            add("wrong kind", with(value));
        }
    }
    add("no value", name.to_vec());
    add("no value", [name, &equals].concat());
    add("no value", [name, &[list(TokenStream::new())]].concat());
    add("wrong kind", [name, &[list(number().into())]].concat());
    add("misspell value", misspelt(entry, entry.len().saturating_sub(1)));
    if let [name, TokenTree::Group(group)] = entry {
        let inner: Vec<TokenTree> = group.stream().into_iter().collect();
        add(
            "misspell in a list",
            vec![name.clone(), list(misspelt(&inner, 0).into_iter().collect())],
        );
    }
    let written =
        |tokens: &[TokenTree]| tokens.iter().cloned().collect::<TokenStream>().to_string();
    changes.retain(|(_, changed)| match changed.as_slice() {
        [one] => written(one) != written(entry),
        _ => true,
    });
    changes
}

/// The word at this place, with its second letter gone.
fn misspelt(tokens: &[TokenTree], at: usize) -> Vec<TokenTree> {
    let mut tokens = tokens.to_vec();
    if let Some(TokenTree::Ident(ident)) = tokens.get(at) {
        let mut name: Vec<char> = ident.to_string().chars().collect();
        if name.len() > 2 {
            name.remove(1);
        } else {
            name.push('x');
        }
        let name: String = name.into_iter().collect();
        let name =
            syn::parse_str::<Ident>(&name).unwrap_or_else(|_| Ident::new("misspelt", ident.span()));
        tokens[at] = TokenTree::Ident(Ident::new(&name.to_string(), ident.span()));
    }
    tokens
}
