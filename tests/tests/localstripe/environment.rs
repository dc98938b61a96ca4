//! A Python environment of the test's own, made once and kept among the build's artefacts.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Another version may answer otherwise, so the test names one.
const PACKAGE: &str = "localstripe==1.15.10";

/// The interpreter that has the package.
///
/// # Errors
/// Why there is none: no Python, no `venv`, no `pip`, no network.
pub(crate) fn python() -> Result<PathBuf, String> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(PACKAGE.replace("==", "-"));
    fs::create_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    // Two test runs at once share the environment, and one of them makes it. The lock goes with the
    // file, however this process ends.
    let lock = File::create(place.join("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;

    let venv = place.join("venv");
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let complete = place.join("complete");
    // A run that was interrupted leaves half an environment, and no mark.
    if complete.exists() && works(&python) {
        return Ok(python);
    }
    fs::remove_file(&complete).ok();
    fs::remove_dir_all(&venv).ok();
    run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", PACKAGE]))?;
    fs::write(&complete, PACKAGE).map_err(|error| error.to_string())?;
    Ok(python)
}

/// The Python that the environment was made of may have gone since.
fn works(python: &Path) -> bool {
    run(Command::new(python).args(["-c", "import localstripe"])).is_ok()
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(format!("{command:?}: {}: {}", output.status, told.trim()))
}
