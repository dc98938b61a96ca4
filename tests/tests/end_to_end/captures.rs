//! What an order to capture takes, held against what was ordered, and ordered twice.

use bytes::Bytes;
use connector_client::execute;
use connector_core::{
    BuildError, Capture, CaptureId, CaptureMethod, FlowHandler, Moment, Money, Outcome, PSync,
    PaymentId, RouterData,
};
use connector_sandbox::Processor;

use crate::till::{Till, all_tills, approved, euros, tills};

/// Orders one thing, and believes to have ordered another.
struct Otherwise<'a> {
    flow: &'a dyn FlowHandler<Capture>,
    ordered: &'a RouterData<Capture>,
}

impl FlowHandler<Capture> for Otherwise<'_> {
    fn build_request_at(
        &self,
        _: &RouterData<Capture>,
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, BuildError> {
        self.flow.build_request_at(self.ordered, moment)
    }

    fn handle_response(
        &self,
        believed: &RouterData<Capture>,
        response: http::Response<Bytes>,
    ) -> Outcome<Capture> {
        self.flow.handle_response(believed, response)
    }

    fn token_source(&self) -> Option<connector_core::TokenSource<'_>> {
        self.flow.token_source()
    }
}

impl Till {
    /// How the processor is asked to hold money that is taken in parts.
    async fn held_for_parts(&self) -> PaymentId {
        let method = match self.processor {
            Processor::PayPal => CaptureMethod::ManualMultiple,
            _ => CaptureMethod::Manual,
        };
        let Outcome::Status(held) = self.authorize(approved(self.processor), method).await else {
            panic!("{:?}", self.processor)
        };
        held.connector_transaction_id.unwrap()
    }

    /// Whether the order to capture carries its key; and where it does not, whether the page says that a part of what
    /// is held can be taken twice.
    fn sends_a_key_to_capture(&self) -> (bool, bool) {
        let flows = connectors::get(self.processor.name()).unwrap().describe().flows;
        let capture = flows.into_iter().find(|flow| flow.name == "Capture").unwrap();
        let why = capture.no_idempotency.unwrap_or_default();
        assert_ne!(capture.idempotency_key.is_some(), !why.is_empty());
        (capture.idempotency_key.is_some(), why.contains("twice is taken twice"))
    }

    /// How much was taken of a payment, where the processor can be asked.
    async fn taken(&self, id: &PaymentId) -> Option<Money> {
        if !self.has::<PSync>() {
            return None;
        }
        self.payment(id).await.amount_captured
    }

    /// Whether the answer to Capture tells how much that order took.
    fn tells_what_it_took(&self) -> bool {
        let flows = connectors::get(self.processor.name()).unwrap().describe().flows;
        let capture = flows.into_iter().find(|flow| flow.name == "Capture").unwrap();
        capture
            .integrity
            .iter()
            .any(|part| part.field == "amount_captured" && part.absent.is_none())
    }
}

#[tokio::test]
async fn more_or_less_than_was_ordered_is_a_mismatch_that_keeps_the_answer() {
    let mut compared = Vec::new();
    for till in tills().await {
        let flow = connectors::get(till.processor.name()).unwrap().flow::<Capture>().unwrap();
        let flow = flow.connect(till.credentials()).unwrap();
        for wrong in [299, 301, 999] {
            let id = till.held_for_parts().await;
            let mut order = till.all_of(&id);
            order.amount_to_capture = Some(euros(300));
            let mut ordered = till.about::<Capture>(&id, order);
            if flow.build_request_at(&ordered, &connector_tests::merchant::moment()).is_err() {
                // All of it or nothing.
                ordered.request.amount_to_capture = Some(euros(1_000));
            }
            let mut believed = ordered.clone();
            believed.request.amount_to_capture = Some(euros(wrong));
            let otherwise = Otherwise { flow: &*flow, ordered: &ordered };
            let told = execute(&till.merchant.http, &otherwise, &believed).await;
            let what = format!("{:?} {wrong}: {told:?}", till.processor);
            let Outcome::Mismatch(mismatch) = told else {
                assert!(!till.tells_what_it_took(), "{what}");
                assert!(matches!(told, Outcome::Status(_)), "{what}");
                continue;
            };
            assert_eq!(mismatch.discrepancy.field, "amount_captured", "{what}");
            let one = mismatch.response.capture.as_ref().and_then(|capture| capture.amount);
            let took = mismatch.response.amount_captured.or(one);
            assert_eq!(took, ordered.request.amount_to_capture, "{what}");
            compared.push(till.processor);
        }
    }
    compared.dedup();
    use Processor::{Braintree, Cybersource, Mollie, PayPal, Razorpay, Square, Stripe, Xendit};
    for processor in [Braintree, Cybersource, Mollie, PayPal, Razorpay, Square, Stripe, Xendit] {
        assert!(compared.contains(&processor), "{processor}: {compared:?}");
    }
}

/// They take all that is held, or nothing: no part is ordered there.
const WHOLE: [Processor; 2] = [Processor::Razorpay, Processor::Square];

/// PAIN 28: of all that is held nothing is left for a second capture; of a part there is.
#[tokio::test]
async fn a_part_that_is_ordered_twice_is_taken_once_where_its_key_is_sent() {
    let (mut by_key, mut by_rule, mut unsaved) = (0_usize, 0_usize, Vec::new());
    for till in all_tills().await {
        if WHOLE.contains(&till.processor) {
            continue;
        }
        let (is_keyed, may_take_twice) = till.sends_a_key_to_capture();
        if may_take_twice {
            unsaved.push(till.processor);
            continue;
        }
        let id = till.held().await;
        let mut order = till.all_of(&id);
        order.amount_to_capture = Some(euros(300));
        let first = capture_id(till.order::<Capture>(&id, order.clone()).await);
        let again = till.order::<Capture>(&id, order).await;
        let what = format!("{}: {first:?}, {again:?}", till.processor);
        if is_keyed {
            // The answer is the first one's.
            assert_eq!(capture_id(again), first, "{what}");
            by_key = by_key.saturating_add(1);
        } else {
            // It is refused, or said to be taken already: the sum tells.
            by_rule = by_rule.saturating_add(1);
        }
        till.merchant.sandbox.settle();
        let taken = till.taken(&id).await;
        assert!(taken.is_none_or(|taken| taken == euros(300)), "{what}: {taken:?}");
        if !is_keyed && taken.is_none() {
            // More than was taken is not given back.
            let more = till.refund(&id, 301).await;
            assert!(!matches!(more, Outcome::Status(_)), "{what}: {more:?}");
            assert!(matches!(till.refund(&id, 300).await, Outcome::Status(_)), "{what}");
        }
    }
    assert!(by_key >= 6 && by_rule >= 2, "{by_key} by their key, {by_rule} by a rule");
    assert_eq!(unsaved, [Processor::Cybersource, Processor::Xendit]);
}

fn capture_id(outcome: Outcome<Capture>) -> Option<CaptureId> {
    match outcome {
        Outcome::Status(taken) => taken.connector_capture_id,
        outcome => panic!("the capture was not taken: {outcome:?}"),
    }
}
