//! `psync` and `rsync` over real sockets.

use std::net::TcpListener;

use connector_sandbox::{Fault, Kind, Payment, Processor, Refund};

use crate::live::Live;
use crate::run::{TestFile, run};

#[test]
fn one_question_one_answer() {
    let live = Live::start();
    let ran = live.psync(Processor::Stripe, &["pi_succeeded", "--format", "json"]).ends(0);
    let json = ran.json();
    assert_eq!((&json["status"], &json["is_final"]), (&"charged".into(), &true.into()));
    assert_eq!(ran.stderr, "");
    let ran = live.psync(Processor::Stripe, &["pi_processing"]).ends(0);
    assert!(ran.stdout.contains("pending") && ran.stdout.contains("processor"), "{ran:?}");
}

#[test]
fn a_failed_payment_is_an_answer() {
    let live = Live::start();
    let id = "pi_requires_payment_method_insufficient_funds";
    let ran = live.psync(Processor::Stripe, &[id]).ends(0);
    assert!(ran.stdout.contains("failure"), "{ran:?}");
}

#[test]
fn a_payment_is_named_by_its_id_or_by_the_reference_where_the_processor_knows_it() {
    for (arguments, gist) in [
        (&["psync", "stripe"][..], "<PAYMENT_ID>"),
        (&["psync", "stripe", "pi_1", "--reference", "order 17"], "cannot be used with"),
        (&["psync", "stripe", "--reference", ""], "empty"),
        (
            &["psync", "mollie", "--reference", "order 17"],
            "cannot be asked by the merchant's reference",
        ),
        (&["psync", "stripe", "--order", "order_1"], "cannot be asked by an announced order"),
        (&["psync", "razorpay", "--reference", "r", "--order", "o"], "cannot be used with"),
        (&["psync", "adyen", "--reference", "order 17"], "Adyen has no query of a payment"),
    ] {
        run(arguments).fails(2, gist);
    }
}

#[test]
fn a_refund_with_its_payment() {
    let live = Live::start();
    for processor in Processor::ALL.iter().filter(|one| one.answers(Kind::Refund)) {
        let payment = live.sandbox.add_payment(*processor, Payment::new(5_000, "GBP"));
        let refund = live.sandbox.add_refund(*processor, &payment, Refund::of(2_000)).unwrap();
        let file = live.credentials(*processor);
        let given = ["rsync", processor.name(), &refund, "--credentials", file.path()];
        let more = ["--payment-id", &payment, "--amount", "2000", "--currency", "gbp"];
        let ran = run(&[&given[..], &more, &["--format", "json"]].concat()).ends(0);
        assert_eq!(ran.json()["status"], "success", "{ran:?}");
    }
}

#[test]
fn another_amount_is_a_mismatch() {
    let live = Live::start();
    for processor in Processor::ALL.iter().filter(|one| one.answers(Kind::Payment)) {
        let id = live.sandbox.add_payment(*processor, Payment::new(1_050, "EUR"));
        let ask = |amount| live.psync(*processor, &[&id, "--amount", amount, "--currency", "EUR"]);
        ask("1050").ends(0);
        ask("1051").fails(6, "something else than what was asked");
    }
}

#[test]
fn an_amount_needs_its_currency_and_both_are_checked() {
    for (arguments, gist) in [
        (&["--amount", "1050"][..], "--currency"),
        (&["--currency", "EUR"], "--amount"),
        (&["--amount", "10.50", "--currency", "EUR"], "not a whole number of minor units"),
        (&["--amount", "-1", "--currency", "EUR"], "the amount is negative"),
        (&["--amount", "1", "--currency", "euro"], "`euro` is no currency code"),
    ] {
        run(&[&["psync", "stripe", "pi_1"], arguments].concat()).fails(2, gist);
    }
}

#[test]
fn what_goes_wrong_on_the_way_tells_nothing() {
    let live = Live::start();
    live.sandbox.set_slow_delay(std::time::Duration::from_secs(60));
    for fault in Fault::ALL {
        let id = format!("pi_fault_{fault}");
        let code = match fault {
            Fault::UnheardOfStatus => 0,
            Fault::WrongResource => 6,
            _ => 4,
        };
        live.psync(Processor::Stripe, &[&id, "--timeout", "2"]).ends(code);
    }
}

#[test]
fn nobody_there_is_not_sent() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let file = TestFile::new(format!(r#"{{"api_key": "k", "base_url": "http://{gone}"}}"#));
    let given = ["psync", "stripe", "pi_1", "--credentials", file.path()];
    let ran = run(&given).fails(7, "could not be reached");
    assert!(ran.stdout.contains("no connection"), "{ran:?}");
}

#[test]
fn plain_http_to_another_machine_is_refused() {
    let file = TestFile::new(r#"{"api_key": "k", "base_url": "http://192.0.2.1:9"}"#);
    let given = ["psync", "stripe", "pi_1", "--timeout", "1", "--credentials", file.path()];
    let ran = run(&given).fails(7, "nothing was sent");
    assert!(ran.stdout.contains("plain http refused"), "{ran:?}");
    assert!(ran.stderr.contains("with `--allow-plain-http` it is sent"), "{ran:?}");
    assert!(ran.stderr.contains("plain HTTP is not allowed (`--allow-plain-http`)"), "{ran:?}");
    // Allowed, it is tried; nobody answers at an address that documentation is written with.
    let ran = run(&[&given[..], &["--allow-plain-http"]].concat());
    assert!(!ran.says("plain http refused"), "{ran:?}");
}

#[test]
fn watching_ends_at_the_final_status_and_tells_every_answer() {
    let live = Live::start();
    let watch = ["pi_processing_then_succeeded", "--watch", "--format", "json"];
    let ran = live.psync(Processor::Stripe, &watch).ends(0);
    assert_eq!(ran.json()["status"], "charged");
    let lines: Vec<&str> = ran.stderr.lines().collect();
    assert_eq!(lines.len(), 2, "{ran:?}");
    for line in lines {
        assert!(line.starts_with("stripe PSync: processing (pending); asking again in"), "{line}");
    }
}

#[test]
fn watching_gives_up() {
    let live = Live::start();
    let watch = ["pi_processing", "--watch", "--give-up-after", "0", "--format", "json"];
    let ran = live.psync(Processor::Stripe, &watch).fails(9, "gave up before the status was final");
    assert_eq!(ran.json()["status"], "pending");
}

#[test]
fn watching_does_not_wait_for_the_merchant() {
    let live = Live::start();
    let ran = live.psync(Processor::Stripe, &["pi_requires_capture", "--watch"]).ends(0);
    assert!(ran.stdout.contains("authorized"), "{ran:?}");
    assert!(ran.stderr.contains("the next move is the merchant's"), "{ran:?}");
}

#[test]
fn nothing_is_sent_by_request_and_response() {
    let live = Live::start();
    let (file, data) = (live.credentials(Processor::Stripe), crate::run::payment("pi_succeeded"));
    let given = ["stripe", "psync", "--data", data.path(), "--credentials", file.path()];
    run(&[&["request"], &given[..]].concat()).ends(0);
    let reply = ["--status", "200", "--body", data.path()];
    run(&[&["response"], &given[..], &reply].concat()).ends(4);
    assert!(live.sandbox.requests().is_empty());
}
