//! What is shown on stderr while one waits: a moving line on a terminal, plain lines elsewhere.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::output::note;
use crate::printable::printable;

/// A wait of unknown length.
#[derive(Debug)]
pub(crate) struct Progress {
    what: String,
    spinner: Option<ProgressBar>,
}

impl Progress {
    pub(crate) fn start(what: String) -> Self {
        let spinner = stderr().is_terminal().then(|| {
            let spinner = ProgressBar::new_spinner().with_message(printable(&what));
            spinner.enable_steady_tick(Duration::from_millis(120));
            spinner
        });
        Self { what, spinner }
    }

    pub(crate) fn tell(&self, news: &str) {
        match &self.spinner {
            Some(spinner) => spinner.set_message(printable(&format!("{}: {news}", self.what))),
            None => note(format_args!("{}: {news}", self.what)),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(spinner) = &self.spinner {
            spinner.finish_and_clear();
        }
    }
}

/// A wait for a known number of things: a bar on a terminal, one line elsewhere.
pub(crate) fn bar(what: &str, length: usize) -> ProgressBar {
    if !stderr().is_terminal() {
        note(format_args!("{what}: {length} …"));
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}");
    ProgressBar::new(u64::try_from(length).unwrap_or(u64::MAX))
        .with_message(what.to_owned())
        .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
