//! What is shown on stderr while one waits: a moving line on a terminal, plain lines elsewhere.

use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

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

/// How often a line is printed where no bar can be.
const NOW_AND_THEN: Duration = Duration::from_secs(30);

/// A long work of a known length, how fast it goes and how long it still takes: a bar on a terminal, a line now
/// and then elsewhere.
#[derive(Debug)]
pub(crate) struct Rate {
    what: &'static str,
    bar: ProgressBar,
    said: Option<Instant>,
}

impl Rate {
    /// So many in all, of which so many are done before.
    pub(crate) fn start(what: &'static str, length: usize, done: usize) -> Self {
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        let style =
            ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}, {per_sec}, {eta} left");
        let (bar, said) = if stderr().is_terminal() {
            (ProgressBar::new(length), None)
        } else {
            (ProgressBar::hidden(), Some(Instant::now()))
        };
        bar.set_length(length);
        let bar = bar
            .with_message(what)
            .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
            .with_position(u64::try_from(done).unwrap_or(u64::MAX));
        bar.reset_eta();
        Self { what, bar, said }
    }

    pub(crate) fn one_more(&mut self) {
        self.bar.inc(1);
        if self.said.is_some_and(|said| said.elapsed() >= NOW_AND_THEN) {
            self.said = Some(Instant::now());
            let (done, all) = (self.bar.position(), self.bar.length().unwrap_or_default());
            let left = humantime::format_duration(Duration::from_secs(self.bar.eta().as_secs()));
            note(format_args!("{}: {done} of {all}, {left} left", self.what));
        }
    }
}

impl Drop for Rate {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
