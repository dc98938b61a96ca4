//! What `webhook` makes of webhooks, believed and not. The signatures are made by OpenSSL:
//! `printf '%s' "$signed" | openssl dgst -sha256 -hmac whsec_cli`.

use connector_sandbox::Processor;

use crate::live::Live;
use crate::run::{Ran, TestFile, run};

const BODY: &str = r#"{"id":"evt_1","type":"payment_intent.succeeded","data":{"object":{"id":"pi_1","status":"succeeded","amount":4200,"amount_received":4200,"currency":"eur"}}}"#;
const UNKNOWN: &str = r#"{"id":"evt_2","type":"invoice.paid","data":{"object":{"id":"in_1"}}}"#;
const SIGNED: &str = "Stripe-Signature: t=1795000000,v1=b735e14e5c429513c786ad47c607a97abe7c6a5ff2ef21363b9c517441287a80";
const UNKNOWN_SIGNED: &str = "Stripe-Signature: t=1795000000,v1=245687ef03149b09e4e025813ee2cd62e987e1812ae44f760be0998b5249a746";
const DISPUTE: &str = r#"{"id":"evt_3","type":"charge.dispute.created","data":{"object":{"id":"du_1","status":"needs_response","amount":4200,"currency":"eur","payment_intent":"pi_1","reason":"fraudulent","evidence_details":{"due_by":1795600000}}}}"#;
const DISPUTE_SIGNED: &str = "Stripe-Signature: t=1795000000,v1=3c16359db790e7f8dc90b0eea0bc06a589bf05a386a767d8b50506a2a0d61641";

fn receive(body: &str, header: &str, credentials: &str, at: &str, more: &[&str]) -> Ran {
    let (body, credentials) = (TestFile::new(body), TestFile::new(credentials));
    let what = ["webhook", "stripe", "--body", body.path(), "--credentials", credentials.path()];
    run(&[&what[..], &["--header", header, "--at", at], more].concat())
}

const CREDENTIALS: &str = r#"{"api_key": "sk_test_1", "webhook_secret": "whsec_cli"}"#;

#[test]
fn a_webhook_that_is_believed_in_both_formats() {
    let text = receive(BODY, SIGNED, CREDENTIALS, "1795000000", &[]).ends(0).stdout;
    for line in ["verified", "evt_1", "payment_intent.succeeded", "charged", "42.00 EUR", "pi_1"] {
        assert!(text.contains(line), "{text}");
    }
    let json = receive(BODY, SIGNED, CREDENTIALS, "1795000000", &["--format", "json"]);
    let json = json.ends(0).json();
    assert_eq!(json["webhook"], "verified");
    assert_eq!(json["answer"]["status"], 200);
    let event = &json["events"][0];
    assert_eq!((&event["flow"], &event["status"]), (&"PSync".into(), &"charged".into()));
}

#[test]
fn a_dispute_is_shown_with_its_stage_and_until_when_it_can_be_answered() {
    let text = receive(DISPUTE, DISPUTE_SIGNED, CREDENTIALS, "1795000000", &[]).ends(0).stdout;
    let lines: Vec<Vec<&str>> =
        text.lines().map(|line| line.split_whitespace().collect()).collect();
    for line in [
        ["status", "opened"],
        ["connector_transaction_id", "pi_1"],
        ["connector_dispute_id", "du_1"],
        ["dispute_stage", "dispute"],
        ["respond_by", "1795600000"],
    ] {
        assert!(lines.contains(&line.to_vec()), "{line:?}: {text}");
    }
}

#[test]
fn an_event_that_nobody_knows_tells_nothing() {
    let ran = receive(UNKNOWN, UNKNOWN_SIGNED, CREDENTIALS, "1795000000", &["--format", "json"]);
    let json = ran.fails(4, "the processor told nothing about it").json();
    assert_eq!(json["webhook"], "verified");
    assert_eq!(json["events"][0]["event_kind"], "invoice.paid");
}

#[test]
fn what_is_not_believed_says_why_and_shows_no_secret() {
    let other = r#"{"api_key": "sk_test_1", "webhook_secret": "whsec_other"}"#;
    let none = r#"{"api_key": "sk_test_1"}"#;
    for (header, credentials, at, gist, status) in [
        ("X-Other: 1", CREDENTIALS, "1795000000", "`stripe-signature` is missing", 400),
        (SIGNED, other, "1795000000", "is of none of the secrets", 401),
        (SIGNED, none, "1795000000", "lack the field `webhook_secret`", 503),
        (SIGNED, CREDENTIALS, "1795000301", "signed 301 s ago", 401),
        (UNKNOWN_SIGNED, CREDENTIALS, "1795000000", "is of none of the secrets", 401),
    ] {
        let ran = receive(BODY, header, credentials, at, &["--format", "json"]);
        let json = ran.fails(10, "nothing proves that the processor sent the webhook").json();
        assert_eq!(json["webhook"], "refused");
        assert_eq!(json["answer"]["status"], status);
        assert!(json["reason"].as_str().unwrap().contains(gist), "{json}");
        assert!(!json.to_string().contains("whsec_"), "{json}");
    }
}

/// PayPal's can be verified by asking it alone, and the command does.
#[test]
fn a_webhook_that_the_processor_is_asked_about() {
    let live = Live::start();
    let event = r#"{"id":"WH-1","event_type":"CHECKOUT.ORDER.APPROVED","resource":{"id":"O1","status":"APPROVED"}}"#;
    let sent = live.sandbox.sign_webhook(Processor::PayPal, event.to_owned()).unwrap();
    let headers: Vec<String> =
        sent.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let credentials = live.credentials(Processor::PayPal);
    let receive = |body: &str| {
        let body = TestFile::new(body);
        let what =
            ["webhook", "paypal", "--body", body.path(), "--credentials", credentials.path()];
        let headers = headers.iter().flat_map(|header| ["--header", header]);
        run(&what.into_iter().chain(headers).chain(["--format", "json"]).collect::<Vec<_>>())
    };
    let json = receive(event).ends(0).json();
    assert_eq!(
        (&json["webhook"], &json["events"][0]["status"]),
        (&"verified".into(), &"confirmation_awaited".into())
    );
    let ran = receive(&event.replace("APPROVED\"}", "VOIDED\"}"));
    let json = ran.fails(10, "nothing proves that the processor sent the webhook").json();
    assert_eq!((&json["webhook"], &json["answer"]["status"]), (&"refused".into(), &401.into()));
}
