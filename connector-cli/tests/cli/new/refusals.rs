//! What `new` does not take, and that it then writes nothing.

use std::fs;

use super::ACME;
use crate::folder::TestFolder;
use crate::run::run_reading;

/// The answers of `ACME` with one of them replaced.
fn with<'a>(name: &'a str, answer: &'a str) -> Vec<&'a str> {
    let flag = answer.split_once('=').unwrap().0;
    let others = ACME.into_iter().filter(|other| !other.starts_with(&format!("{flag}=")));
    ["new", name].into_iter().chain(others).chain([answer]).collect()
}

#[track_caller]
fn refused(arguments: &[&str], gist: &str) {
    let folder = TestFolder::new();
    folder.run(arguments).fails(2, gist);
    assert!(folder.is_empty(), "something was written");
}

#[test]
fn nothing_is_overwritten() {
    let folder = TestFolder::new();
    let new = [&["new", "acme"], &ACME[..]].concat();
    folder.run(&new).ends(0);
    let file = folder.join("acme-connector/src/lib.rs");
    fs::write(&file, "// mine\n").unwrap();
    folder.run(&new).fails(2, "is there already, and nothing is overwritten");
    assert_eq!(fs::read_to_string(&file).unwrap(), "// mine\n");

    // One file is enough, and none of the others is written beside it.
    fs::remove_file(folder.join("acme-connector/Cargo.toml")).unwrap();
    folder.run(&new).fails(2, "src/lib.rs` is there already");
    assert!(!folder.join("acme-connector/Cargo.toml").exists());
}

#[test]
fn names() {
    for name in ["Stripe", "9x", "a-b", ""] {
        refused(&with(name, ACME[0]), "a connector's name has lower-case letters");
    }
    refused(&with("type", ACME[0]), "`type` is a word of Rust's own");
    refused(&with("gen", ACME[0]), "`gen` is a word of Rust's own");
    refused(&with("std", ACME[0]), "`std` is a crate");
    refused(&with("refund", ACME[0]), "the type `Refund` would be made");
}

#[test]
fn statuses() {
    for (words, gist) in [
        ("paid=Chargd", "there is no status `Chargd`; did you mean `Charged`?"),
        ("paid=Zzz", "there is no status `Zzz`; there are Started, "),
        ("paid=Charged", "no word says that `PSync` failed: map one to `AuthenticationFailed`, "),
        ("open=Pending,no=Failure", "no word says that `PSync` succeeded"),
        ("paid", "`paid` is no word with its meaning"),
        ("a=Pending,a=Charged", "the word `a` is there twice"),
    ] {
        refused(&with("acme", &format!("--statuses={words}")), gist);
    }
    let refunds = ["--refunds=GET /refunds/{refund_id}", "--refund-statuses=done=Charged"];
    refused(&[&["new", "acme"], &ACME[..], &refunds].concat(), "there is no status `Charged`");
    refused(&with("acme", "--refund-statuses=done=Success,no=Failure"), "--refunds");
}

#[test]
fn endpoints() {
    for (endpoint, gist) in [
        ("/payments/{id}", "an endpoint is a method and a path"),
        ("DELETE /payments/{id}", "`DELETE` reads nothing; there are GET and POST"),
        ("GTE /payments/{id}", "did you mean `GET`?"),
        ("GET /payments", "the URL does not say which payment is meant"),
        ("GET /payments/{refund_id}", "PSync knows no refund"),
        ("GET /m/{merchant_id}/p/{id}", "`{merchant_id}` is the same in every request"),
        ("GET /p/{a}/{b}", "would both be `request.connector_transaction_id`"),
        ("GET /p/{type}", "is a word of Rust's own"),
    ] {
        refused(&with("acme", &format!("--reads={endpoint}")), gist);
    }
    refused(&with("acme", "--auth=body"), "a GET has no body for the credentials");
    refused(&with("acme", "--auth=bear"), "bearer, two-headers, body");
    refused(&with("acme", "--refunds=GET /payments/{payment_id}/actions"), "which refund is meant");
}

#[test]
fn links_and_dates_stay_in_their_comment() {
    refused(&with("acme", "--reference=https://x.example\nfn x() {}"), "a link begins with");
    refused(&with("acme", "--read-on=today"), "a date is written");
}

#[test]
fn without_a_terminal_the_missing_flags_are_named() {
    let gist = "missing: --base-url URL, --auth bearer|two-headers|body, \
                --reads \"GET /payments/{payment_id}\"";
    refused(&["new", "acme"], gist);
    run_reading(&["new", "acme"], "https://api.acme.example\nbearer\n").fails(2, gist);
    refused(&["new", "acme", ACME[0], ACME[1]], "missing: --reads");
    let ran = TestFolder::new().run(&["new", "acme", "--format=json"]).ends(2);
    assert_eq!(ran.json()["error"]["code"], 2);
}
