//! That nothing is left out: not by the sandbox, not by the connectors, not by these tests.

use std::collections::BTreeSet;

use connector_sandbox::{Kind, Processor, Step};
use connector_tests::merchant::Merchant;
use connector_tests::question::Question;
use connector_tests::roads;

use crate::expected::{sandbox_word, table};

/// Words of a table that no ready-made case shows. They are read from added ones.
const WITHOUT_A_CASE: &[(Processor, Kind, &[&str])] = &[
    // The description does not have it, and the sandbox holds its bodies against the description.
    (Processor::Checkout, Kind::Payment, &["Retry Scheduled", "Returned"]),
    // One list for payments and refunds; a refund cannot come into these.
    (
        Processor::Braintree,
        Kind::Refund,
        &["AUTHORIZATION_EXPIRED", "AUTHORIZED", "SETTLEMENT_CONFIRMED"],
    ),
    (
        Processor::AuthorizeNet,
        Kind::Refund,
        &[
            "authorizedPendingCapture",
            "authorizedPendingRelease",
            "capturedPendingSettlement",
            "settledSuccessfully",
            "pendingSettlement",
            "pendingFinalSettlement",
            "updatingSettlement",
            "approvedReview",
            "underReview",
            "FDSPendingReview",
            "FDSAuthorizedPendingReview",
            "failedReview",
            "expired",
            "chargeback",
            "chargebackReversal",
        ],
    ),
];

#[tokio::test]
async fn every_declared_word_has_a_ready_made_case() {
    let merchant = Merchant::start().await;
    for processor in Processor::ALL.iter().copied() {
        for kind in
            [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind))
        {
            let cases = merchant.sandbox.cases().iter();
            let own = cases.filter(|case| (case.processor, case.kind) == (processor, kind));
            let shown: BTreeSet<String> = own
                .filter(|case| case.steps.len() == 1)
                .filter_map(|case| case.steps[0].status().map(str::to_owned))
                .collect();
            let words = table(processor, kind).into_iter().map(|line| line.connector_status);
            let missing: BTreeSet<&str> = words
                .filter(|line| !shown.contains(&sandbox_word(processor, kind, line)))
                .collect();
            let excused = WITHOUT_A_CASE.iter().filter(|row| (row.0, row.1) == (processor, kind));
            let excused: BTreeSet<&str> = excused.flat_map(|row| row.2).copied().collect();
            assert_eq!(missing, excused, "{processor} {kind}");
        }
    }
}

#[tokio::test]
async fn every_status_of_every_case_is_known_to_its_connector() {
    let merchant = Merchant::start().await;
    for case in merchant.sandbox.cases() {
        for step in case.steps.iter().filter(|step| step.status().is_some()) {
            let question = merchant.add(case.processor, case.kind, std::slice::from_ref(step));
            let credentials = merchant.credentials(case.processor);
            let connector = case.processor.name();
            let report = roads::by_name(&merchant.http, connector, credentials, &question).await;
            assert_ne!(report.recognised, Some(false), "{} {step}: {report:#?}", case.id);
        }
    }
}

/// A word that is reported can be looked up in what `describe` prints.
#[tokio::test]
async fn every_known_word_that_is_reported_is_a_line_of_the_connectors_table() {
    let merchant = Merchant::start().await;
    for case in merchant.sandbox.cases() {
        let [Step::Status(_)] = case.steps.as_slice() else {
            continue;
        };
        let credentials = merchant.credentials(case.processor);
        let (connector, question) = (case.processor.name(), Question::of(case));
        let report = roads::by_name(&merchant.http, connector, credentials, &question).await;
        if let (Some(word), Some(true)) = (&report.connector_status, report.recognised) {
            let table = table(case.processor, case.kind);
            assert!(table.iter().any(|line| line.connector_status == word), "{}: {word}", case.id);
        }
    }
}

#[test]
fn the_sandbox_and_these_tests_have_every_connector() {
    let connectors: Vec<&str> = connectors::all().iter().map(|one| one.name()).collect();
    let mut sandbox: Vec<&str> = Processor::ALL.iter().map(|one| one.name()).collect();
    sandbox.sort_unstable();
    assert_eq!(sandbox, connectors);
    let mut typed = [roads::TYPED, roads::SILENT].concat();
    typed.sort_unstable();
    assert_eq!(typed, connectors);
    for connector in connectors::all() {
        let description = connector.describe();
        let has = |flow: &str| description.flows.iter().any(|known| known.name == flow);
        let processor: Processor = connector.name().parse().unwrap();
        for (question, kind) in [("PSync", Kind::Payment), ("RSync", Kind::Refund)] {
            let is_declared = has(question) || description.why_without(question).is_some();
            assert!(is_declared, "{} says nothing of {question}", connector.name());
            assert_eq!(has(question), processor.answers(kind), "{processor} {question}");
        }
    }
}

/// A dash in the table of flows would say nothing: not there, and nobody knows why.
#[test]
fn each_flow_that_one_processor_has_is_there_or_is_named_with_the_reason() {
    let described: Vec<_> = connectors::all().iter().map(|one| one.describe()).collect();
    let flows: BTreeSet<&str> =
        described.iter().flat_map(|one| &one.flows).map(|flow| flow.name).collect();
    assert!(flows.len() >= 21, "only {flows:?}");
    for processor in Processor::ALL {
        let own = described.iter().find(|one| one.name == processor.name()).unwrap();
        for flow in &flows {
            let has = own.flows.iter().any(|one| one.name == *flow);
            assert!(has || own.why_without(flow).is_some(), "{processor} says nothing of {flow}");
        }
    }
}
