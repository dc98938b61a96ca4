//! Generates a crate in several ways and takes the compiler's time with it.

mod connectors;
mod flows;
mod source;

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

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
    /// `cargo build --release` of it.
    Release,
    /// The connectors of this repository.
    Connectors,
}

impl Part {
    /// All of it.
    pub const ALL: [Self; 3] = [Self::Check, Self::Release, Self::Connectors];

    /// The part of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "check" => Some(Self::Check),
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
            Part::Check => compare(&root, &["check"], Variant::Serde)?,
            Part::Release => compare(&root, &["build", "--release"], Variant::SerdeCalled)?,
            Part::Connectors => connectors::run(&root)?,
        }
    }
    Ok(())
}

/// A table of all variants, beside what serde's derives add.
fn compare(root: &Path, arguments: &[&str], serde: Variant) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let times = times(root, arguments)?;
    let over = |variant: Variant, time: Duration| time.saturating_sub(of(variant, &times));
    let serde = over(Variant::Plain, of(serde, &times));
    let title = format!("cargo {}", arguments.join(" "));
    writeln!(out, "{title:<26}{:>10}{:>12}{:>16}", "ms", "over plain", "against serde")?;
    let mut line = |name: &str, time: Duration, added: Duration| {
        let (time, added, percent) = (time.as_millis(), added.as_millis(), percent(added, serde));
        writeln!(out, "  {name:<24}{time:>10}{added:>12}{percent:>15}%")
    };
    for (variant, time) in Variant::ALL.into_iter().zip(&times) {
        line(variant.name(), *time, over(Variant::Plain, *time))?;
    }
    let ours = of(Variant::Ours, &times);
    line("our derives", ours, over(Variant::Beneath, ours))?;
    writeln!(out)
}

/// The time of this variant.
fn of(variant: Variant, times: &[Duration]) -> Duration {
    let place = Variant::ALL.iter().position(|other| *other == variant);
    place.and_then(|place| times.get(place)).copied().unwrap_or_default()
}

fn percent(part: Duration, whole: Duration) -> u128 {
    part.as_millis().saturating_mul(100).checked_div(whole.as_millis()).unwrap_or(0)
}

/// The smallest time of each variant, in the order of `Variant::ALL`.
fn times(root: &Path, arguments: &[&str]) -> io::Result<Vec<Duration>> {
    let mut smallest = vec![Duration::MAX; Variant::ALL.len()];
    // The first round also compiles the dependencies, and does not count.
    for round in 0..=ROUNDS {
        for (variant, smallest) in Variant::ALL.into_iter().zip(&mut smallest) {
            let time = compile(&directory(root, variant), &root.join("target"), arguments)?;
            if round > 0 {
                *smallest = time.min(*smallest);
            }
        }
    }
    Ok(smallest)
}

fn compile(directory: &Path, target: &Path, arguments: &[&str]) -> io::Result<Duration> {
    // A newer source is compiled again, and nothing else is.
    let library = directory.join("src/lib.rs");
    let source = fs::read(&library)?;
    fs::write(&library, source)?;
    timed(
        Command::new(cargo()).args(arguments).current_dir(directory).env("CARGO_INCREMENTAL", "0"),
        target,
    )
}

fn cargo() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// How much of the processors' time a command of cargo's takes that builds into this folder. Not the clock's:
/// that counts what else the machine does.
fn timed(command: &mut Command, target: &Path) -> io::Result<Duration> {
    let before = spent()?;
    let output = command
        .arg("--quiet")
        .env("CARGO_TARGET_DIR", target)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()?;
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
