//! Which mutants are the same mistake, and which one of them is tried.

use std::collections::{BTreeMap, BTreeSet};

use crate::mutant::Mutant;

/// What the derive and rustc see of a mistake: in which attribute, at which key, with what in the place of a
/// value, and what was done to it. The names, which every connector has its own of, are not in it. That every
/// way to be not understood is one error of ours is tried in `connector-macros/src/tests/single_mistakes.rs`: what
/// rustc says beside it is the same, and one way is enough here.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kind<'a> {
    attribute: &'static str,
    operator: &'static str,
    key: &'a str,
    values: (&'static str, &'static str),
}

impl<'a> Kind<'a> {
    fn of(mutant: &'a Mutant) -> Self {
        let (before, after) = &mutant.change;
        // A flow, a status or one of its targets, whichever it is.
        let is_name = mutant.key.starts_with(char::is_uppercase);
        let key = if is_name { "(name)" } else { mutant.key.as_str() };
        // What becomes of the value matters where the value is what is mistaken.
        let (operator, values) = match mutant.operator {
            "misspell" | "repeat" | "no value" | "give a value" | "wrong kind" => {
                ("not understood", ("", ""))
            }
            "wrong value" | "misspell value" => (mutant.operator, (value(before), value(after))),
            operator => (operator, ("", "")),
        };
        Self { attribute: mutant.attribute, operator, key, values }
    }
}

/// The kind of value that an entry has.
fn value(entry: &str) -> &'static str {
    let Some((_, value)) = entry.split_once('=') else {
        return if entry.contains('(') { "list" } else { "none" };
    };
    match value.trim() {
        value if value.contains('(') => "list",
        "" => "missing",
        value if value.starts_with('"') => "text",
        value if value.starts_with(|first: char| first.is_ascii_digit()) => "number",
        value if value.contains('.') => "dotted",
        value if value.contains("::") => "path",
        _ => "name",
    }
}

/// One mutant of each kind, from all connectors in turn, and the same ones each time; or all of them,
/// where the environment asks for all, or those of the attributes or operators that it names.
pub(crate) fn chosen(mut mutants: Vec<Mutant>) -> Vec<Mutant> {
    match std::env::var("MUTATIONS").as_deref() {
        Ok("all") => return mutants,
        Ok(one) => mutants.retain(|mutant| {
            one.split(',').any(|one| mutant.attribute == one || mutant.operator == one)
        }),
        Err(_) => {}
    }
    let mut kinds: BTreeMap<Kind<'_>, Vec<usize>> = BTreeMap::new();
    for (position, mutant) in mutants.iter().enumerate() {
        kinds.entry(Kind::of(mutant)).or_default().push(position);
    }
    let chosen: BTreeSet<usize> = kinds
        .into_values()
        .enumerate()
        .map(|(turn, positions)| positions[turn % positions.len()])
        .collect();
    let mutants = mutants.into_iter().enumerate();
    mutants.filter_map(|(position, mutant)| chosen.contains(&position).then_some(mutant)).collect()
}
