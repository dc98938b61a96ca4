//! Every status that a processor documents, read on every road.

use connector_sandbox::{Kind, Processor, Step};
use connector_tests::merchant::{AMOUNT, CURRENCY, Merchant};
use connector_tests::question::Question;
use connector_tests::roads;

use crate::expected::{assert_declared, sandbox_word, table};

#[tokio::test]
async fn every_ready_made_status_is_read_as_declared_on_all_three_roads() {
    let merchant = Merchant::start().await;
    let mut read = 0_usize;
    for case in merchant.sandbox.cases() {
        let [step @ Step::Status(_)] = case.steps.as_slice() else {
            continue;
        };
        let (http, connector) = (&merchant.http, case.processor.name());
        let credentials = || merchant.credentials(case.processor);
        let question = Question::of(case);
        let by_type = roads::by_type(http, connector, credentials(), &question).await;
        let by_flow = roads::by_flow(http, connector, credentials(), &question).await;
        let by_name = roads::by_name(http, connector, credentials(), &question).await;

        assert_declared(case.processor, case.kind, step, &by_type);
        assert_eq!(by_type, by_flow, "{}", case.id);
        assert_eq!(by_type, by_name, "{}", case.id);
        if by_type.outcome == "status" {
            let id = match case.kind {
                Kind::Payment => &by_type.connector_transaction_id,
                Kind::Refund => &by_type.connector_refund_id,
            };
            assert_eq!(id.as_deref(), Some(case.id.as_str()));
        }
        read = read.saturating_add(1);
    }
    assert!(read >= 62, "only {read} cases have one status");
}

/// Also of those words that no ready-made case shows, and by somebody who knows the amount: a status
/// must not turn into a mismatch because a processor writes another amount beside it.
#[tokio::test]
async fn every_declared_word_is_read_as_declared_when_the_right_amount_is_asked() {
    let merchant = Merchant::start().await;
    let mut read = 0_usize;
    for processor in Processor::ALL.iter().copied() {
        for kind in
            [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind))
        {
            for line in table(processor, kind) {
                let step = Step::Status(sandbox_word(processor, kind, line.connector_status));
                let question = merchant.add(processor, kind, std::slice::from_ref(&step));
                let question = question.about(AMOUNT, CURRENCY);
                let credentials = merchant.credentials(processor);
                let report =
                    roads::by_name(&merchant.http, processor.name(), credentials, &question).await;
                assert_declared(processor, kind, &step, &report);
                read = read.saturating_add(1);
            }
        }
    }
    assert!(read >= 76, "only {read} words are declared");
}
