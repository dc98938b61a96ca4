//! The instructions that rustc takes: they repeat, on a busy machine and on another one.
//!
//! For cargo, this benchmark stands in rustc's place (`RUSTC_WRAPPER`), and has valgrind count while the generated
//! crate is compiled.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use super::source::Variant;
use super::{Table, compile_command, directory};

/// The crate of which rustc's instructions are counted.
const COUNTED: &str = "CONNECTOR_BENCHES_COUNTED";

/// The file that valgrind writes the count to.
const COUNT: &str = "CONNECTOR_BENCHES_COUNT";

/// The instructions of `cargo check` for each variant; `None` where valgrind cannot be run.
pub(super) fn table(root: &Path) -> io::Result<Option<Table>> {
    if Command::new("valgrind").arg("--version").output().is_err() {
        return Ok(None);
    }
    let mut counts = Vec::new();
    for variant in Variant::ALL {
        counts.push(count(root, variant)?);
    }
    Ok(Some(Table { unit: "million instructions", title: "cargo check".to_owned(), counts }))
}

fn count(root: &Path, variant: Variant) -> io::Result<u128> {
    let file = root.join("instructions");
    let mut command =
        compile_command(&directory(root, variant), &root.join("target-counted"), &["check"])?;
    let output = command
        .env("RUSTC_WRAPPER", std::env::current_exe()?)
        .env(COUNTED, variant.crate_name().replace('-', "_"))
        .env(COUNT, &file)
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    read(&fs::read_to_string(file)?)
}

/// "==123== I   refs:      8,531,360,569"
fn read(log: &str) -> io::Result<u128> {
    let line = log.lines().find_map(|line| line.split_once("refs:"));
    let count = line.map(|(_, count)| count.trim().replace(',', ""));
    let count: Option<u128> = count.and_then(|count| count.parse().ok());
    count
        .and_then(|count| count.checked_div(1_000_000))
        .ok_or_else(|| io::Error::other(format!("valgrind counted nothing: {log}")))
}

/// Where cargo calls this program in rustc's place: calls rustc, and has the instructions counted of the crate that
/// is measured. `None` where it was called by somebody else.
#[must_use]
pub fn in_the_place_of_rustc() -> Option<ExitCode> {
    let (counted, log) = (std::env::var_os(COUNTED)?, std::env::var_os(COUNT)?);
    let mut arguments = std::env::args_os().skip(1);
    let rustc = arguments.next()?;
    let arguments: Vec<OsString> = arguments.collect();
    let names = arguments.iter().zip(arguments.iter().skip(1));
    let is_counted = { names }.any(|(key, name)| key == "--crate-name" && *name == counted);
    let status = if is_counted { under_valgrind(&rustc, &log) } else { Ok(Command::new(rustc)) }
        .and_then(|mut command| command.args(arguments).status());
    Some(match status {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// rustc itself, not what stands before it and chooses a toolchain.
fn under_valgrind(rustc: &OsString, log: &OsString) -> io::Result<Command> {
    let sysroot = Command::new(rustc).args(["--print", "sysroot"]).output()?.stdout;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot).trim());
    let mut log_file = OsString::from("--log-file=");
    log_file.push(log);
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
        .arg(log_file)
        .arg(sysroot.join("bin/rustc"))
        .env("LD_LIBRARY_PATH", sysroot.join("lib"));
    Ok(command)
}
