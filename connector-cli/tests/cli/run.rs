//! Runs the binary, and makes the files that it reads.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// Insists on the exit code and on the gist of what stderr says.
    #[track_caller]
    pub(crate) fn fails(self, code: i32, gist: &str) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        assert!(self.stderr.contains(gist), "`{gist}` is not in {self:?}");
        self
    }

    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        self
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        assert_eq!(self.stdout.lines().count(), 1, "not one document on one line: {self:?}");
        serde_json::from_str(&self.stdout).unwrap()
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        self.stdout.contains(text) || self.stderr.contains(text)
    }
}

/// The binary, without variables of the tester's own.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_connectors"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CONNECTORS_") {
            command.env_remove(name);
        }
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

pub(crate) fn run(arguments: &[&str]) -> Ran {
    ran(&command(arguments).output().unwrap())
}

pub(crate) fn run_with(arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
    ran(&command(arguments).envs(variables.iter().copied()).output().unwrap())
}

pub(crate) fn run_reading(arguments: &[&str], stdin: &str) -> Ran {
    let mut command = command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that refuses its arguments reads nothing.
    child.stdin.take().unwrap().write_all(stdin.as_bytes()).ok();
    ran(&child.wait_with_output().unwrap())
}

pub(crate) fn ran(output: &Output) -> Ran {
    Ran {
        code: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout.clone()).unwrap(),
        stderr: String::from_utf8(output.stderr.clone()).unwrap(),
    }
}

/// A file that goes away with its test.
#[derive(Debug)]
pub(crate) struct TestFile(PathBuf);

impl TestFile {
    pub(crate) fn new(content: impl AsRef<[u8]>) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("cli-{}-{number}", std::process::id());
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, content).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for TestFile {
    fn drop(&mut self) {
        fs::remove_file(&self.0).ok();
    }
}

/// The data of a PSync of this payment.
pub(crate) fn payment(id: &str) -> TestFile {
    let data = serde_json::json!({ "request": { "connector_transaction_id": id } });
    TestFile::new(data.to_string())
}

/// Credentials that Stripe and Checkout.com take.
pub(crate) fn api_key() -> TestFile {
    TestFile::new(r#"{"api_key": "sk_test_1"}"#)
}
