//! Generates a crate in several ways and times the compiler on it.

mod connectors;
mod source;

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use source::Variant;

/// How often each variant is compiled; the smallest time counts.
const ROUNDS: usize = 5;

/// Measures and prints the table.
///
/// # Errors
/// Where a crate cannot be written or does not compile.
pub fn run() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile-time");
    for variant in Variant::ALL {
        write_crate(&root, variant)?;
    }
    let mut out = io::stdout().lock();
    for (title, arguments) in [
        ("cargo check", ["check"].as_slice()),
        ("cargo build --release", ["build", "--release"].as_slice()),
    ] {
        let times = times(&root, arguments)?;
        let plain = times.first().copied().unwrap_or_default();
        let serde = times.get(1).copied().unwrap_or_default().saturating_sub(plain);
        writeln!(out, "{title:<24}{:>10}{:>12}{:>18}", "ms", "over plain", "against serde")?;
        for (variant, time) in Variant::ALL.iter().zip(&times) {
            let added = time.saturating_sub(plain);
            let percent = added.as_millis().saturating_mul(100).checked_div(serde.as_millis());
            writeln!(
                out,
                "  {:<22}{:>10}{:>12}{:>17}%",
                variant.name(),
                time.as_millis(),
                added.as_millis(),
                percent.unwrap_or(0)
            )?;
        }
        writeln!(out)?;
    }
    drop(out);
    connectors::run(&root)
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
    let started = Instant::now();
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(arguments)
        .arg("--quiet")
        .current_dir(directory)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_INCREMENTAL", "0")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()?;
    if output.status.success() {
        Ok(started.elapsed())
    } else {
        Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()))
    }
}

fn directory(root: &Path, variant: Variant) -> PathBuf {
    root.join(variant.name().replace(' ', "-"))
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
