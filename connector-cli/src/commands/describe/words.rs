//! The words of a flow: what the processor says, what it means, and where in the answer it stands.

use std::borrow::Cow;

use connector_core::FlowDescription;

use super::meaning;

/// What stands for all words that are not documented.
pub(super) const OTHERS: &str = "any other word";

/// A word and what it means to us.
#[derive(PartialEq)]
pub(super) struct Word {
    /// `None` for all that are not documented.
    pub(super) word: Option<&'static str>,
    pub(super) meaning: Cow<'static, str>,
}

/// The words that stand in one place of the answer, or in several that have the same.
pub(super) struct Table {
    /// The places: fields, or shapes of the answer. None where there is one.
    pub(super) places: Vec<&'static str>,
    pub(super) words: Vec<Word>,
}

/// The tables of a flow, in the order in which their places are read.
pub(super) fn tables(flow: &FlowDescription) -> Vec<Table> {
    let documented = flow.statuses.iter().map(|mapping| {
        (mapping.field, Word { word: Some(mapping.connector_status), meaning: meaning(mapping) })
    });
    let others = flow.unknown_words.iter().map(|unknown| {
        (unknown.field, Word { word: None, meaning: Cow::Borrowed(unknown.status) })
    });
    let mut each: Vec<Table> = Vec::new();
    for (place, word) in documented.chain(others) {
        let places: Vec<_> = place.into_iter().collect();
        match each.iter_mut().find(|table| table.places == places) {
            Some(table) => table.words.push(word),
            None => each.push(Table { places, words: vec![word] }),
        }
    }
    let mut told: Vec<Table> = Vec::new();
    for table in each {
        match told.iter_mut().find(|earlier| earlier.words == table.words) {
            Some(earlier) => earlier.places.extend(table.places),
            None => told.push(table),
        }
    }
    if let [only] = told.as_mut_slice() {
        only.places.clear();
    }
    told
}

/// Which of several places counts, for people.
pub(super) fn first_of(flow: &FlowDescription, tables: &[Table]) -> Option<&'static str> {
    let by_function = flow.hooks.iter().any(|hook| hook.key == "status");
    (tables.len() > 1 && !by_function)
        .then_some("Where several places could tell it, the first that says something counts.")
}
