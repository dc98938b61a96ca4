//! The connectors of this repository: built from clean, alone and together, and again after a change
//! in one of them.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::{cargo, percent, timed};

/// How often each is built; the smallest time counts.
const ROUNDS: usize = 3;

/// What is measured on: a copy of the workspace, because its files are changed.
struct Copy {
    root: PathBuf,
}

/// Measures and prints the table.
///
/// # Errors
/// Where the copy cannot be made or does not compile.
pub(super) fn run(root: &Path) -> io::Result<()> {
    let copy = Copy { root: root.join("workspace") };
    copy.make()?;
    let mut out = io::stdout().lock();
    let names: Vec<&str> = connectors::all().iter().map(|one| one.name()).collect();
    let all = names.join(",");
    writeln!(out, "{:<44}{:>10}{:>12}", "the connectors' crate", "ms", "against all")?;
    for arguments in [["check"].as_slice(), ["build"].as_slice()] {
        let whole = copy.fresh(arguments, &all)?;
        let mut line = |what: &str, time: Duration| {
            let command = arguments.join(" ");
            writeln!(
                out,
                "  {:<42}{:>10}{:>11}%",
                format!("cargo {command}, {what}"),
                time.as_millis(),
                percent(time.as_millis(), whole.as_millis())
            )
        };
        line(&format!("all {}", names.len()), whole)?;
        line("stripe alone", copy.fresh(arguments, "stripe")?)?;
        line("all, after a change in stripe", copy.changed(arguments, &all)?)?;
    }
    Ok(())
}

impl Copy {
    fn make(&self) -> io::Result<()> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        copy_sources(&workspace, &self.root)
    }

    /// The crate alone, compiled as if for the first time; what it depends on is there.
    fn fresh(&self, arguments: &[&str], connectors: &str) -> io::Result<Duration> {
        self.smallest(arguments, connectors, false)
    }

    /// The crate with what rustc kept of the last time, after a line more in one connector.
    fn changed(&self, arguments: &[&str], connectors: &str) -> io::Result<Duration> {
        self.smallest(arguments, connectors, true)
    }

    fn smallest(
        &self,
        arguments: &[&str],
        connectors: &str,
        incremental: bool,
    ) -> io::Result<Duration> {
        // The first time also compiles the dependencies, and does not count.
        self.compile(arguments, connectors, incremental)?;
        let mut smallest = Duration::MAX;
        for round in 0..ROUNDS {
            self.change(round)?;
            smallest = smallest.min(self.compile(arguments, connectors, incremental)?);
        }
        Ok(smallest)
    }

    /// One function more in one connector.
    fn change(&self, round: usize) -> io::Result<()> {
        let file = self.root.join("connectors/src/stripe.rs");
        let mut source = fs::read_to_string(&file)?;
        source.push_str(&format!("\nfn _changed_{}_{round}() {{}}\n", source.len()));
        fs::write(file, source)
    }

    fn compile(
        &self,
        arguments: &[&str],
        connectors: &str,
        incremental: bool,
    ) -> io::Result<Duration> {
        let mut command = Command::new(cargo());
        command
            .args(arguments)
            .args(["-p", "connectors", "--no-default-features", "--features", connectors])
            .current_dir(&self.root)
            .arg("--quiet")
            .env("CARGO_TARGET_DIR", self.root.join("target"))
            .env("CARGO_INCREMENTAL", if incremental { "1" } else { "0" });
        timed(&mut command)
    }
}

/// Copies a folder without what is built and what is git's.
fn copy_sources(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, copy) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name() == "target" || entry.file_name() == ".git" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_sources(&source, &copy)?;
        } else if fs::read(&source)? != fs::read(&copy).unwrap_or_default() {
            // An unchanged file keeps its time, and is not compiled again.
            fs::copy(&source, &copy)?;
        }
    }
    Ok(())
}
