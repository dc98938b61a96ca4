//! The output: a row for each that was answered, written as soon as it is, and read again by the next run.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use connector_core::{Money, Report};
use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use super::columns::{Columns, TOLD};
use super::summary::{NOT_ASKED, name};
use super::survey::{Row, fingerprint};
use crate::failure::Failure;
use crate::report_text::word;

/// What an answer adds to its row. The last one ends it: a row without it was cut off.
const ADDED: [&str; 13] = [
    "of_row",
    "outcome",
    "status",
    "is_final",
    "awaits",
    "connector_status",
    "amount",
    "currency",
    "amount_captured",
    "error_code",
    "error_message",
    "detail",
    "at",
];

/// The rows that are answered, and the file that they stand in; nobody else writes to it meanwhile.
#[derive(Debug)]
pub(super) struct Answers {
    path: PathBuf,
    file: File,
    columns: Arc<Columns>,
    done: Arc<[bool]>,
    /// How many rows earlier runs were told what.
    pub(super) before: BTreeMap<String, usize>,
}

impl Answers {
    /// The file, new or as an earlier run left it: a row that was cut off is gone.
    pub(super) fn open(
        path: &Path,
        columns: &Arc<Columns>,
        fingerprints: &[u64],
    ) -> Result<Self, Failure> {
        let failed = |error: &dyn Display| {
            Failure::usage(format!("`{}` cannot be written: {error}", path.display()))
        };
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let file = options.open(path).map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(failed(&"another run writes to it")),
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        let (path, columns) = (path.to_owned(), Arc::clone(columns));
        let mut answers =
            Self { path, file, columns, done: Arc::default(), before: BTreeMap::new() };
        answers.read(fingerprints)?;
        Ok(answers)
    }

    /// Takes over what is there, and goes to the end of it.
    fn read(&mut self, fingerprints: &[u64]) -> Result<(), Failure> {
        let head: Vec<String> = self.head();
        let width = self.columns.carried().count();
        let (length, is_whole) = self.ends().map_err(|error| self.failed(&error))?;
        let mut reader =
            ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&self.file);
        let mut done = vec![false; fingerprints.len()];
        let mut record = StringRecord::new();
        let mut end = 0;
        while reader.read_record(&mut record).map_err(|error| self.foreign(error.to_string()))? {
            let is_last = reader.position().byte() >= length;
            if is_last && (!is_whole || record.len() != head.len()) {
                break;
            }
            if end == 0 && record.iter().ne(head.iter().map(String::as_str)) {
                return Err(self.foreign("it has other columns"));
            }
            if end > 0 {
                let cell = |added: usize| record.get(width.saturating_add(added)).unwrap_or("");
                let number = cell(0).parse().unwrap_or_default();
                let index = usize::wrapping_sub(number, 1);
                let own = fingerprint(record.iter().take(width));
                match done.get_mut(index).zip(fingerprints.get(index)) {
                    Some((done, asked)) if *asked == own => *done = true,
                    _ => return Err(self.foreign(format!("its row {number} is another one"))),
                }
                let rows = self.before.entry(name(cell(1), cell(2)).to_owned()).or_default();
                *rows = rows.saturating_add(1);
            }
            end = reader.position().byte();
        }
        self.done = done.into();
        let shortened = self.file.set_len(end).and_then(|()| self.file.seek(SeekFrom::End(0)));
        shortened.map_err(|error| self.failed(&error))?;
        if end == 0 { self.write(&head) } else { Ok(()) }
    }

    /// How long the file is, and whether its last row is whole.
    fn ends(&self) -> std::io::Result<(u64, bool)> {
        let mut file = &self.file;
        let length = file.seek(SeekFrom::End(0))?;
        let mut last = [0];
        if length > 0 {
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
        }
        file.rewind()?;
        Ok((length, last == *b"\n"))
    }

    fn foreign(&self, why: impl Display) -> Failure {
        let path = self.path.display();
        Failure::usage(format!("`{path}` is no output of this input ({why}); name another file"))
    }

    fn head(&self) -> Vec<String> {
        let added = ADDED.iter().map(|name| format!("{TOLD}{name}"));
        self.columns.carried().map(str::to_owned).chain(added).collect()
    }

    /// Which rows were answered before, in the order of the input.
    pub(super) fn done(&self) -> Arc<[bool]> {
        Arc::clone(&self.done)
    }

    /// How many were answered before.
    pub(super) fn count(&self) -> usize {
        self.done.iter().filter(|done| **done).count()
    }

    /// Adds what was told of a row.
    pub(super) fn told(&mut self, row: &Row, report: &Report) -> Result<(), Failure> {
        let error = report.error.as_ref();
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let number =
            |amount: Option<Money>| amount.map(|amount| amount.minor_amount.get().to_string());
        self.add(
            row,
            [
                text(Some(report.outcome)),
                text(report.status),
                report.is_final.map(|is_final| is_final.to_string()).unwrap_or_default(),
                report.awaits.map(word).unwrap_or_default(),
                text(report.connector_status.as_deref()),
                number(report.amount).unwrap_or_default(),
                report.currency.map(|currency| currency.to_string()).unwrap_or_default(),
                number(report.amount_captured).unwrap_or_default(),
                text(error.and_then(|error| error.code.as_deref())),
                text(error.and_then(|error| error.message.as_deref())),
                text(report.detail.as_deref()),
            ],
        )
    }

    /// Adds why a row could not be asked.
    pub(super) fn not_asked(&mut self, row: &Row, why: &str) -> Result<(), Failure> {
        let mut told: [String; 11] = Default::default();
        let [outcome, .., detail] = &mut told;
        (*outcome, *detail) = (NOT_ASKED.to_owned(), why.to_owned());
        self.add(row, told)
    }

    fn add(&mut self, row: &Row, told: [String; 11]) -> Result<(), Failure> {
        let asked = self.columns.carried_of(&row.cells).map(str::to_owned);
        let at = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
        let cells = asked.chain([row.number.to_string()]).chain(told).chain([at]);
        self.write(&cells.collect::<Vec<_>>())
    }

    /// One row in one piece, so that it is there whole or cut off at its end.
    fn write(&mut self, cells: &[String]) -> Result<(), Failure> {
        let mut writer = WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        writer.write_record(cells).map_err(Failure::internal)?;
        let line = writer.into_inner().map_err(Failure::internal)?;
        self.file.write_all(&line).map_err(|error| self.failed(&error))
    }

    /// Sees to it that all of it is on the disk.
    pub(super) fn end(&self) -> Result<(), Failure> {
        self.file.sync_all().map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &dyn Display) -> Failure {
        Failure::internal(format!("`{}` cannot be written: {error}", self.path.display()))
    }
}
