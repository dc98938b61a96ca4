//! Every ready-made body, held against the processor's own description.
//!
//! The descriptions are not part of the repository. Where they are not to be found, the tests say so
//! and pass.

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
        // Past the capture of the test harness, which would hide it.
        let told = writeln!(std::io::stderr(), "skipped: {name} is not in ../shared/specs");
        told.unwrap();
    }
    text
}

/// The cases whose every step is a status, so that every reply is a good one.
fn good(sandbox: &Sandbox, processor: Processor, kind: Kind) -> Vec<Case> {
    let own =
        sandbox.cases().iter().filter(|case| (case.processor, case.kind) == (processor, kind));
    let good = own.filter(|case| case.steps.iter().all(|step| matches!(step, Step::Status(_))));
    good.cloned().collect()
}
