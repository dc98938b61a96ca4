//! Every ready-made body, held against the processor's own description.
//!
//! The descriptions are not part of the repository. Where they are not to be found, the tests say so
//! and pass, or fail where `SHARED_REQUIRED` is set.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

#[path = "../client/mod.rs"]
mod client;
#[path = "../orders/merchant.rs"]
mod merchant;
mod openapi;
mod orders;
mod xml_schema;

use std::io::Write;
use std::path::Path;

use connector_sandbox::{Case, Kind, Processor, Sandbox, Step};

/// The text of a description, or a message that it is not here.
fn description(name: &str) -> Option<String> {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/specs");
    let text = std::fs::read_to_string(specs.join(name)).ok();
    if text.is_none() {
        let absent = absent(name, std::env::var_os("SHARED_REQUIRED").is_some());
        // Past the capture of the test harness, which would hide it.
        let told = writeln!(std::io::stderr(), "SKIPPED: {absent}");
        told.unwrap();
    }
    text
}

/// Why a test is skipped, or fails.
fn absent(name: &str, required: bool) -> String {
    assert!(!required, "{name} is not in ../shared/specs, and `SHARED_REQUIRED` is set");
    format!("{name} is not in ../shared/specs")
}

#[test]
fn a_description_that_is_absent_is_skipped() {
    assert_eq!(absent("nowhere.json", false), "nowhere.json is not in ../shared/specs");
}

#[test]
#[should_panic(expected = "nowhere.json is not in ../shared/specs")]
fn a_description_that_is_absent_and_required_fails() {
    absent("nowhere.json", true);
}

/// The cases whose every step is a status, so that every reply is a good one.
fn good(sandbox: &Sandbox, processor: Processor, kind: Kind) -> Vec<Case> {
    let own =
        sandbox.cases().iter().filter(|case| (case.processor, case.kind) == (processor, kind));
    let good = own.filter(|case| case.steps.iter().all(|step| matches!(step, Step::Status(_))));
    good.cloned().collect()
}
