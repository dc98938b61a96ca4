//! What is not part of the repository, and saying so where it is not there.

use std::io::Write as _;
use std::path::Path;

/// A text beside the workspace, below `../shared`: the processors' own descriptions may not be copied,
/// and what the peer was recorded doing is not ours. `None`, said loudly, where it is not there.
///
/// # Panics
///
/// If it is not there and `SHARED_REQUIRED` is set, to whatever: who sets it would not see what was skipped.
#[must_use]
pub fn shared(path: &str) -> Option<String> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let text = std::fs::read_to_string(shared.join(path)).ok();
    if text.is_none() {
        skipped(&absent(path, std::env::var_os("SHARED_REQUIRED").is_some()));
    }
    text
}

/// Why a test is skipped, or fails.
fn absent(path: &str, required: bool) -> String {
    assert!(!required, "../shared/{path} is not there, and `SHARED_REQUIRED` is set");
    format!("../shared/{path} is not there")
}

/// Says that something was not tested, past the capture of the test harness, which would hide it.
pub fn skipped(why: &str) {
    let test = std::thread::current();
    let test = test.name().unwrap_or("a test");
    // In one piece, for other tests write as well. A closed stderr is no reason to fail.
    let line = format!("SKIPPED: {test}: {why}\n");
    std::io::stderr().write_all(line.as_bytes()).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_is_skipped_unless_it_is_required() {
        assert_eq!(
            absent("specs/nowhere.json", false),
            "../shared/specs/nowhere.json is not there"
        );
    }

    #[test]
    #[should_panic(expected = "specs/nowhere.json is not there, and `SHARED_REQUIRED` is set")]
    fn what_is_required_and_absent_fails() {
        absent("specs/nowhere.json", true);
    }
}
