//! `sandbox`, as another process.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::run::{TestFile, command, run};

/// A running sandbox, killed with its test.
struct Running {
    child: Child,
    stdout: BufReader<ChildStdout>,
}

impl Running {
    fn start(more: &[&str]) -> Self {
        let mut command = command(&[&["sandbox", "--port", "0"], more].concat());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        Self { child, stdout }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.stdout.read_line(&mut line).unwrap() > 0, "it has ended");
        line
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn one_document_when_it_is_ready_and_then_it_serves() {
    let mut running = Running::start(&["--format", "json"]);
    let ready: Value = serde_json::from_str(&running.line()).unwrap();
    for (name, access) in ready["processors"].as_object().unwrap() {
        let base_url = access["base_url"].as_str().unwrap();
        assert!(base_url.contains(ready["address"].as_str().unwrap()), "{base_url}");
        let credentials = TestFile::new(access["credentials"].to_string());
        let case = |kind: &str| {
            let cases = ready["cases"].as_array().unwrap().iter();
            let mut own = cases.filter(|case| case["processor"] == name.as_str());
            own.find(|case| case["kind"] == kind).cloned()
        };
        // A processor that cannot be asked has no cases.
        let (Some(payment), Some(refund)) = (case("payment"), case("refund")) else {
            assert_eq!(name, "adyen");
            continue;
        };
        let given = ["--credentials", credentials.path()];
        let id = payment["id"].as_str().unwrap();
        run(&[&["psync", name, id], &given[..]].concat()).ends(0);
        let id = refund["id"].as_str().unwrap();
        let payment_id = refund["payment_id"].as_str().unwrap();
        run(&[&["rsync", name, id, "--payment-id", payment_id], &given[..]].concat()).ends(0);
    }
}

#[test]
fn the_examples_work_as_they_stand() {
    let mut running = Running::start(&[]);
    while !running.line().starts_with("For another terminal") {}
    let examples = [running.line(), running.line()];
    assert!(examples[0].contains("psync stripe") && examples[1].contains("rsync checkout"));
    for example in examples {
        let output = Command::new("sh").args(["-c", &example]).output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && stdout.contains("yes"), "{example}: {stdout}");
    }
}

#[test]
fn ctrl_c_ends_it_well() {
    let mut running = Running::start(&[]);
    // A pipe that nobody reads is full before all is printed.
    while !running.line().starts_with("For another terminal") {}
    running.line();
    running.line();
    let pid = running.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_port_that_is_taken() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    run(&["sandbox", "--port", &port]).fails(1, "`--port` takes another port");
}

#[test]
fn webhooks_go_to_loopback_alone() {
    for (url, gist) in [("http://shop.test/hooks", "is not on loopback"), ("hooks", "is not http")]
    {
        run(&["sandbox", "--port", "0", "--webhooks", url]).fails(2, gist);
    }
    let mut running =
        Running::start(&["--webhooks", "http://127.0.0.1:9/hooks", "--format", "json"]);
    let ready: Value = serde_json::from_str(&running.line()).unwrap();
    assert!(ready["processors"]["adyen"]["credentials"]["webhook_secret"].is_string());
}
