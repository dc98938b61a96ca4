//! Names and values, one a line.

use std::fmt::{self, Display};

use crate::table::Table;

/// Names and values; what has no value is left out.
#[derive(Debug, Default)]
pub(crate) struct FieldList(Vec<[String; 2]>);

impl FieldList {
    pub(crate) fn add(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.0.push([name.to_owned(), value.to_string()]);
        }
    }
}

/// The most that a person is shown of one value, in bytes; `--format json` has all of it.
const SHOWN: usize = 1024;

/// The start of a text that is too long for people.
pub(crate) fn shortened(text: &str, limit: usize) -> String {
    let end = text.floor_char_boundary(limit);
    match text.get(..end) {
        Some(start) if end < text.len() => format!("{start}… ({} bytes)", text.len()),
        _ => text.to_owned(),
    }
}

impl Display for FieldList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::plain(0);
        for row in &self.0 {
            // A value of several lines would break the columns, and could pretend to be a field.
            table.row(row.each_ref().map(|cell| shortened(cell, SHOWN).replace('\n', "\\n")));
        }
        table.fmt(f)
    }
}
