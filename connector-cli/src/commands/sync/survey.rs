//! The file, read once before anything is asked: how many rows, of whom, and how each can be known again.

use std::collections::BTreeSet;
use std::fs::File;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use csv::{Reader, ReaderBuilder, StringRecord, StringRecordsIntoIter, Trim};

use super::columns::Columns;
use crate::failure::Failure;

/// A row of the input.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The first below the head is 1.
    pub(super) number: usize,
    pub(super) cells: StringRecord,
}

impl Row {
    /// Whether it is among those that were answered, which stand in the order of the input.
    pub(super) fn is_done(&self, done: &[bool]) -> bool {
        done.get(self.number.wrapping_sub(1)).copied().unwrap_or_default()
    }
}

/// The rows of a file, one after the other: it may be larger than the memory.
pub(super) struct Rows {
    input: PathBuf,
    records: StringRecordsIntoIter<File>,
    number: usize,
}

pub(super) fn reader(input: &Path) -> Result<Reader<File>, Failure> {
    let file = File::open(input).map_err(|error| {
        Failure::usage(format!("`{}` cannot be read: {error}", input.display()))
    })?;
    // A row that is too short is one that cannot be asked; the others can.
    Ok(ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(file))
}

impl Rows {
    pub(super) fn of(input: &Path) -> Result<Self, Failure> {
        let records = reader(input)?.into_records();
        Ok(Self { input: input.to_owned(), records, number: 0 })
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let record = self.records.next()?;
        self.number = self.number.saturating_add(1);
        let wrong = |error| Failure::usage(format!("`{}`: {error}", self.input.display()));
        Some(record.map(|cells| Row { number: self.number, cells }).map_err(wrong))
    }
}

/// What is known of a file before anything is asked.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The connectors that are asked.
    pub(super) connectors: BTreeSet<&'static str>,
    /// By which each row is known again.
    pub(super) fingerprints: Vec<u64>,
    /// How many cannot be asked.
    pub(super) bad_rows: usize,
    /// The first of those, and why.
    pub(super) first_bad: Option<(usize, String)>,
}

impl Survey {
    pub(super) fn of(input: &Path, columns: &Columns) -> Result<Self, Failure> {
        let mut survey = Self::default();
        for row in Rows::of(input)? {
            let row = row?;
            survey.fingerprints.push(fingerprint(columns.carried_of(&row.cells)));
            match columns.question(&row.cells) {
                Ok(asked) => {
                    survey.connectors.insert(asked.connector.name());
                }
                Err(why) => {
                    survey.bad_rows = survey.bad_rows.saturating_add(1);
                    survey.first_bad.get_or_insert((row.number, why));
                }
            }
        }
        Ok(survey)
    }

    pub(super) fn rows(&self) -> usize {
        self.fingerprints.len()
    }
}

/// The same for the same cells, in every run.
pub(super) fn fingerprint(cells: impl Iterator<Item: AsRef<str>>) -> u64 {
    let mut hasher = DefaultHasher::new();
    cells.for_each(|cell| cell.as_ref().hash(&mut hasher));
    hasher.finish()
}
