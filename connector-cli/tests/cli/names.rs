//! Names that are wrong, and arguments that are missing.

use crate::run::{api_key, payment, run};

#[test]
fn without_arguments_the_help_is_shown() {
    let ran = run(&[]).fails(2, "Usage: connectors");
    assert!(ran.stderr.contains("Examples:") && ran.stderr.contains("Exit codes:"), "{ran:?}");
    assert!(run(&["--help"]).ends(0).stdout.contains("connectors demo"));
    assert!(run(&["--version"]).ends(0).stdout.starts_with("connectors "));
}

#[test]
fn an_unknown_connector() {
    let known: Vec<&str> = connectors::all().iter().map(|known| known.name()).collect();
    let known = known.join(", ");
    let gist = format!(
        "there is no connector `strpe` in this build; there are {known}; did you mean `stripe`?"
    );
    let gist = gist.as_str();
    run(&["psync", "strpe", "pi_1"]).fails(2, gist);
    run(&["rsync", "strpe", "re_1"]).fails(2, gist);
    run(&["describe", "strpe"]).fails(2, gist);
    let (data, key) = (payment("pi_1"), api_key());
    run(&["request", "strpe", "psync", "--data", data.path(), "--credentials", key.path()])
        .fails(2, gist);
}

#[test]
fn an_unknown_flow() {
    let (data, key) = (payment("pi_1"), api_key());
    let files = ["--data", data.path(), "--credentials", key.path()];
    let flows = connector_core::FLOW_NAMES.join(", ");
    let gist = format!("there is no flow `pzync`; there are {flows}; did you mean `PSync`?");
    run(&[&["request", "stripe", "pzync"], &files[..]].concat()).fails(2, &gist);
    let reading = ["--status", "200", "--body", data.path()];
    run(&[&["response", "stripe", "pzync"], &files[..], &reading].concat()).fails(2, &gist);
    for spelling in ["psync", "PSync", "PSYNC"] {
        run(&[&["request", "stripe", spelling], &files[..]].concat()).ends(0);
    }
}

#[test]
fn an_unknown_command_or_option() {
    run(&["psink"]).fails(2, "similar subcommand");
    run(&["demo", "--format", "yaml"]).fails(2, "invalid value 'yaml'");
    run(&["list", "--format", "markdown"]).fails(2, "is for `describe` alone");
    run(&["psync", "stripe", "pi_1", "--give-up-after", "3"]).fails(2, "--watch");
    run(&["psync", "stripe", "pi_1", "--timeout", "0"]).fails(2, "0 is not in 1..=3600");
}

#[test]
fn in_json_an_error_is_a_document_too() {
    let ran = run(&["psync", "strpe", "pi_1", "--format", "json"]).fails(2, "error: there is no");
    let json = ran.json();
    assert_eq!(json["error"]["code"], 2);
    assert!(json["error"]["message"].as_str().unwrap().contains("did you mean `stripe`?"));

    let ran = run(&["psync", "stripe", "", "--format=json"]).fails(2, "is empty");
    assert_eq!(ran.json()["error"]["code"], 2);
}
