//! Generates a crate in several ways and takes the compiler's time with it.

mod connectors;
mod flows;
mod instructions;
mod source;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

pub use instructions::in_the_place_of_rustc;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::{TimeVal, TimeValLike as _};
use source::Variant;

/// How often each variant is compiled; the smallest time counts.
const ROUNDS: usize = 5;

/// A part of what is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `cargo check` of the generated crate.
    Check,
    /// The same, in instructions of rustc's.
    Instructions,
    /// `cargo build --release` of it.
    Release,
    /// The connectors of this repository.
    Connectors,
}

impl Part {
    /// All of it.
    pub const ALL: [Self; 4] = [Self::Check, Self::Instructions, Self::Release, Self::Connectors];

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "check" => Some(Self::Check),
            "instructions" => Some(Self::Instructions),
            "release" => Some(Self::Release),
            "connectors" => Some(Self::Connectors),
            _ => None,
        }
    }
}

/// Measures and prints the tables.
///
/// # Errors
/// Where a crate cannot be written or does not compile.
pub fn run(parts: &[Part]) -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile-time");
    for variant in Variant::ALL {
        write_crate(&root, variant)?;
    }
    for part in parts {
        match part {
            Part::Check => times(&root, &["check"])?.print(Variant::Serde)?,
            Part::Instructions => match instructions::table(&root)? {
                Some(table) => table.print(Variant::Serde)?,
                None => writeln!(io::stdout(), "not counted: valgrind cannot be run\n")?,
            },
            Part::Release => times(&root, &["build", "--release"])?.print(Variant::SerdeCalled)?,
            Part::Connectors => connectors::run(&root)?,
        }
    }
    Ok(())
}

/// What was measured of each variant, in the order of `Variant::ALL`.
struct Table {
    title: String,
    unit: &'static str,
    counts: Vec<u128>,
}

impl Table {
    /// All variants, beside what serde's derives add.
    fn print(&self, serde: Variant) -> io::Result<()> {
        let mut out = io::stdout().lock();
        let over = |variant: Variant, count: u128| count.saturating_sub(self.of(variant));
        let serde = over(Variant::Plain, self.of(serde));
        let Self { title, unit, .. } = self;
        let width = unit.len().max(10);
        writeln!(out, "{title:<26}{unit:>width$}{:>12}{:>16}", "over plain", "against serde")?;
        let mut line = |name: &str, count: u128, added: u128| {
            let percent = percent(added, serde);
            writeln!(out, "  {name:<24}{count:>width$}{added:>12}{percent:>15}%")
        };
        for (variant, count) in Variant::ALL.into_iter().zip(&self.counts) {
            line(variant.name(), *count, over(Variant::Plain, *count))?;
        }
        let ours = self.of(Variant::Ours);
        line("our derives", ours, over(Variant::Beneath, ours))?;
        writeln!(out)
    }

    fn of(&self, variant: Variant) -> u128 {
        let place = Variant::ALL.iter().position(|other| *other == variant);
        place.and_then(|place| self.counts.get(place)).copied().unwrap_or_default()
    }
}

fn percent(part: u128, whole: u128) -> u128 {
    part.saturating_mul(100).checked_div(whole).unwrap_or(0)
}

/// The smallest time of each variant.
fn times(root: &Path, arguments: &[&str]) -> io::Result<Table> {
    let mut smallest = vec![Duration::MAX; Variant::ALL.len()];
    // The first round also compiles the dependencies, and does not count.
    for round in 0..=ROUNDS {
        for (variant, smallest) in Variant::ALL.into_iter().zip(&mut smallest) {
            let target = root.join("target");
            let time = timed(&mut compile_command(&directory(root, variant), &target, arguments)?)?;
            if round > 0 {
                *smallest = time.min(*smallest);
            }
        }
    }
    let counts = smallest.iter().map(Duration::as_millis).collect();
    Ok(Table { title: format!("cargo {}", arguments.join(" ")), unit: "ms", counts })
}

/// Compiles the crate again, and nothing that it depends on.
fn compile_command(directory: &Path, target: &Path, arguments: &[&str]) -> io::Result<Command> {
    // A newer source is compiled again, and nothing else is.
    let library = directory.join("src/lib.rs");
    let source = fs::read(&library)?;
    fs::write(&library, source)?;
    let mut command = Command::new(cargo());
    command
        .args(arguments)
        .arg("--quiet")
        .current_dir(directory)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", target);
    Ok(command)
}

fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// How much of the processors' time a command of cargo's takes. Not the clock's: that counts what else the machine
/// does.
fn timed(command: &mut Command) -> io::Result<Duration> {
    let before = spent()?;
    let output = command.stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
    if output.status.success() {
        Ok(spent()?.saturating_sub(before))
    } else {
        Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
    }
}

/// What all commands so far have taken, and what they started themselves.
fn spent() -> io::Result<Duration> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    Ok(duration(usage.user_time()).saturating_add(duration(usage.system_time())))
}

fn duration(time: TimeVal) -> Duration {
    let micros = time.num_microseconds();
    Duration::from_micros(u64::try_from(micros).unwrap_or_default())
}

fn directory(root: &Path, variant: Variant) -> PathBuf {
    root.join(variant.crate_name())
}

fn write_crate(root: &Path, variant: Variant) -> io::Result<()> {
    let directory = directory(root, variant);
    fs::create_dir_all(directory.join("src"))?;
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // The same versions as the workspace's, so that nothing has to be fetched.
    fs::copy(workspace.join("Cargo.lock"), directory.join("Cargo.lock"))?;
    fs::write(directory.join("Cargo.toml"), source::manifest(variant, &workspace))?;
    fs::write(directory.join("src/lib.rs"), source::library(variant))
}
