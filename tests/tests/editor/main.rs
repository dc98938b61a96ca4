//! What an author sees in an editor: rust-analyzer itself is asked about the example connector. It has to be
//! installed (`rustup component add rust-analyzer`); where it is not, the test says so and asks nothing.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::print_stdout,
    reason = "this is only compiled for tests"
)]

mod server;

use std::path::Path;

use serde_json::Value;
use server::Server;

/// A place in the example: the first line that has this text, and the word in it that the cursor is on. What an
/// editor says of it, and the file in which it is defined.
const PLACES: [(&str, &str, &str, &str); 12] = [
    ("    connector = Acme,", "Acme", "struct Acme", "lib.rs"),
    ("    flow_name = PSync,", "PSync", "What became of a payment?", "flows.rs"),
    ("    response = Payment,", "Payment", "struct Payment", "lib.rs"),
    ("    auth = AcmeAuth,", "AcmeAuth", "What Acme gives to a merchant", "lib.rs"),
    ("    error = AcmeError,", "AcmeError", "struct AcmeError", "lib.rs"),
    ("authorize = authorize)", "authorize)", "fn authorize", "lib.rs"),
    ("from = request.connector_transaction_id", "request", "What is asked", "router_data.rs"),
    (
        "from = request.connector_transaction_id",
        "connector_transaction_id",
        "as its processor names it",
        "payment.rs",
    ),
    ("    payment_id: &'a PaymentId", "payment_id", "payment_id: &'a PaymentId", "lib.rs"),
    ("#[flow_response(PSync)]", "PSync", "What became of a payment?", "flows.rs"),
    ("#[wire_status(AttemptStatus", "AttemptStatus", "enum AttemptStatus", "attempt.rs"),
    ("AttemptStatus = Charged", "Charged", "All the money is taken", "attempt.rs"),
];

#[test]
fn words_of_attributes_lead_to_what_they_name() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor");
    let source = example(&folder);
    let Some(mut server) = Server::start(&folder) else {
        println!(
            "skipped: there is no rust-analyzer; `rustup component add rust-analyzer` installs it"
        );
        return;
    };
    let file = folder.join("src/lib.rs");
    server.open(&file, &source);
    for (text, word, said, defined_in) in PLACES {
        let at = position(&source, text, word);
        let hover = server.hover(&file, &at);
        assert!(hover.contains(said), "`{word}` in `{text}`: {hover}");
        let found = server.definitions(&file, &at);
        let names: Vec<&str> = found.iter().filter_map(|path| path.rsplit('/').next()).collect();
        // A flow stands in the table of flows, and where the table is made types of.
        let expected: &[&str] =
            if defined_in == "flows.rs" { &["flows.rs", "table.rs"] } else { &[defined_in] };
        assert_eq!(names, expected, "`{word}` in `{text}`");
    }
}

/// The example's source in a workspace of its own, so that nothing else is looked at. Returns the source.
fn example(folder: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap();
    let source = std::fs::read_to_string(root.join("examples/acme/src/lib.rs")).unwrap();
    // The README is of no interest here, and stands elsewhere.
    let source = source.split("#[cfg(doctest)]").next().unwrap().to_owned();
    std::fs::create_dir_all(folder.join("src")).unwrap();
    std::fs::write(folder.join("src/lib.rs"), &source).unwrap();
    std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let core = root.join("connector-core");
    let manifest = format!(
        "[package]\nname = \"acme-connector\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\nconnector-core = {{ path = {core:?} }}\nbytes = \"1\"\nhttp = \"1\"\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    source
}

/// The line and the column, from zero, of the word's second letter.
fn position(source: &str, text: &str, word: &str) -> Value {
    let (line, found) = source.lines().enumerate().find(|(_, line)| line.contains(text)).unwrap();
    let column = found.find(text).unwrap() + text.find(word).unwrap() + 1;
    serde_json::json!({"line": line, "character": column})
}
