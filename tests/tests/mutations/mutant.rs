//! The mutants of one connector.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;

use crate::attribute::{Attribute, attributes};
use crate::fields::{Field, structs};
use crate::source::Source;

/// A connector's file with one mistake.
pub(crate) struct Mutant {
    pub(crate) connector: String,
    /// The attribute, which tells the derive.
    pub(crate) attribute: &'static str,
    pub(crate) operator: &'static str,
    /// The key of the entry, or the status that it names.
    pub(crate) key: String,
    /// The field whose type is changed.
    pub(crate) field: String,
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
            field: String::new(),
            change: (String::new(), String::new()),
            source: connector.text,
        }
    }
}

/// One change of a text: the operator, the key, what stands there and where, and what is to stand there.
struct Change {
    operator: &'static str,
    key: String,
    field: String,
    range: Range<usize>,
    after: String,
}

/// Every mutant of a connector.
pub(crate) fn mutants(connector: &Source) -> Vec<Mutant> {
    let source = connector.text.as_str();
    let mut mutants = Vec::new();
    // What many flows say alike is mistaken once.
    let mut seen = BTreeSet::new();
    let mut add = |attribute, Change { operator, key, field, range, after }: Change| {
        let before = source[range.clone()].to_owned();
        if before == after || !seen.insert((operator, before.clone(), after.clone())) {
            return;
        }
        let mut mutated = source.to_owned();
        mutated.replace_range(range, &after);
        mutants.push(Mutant {
            connector: connector.name.clone(),
            attribute,
            operator,
            key,
            field,
            change: (before, after),
            source: mutated,
        });
    };
    for attribute in attributes(source) {
        for entry in &attribute.entries {
            for (operator, after) in changes(source, &attribute, &source[entry.clone()]) {
                let range = if operator == "drop" {
                    with_comma(source, entry.clone())
                } else {
                    entry.clone()
                };
                let key = key(&source[entry.clone()]).to_owned();
                let field = String::new();
                add(attribute.name, Change { operator, key, field, range, after });
            }
        }
        for pair in attribute.entries.windows(2) {
            if let [one, other] = pair {
                swapped_values(source, one, other)
                    .into_iter()
                    .for_each(|change| add(attribute.name, change));
            }
        }
    }
    for fields in structs(source) {
        for (position, field) in fields.iter().enumerate() {
            let next = fields.get(position + 1);
            type_changes(source, field, next)
                .into_iter()
                .for_each(|change| add(field.attribute, change));
        }
    }
    mutants
}

/// Two entries beside each other, each with the value of the other.
fn swapped_values(source: &str, one: &Range<usize>, other: &Range<usize>) -> Option<Change> {
    let ((first, left), (second, right)) =
        (source[one.clone()].split_once('=')?, source[other.clone()].split_once('=')?);
    let (first, second) = (first.trim(), second.trim());
    let is_plain = |key: &str| !key.contains('(');
    // One of another kind is two values of a wrong kind.
    let is_text = |value: &str| value.trim().starts_with('"');
    let is_alike = is_text(left) == is_text(right);
    (is_plain(first) && is_plain(second) && is_alike).then(|| Change {
        operator: "swap values",
        key: format!("{first} {second}"),
        field: String::new(),
        range: one.start..other.end,
        after: format!("{first} ={right}, {second} ={left}"),
    })
}

/// What can be done to a field: another type in the place of its own, and its attributes before the next one.
fn type_changes(source: &str, field: &Field, next: Option<&Field>) -> Vec<Change> {
    let ty = &source[field.ty.clone()];
    let name = &source[field.name.clone()];
    let attributes = |field: &Field| {
        let each = field.attributes.iter().map(|range| &source[range.clone()]);
        each.collect::<Vec<_>>().join(" ")
    };
    // Where it goes, or what it is; where it comes from is the same for all.
    let written = attributes(field);
    let keys = written.split(['(', ',', ')']).map(key);
    let places = ["query", "query_all", "header", "within", "read_by"];
    let place = if source.contains(&format!("{{{name}}}")) { "path" } else { "body" };
    let key = match field.attribute {
        "connector_flow" => keys.rev().find(|key| places.contains(key)).unwrap_or(place),
        _ => keys.rev().find(|key| key.starts_with(char::is_alphabetic)).unwrap_or_default(),
    };
    let key = key.to_owned();
    let change = |operator, after: String| Change {
        operator,
        key: key.clone(),
        field: name.to_owned(),
        range: field.ty.clone(),
        after,
    };
    let mut changes = vec![
        change("type without lifetime", ty.replace("&'a ", "").replace("<'a>", "")),
        change("wrong type", "Vec<u8>".to_owned()),
    ];
    let mut words = ty.split(|letter: char| !letter.is_ascii_alphanumeric());
    if let Some(word) = words.rfind(|word| word.starts_with(char::is_uppercase)) {
        changes.push(change("misspell type", ty.replace(word, &misspelt(word))));
    }
    if let Some(next) = next {
        changes.push(change("next's type", source[next.ty.clone()].to_owned()));
        let (own, others) = (attributes(field), attributes(next));
        if let (Some(first), Some(last)) = (field.attributes.first(), next.attributes.first()) {
            let end = next.attributes.last().unwrap_or(last).end;
            let between = &source[field.name.start..last.start];
            changes.push(Change {
                operator: "swap attributes",
                key,
                field: name.to_owned(),
                range: first.start..end,
                after: format!("{others} {between} {own}"),
            });
        }
    }
    changes
}

fn with_comma(source: &str, entry: Range<usize>) -> Range<usize> {
    let comma = usize::from(source[entry.end..].starts_with(','));
    entry.start..entry.end + comma
}

fn key(entry: &str) -> &str {
    entry.split(['=', '(']).next().unwrap_or_default().trim()
}

/// What can be done to one entry: the operator, and what stands there then.
fn changes(source: &str, attribute: &Attribute, entry: &str) -> Vec<(&'static str, String)> {
    let mut changes = Vec::new();
    let mut add = |operator, after: String| changes.push((operator, after));
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
        let is_flow = attribute.name == "flow_response" && name.starts_with(char::is_uppercase);
        let has_status = |entry: &Range<usize>| key(&source[entry.clone()]) == "status";
        if is_flow && !attribute.entries.iter().any(has_status) {
            add("answer by itself", format!("{entry}, status = Pending"));
        }
    }
    if let [first, second, ..] = attribute.entries.as_slice() {
        let (first, second) = (&source[first.clone()], &source[second.clone()]);
        if entry == first && first.contains('=') && second.contains('=') {
            let other = second.split_once('=').map_or("", |(_, value)| value.trim());
            add("other's value", format!("{name} = {other}"));
        }
    }
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
