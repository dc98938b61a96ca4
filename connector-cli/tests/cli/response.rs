//! What `response` makes of answers, good and bad.

use std::fs::OpenOptions;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::run::{Ran, TestFile, payment, run};

fn read(status: &str, body: &TestFile, more: &[&str]) -> Ran {
    let data = payment("pi_1");
    let asked = ["response", "stripe", "psync", "--data", data.path()];
    let answer = ["--status", status, "--body", body.path()];
    run(&[&asked[..], &answer, more].concat())
}

fn stripe(status: &str, id: &str) -> TestFile {
    let body = serde_json::json!({ "id": id, "status": status, "amount": 4200, "currency": "eur" });
    TestFile::new(body.to_string())
}

#[test]
fn a_good_answer_in_both_formats() {
    let body = stripe("succeeded", "pi_1");
    let text = read("200", &body, &[]).ends(0).stdout;
    for line in ["charged", "succeeded", "42.00 EUR", "pi_1"] {
        assert!(text.contains(line), "{text}");
    }
    let json = read("200", &body, &["--format", "json"]).ends(0).json();
    assert_eq!(json["outcome"], "status");
    assert_eq!(json["status"], "charged");
    assert_eq!(json["connector_status"], "succeeded");
    assert_eq!((&json["amount"], &json["currency"]), (&Value::from(4200), &Value::from("EUR")));
    assert_eq!(json["error"], Value::Null);
}

#[test]
fn a_text_of_any_length_is_shown_cut_and_whole_as_json() {
    let long = "x".repeat(70_000);
    let body = TestFile::new(serde_json::json!({ "error": { "message": long } }).to_string());
    let text = read("400", &body, &[]).ends(4).stdout;
    assert!(text.len() < 10_000 && text.contains("bytes)"), "{} bytes", text.len());
    let json = read("400", &body, &["--format", "json"]).ends(4).json();
    assert_eq!(json["error"]["message"].as_str().map(str::len), Some(70_000));
}

#[test]
fn a_status_word_of_any_length_is_shown_cut_and_whole_as_json() {
    let body = stripe(&"x".repeat(100_000), "pi_1");
    let text = read("200", &body, &[]).ends(0).stdout;
    assert!(text.len() < 10_000 && text.contains("(100000 bytes)"), "{} bytes", text.len());
    let json = read("200", &body, &["--format", "json"]).ends(0).json();
    assert_eq!(json["connector_status"].as_str().map(str::len), Some(100_000));
}

#[test]
fn where_only_the_currency_is_another_one_it_is_named() {
    let body = stripe("succeeded", "pi_1");
    for (minor, currency, gist) in [
        (4_200, "USD", "asked for the currency `USD`, told about `EUR`"),
        (4_201, "EUR", "asked for the amount `42.01 EUR`, told about `42.00 EUR`"),
        (42, "USD", "asked for the amount `0.42 USD`, told about `42.00 EUR`"),
    ] {
        let amount = serde_json::json!({ "minor_amount": minor, "currency": currency });
        let asked = serde_json::json!({
            "request": { "connector_transaction_id": "pi_1", "amount": amount }
        });
        let data = TestFile::new(asked.to_string());
        let asked = ["response", "stripe", "psync", "--data", data.path()];
        let answer = ["--status", "200", "--body", body.path()];
        let ran = run(&[&asked[..], &answer].concat()).ends(6);
        assert!(ran.stdout.contains(gist), "{ran:?}");
    }
}

#[test]
fn an_answer_that_tells_nothing_never_becomes_a_status() {
    for (status, body, gist) in [
        ("200", &b""[..], "the answer is empty"),
        ("200", br#"{"id": "pi_1", "sta"#, "the answer is cut off"),
        ("200", b"<html>Welcome</html>", "HTML or XML where JSON was expected"),
        ("502", b"<html>Bad Gateway</html>", "cannot answer now"),
        ("200", b"null", "not of the documented shape"),
        ("200", b"{\"id\": \"\xff\"}", "not UTF-8"),
        ("500", b"", "cannot answer now"),
        ("302", b"", "redirect"),
        ("401", b"{}", "does not accept the credentials"),
    ] {
        let body = TestFile::new(body);
        let json = read(status, &body, &["--format", "json"])
            .fails(4, "the processor told nothing about it")
            .json();
        assert_eq!((&json["outcome"], &json["status"]), (&"no_information".into(), &Value::Null));
        assert!(json["detail"].as_str().unwrap().contains(gist), "{json}");
        assert!(read(status, &body, &[]).ends(4).stdout.contains(gist));
    }
}

#[test]
fn a_hundred_megabytes_are_not_read() {
    let body = TestFile::new("");
    let file = OpenOptions::new().write(true).open(body.path()).unwrap();
    file.set_len(100_000_000).unwrap();
    let started = Instant::now();
    let ran = read("200", &body, &[]).ends(4);
    assert!(ran.stdout.contains("8388609 bytes long; the limit is 8388608"), "{ran:?}");
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn a_status_never_seen_is_pending_and_kept() {
    let json = read("200", &stripe("paid_twice", "pi_1"), &["--format", "json"]).ends(0).json();
    assert_eq!(json["status"], "pending");
    assert_eq!(json["connector_status"], "paid_twice");
    assert_eq!(json["recognised"], false);
}

#[test]
fn another_payment_is_a_mismatch() {
    let json = read("200", &stripe("succeeded", "pi_2"), &["--format", "json"])
        .fails(6, "something else than what was asked")
        .json();
    assert_eq!((&json["outcome"], &json["status"]), (&"mismatch".into(), &Value::Null));
    assert!(json["detail"].as_str().unwrap().contains("`pi_2`"), "{json}");
}

#[test]
fn refusals_have_codes_of_their_own() {
    let missing = TestFile::new(r#"{"error": {"code": "resource_missing", "message": "No such"}}"#);
    read("404", &missing, &[]).fails(3, "knows nothing under this id");
    let declined = TestFile::new(r#"{"error": {"type": "card_error", "code": "card_declined"}}"#);
    // A question cannot be declined, an order can.
    read("402", &declined, &[]).fails(4, "the processor told nothing about it");
    let order = r#"{"request": {"connector_transaction_id": "pi_1", "idempotency_key": "k"}}"#;
    let order = TestFile::new(order);
    let asked = ["response", "stripe", "capture", "--data", order.path(), "--format", "json"];
    let answer = ["--status", "402", "--body", declined.path()];
    let json = run(&[&asked[..], &answer].concat()).ends(8).json();
    assert_eq!(json["error"]["code"], "card_declined");
    assert_eq!(json["error"]["http_status"], 402);
}

#[test]
fn headers_are_read() {
    let body = TestFile::new("");
    let header = ["--header", "Retry-After: 2", "--format", "json"];
    let json = read("429", &body, &header).ends(4).json();
    assert_eq!(json["retry_after_seconds"], 2);
    assert_eq!(json["fault"], "rate_limited");
    read("429", &body, &["--header", "Retry-After"]).fails(2, "a header is `Name: value`");
    read("429", &body, &["--header", "a b: c"]).fails(2, "not the name of a header");
}

#[test]
fn a_status_code_is_a_status_code_and_files_are_there() {
    let body = TestFile::new("");
    for wrong in ["", "0", "99", "1000", "ok"] {
        read(wrong, &body, &[]).fails(2, "--status");
    }
    let data = payment("pi_1");
    let given = ["response", "stripe", "psync", "--data", data.path(), "--status", "200"];
    run(&[&given[..], &["--body", "/nowhere"]].concat()).fails(2, "`/nowhere` cannot be read");
}

#[test]
fn a_processor_cannot_write_to_the_terminal() {
    let text = r#"{"error": {"code": "\u001b[2J", "message": "a\nstatus  charged"}}"#;
    let ran = read("400", &TestFile::new(text), &[]).ends(4);
    assert!(!ran.says("\u{1b}") && ran.stdout.contains("\\u{1b}[2J"), "{ran:?}");
    assert!(!ran.stdout.lines().any(|line| line.starts_with("status")), "{ran:?}");
}

#[test]
fn a_token_that_an_answer_tells_is_shown_where_it_is_to_be_revealed() {
    let data = TestFile::new(r#"{"request": {}}"#);
    let body = TestFile::new(r#"{"access_token": "A21-token-of-paypal", "expires_in": 32400}"#);
    let flow = ["response", "paypal", "ServerAuthenticationToken", "--data", data.path()];
    let given = [&flow[..], &["--status", "200", "--body", body.path()]].concat();
    for format in [&[][..], &["--format", "json"]] {
        let masked = run(&[&given[..], format].concat()).ends(0);
        assert!(masked.stdout.contains("***") && !masked.says("A21-token"), "{masked:?}");
        let revealed = run(&[&given[..], format, &["--reveal"]].concat()).ends(0);
        assert!(revealed.stdout.contains("A21-token-of-paypal"), "{revealed:?}");
        assert!(revealed.stdout.contains("32400"), "{revealed:?}");
    }
}

#[test]
fn what_an_answer_tells_is_all_there_and_nothing_where_it_tells_nothing() {
    let body = stripe("succeeded", "pi_1");
    let told = read("200", &body, &["--format", "json"]).ends(0).json();
    let amount = serde_json::json!({ "minor_amount": 4200, "currency": "EUR" });
    let status = serde_json::json!({
        "status": "charged", "connector_status": "succeeded", "recognised": true
    });
    let all = serde_json::json!({
        "status": status, "connector_transaction_id": "pi_1", "amount": amount
    });
    assert_eq!(told["response_data"], all);
    let nothing = read("429", &body, &["--format", "json"]).ends(4).json();
    assert_eq!(nothing["response_data"], Value::Null);
}
