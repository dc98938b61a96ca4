//! Payments and refunds that move, watched to their end.

use std::time::Duration;

use connector_client::{Schedule, execute, watch};
use connector_core::{Flow, PSync, RSync, Report};
use connector_sandbox::{Case, Fault, Kind, Processor, Step};
use connector_tests::merchant::Merchant;
use connector_tests::question::Question;
use tokio::task::JoinSet;

use crate::expected::{assert_declared, table};

const SCHEDULE: Schedule = Schedule {
    since_the_order: Duration::MAX,
    first_wait: Duration::from_millis(1),
    longest_wait: Duration::from_millis(4),
    give_up_after: Duration::from_secs(30),
};

/// Who watches is done when the status is final or the move is the merchant's: a payment that is only
/// authorized ends a watch, and the next one goes on from there.
#[tokio::test]
async fn every_moving_case_reaches_its_last_status() {
    let merchant = Merchant::start().await;
    let cases = merchant.sandbox.cases().iter();
    let moving: Vec<Case> = cases.filter(|case| case.steps.len() > 1).cloned().collect();
    assert!(moving.len() >= 38, "only {} cases move", moving.len());
    let mut watches = JoinSet::new();
    for case in moving {
        let merchant = merchant.clone();
        watches.spawn(async move {
            match case.kind {
                Kind::Payment => to_the_end::<PSync>(merchant, case).await,
                Kind::Refund => to_the_end::<RSync>(merchant, case).await,
            }
        });
    }
    watches.join_all().await;
}

async fn to_the_end<F: Flow>(merchant: Merchant, case: Case) {
    let connector = connectors::get(case.processor.name()).unwrap();
    let flow = connector.flow::<F>().unwrap();
    let flow = flow.connect(merchant.credentials(case.processor)).unwrap();
    let data = Question::of(&case).data::<F>();
    let mut seen: Vec<Report> = Vec::new();
    while seen.len() < case.steps.len() {
        let told = |outcome: &_, _| seen.push(Report::from(outcome));
        let watched = watch(&merchant.http, &*flow, &data, SCHEDULE, told).await;
        assert!(!watched.outcome.is_worth_asking_again());
        seen.push(Report::from(&watched.outcome));
        assert!(!watched.gave_up, "{}: {seen:#?}", case.id);
    }
    assert_eq!(seen.len(), case.steps.len(), "{}: {seen:#?}", case.id);
    // A watch asks what anybody can ask: who asks once is told what it was told last.
    let once = Report::from(&execute(&merchant.http, &*flow, &data).await);
    assert_eq!(Some(&once), seen.last(), "{}", case.id);
    for (step, report) in case.steps.iter().zip(&seen) {
        match step {
            Step::Status(_) => assert_declared(case.processor, case.kind, step, report),
            Step::Fault(Fault::UnheardOfStatus) => assert_eq!(report.recognised, Some(false)),
            Step::Fault(_) => assert_eq!(report.outcome, "no_information", "{}", case.id),
        }
    }
}

/// Every word that is the processor's or the customer's move keeps the watch going; every other word
/// ends it at once, for asking on would change nothing.
#[tokio::test]
async fn a_watch_goes_on_for_as_long_as_others_can_move() {
    let merchant = Merchant::start().await;
    let stripe = connectors::get("stripe").unwrap().flow::<PSync>().unwrap();
    let stripe = stripe.connect(merchant.credentials(Processor::Stripe)).unwrap();
    let give_up_after = Duration::from_millis(20);
    let schedule = Schedule { give_up_after, ..SCHEDULE };
    let mut went_on = Vec::new();
    for line in table(Processor::Stripe, Kind::Payment) {
        let step = Step::Status(line.connector_status.to_owned());
        let question = merchant.add(Processor::Stripe, Kind::Payment, &[step]);
        let watched = watch(&merchant.http, &*stripe, &question.data(), schedule, |_, _| {}).await;
        if watched.gave_up {
            went_on.push(line.connector_status);
        }
    }
    let moving =
        ["requires_payment_method", "requires_confirmation", "requires_action", "processing"];
    assert_eq!(went_on, moving);
}
