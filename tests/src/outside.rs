//! What is not part of the repository, and saying so where it is not there.

use std::io::Write as _;
use std::path::Path;

/// A text beside the workspace, below `../shared`: the processors' own descriptions may not be copied,
/// and what the peer was recorded doing is not ours. `None`, said loudly, where it is not there.
#[must_use]
pub fn shared(path: &str) -> Option<String> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let text = std::fs::read_to_string(shared.join(path)).ok();
    if text.is_none() {
        skipped(&format!("../shared/{path} is not there"));
    }
    text
}

/// Says that something was not tested, past the capture of the test harness, which would hide it.
pub fn skipped(why: &str) {
    let test = std::thread::current();
    let test = test.name().unwrap_or("a test");
    // In one piece, for other tests write as well. A closed stderr is no reason to fail.
    let line = format!("SKIPPED: {test}: {why}\n");
    std::io::stderr().write_all(line.as_bytes()).ok();
}
