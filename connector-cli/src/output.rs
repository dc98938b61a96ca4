//! The one place that prints.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use serde::Serialize;
use serde_json::json;

use crate::args::Format;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::printable::printable;

/// Data goes to stdout, in the format that was asked for; the rest to stderr.
#[derive(Debug)]
pub(crate) struct Output {
    format: Format,
    has_printed: bool,
}

impl Output {
    pub(crate) fn new(format: Format) -> Self {
        Self { format, has_printed: false }
    }

    pub(crate) fn format(&self) -> Format {
        self.format
    }

    /// Prints data: its serde form as JSON, its `Display` form as text.
    pub(crate) fn data(&mut self, data: &(impl Serialize + Display)) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.json(data),
            Format::Text | Format::Markdown => self.text(data),
        }
    }

    /// Prints one document on one line.
    pub(crate) fn json(&mut self, data: &impl Serialize) -> Result<(), Failure> {
        let json = serde_json::to_string(data).map_err(Failure::internal)?;
        self.line(&json)
    }

    /// Prints text for people.
    pub(crate) fn text(&mut self, text: impl Display) -> Result<(), Failure> {
        self.line(printable(&text.to_string()).trim_end())
    }

    fn line(&mut self, line: &str) -> Result<(), Failure> {
        self.has_printed = true;
        let mut stdout = io::stdout().lock();
        match writeln!(stdout, "{line}").and_then(|()| stdout.flush()) {
            // Whoever reads has seen enough, as `head` does.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(error) => Err(Failure::internal(format!("stdout cannot be written: {error}"))),
            Ok(()) => Ok(()),
        }
    }

    /// Says how a command ended: a line on stderr where it is not well, and as JSON on stdout where
    /// nothing else was printed there.
    pub(crate) fn end(&mut self, ended: Result<Exit, Failure>) -> Exit {
        let failure = match ended {
            Ok(Exit::Done) => return Exit::Done,
            Ok(exit) => {
                note(format_args!("connectors: {} (exit code {})", exit.meaning(), exit.code()));
                return exit;
            }
            Err(failure) => failure,
        };
        note(format_args!("error: {}", failure.message));
        if self.format == Format::Json && !self.has_printed {
            let error = json!({ "code": failure.exit.code(), "message": failure.message });
            // The failure is told on stderr already; stdout may be what failed.
            self.json(&json!({ "error": error })).ok();
        }
        failure.exit
    }
}

/// Prints a line for people on stderr. Nothing depends on it, so that a closed stderr is no error.
pub(crate) fn note(line: impl Display) {
    writeln!(io::stderr().lock(), "{}", printable(&line.to_string())).ok();
}
