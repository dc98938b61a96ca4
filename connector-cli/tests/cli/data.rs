//! `--data`, right and wrong.

use crate::run::{TestFile, api_key, payment, run, run_reading};

#[test]
fn a_wrong_field_is_named() {
    let key = api_key();
    for (data, gist) in [
        ("", "the data is not a JSON object"),
        ("{", "EOF while parsing"),
        ("[]", "the data is not a JSON object"),
        ("{}", "missing field `request`"),
        (
            r#"{"request": {"connector_transaction_id": 7}}"#,
            "request.connector_transaction_id: invalid type: integer",
        ),
        (
            r#"{"request": {"connector_transaction_id": "pi_1", "amonut": 1}}"#,
            "request.amonut: unknown field `amonut`",
        ),
        (
            r#"{"request": {"connector_transaction_id": "pi_1",
                "amount": {"minor_amount": -1, "currency": "EUR"}}}"#,
            "request.amount.minor_amount: the amount is negative",
        ),
        (
            r#"{"request": {"connector_transaction_id": "pi_1",
                "amount": {"minor_amount": 1, "currency": "euro"}}}"#,
            "request.amount.currency: `euro` is no currency code",
        ),
        (
            r#"{"resource_common_data": {"merchant": 1},
                "request": {"connector_transaction_id": "pi_1"}}"#,
            "resource_common_data.merchant: unknown field `merchant`",
        ),
        (r#"{"request": {"connector_transaction_id": "pi_1"}} x"#, "trailing characters"),
    ] {
        let data = TestFile::new(data);
        let files = ["--data", data.path(), "--credentials", key.path()];
        let named = format!("`{}`: ", data.path());
        let ran = run(&[&["request", "stripe", "psync"], &files[..]].concat()).fails(2, gist);
        assert!(ran.stderr.contains(&named), "{ran:?}");
        let reply = ["--status", "200", "--body", data.path()];
        let ran = run(&[&["response", "stripe", "psync"], &files[..], &reply].concat());
        assert!(ran.fails(2, gist).stderr.contains(&named));
    }
    let ran = run_reading(
        &["request", "stripe", "psync", "--data", "-", "--credentials", key.path()],
        "{}",
    );
    ran.fails(2, "stdin: ");
}

#[test]
fn a_value_that_this_processor_needs_is_named() {
    let key = api_key();
    let data = TestFile::new(r#"{"request": {}}"#);
    let files = ["--data", data.path(), "--credentials", key.path()];
    let gist = "`request.connector_transaction_id` is missing";
    run(&[&["request", "stripe", "psync"], &files[..]].concat()).fails(2, gist);
    let data = TestFile::new(r#"{"request": {"connector_refund_id": "act_1"}}"#);
    let files = ["--data", data.path(), "--credentials", key.path()];
    let gist = "`request.connector_transaction_id` is missing; checkout needs it for RSync";
    run(&[&["request", "checkout", "rsync"], &files[..]].concat()).fails(2, gist);
    run(&["rsync", "checkout", "act_1", "--credentials", key.path()]).fails(2, gist);
}

#[test]
fn files_that_are_not_there_too_long_or_one_stdin_for_two() {
    let key = api_key();
    let request = ["request", "stripe", "psync", "--credentials"];
    run(&[&request[..], &[key.path(), "--data", "/nowhere"]].concat())
        .fails(2, "`/nowhere` cannot be read");
    let data = payment("pi_1");
    let nowhere = ["request", "stripe", "psync", "--data", data.path()];
    run(&[&nowhere[..], &["--credentials", "/nowhere"]].concat())
        .fails(2, "`/nowhere` cannot be read");
    let long = TestFile::new(vec![b' '; 1024 * 1024 + 1]);
    run(&[&request[..], &[key.path(), "--data", long.path()]].concat())
        .fails(2, "is longer than 1048576 bytes");
    run(&[&request[..], &["-", "--data", "-"]].concat()).fails(2, "there is one stdin");
    let data = r#"{"request": {"connector_transaction_id": "pi_1"}}"#;
    run_reading(&[&request[..], &[key.path(), "--data", "-"]].concat(), data).ends(0);
}
