//! Orders whose answers go wrong on the way, over sockets: the money has moved, and no fault says so or denies it.

use std::net::TcpListener;

use connector_client::execute;
use connector_core::{
    Authorize, Capture, CredentialFields, Flow, Outcome, PaymentVoidData, Refund, Report,
    RouterData, Void,
};
use connector_sandbox::{Fault, OrderFault, Processor};

use crate::till::{Till, all_tills, euros, refund_id};

const FAULTS: &[Fault] = &[
    Fault::Reset,
    Fault::Truncated,
    Fault::ServerError,
    Fault::HtmlError,
    Fault::Html,
    Fault::Empty,
    Fault::Null,
    Fault::NotUtf8,
];

impl Till {
    fn lose_the_answer(&self, fault: Fault) {
        self.merchant.sandbox.fail_next_order(self.processor, OrderFault::after(fault));
    }
}

/// Where the status and the headers say all, there is no body that could be cut off. At Klarna nobody reads
/// one, whatever is written there.
fn says_all(processor: Processor, flow: &str, fault: Fault) -> bool {
    match (processor, flow) {
        (Processor::Klarna, "Capture" | "Refund" | "Void") => {
            [Fault::Truncated, Fault::NotUtf8].contains(&fault)
        }
        (Processor::Mollie, "Void") => fault == Fault::Truncated,
        _ => false,
    }
}

#[track_caller]
fn assert_unknown<F: Flow>(till: &Till, fault: Fault, outcome: &Outcome<F>) {
    let report = Report::from(outcome);
    let what = format!("{} {} {fault}: {report:#?}", till.processor, F::NAME);
    if says_all(till.processor, F::NAME, fault) {
        assert_eq!(report.outcome, "status", "{what}");
    } else {
        assert_eq!((report.status, report.outcome), (None, "sent_unknown"), "{what}");
    }
}

#[tokio::test]
async fn an_authorization_whose_answer_goes_wrong_may_have_been_carried_out() {
    let (mut seen, mut repeated) = (0_usize, 0_usize);
    for till in all_tills().await {
        for fault in FAULTS.iter().copied() {
            let order = till.ready_to_hold().await;
            till.lose_the_answer(fault);
            assert_unknown::<Authorize>(&till, fault, &till.authorized(order.clone()).await);
            seen = seen.saturating_add(1);
            // Klarna has no key here: a token is good for one order.
            if till.processor.has_idempotency_keys() && till.processor != Processor::Klarna {
                // Sent again it is the same order, and its answer is the one that was lost.
                let again = till.authorized(order).await;
                assert!(
                    matches!(again, Outcome::Status(_)),
                    "{} {fault}: {again:?}",
                    till.processor
                );
                repeated = repeated.saturating_add(1);
            }
        }
    }
    assert!(seen >= 12 * FAULTS.len(), "only {seen} authorizations were lost");
    assert!(repeated >= 4 * FAULTS.len(), "only {repeated} were sent again");
}

#[tokio::test]
async fn a_capture_whose_answer_goes_wrong_may_have_been_carried_out() {
    let mut seen = 0_usize;
    for till in all_tills().await {
        for fault in FAULTS.iter().copied() {
            let id = till.held().await;
            till.lose_the_answer(fault);
            let order = till.all_of(&id);
            assert_unknown(&till, fault, &till.order::<Capture>(&id, order).await);
            seen = seen.saturating_add(1);
        }
    }
    assert!(seen >= 12 * FAULTS.len(), "only {seen} captures were lost");
}

#[tokio::test]
async fn a_void_whose_answer_goes_wrong_may_have_been_carried_out() {
    let mut seen = 0_usize;
    for till in all_tills().await.into_iter().filter(Till::has::<Void>) {
        for fault in FAULTS.iter().copied() {
            let id = till.held().await;
            let mut order = PaymentVoidData::new(id.clone(), till.key());
            order.amount = Some(euros(1_000));
            till.lose_the_answer(fault);
            assert_unknown(&till, fault, &till.order::<Void>(&id, order).await);
            seen = seen.saturating_add(1);
        }
    }
    assert!(seen >= 10 * FAULTS.len(), "only {seen} voids were lost");
}

#[tokio::test]
async fn a_refund_whose_answer_goes_wrong_may_have_been_carried_out() {
    let mut seen = 0_usize;
    for till in all_tills().await {
        for fault in FAULTS.iter().copied() {
            let id = till.held().await;
            let taken = till.order::<Capture>(&id, till.all_of(&id)).await;
            assert!(matches!(taken, Outcome::Status(_)), "{}: {taken:?}", till.processor);
            till.merchant.sandbox.settle();
            till.lose_the_answer(fault);
            assert_unknown(&till, fault, &till.refund(&id, 400).await);
            seen = seen.saturating_add(1);
        }
    }
    assert!(seen >= 12 * FAULTS.len(), "only {seen} refunds were lost");
}

/// PAIN 21: nobody is reached, or what is ordered cannot be. It is no refund, and none that may have been made.
#[tokio::test]
async fn a_refund_that_never_left_is_not_sent_and_can_be_ordered_still() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    for till in all_tills().await {
        let (processor, sandbox) = (till.processor, &till.merchant.sandbox);
        let id = till.held().await;
        let taken = till.order::<Capture>(&id, till.all_of(&id)).await;
        assert!(matches!(taken, Outcome::Status(_)), "{processor}: {taken:?}");
        sandbox.settle();
        let order = till.to_give_back(&id, 400);

        let there = sandbox.address().to_string();
        let nowhere = sandbox.credentials(processor).to_string().replace(&there, &gone);
        let nowhere = CredentialFields::from_json(nowhere.as_bytes()).unwrap();
        let connector = connectors::get(processor.name()).unwrap();
        let refund = connector.flow::<Refund>().unwrap().connect(nowhere).unwrap();
        let data = RouterData::<Refund>::new(order.clone());
        let unsent = execute(&till.merchant.http, &*refund, &data).await;
        assert!(matches!(unsent, Outcome::NotSent(_)), "{processor}: {unsent:?}");

        let mut nothing = order.clone();
        nothing.refund_amount = Some(euros(0));
        let unsent = till.run::<Refund>(nothing).await;
        assert!(matches!(unsent, Outcome::NotSent(_)), "{processor}: {unsent:?}");

        let made = till.run::<Refund>(order).await;
        assert!(matches!(made, Outcome::Status(_)), "{processor}: {made:?}");
    }
}

/// PAIN 19: no event tells these by the merchant's name, and the same order with the same key is answered with the
/// refund that was made.
#[tokio::test]
async fn a_refund_that_no_event_names_is_sent_again_with_its_key_and_made_once() {
    for processor in [Processor::Klarna, Processor::Mollie, Processor::Square] {
        let mut tills = all_tills().await.into_iter();
        let till = tills.find(|till| till.processor == processor).unwrap();
        let id = till.held().await;
        let taken = till.order::<Capture>(&id, till.all_of(&id)).await;
        assert!(matches!(taken, Outcome::Status(_)), "{processor}: {taken:?}");
        till.merchant.sandbox.settle();
        let order = till.to_give_back(&id, 400);
        till.lose_the_answer(Fault::Reset);
        let lost = till.run::<Refund>(order.clone()).await;
        assert!(matches!(lost, Outcome::SentUnknown(_)), "{processor}: {lost:?}");
        let refund = refund_id(till.run::<Refund>(order.clone()).await);
        assert_eq!(refund, refund_id(till.run::<Refund>(order).await), "{processor}");
        // Of ten euros, four are given back: six are left.
        assert_ne!(refund, refund_id(till.refund(&id, 600).await), "{processor}");
        let more = till.refund(&id, 1).await;
        assert!(!matches!(more, Outcome::Status(_)), "{processor}: {more:?}");
    }
}
