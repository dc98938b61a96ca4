//! Credentials from files and variables.

use connector_sandbox::Processor;

use crate::live::Live;
use crate::run::{TestFile, api_key, payment, run, run_reading, run_with};

#[test]
fn none_at_all_shows_both_ways() {
    let ran = run(&["psync", "authorizenet", "1"]).fails(2, "no credentials for authorizenet");
    for way in [
        r#"--credentials FILE, with {"name": "…", "transaction_key": "…"}"#,
        "CONNECTORS_AUTHORIZENET_NAME, CONNECTORS_AUTHORIZENET_TRANSACTION_KEY",
    ] {
        assert!(ran.stderr.contains(way), "{ran:?}");
    }
    for (connector, field) in [("stripe", "webhook_secret"), ("paypal", "webhook_id")] {
        let webhook = ["webhook", connector, "--body", "/dev/null"];
        run(&webhook).fails(2, &format!("for webhooks, too:   {field}"));
    }
    let ran = run(&["psync", "xendit", "1"]).fails(2, "no credentials for xendit");
    assert!(ran.stderr.contains("for webhooks, too:"), "{ran:?}");
}

#[test]
fn a_wrong_field_is_named() {
    for (credentials, gist) in [
        ("", "not a JSON object"),
        (r#""sk_test_1""#, "not a JSON object"),
        ("{}", "lack the field `api_key`"),
        (r#"{"api_key": ""}"#, "`api_key` is empty"),
        (r#"{"api_key": 7}"#, "`api_key` must be a text"),
        (
            r#"{"apikey": "k"}"#,
            "have the field `apikey`, which is unknown here; expected `api_key`",
        ),
        (r#"{"api_key": "k", "environment": "prod"}"#, "must be \"test\" or \"live\""),
        (r#"{"api_key": "k", "base_url": "host"}"#, "`base_url` is not a URL"),
        (r#"{"api_key": "a\nb"}"#, "`api_key` has a line break"),
    ] {
        let (file, data) = (TestFile::new(credentials), payment("pi_1"));
        let ran = run(&["psync", "stripe", "pi_1", "--credentials", file.path()]).fails(2, gist);
        assert!(ran.stderr.contains(&format!("`{}`: ", file.path())), "{ran:?}");
        run(&["request", "stripe", "psync", "--data", data.path(), "--credentials", file.path()])
            .fails(2, gist);
    }
    let (file, data) = (TestFile::new("{}"), payment("pi_1"));
    let reading = ["response", "stripe", "psync", "--status", "200", "--body", data.path()];
    run(&[&reading[..], &["--data", data.path(), "--credentials", file.path()]].concat())
        .fails(2, "lack the field `api_key`");
}

#[test]
fn variables_are_fields() {
    let data = payment("pi_1");
    let request = ["request", "stripe", "psync", "--data", data.path(), "--format", "json"];
    let key = ("CONNECTORS_STRIPE_API_KEY", "sk_test_1");
    run_with(&request, &[key]).ends(0);
    let host = ("CONNECTORS_STRIPE_BASE_URL", "https://proxy.example/stripe/");
    let url = run_with(&request, &[key, host]).ends(0).json()["url"].clone();
    assert!(url.as_str().unwrap().starts_with("https://proxy.example/stripe/v1/"), "{url}");
    run_with(&request, &[host]).fails(2, "lack the field `api_key`");
    run_with(&request, &[key, ("CONNECTORS_STRIPE_APIKEY", "x")])
        .fails(2, "have the field `apikey`, which is unknown here");
}

#[test]
fn a_file_wins_as_a_whole() {
    let (data, key) = (payment("pi_1"), api_key());
    let request =
        ["request", "stripe", "psync", "--data", data.path(), "--credentials", key.path()];
    let variable = ("CONNECTORS_STRIPE_BASE_URL", "https://proxy.example");
    let ran = run_with(&request, &[variable]).ends(0);
    assert!(ran.stdout.starts_with("GET https://api.stripe.com/"), "{ran:?}");
}

#[test]
fn a_file_can_be_stdin_and_variables_work_over_a_socket() {
    let live = Live::start();
    let json = live.sandbox.credentials(Processor::Stripe);
    let psync = ["psync", "stripe", "pi_succeeded"];
    run_reading(&[&psync[..], &["--credentials", "-"]].concat(), &json.to_string()).ends(0);
    let text = |field: &str| json[field].as_str().unwrap();
    let (key, host) = (text("api_key"), text("base_url"));
    run_with(&psync, &[("CONNECTORS_STRIPE_API_KEY", key), ("CONNECTORS_STRIPE_BASE_URL", host)])
        .ends(0);
}

#[test]
fn there_is_no_option_for_a_secret_and_the_message_does_not_repeat_one() {
    let ran = run(&["psync", "stripe", "pi_1", "--api-key=sk_live_1"]).fails(2, "--api-key");
    assert!(!ran.says("sk_live_1"), "{ran:?}");
}
