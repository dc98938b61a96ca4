//! Orders whose answers go wrong on the way, over sockets: the money has moved, and no fault says so or denies it.

use std::net::TcpListener;

use connector_client::execute;
use connector_core::{CredentialFields, FaultKind, Outcome, Refund, RouterData};
use connector_sandbox::{Fault, OrderFault, Processor};
use connector_tests::everyone::assert_everyone;

use crate::faults::no_information;
use crate::spoilt::EVERYWHERE;
use crate::till::{Till, all_tills, euros, refund_id};

/// Where the status and the headers say all, there is no body that could be cut off or too long. At Klarna
/// nobody reads one, whatever is written there.
fn says_all(processor: Processor, flow: &str, fault: Fault) -> bool {
    match (processor, flow) {
        (Processor::Klarna, "Void") => {
            [Fault::Truncated, Fault::NotUtf8, Fault::Huge].contains(&fault)
        }
        (Processor::Klarna, "Capture" | "Refund") => {
            [Fault::Truncated, Fault::NotUtf8].contains(&fault)
        }
        (Processor::Mollie, "Void") => fault == Fault::Truncated,
        _ => false,
    }
}

/// Every order of every processor, and every fault that says nothing of it: what went wrong is told as it is of a
/// question, and that nobody knows what became of the order.
#[tokio::test]
async fn an_order_whose_answer_goes_wrong_may_have_been_carried_out_at_every_processor() {
    let mut seen = Vec::new();
    for till in all_tills().await {
        for fault in Fault::ALL.iter().copied() {
            // One that asks too often is turned away: `faulty_orders.rs`.
            let Some(expected) = no_information(fault).filter(|_| fault != Fault::RateLimited)
            else {
                continue;
            };
            for (flow, report) in till.spoilt(OrderFault::after(fault)).await {
                let what = format!("{} {flow} {fault}: {report:#?}", till.processor);
                seen.push((till.processor.name(), flow));
                if says_all(till.processor, flow, fault) {
                    assert_eq!(report.outcome, "status", "{what}");
                    continue;
                }
                assert_eq!((report.status, report.outcome), (None, "sent_unknown"), "{what}");
                assert_eq!(report.fault, Some(expected.fault), "{what}");
                // What a reader says of a body depends on what it reads.
                let detail = report.detail.as_deref().unwrap_or_default();
                let says =
                    expected.fault == FaultKind::Unreadable || detail.contains(expected.detail);
                assert!(says, "{what}");
            }
        }
    }
    for flow in EVERYWHERE {
        assert_everyone(seen.iter().filter(|(_, one)| *one == flow).map(|(name, _)| *name));
    }
}

#[tokio::test]
async fn an_authorization_that_is_sent_again_with_its_key_is_answered_as_it_was() {
    let mut repeated = 0_usize;
    // Klarna has no key here: a token is good for one order.
    let has_keys =
        |till: &Till| till.processor.has_idempotency_keys() && till.processor != Processor::Klarna;
    for till in all_tills().await.into_iter().filter(has_keys) {
        let order = till.ready_to_hold().await;
        till.lose_the_answer(Fault::Reset);
        let lost = till.authorized(order.clone()).await;
        assert!(matches!(lost, Outcome::SentUnknown(_)), "{}: {lost:?}", till.processor);
        let again = till.authorized(order).await;
        assert!(matches!(again, Outcome::Status(_)), "{}: {again:?}", till.processor);
        repeated = repeated.saturating_add(1);
    }
    assert!(repeated >= 4, "only {repeated} were sent again");
}

/// PAIN 21: nobody is reached, or what is ordered cannot be. It is no refund, and none that may have been made.
#[tokio::test]
async fn a_refund_that_never_left_is_not_sent_and_can_be_ordered_still() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    for till in all_tills().await {
        let (processor, sandbox) = (till.processor, &till.merchant.sandbox);
        let id = till.paid_in().await;
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
        let id = till.paid_in().await;
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
