//! What an order to capture takes, held against what was ordered.

use bytes::Bytes;
use connector_client::execute;
use connector_core::{
    BuildError, Capture, CaptureMethod, FlowHandler, Moment, Outcome, PaymentId, RouterData,
};
use connector_sandbox::Processor;

use crate::till::{Till, approved, euros, tills};

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
            let took = mismatch.response.amount_captured;
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
