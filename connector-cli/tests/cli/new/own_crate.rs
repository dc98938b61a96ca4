//! A crate of its own, generated and tested.

use std::fs;

use super::{ACME, cargo};
use crate::folder::{TestFolder, workspace};

/// Generates the crate, runs its tests, and returns its file.
fn generated(name: &str, answers: &[&str], tests: &[&str]) -> String {
    let folder = TestFolder::new();
    let core = workspace().join("connector-core");
    let path = ["new", name, "--path", "it", "--core-path", core.to_str().unwrap()];
    folder.run(&[&path, answers].concat()).ends(0);
    // The versions that are here, since no other can be fetched.
    fs::copy(workspace().join("Cargo.lock"), folder.join("it/Cargo.lock")).unwrap();
    let stdout = cargo::test(&folder.join("it"), &[]);
    for test in tests {
        assert!(stdout.contains(&format!("test {test} ... ok")), "{stdout}");
    }
    cargo::is_formatted(&folder.join("it"));
    folder.read("it/src/lib.rs")
}

#[test]
fn a_key_and_one_flow() {
    let tests = ["a_payment_is_asked_for", "each_word_of_a_payment_has_its_meaning"];
    let text = generated("acme", &ACME, &tests);
    for line in [
        "//! Acme. Reference: <https://docs.acme.example> (read 2026-11).",
        "    auth = BearerAuth,",
        "    url = \"/payments/{payment_id}\",",
        "#[wire_status(AttemptStatus, rename_all = \"snake_case\")]",
        "    #[wire_status(Charged)]\n    Paid,",
        "pub struct Acme;",
    ] {
        assert!(text.contains(line), "no {line} in\n{text}");
    }
}

#[test]
fn two_headers_a_query_refunds_and_odd_words() {
    let answers = [
        "--base-url=https://api.bolt.example/v1/",
        "--auth=two-headers",
        "--reads=GET /shops/1/orders/{reference}/payments/{paymentId}?expand[]=all",
        "--refunds=GET /payments/{payment_id}/refunds/{refund_id}",
        "--statuses=Paid=Charged,Card Verified=charged,FDSReview=none,a \"b\" \\=Failure,3ds=Pending",
        "--refund-statuses=done=Success,failed=Failure",
    ];
    let tests = ["a_refund_is_asked_for", "each_word_of_a_refund_has_its_meaning"];
    let text = generated("bolt_and_nut", &answers, &tests);
    assert!(text.contains("payments/{payment_id}?expand[]=all"), "{text}");
    assert!(text.contains("#[auth(header = "), "{text}");
}

#[test]
fn credentials_in_the_body_and_words_that_are_yet_to_be_named() {
    let answers = [
        "--base-url=https://api.coda.example",
        "--auth=body",
        "--reads=POST /payments/search",
        "--refunds=POST /refunds/{refund_id}",
    ];
    let text = generated("coda", &answers, &["a_payment_is_asked_for", "a_refund_is_asked_for"]);
    assert!(text.contains("#[connector_flow(from = auth)]"), "{text}");
    assert!(text.contains("Words in the place of the processor's own"), "{text}");
}

#[test]
fn the_framework_is_found_by_path_in_the_checkout_around_or_in_that_of_the_program() {
    let folder = TestFolder::new();
    folder.run(&[&["new", "acme"], &ACME[..]].concat()).ends(0);
    let manifest = folder.read("acme-connector/Cargo.toml");
    let core = workspace().join("connector-core").canonicalize().unwrap();
    let core = format!("connector-core = {{ path = {core:?} }}");
    assert!(manifest.contains(&core), "{manifest}");
    assert!(!manifest.contains("[workspace]"), "{manifest}");

    for file in ["connector-core/Cargo.toml", "connectors/src/lib.rs"] {
        fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
        fs::write(folder.join(file), "").unwrap();
    }
    fs::write(folder.join("Cargo.toml"), "[workspace]\n").unwrap();
    folder.run(&[&["new", "acme", "--path", "examples/acme"], &ACME[..]].concat()).ends(0);
    let manifest = folder.read("examples/acme/Cargo.toml");
    let core = "connector-core = { path = \"../../connector-core\" }";
    assert!(manifest.contains(core) && manifest.contains("\n[workspace]\n"), "{manifest}");

    folder
        .run(&[&["new", "acme", "--path", "x", "--core-path", "connectors"], &ACME[..]].concat())
        .fails(2, "`--core-path`: `connectors` has no Cargo.toml");
}
