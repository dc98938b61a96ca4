//! Every single mistake in the attributes of the connectors of this repository, one at a time: is it
//! an error, is the error ours, is it said once, does no derive panic?
//!
//! Each mutant is a connector's file with one attribute entry dropped, misspelt, repeated, of the
//! wrong kind, or with another's value; rustc checks it alone. What still compiles must be a
//! declaration that is as good as the first: see `is_another_declaration`.
//!
//! What a derive cannot tell apart is tried once: see `kind`. `MUTATIONS=all` tries every one, and
//! `MUTATIONS=webhook` those of one attribute.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "this is only compiled for tests"
)]

mod attribute;
mod kind;
mod mutant;
mod rustc;
mod source;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use kind::chosen;
use mutant::{Mutant, mutants};
use rustc::{Compiler, Verdict};
use source::sources;

/// Mutations after which the file is another declaration, not a wrong one: what was optional is
/// absent, or a word means something else. What they change at run time, the tests over real sockets
/// see.
fn is_another_declaration(mutant: &Mutant) -> bool {
    if mutant.attribute == "webhook" {
        return reads_other_webhooks(mutant);
    }
    let optional = [
        "lacks",
        // Then it is the usual time.
        "settles_within",
        "test_base_url",
        "test_base_urls",
        "envelope",
        // Without its kind a body is JSON; without its header a value goes into the body.
        "body",
        "header",
        "unknown",
        "rename_all",
        "rename",
        "automatic",
        "manual",
        "status",
        "amount",
        "amount_captured",
        "currency",
        "error",
        "error_code",
        "error_message",
        "absent",
        "only",
        "redirect",
        "reason",
        "reason_code",
        "respond_by",
        "connector_customer_id",
        "connector_dispute_id",
        "connector_mandate_id",
        "token",
        // Without it the words are in this flow what they are in the others, if it can tell that.
        "flow",
        "connector_transaction_id",
        "connector_refund_id",
        "connector_response_reference_id",
        "network_transaction_id",
        "scheme",
        // Without its own function or host a flow has the connector's. (That a host is named and used
        // by no flow is a lint of rustc's, which is off here.)
        "base_url",
        "content_type",
        // What no function is to read alone goes into the body.
        "skip",
        // A field of the answer that only some flows tell, or that stands within an object or a header.
        "Void",
        "within",
        "format",
        // Of what a value is made that changes no order, or that another field takes as well.
        "takes",
        // Said for people where a function reads the status, and rustc cannot tell.
        "no_success",
        "headers",
        "sign",
        "preprocess",
        // (That a function is called by nobody is a lint of rustc's, too.)
        "authorize",
        // Beside the other of them, by which the amounts stay counted the processor's way.
        "decimals",
        "precision",
    ];
    // Another status, another constant, another reason.
    let free = [
        "AttemptStatus",
        "RefundStatus",
        "value",
        "no_id",
        "no_amount",
        "no_success",
        "no_failure",
        "no_idempotency",
        "decimals",
        "precision",
        "takes",
    ];
    // Another number is another limit, and none at all takes every text.
    if ["min_len", "max_len", "charset"].contains(&mutant.key.as_str()) {
        return true;
    }
    // Another constant, another number of seconds.
    let is_number = |entry: &str| {
        entry.split_once('=').is_some_and(|(_, value)| value.trim().parse::<u64>().is_ok())
    };
    let is_other_number = is_number(&mutant.change.0) && is_number(&mutant.change.1);
    if is_other_number && ["value", "settles_within"].contains(&mutant.key.as_str()) {
        return true;
    }
    match mutant.operator {
        "drop" => optional.contains(&mutant.key.as_str()),
        "other's value" => free.contains(&mutant.key.as_str()),
        _ => false,
    }
}

/// The same of what a processor sends: another proof is asked for, or something else is read. What is not
/// proven so is refused when it comes, and what is not found tells nothing; the vectors of the processors see
/// both.
fn reads_other_webhooks(mutant: &Mutant) -> bool {
    let key = mutant.key.as_str();
    let is_place = matches!(key, "at" | "with" | "id") || key.starts_with("connector_");
    let proof = ["form", "signed", "encoding", "key"];
    match mutant.operator {
        // Another number of seconds.
        _ if key == "tolerance_seconds" => mutant.operator != "drop",
        // Where nothing is read of the events, nobody has to know how they are called.
        "drop" if key == "kind" => mutant.source.contains("no_events = "),
        "drop" => {
            is_place
                || proof.contains(&key)
                || ["format", "batch", "acknowledgement"].contains(&key)
        }
        "other's value" => is_place,
        _ => false,
    }
}

/// Mutations that break more than an attribute: a flow for a type of another crate is an error by
/// itself, and so is code written by hand that uses a dropped target.
fn breaks_other_code_too(mutant: &Mutant) -> bool {
    let foreign = mutant.operator == "other's value" && mutant.key == "connector";
    let target = mutant.operator == "drop"
        && ["AttemptStatus", "RefundStatus"].contains(&mutant.key.as_str());
    // The flow's functions take the credentials, which the connector does not name any more.
    let credentials = mutant.key == "auth";
    // Each flow that reads the words says that it lacks a failure.
    let reason = mutant.operator == "drop" && mutant.key == "no_failure";
    // Each amount that is counted the processor's way says that there is no such way.
    let decimals = mutant.operator == "drop" && mutant.key == "decimals";
    // A file is a part of a body in parts alone: as JSON there is none.
    let parts = mutant.operator == "drop" && mutant.change.0.contains("Multipart");
    foreign || target || credentials || reason || decimals || parts
}

#[test]
fn every_mistake_in_an_attribute_is_an_error_of_ours_said_once() {
    let compiler = Compiler::for_connectors();
    let started = Instant::now();
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut failures = String::new();
    let sources = sources();
    let all: Vec<Mutant> = sources.iter().flat_map(mutants).collect();
    let connectors = sources.len();
    let there_are = all.len();
    // Without a mistake each of them compiles, or nothing here means anything.
    let mutants: Vec<Mutant> = sources.into_iter().map(Mutant::none).chain(chosen(all)).collect();
    for (mutant, verdict) in mutants.iter().zip(compiler.check_all(&mutants)) {
        let class = match &verdict {
            Verdict::Compiles if mutant.operator == "nothing" => "as it is",
            _ if mutant.operator == "nothing" => "NOT ALONE",
            Verdict::Compiles if is_another_declaration(mutant) => "another declaration",
            Verdict::Compiles => "SILENT",
            Verdict::Ours => "ours",
            Verdict::NameNotFound => "rustc: no such name",
            // A constant is the author's expression: rustc says where its type does not fit.
            Verdict::Noise(_) if mutant.key == "value" => "rustc: wrong type",
            Verdict::Noise(_) if breaks_other_code_too(mutant) => "ours, and other code's",
            Verdict::Noise(_) => "NOISE",
            Verdict::Panic(_) => "PANIC",
        };
        *counts.entry((mutant.operator, class)).or_default() += 1;
        if class.chars().next().is_some_and(char::is_uppercase) {
            let text = match &verdict {
                Verdict::Noise(text) | Verdict::Panic(text) => text.as_str(),
                _ => "",
            };
            let _ = writeln!(failures, "{class}: {mutant}\n{text}");
        }
    }
    let number = mutants.len() - connectors;
    let mut summary = format!(
        "{number} of {there_are} mutants of {connectors} connectors, in {} s\n",
        started.elapsed().as_secs(),
    );
    for ((operator, class), count) in &counts {
        let _ = writeln!(summary, "{operator:>14}  {class:<22}{count:>5}");
    }
    println!("{summary}");
    assert!(there_are > 300, "only {there_are} mutants: are the attributes still found?");
    assert!(failures.is_empty(), "{summary}\n{failures}");
}
