//! Whoever reads may stop reading.

use std::process::Stdio;

use crate::run::{command, ran};

#[test]
fn a_closed_pipe_is_the_end_and_no_error() {
    for arguments in [
        &["describe"][..],
        &["list", "--format", "json"],
        &["--help"],
        &["demo", "--format", "json"],
    ] {
        let mut command = command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let ran = ran(&child.wait_with_output().unwrap());
        assert_eq!(ran.code, 0, "{ran:?}");
        assert!(!ran.says("panicked") && !ran.says("error"), "{ran:?}");
    }
}

#[test]
fn a_closed_stderr_changes_nothing() {
    let mut command = command(&["psync", "strpe", "pi_1"]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command(&["list"]).stdout(full).output().unwrap();
    ran(&output).fails(1, "stdout cannot be written");
}
