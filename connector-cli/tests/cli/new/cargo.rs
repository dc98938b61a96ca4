//! cargo, run on what was generated.

use std::path::Path;
use std::process::Command;

/// Insists that the tests of a generated crate pass, and returns what cargo printed. All of them are
/// built in one folder, so that what they stand on is built once, and found by the next run.
pub(super) fn test(folder: &Path, arguments: &[&str]) -> String {
    cargo(folder, &[&["test", "--offline"], arguments].concat())
}

/// Insists that the files are as rustfmt would have them.
pub(super) fn is_formatted(folder: &Path) {
    cargo(folder, &["fmt", "--check"]);
}

fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated"))
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "cargo {arguments:?}\n{stdout}\n{stderr}");
    assert!(!stderr.contains("warning"), "cargo {arguments:?}\n{stderr}");
    stdout
}
