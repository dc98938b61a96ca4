//! Everything that can go wrong on the way of a question, at every processor that can be asked: each has an
//! outcome of its own, and none of them is a status of the payment. The same of orders, which every processor takes,
//! is in `lost_orders.rs` and `faulty_orders.rs`.

use std::time::Duration;

use connector_core::{FaultKind, Report};
use connector_sandbox::{Fault, Kind, Processor, Step};
use connector_tests::merchant::Merchant;
use connector_tests::question::Question;
use connector_tests::roads;

/// What the report of a fault says.
pub(crate) struct Expected {
    pub(crate) fault: FaultKind,
    /// Words of its sentence.
    pub(crate) detail: &'static str,
    /// Whether an answer came at all, so that the road by name has something to read.
    answered: bool,
}

/// What is said of a fault that tells nothing, whatever was asked or ordered.
pub(crate) fn no_information(fault: Fault) -> Option<Expected> {
    let (kind, detail, answered) = match fault {
        Fault::Slow => (FaultKind::Transport, "no complete response in time", false),
        Fault::Reset => (FaultKind::Transport, "connection lost before a response", false),
        Fault::Truncated => (FaultKind::Transport, "response broke off", false),
        Fault::Huge => (FaultKind::Transport, "response too large", false),
        Fault::ServerError => (FaultKind::Unavailable, "HTTP 500", true),
        Fault::HtmlError => (FaultKind::Unavailable, "HTTP 502", true),
        Fault::Maintenance => (FaultKind::Unavailable, "cannot answer now", true),
        Fault::RateLimited => (FaultKind::RateLimited, "asked too often", true),
        Fault::Html => (FaultKind::Unreadable, "HTML", true),
        Fault::Empty => (FaultKind::Unreadable, "is empty", true),
        Fault::Null => (FaultKind::Unreadable, "documented shape", true),
        Fault::NotUtf8 => (FaultKind::Unreadable, "not UTF-8", true),
        Fault::UnheardOfStatus | Fault::WrongResource => return None,
    };
    Some(Expected { fault: kind, detail, answered })
}

/// The fault on both flows; the ready-made cases have it on payments only.
fn questions(merchant: &Merchant, fault: Fault) -> Vec<(Processor, Question)> {
    let both = |processor: &'static Processor| {
        let kinds =
            [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind));
        kinds.map(|kind| (*processor, merchant.add(*processor, kind, &[Step::Fault(fault)])))
    };
    let added = Processor::ALL.iter().flat_map(both);
    let cases = merchant.sandbox.cases().iter();
    let ready = cases.filter(|case| case.steps == [Step::Fault(fault)]);
    added.chain(ready.map(|case| (case.processor, Question::of(case)))).collect()
}

/// Every road that can see this answer.
async fn reports(
    merchant: &Merchant,
    processor: Processor,
    question: &Question,
    answered: bool,
) -> Vec<Report> {
    let (http, connector) = (&merchant.http, processor.name());
    let credentials = || merchant.credentials(processor);
    let mut reports = vec![
        roads::by_type(http, connector, credentials(), question).await,
        roads::by_flow(http, connector, credentials(), question).await,
    ];
    if answered {
        reports.push(roads::by_name(http, connector, credentials(), question).await);
    }
    reports
}

#[tokio::test]
async fn a_fault_tells_no_status_and_says_what_happened() {
    let patient = Merchant::start().await;
    let impatient = patient.impatient(Duration::from_millis(150));
    let mut seen = 0_usize;
    for fault in Fault::ALL.iter().copied() {
        let Some(expected) = no_information(fault) else {
            continue;
        };
        let merchant = if fault == Fault::Slow { &impatient } else { &patient };
        for (processor, question) in questions(merchant, fault) {
            let reports = reports(merchant, processor, &question, expected.answered).await;
            assert!(
                reports.iter().all(|report| *report == reports[0]),
                "{processor} {fault}: {reports:#?}"
            );
            for report in reports {
                let what = format!("{processor} {} {fault}: {report:#?}", question.flow());
                assert_eq!(report.outcome, "no_information", "{what}");
                assert_eq!(report.status, None, "{what}");
                assert_eq!(report.fault, Some(expected.fault), "{what}");
                let detail = report.detail.as_deref().unwrap_or_default();
                assert!(detail.contains(expected.detail), "{what}");
                let wait = (fault == Fault::RateLimited).then_some(2);
                assert_eq!(report.retry_after_seconds, wait, "{what}");
                seen = seen.saturating_add(1);
            }
        }
    }
    assert!(seen >= 12 * 9 * 2, "only {seen} faults were seen");
}

#[tokio::test]
async fn a_status_that_nobody_has_documented_is_kept_as_its_text_and_is_pending() {
    let merchant = Merchant::start().await;
    // A refund that is there has no status at all.
    let has_status = |(processor, question): &(Processor, Question)| {
        (*processor, question.kind) != (Processor::Klarna, Kind::Refund)
    };
    let questions = questions(&merchant, Fault::UnheardOfStatus).into_iter().filter(has_status);
    for (processor, question) in questions {
        for report in reports(&merchant, processor, &question, true).await {
            let what = format!("{processor} {}: {report:#?}", question.flow());
            assert_eq!(report.outcome, "status", "{what}");
            assert_eq!(report.status, Some("pending"), "{what}");
            assert_eq!(report.is_final, Some(false), "{what}");
            // Without a status on the wire there is none to be unheard of.
            if (processor, question.kind) != (Processor::Checkout, Kind::Refund) {
                assert_eq!(report.recognised, Some(false), "{what}");
                let word = report.connector_status.as_deref();
                assert_eq!(word, Some("unheard_of_status"), "{what}");
            }
        }
    }
}

#[tokio::test]
async fn a_reply_about_another_payment_is_a_mismatch_that_keeps_what_was_told() {
    let merchant = Merchant::start().await;
    for (processor, question) in questions(&merchant, Fault::WrongResource) {
        for report in reports(&merchant, processor, &question, true).await {
            let what = format!("{processor} {}: {report:#?}", question.flow());
            assert_eq!(report.status, None, "{what}");
            // A payment's actions do not say whose they are; the refund is not among them.
            if (processor, question.kind) == (Processor::Checkout, Kind::Refund) {
                assert_eq!(report.outcome, "not_found", "{what}");
                continue;
            }
            assert_eq!(report.outcome, "mismatch", "{what}");
            let told = match question.kind {
                Kind::Payment => &report.connector_transaction_id,
                Kind::Refund => &report.connector_refund_id,
            };
            let told = told.as_deref().expect("the other id is kept");
            assert_ne!(told, question.id(), "{what}");
            assert!(report.connector_status.is_some(), "{what}");
            let detail = report.detail.as_deref().unwrap_or_default();
            assert!(detail.contains(told) && detail.contains(question.id()), "{what}");
        }
    }
}
