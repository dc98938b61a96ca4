//! The mutants of one connector.

use std::collections::BTreeSet;
use std::fmt;

use crate::attribute::{Attribute, attributes};
use crate::source::Source;

/// A connector's file with one mistake.
pub(crate) struct Mutant {
    pub(crate) connector: String,
    /// The attribute, which tells the derive.
    pub(crate) attribute: &'static str,
    pub(crate) operator: &'static str,
    /// The key of the entry, or the status that it names.
    pub(crate) key: String,
    /// What stood there, and what stands there now.
    pub(crate) change: (String, String),
    pub(crate) source: String,
}

impl fmt::Display for Mutant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = &self.change;
        write!(f, "{}: {} `{before}` -> `{after}`", self.connector, self.operator)
    }
}

impl Mutant {
    /// A connector without a mistake.
    pub(crate) fn none(connector: Source) -> Self {
        Self {
            connector: connector.name,
            attribute: "",
            operator: "nothing",
            key: String::new(),
            change: (String::new(), String::new()),
            source: connector.text,
        }
    }
}

/// Every mutant of a connector.
pub(crate) fn mutants(connector: &Source) -> Vec<Mutant> {
    let source = connector.text.as_str();
    let mut mutants = Vec::new();
    // What many flows say alike is mistaken once.
    let mut seen = BTreeSet::new();
    for attribute in attributes(source) {
        for entry in &attribute.entries {
            for (operator, before, after) in changes(source, &attribute, &source[entry.clone()]) {
                if !seen.insert((operator, before.clone(), after.clone())) {
                    continue;
                }
                let mut mutated = source.to_owned();
                let range = if operator == "drop" {
                    with_comma(source, entry.clone())
                } else {
                    entry.clone()
                };
                mutated.replace_range(range, &after);
                mutants.push(Mutant {
                    connector: connector.name.clone(),
                    attribute: attribute.name,
                    operator,
                    key: key(&before).to_owned(),
                    change: (before, after),
                    source: mutated,
                });
            }
        }
    }
    mutants
}

fn with_comma(source: &str, entry: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let comma = usize::from(source[entry.end..].starts_with(','));
    entry.start..entry.end + comma
}

fn key(entry: &str) -> &str {
    entry.split(['=', '(']).next().unwrap_or_default().trim()
}

/// What can be done to one entry: the operator, what stood there, what stands there now.
fn changes(
    source: &str,
    attribute: &Attribute,
    entry: &str,
) -> Vec<(&'static str, String, String)> {
    let mut changes = Vec::new();
    let mut add = |operator, after: String| changes.push((operator, entry.to_owned(), after));
    let name = key(entry);
    add("drop", String::new());
    add("misspell", entry.replacen(name, &misspelt(name), 1));
    add("repeat", format!("{entry}, {entry}"));
    if let Some((_, value)) = entry.split_once('=').filter(|(_, value)| !value.contains('(')) {
        let value = value.trim();
        add("wrong kind", format!("{name} = 3"));
        add("no value", format!("{name} ="));
        if value.starts_with('"') {
            add("wrong kind", format!("{name} = Name"));
        } else {
            add("wrong kind", format!("{name} = \"{value}\""));
            let last = value.rsplit('.').next().unwrap_or_default();
            add("misspell value", entry.replacen(last, &misspelt(last), 1));
        }
        if name == "url" {
            add("wrong value", format!("{name} = {}", value.replacen('/', "", 1)));
            add("wrong value", format!("{name} = {}", value.replacen('}', "", 1)));
            add("wrong value", format!("{name} = {}", value.replacen('}', "d}", 1)));
        }
        if name == "http_method" {
            add("wrong value", format!("{name} = Fetch"));
        }
    } else if !entry.contains('(') {
        add("give a value", format!("{entry} = 3"));
    }
    if let [first, second, ..] = attribute.entries.as_slice() {
        let (first, second) = (&source[first.clone()], &source[second.clone()]);
        if entry == first && first.contains('=') && second.contains('=') {
            let other = second.split_once('=').map_or("", |(_, value)| value.trim());
            add("other's value", format!("{name} = {other}"));
        }
    }
    changes.retain(|(_, before, after)| before != after);
    changes
}

/// The name with its second letter gone; a name of one letter doubled.
fn misspelt(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() > 2 {
        letters.remove(1);
    } else {
        letters.push('x');
    }
    letters.into_iter().collect()
}
