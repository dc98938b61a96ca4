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
mod fields;
mod kind;
mod mutant;
mod rustc;
mod source;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use kind::chosen;
use mutant::{Mutant, mutants};
use rustc::{Compiler, Errors, Verdict};
use source::sources;

/// Mutations after which the file is another declaration, not a wrong one: what was optional is
/// absent, or a word means something else. What they change at run time, the tests over real sockets
/// see.
fn is_another_declaration(mutant: &Mutant) -> bool {
    if mutant.attribute == "webhook" {
        return reads_other_webhooks(mutant);
    }
    // Who reads the wires sees these: another type that can be written or read as well, another field of the same
    // type. A body's field has any type that serde writes.
    if ["next's type", "swap attributes"].contains(&mutant.operator) {
        return true;
    }
    if mutant.operator == "wrong type" {
        // So has one that is no key of ours: what serde reads of an answer.
        return ["body", "within", "rename", ""].contains(&mutant.key.as_str());
    }
    let optional = [
        "lacks",
        // Then it is the usual time.
        "settles_within",
        // Then no documents say it.
        "keys_remembered_for",
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
        "stage",
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
        "processor_reference_id",
        "connector_order_id",
        "scheme",
        // Without its own function or host a flow has the connector's. (That a host is named and used
        // by no flow is a lint of rustc's, which is off here.)
        "base_url",
        "content_type",
        // What no function is to read alone goes into the body.
        "read_by",
        // A field of the answer that only some flows tell, or that stands within an object or a header.
        "Void",
        "within",
        "format",
        // Of what a value is made that changes no order, or that another field takes as well.
        "takes",
        // Said for people where a function reads the status, and rustc cannot tell.
        "no_success",
        // Said for people where a transformer is written by hand: what that takes is not known.
        "ignores",
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
        "automatic",
        "RefundStatus",
        "value",
        "no_id",
        "no_amount",
        "no_success",
        "no_failure",
        "decided_by",
        "no_idempotency",
        "keys_remembered_for",
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
        // Another header's name, too.
        "other's value" => mutant.key == "header" || free.contains(&mutant.key.as_str()),
        // Two texts either of which can stand in the place of the other, so that the wire alone tells.
        "swap values" => {
            ["header value", "value within", "base_url test_base_url"]
                .contains(&mutant.key.as_str())
                || mutant.key.split(' ').all(|key| free.contains(&key))
        }
        _ => false,
    }
}

/// The same of what a processor sends: another proof is asked for, or something else is read. What is not
/// proven so is refused when it comes, and what is not found tells nothing; the vectors of the processors see
/// both.
fn reads_other_webhooks(mutant: &Mutant) -> bool {
    let key = mutant.key.as_str();
    let is_a_place = |key: &str| {
        matches!(key, "at" | "with" | "id" | "id_header") || key.starts_with("connector_")
    };
    let is_place = is_a_place(key);
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
        // Each is a place, or the words for how the proof is written.
        "swap values" => key
            .split(' ')
            .all(|key| is_a_place(key) || ["encoding", "key", "kind", "header"].contains(&key)),
        _ => false,
    }
}

/// Mutations that break more than an attribute: a flow for a type of another crate is an error by
/// itself, and so is code written by hand that uses a dropped target.
fn breaks_other_code_too(mutant: &Mutant) -> bool {
    let foreign = mutant.operator == "other's value" && mutant.key == "connector";
    let target = mutant.operator == "drop"
        && ["AttemptStatus", "RefundStatus"].contains(&mutant.key.as_str());
    // The flow's functions take other credentials.
    let credentials = mutant.key == "auth" && mutant.operator == "other's value";
    // Each flow that reads the words says that it lacks a failure.
    let reason = mutant.operator == "drop" && mutant.key == "no_failure";
    // Each amount that is counted the processor's way says that there is no such way.
    let decimals =
        mutant.operator == "drop" && ["decimals", "precision"].contains(&mutant.key.as_str());
    // A file is a part of a body in parts alone: as JSON there is none.
    let parts = mutant.operator == "drop" && mutant.change.0.contains("Multipart");
    foreign || target || credentials || reason || decimals || parts
}

/// By its name, what PSync asks by is looked for in what Authorize sends, and is not found under another one.
fn is_missed_elsewhere(mutant: &Mutant) -> bool {
    let reference = mutant.change.0.contains("resource_common_data.connector_request_reference_id");
    mutant.operator == "misspell value" && mutant.key == "from" && reference
}

/// The type of a field, or the field's attributes before another one: rustc has a word in that.
fn is_about_a_type(mutant: &Mutant) -> bool {
    let operators =
        ["type without lifetime", "wrong type", "next's type", "misspell type", "swap attributes"];
    operators.contains(&mutant.operator)
}

/// Functions of the author's that read the field, or fill it, expect its type, and rustc says so of each.
fn is_read_by_hand(mutant: &Mutant) -> bool {
    let Mutant { field, source, .. } = mutant;
    let is_there = |text: String| source.contains(&text);
    let is_filled = source.matches(&format!("{field}: ")).count() > 1;
    // A function by which serde reads the field returns its type.
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let named = lines.iter().position(|line| line.starts_with(&format!("{field}: ")));
    let above = named.map(|at| &lines[at.saturating_sub(3)..at]).unwrap_or_default();
    is_filled
        || above.iter().any(|line| line.contains("deserialize_with = "))
        || is_there(format!(".{field}"))
        || is_there(format!(" {field},"))
        || is_there(format!(" {field} }}"))
}

/// Two conditions of one type, as of a value that can neither be filled nor sent, or one of each of two fields;
/// and that no field is borrowed any more, so that the struct has a lifetime for nothing: nobody can keep rustc from
/// saying that.
fn is_said_of_the_type(errors: &Errors) -> bool {
    errors.ours.len() <= 2
        && errors.names.len() <= 1
        && errors.others.iter().all(|error| error.contains("E0392"))
}

/// Where a parameter might have been meant, rustc says so of the struct, and the name's place again.
fn is_one_name(errors: &Errors) -> bool {
    let [0, 2, 0] = errors.counts() else { return false };
    let text = |error: &String| error.split_once(": ").map(|(_, text)| text.to_owned());
    errors.names.first().and_then(text) == errors.names.last().and_then(text)
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
            Verdict::Panic(_) => "PANIC",
            Verdict::Refused(errors) => match errors.counts() {
                [1, 0, 0] => "ours",
                [0, 1, 0] => "rustc: no such name",
                // What is dropped can be missing in many places, and is told in each.
                [_, 0, 0] if !is_about_a_type(mutant) => "ours",
                [0, _, 0] if !is_about_a_type(mutant) => "rustc: no such name",
                // A constant is the author's expression, and so is a field's type: rustc says where it does not fit.
                _ if mutant.key == "value" => "rustc: wrong type",
                [0, 0, 1] if is_about_a_type(mutant) => "rustc: wrong type",
                _ if breaks_other_code_too(mutant) => "ours, and other code's",
                _ if is_about_a_type(mutant) && is_read_by_hand(mutant) => "ours, and other code's",
                _ if is_missed_elsewhere(mutant) => "ours, and other code's",
                // The flow need not have such a status.
                [1, 1, 0] if mutant.operator == "answer by itself" => "ours",
                _ if is_about_a_type(mutant) && is_said_of_the_type(errors) => "ours, of the type",
                // Each of the two values is mistaken, and one of them may be rustc's business.
                [ours, names, others]
                    if mutant.operator == "swap values" && ours + names + others == 2 =>
                {
                    "one of each value"
                }
                _ if mutant.operator == "misspell type" && is_one_name(errors) => {
                    "rustc: no such name, twice"
                }
                _ => "NOISE",
            },
        };
        *counts.entry((mutant.operator, class)).or_default() += 1;
        if class.chars().next().is_some_and(char::is_uppercase) {
            let text = match &verdict {
                Verdict::Refused(errors) => errors.to_string(),
                Verdict::Panic(text) => text.clone(),
                Verdict::Compiles => String::new(),
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
