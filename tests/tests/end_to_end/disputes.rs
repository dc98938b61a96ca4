//! Every status of a dispute, asked about over sockets; and that what was accepted is over.

use connector_client::execute;
use connector_core::{Accept, DSync, DefendDispute, Flow, Report, RouterData, SubmitEvidence};
use connector_sandbox::{Dispute, Processor};
use connector_tests::merchant::Merchant;
use serde_json::{Value, json};

async fn told<F: Flow>(merchant: &Merchant, dispute: &Dispute, key: Option<&str>) -> Report {
    let request = key.map_or(json!({}), |key| json!({ "idempotency_key": key }));
    answer::<F>(merchant, dispute, request).await
}

async fn answer<F: Flow>(merchant: &Merchant, dispute: &Dispute, mut request: Value) -> Report {
    let connector = connectors::get(dispute.processor.name()).unwrap();
    let flow = connector.flow::<F>().unwrap();
    let flow = flow.connect(merchant.credentials(dispute.processor)).unwrap();
    request["connector_dispute_id"] = json!(dispute.id);
    let known = json!({ "connector_transaction_id": dispute.payment_id });
    let data = json!({ "resource_common_data": known, "request": request }).to_string();
    let data = RouterData::<F>::from_json(data.as_bytes()).unwrap();
    Report::from(&execute(&merchant.http, &*flow, &data).await)
}

fn is_asked(processor: Processor) -> bool {
    connectors::get(processor.name()).unwrap().flow::<DSync>().is_some()
}

#[tokio::test]
async fn every_status_of_a_dispute_is_read_as_declared() {
    let merchant = Merchant::start().await;
    let mut read = 0_usize;
    for dispute in merchant.sandbox.disputes().iter().filter(|one| is_asked(one.processor)) {
        let flows = connectors::get(dispute.processor.name()).unwrap().describe().flows;
        let table = flows.into_iter().find(|flow| flow.name == "DSync").unwrap().statuses;
        let mut words = dispute.status.split(':').rev();
        let line = words.find_map(|word| table.iter().find(|line| line.connector_status == word));
        let report = told::<DSync>(&merchant, dispute, None).await;
        let what = format!("{dispute:?}: {report:#?}");
        assert_eq!((report.outcome, report.recognised), ("status", Some(true)), "{what}");
        assert_eq!(report.connector_dispute_id.as_deref(), Some(dispute.id.as_str()), "{what}");
        assert_eq!(connector_tests::minor(report.amount), Some(1_234), "{what}");
        match line.and_then(|line| line.status) {
            Some(status) => assert_eq!(report.status, Some(status), "{what}"),
            // How it stands is told by something beside the word, or there is no word.
            None => assert!(report.status.is_some(), "{what}"),
        }
        read = read.saturating_add(1);
    }
    assert!(read >= 45, "only {read} disputes were asked about");
}

#[tokio::test]
async fn every_word_of_a_table_has_a_dispute() {
    let merchant = Merchant::start().await;
    let all = merchant.sandbox.disputes();
    for processor in Processor::ALL.iter().copied().filter(|one| is_asked(*one)) {
        let flows = connectors::get(processor.name()).unwrap().describe().flows;
        let table = flows.into_iter().find(|flow| flow.name == "DSync").unwrap().statuses;
        for line in table.iter().filter(|line| line.status.is_some()) {
            let word = line.connector_status;
            let own = all.iter().filter(|one| one.processor == processor);
            let mut shown = own.flat_map(|one| one.status.split(':'));
            assert!(shown.any(|one| one == word), "{processor}: {word}");
        }
    }
}

#[tokio::test]
async fn a_dispute_that_was_accepted_is_over() {
    let merchant = Merchant::start().await;
    let mut accepted = 0_usize;
    for processor in Processor::ALL.iter().copied() {
        let Some(open) = processor.open_dispute() else { continue };
        let dispute = merchant.sandbox.add_dispute(processor, open).unwrap();
        let over = ["accepted", "lost"];
        let first = told::<Accept>(&merchant, &dispute, Some("once")).await;
        assert!(first.status.is_some_and(|status| over.contains(&status)), "{first:#?}");
        let again = told::<Accept>(&merchant, &dispute, Some("twice")).await;
        assert_eq!(again.status, None, "{processor}: {again:#?}");
        if is_asked(processor) {
            let asked = told::<DSync>(&merchant, &dispute, None).await;
            assert!(asked.status.is_some_and(|status| over.contains(&status)), "{asked:#?}");
        }
        accepted = accepted.saturating_add(1);
    }
    assert!(accepted >= 5, "only {accepted} were accepted");
}

#[tokio::test]
async fn what_is_handed_in_goes_to_the_bank_and_cannot_be_sent_twice() {
    let merchant = Merchant::start().await;
    let mut answered = 0_usize;
    for processor in Processor::ALL.iter().copied() {
        let Some(open) = processor.open_dispute() else { continue };
        let dispute = merchant.sandbox.add_dispute(processor, open).unwrap();
        let mut evidence = json!({ "idempotency_key": "1", "uncategorized_text": "It is theirs." });
        if processor == Processor::Adyen {
            let file =
                json!({ "document_type": "x", "content_type": "image/png", "content": "aQ==" });
            evidence = json!({ "idempotency_key": "1", "documents": [file] });
        }
        let handed = answer::<SubmitEvidence>(&merchant, &dispute, evidence.clone()).await;
        let defends = connectors::get(processor.name()).unwrap().flow::<DefendDispute>().is_some();
        let expected = if defends { "opened" } else { "challenged" };
        assert_eq!(handed.status, Some(expected), "{processor}: {handed:#?}");
        if defends {
            let ground = json!({ "idempotency_key": "2", "defense_reason_code": "1" });
            let sent = answer::<DefendDispute>(&merchant, &dispute, ground).await;
            assert_eq!(sent.status, Some("challenged"), "{processor}: {sent:#?}");
        }
        let late = answer::<SubmitEvidence>(&merchant, &dispute, evidence).await;
        assert_eq!(late.status, None, "{processor}: {late:#?}");
        answered = answered.saturating_add(1);
    }
    assert!(answered >= 6, "only {answered} were answered");
}
