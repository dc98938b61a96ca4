//! Orders that are turned away, and answers to orders that say something else than they should.

use connector_core::FaultKind;
use connector_sandbox::{Fault, OrderFault, Processor};
use connector_tests::everyone::assert_everyone;

use crate::till::all_tills;

#[tokio::test]
async fn an_order_that_comes_too_often_is_turned_away_at_every_processor() {
    let mut seen = Vec::new();
    for till in all_tills().await {
        for (flow, report) in till.spoilt(OrderFault::before(Fault::RateLimited).unwrap()).await {
            let what = format!("{} {flow}: {report:#?}", till.processor);
            seen.push(till.processor.name());
            // Checkout.com says so of an order whose twin is under way, too.
            let expected = match till.processor {
                Processor::Checkout => ("sent_unknown", Some(FaultKind::Silent)),
                _ => ("no_information", Some(FaultKind::RateLimited)),
            };
            assert_eq!((report.outcome, report.fault), expected, "{what}");
            assert_eq!((report.status, report.retry_after_seconds), (None, Some(2)), "{what}");
        }
    }
    assert_everyone(seen);
}

/// Answers to orders that have no word of the payment's: the word of a capture, a code, or a status of HTTP alone.
const WITHOUT_ITS_WORD: &[(Processor, &[&str])] = &[
    (Processor::Checkout, &["Capture", "Void", "Refund"]),
    (Processor::PayPal, &["Capture"]),
    (Processor::AuthorizeNet, &["Authorize", "Capture", "Void", "Refund"]),
    (Processor::Klarna, &["Capture", "Void", "Refund"]),
    (Processor::Mollie, &["Capture", "Void"]),
    (Processor::Razorpay, &["Authorize"]),
    (Processor::Xendit, &["Capture"]),
];

#[tokio::test]
async fn a_word_that_nobody_has_documented_is_no_end_of_an_order_at_any_processor() {
    let (mut seen, mut without) = (Vec::new(), Vec::new());
    for till in all_tills().await {
        for (flow, report) in till.spoilt(OrderFault::after(Fault::UnheardOfStatus)).await {
            let what = format!("{} {flow}: {report:#?}", till.processor);
            seen.push(till.processor.name());
            if report.connector_status.as_deref() != Some("unheard_of_status") {
                assert_ne!(report.recognised, Some(false), "{what}");
                without.push((till.processor, flow));
                continue;
            }
            assert_eq!((report.outcome, report.status), ("status", Some("pending")), "{what}");
            assert_eq!(report.recognised, Some(false), "{what}");
            assert_eq!(report.is_final, Some(false), "{what}");
        }
    }
    assert_eq!(without, pairs(WITHOUT_ITS_WORD));
    assert_everyone(seen);
}

/// Answers to orders that do not name what was ordered about: what was made has an id of its own, or nothing has one.
const WITHOUT_ITS_ID: &[(Processor, &[&str])] = &[
    (Processor::Checkout, &["Capture", "Void", "Refund"]),
    (Processor::PayPal, &["Refund"]),
    (Processor::Klarna, &["Capture", "Void", "Refund"]),
    (Processor::Mollie, &["Void"]),
    (Processor::Cybersource, &["Capture", "Void", "Refund"]),
];

#[tokio::test]
async fn an_answer_about_another_payment_is_no_answer_to_an_order_at_any_processor() {
    let (mut seen, mut without) = (Vec::new(), Vec::new());
    for till in all_tills().await {
        let told = till.spoilt(OrderFault::after(Fault::WrongResource)).await;
        // What an authorization makes has no id before it.
        for (flow, report) in told.into_iter().filter(|(flow, _)| *flow != "Authorize") {
            let what = format!("{} {flow}: {report:#?}", till.processor);
            seen.push(till.processor.name());
            match report.outcome {
                "mismatch" => assert_eq!(report.status, None, "{what}"),
                "status" => without.push((till.processor, flow)),
                _ => panic!("{what}"),
            }
        }
    }
    assert_eq!(without, pairs(WITHOUT_ITS_ID));
    assert_everyone(seen);
}

fn pairs(rows: &[(Processor, &[&'static str])]) -> Vec<(Processor, &'static str)> {
    rows.iter().flat_map(|(name, flows)| flows.iter().map(|flow| (*name, *flow))).collect()
}
