//! Ids that nobody should send, and ids that only look like it.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use connector_sandbox::Processor;
use serde_json::json;

use crate::live::Live;
use crate::run::{TestFile, api_key, command, payment, ran, run, run_with};

const LEGAL: &[&str] = &["a/b", "a?b#c", "a b", "%2e%2e", "ü", "...", "pi_1\u{a0}"];

#[test]
fn what_cannot_be_an_id_is_refused_before_anything_else() {
    let long = "x".repeat(10_240);
    for (id, gist) in [
        ("", "is empty"),
        ("  ", "is empty"),
        ("a\r\nb", "has a control character at byte 1"),
        ("pi_1\n", "has a control character at byte 4"),
        ("\u{1b}[2J", "has a control character at byte 0"),
        (long.as_str(), "is 10240 bytes long; an id has at most 1024"),
    ] {
        let ran = run(&["psync", "stripe", id]).fails(2, gist);
        assert!(ran.stderr.len() < 400 && !ran.stderr.contains('\u{1b}'), "{ran:?}");
        run(&["rsync", "stripe", id]).fails(2, gist);
        run(&["rsync", "checkout", "act_1", "--payment-id", id]).fails(2, gist);
        let (data, key) = (payment(id), api_key());
        let files = ["--data", data.path(), "--credentials", key.path()];
        let ran = run(&[&["request", "stripe", "psync"], &files[..]].concat());
        ran.fails(2, &format!("request.connector_transaction_id: a PaymentId {gist}"));
    }
}

#[test]
fn nul_comes_only_in_data_and_is_refused_there() {
    let (data, key) = (payment("a\0b"), api_key());
    let files = ["--data", data.path(), "--credentials", key.path()];
    run(&[&["request", "stripe", "psync"], &files[..]].concat()).fails(
        2,
        "request.connector_transaction_id: a PaymentId has a control character at byte 1",
    );
}

#[test]
fn an_argument_that_is_not_utf_8() {
    let output = command(&["psync", "stripe"]).arg(OsStr::from_bytes(b"pi_\xff")).output().unwrap();
    ran(&output).fails(2, "invalid UTF-8");
}

#[test]
fn dot_segments_are_refused_where_they_would_stand_in_a_url() {
    let key = [("CONNECTORS_STRIPE_API_KEY", "sk_test_1")];
    for id in [".", ".."] {
        run_with(&["psync", "stripe", id], &key).fails(2, "`payment_id` is a dot segment");
        run_with(&["psync", "stripe", id, "--watch"], &key).fails(2, "is a dot segment");
        run_with(&["rsync", "stripe", id], &key).fails(2, "`refund_id` is a dot segment");
    }
}

#[test]
fn the_rest_is_one_segment_of_a_url_that_nobody_knows() {
    let live = Live::start();
    for id in LEGAL {
        for processor in [Processor::Stripe, Processor::Checkout] {
            live.psync(processor, &[id]).fails(3, "knows nothing under this id");
        }
        // Its ids are digits, in the body; whatever else stands there, it does not take.
        let ran = live.psync(Processor::AuthorizeNet, &[id]).fails(4, "told nothing about it");
        assert!(ran.stdout.contains("E00003"), "{ran:?}");
    }
    live.psync(Processor::AuthorizeNet, &["99999"]).fails(3, "knows nothing under this id");
    let asked: Vec<String> = live.sandbox.requests().into_iter().map(|sent| sent.path).collect();
    for path in ["/a%2Fb?", "/a%3Fb%23c?", "/a%20b?", "/%252e%252e?", "/%C3%BC?"] {
        assert!(asked.iter().any(|asked| asked.contains(path)), "{path} is not in {asked:?}");
    }
}

#[test]
fn the_url_of_a_request_shows_the_encoding() {
    let key = api_key();
    for (id, encoded) in [("a/b", "a%2Fb"), ("%2e%2e", "%252e%252e"), ("ü", "%C3%BC")] {
        let data = TestFile::new(json!({ "request": { "connector_refund_id": id } }).to_string());
        let files = ["--data", data.path(), "--credentials", key.path(), "--format", "json"];
        let ran = run(&[&["request", "stripe", "rsync"], &files[..]].concat()).ends(0);
        let url = format!("https://api.stripe.com/v1/refunds/{encoded}");
        assert_eq!(ran.json()["url"], url.as_str());
    }
}
