//! What the merchant called a payment is compared with what its processor echoes, like its id and its amount.

use connector_core::{
    Capture, Flow, MerchantReference, OrderId, Outcome, PSync, PaymentsSyncData, RSync, Refund,
    RefundSyncData, RouterData,
};
use connector_sandbox::Processor;

use crate::till::{Till, all_tills, name, tills};

/// Those whose answers about a payment say what the merchant called it.
const ECHOING: &[Processor] = &[
    Processor::Stripe,
    Processor::Checkout,
    Processor::PayPal,
    Processor::Braintree,
    Processor::Mollie,
    Processor::Square,
    Processor::Xendit,
];

/// The field that differs.
#[track_caller]
fn differs<F: Flow>(outcome: &Outcome<F>) -> &'static str {
    match outcome {
        Outcome::Mismatch(mismatch) => mismatch.discrepancy.field,
        outcome => panic!("{outcome:?}"),
    }
}

fn asked(till: &Till, id: &str, reference: Option<&MerchantReference>) -> RouterData<PSync> {
    let id = id.parse().unwrap();
    let capture = till.parts(&id).capture;
    let mut data = RouterData::<PSync>::new(PaymentsSyncData::new(id));
    data.request.connector_capture_id = capture;
    data.resource_common_data.connector_request_reference_id = reference.cloned();
    data
}

#[tokio::test]
async fn an_answer_about_a_payment_of_another_name_is_a_mismatch() {
    let mut echoing = Vec::new();
    for till in all_tills().await.into_iter().filter(Till::has::<PSync>) {
        let (own, other) = (name(&till), name(&till));
        let mut order = till.ready_to_hold().await;
        order.resource_common_data.connector_request_reference_id = Some(own.clone());
        let Outcome::Status(held) = till.authorized(order).await else {
            panic!("{}: nothing is held", till.processor)
        };
        if let Some(called) = held.connector_response_reference_id {
            assert_eq!(called, own, "{}", till.processor);
        }
        let id = held.connector_transaction_id.unwrap();
        let Outcome::Status(payment) = till.carry_out(asked(&till, id.as_str(), Some(&own))).await
        else {
            panic!("{}: nothing is told", till.processor)
        };
        // Whoever does not ask by a name is not told of another one.
        let unnamed = till.carry_out(asked(&till, id.as_str(), None)).await;
        assert!(matches!(unnamed, Outcome::Status(_)), "{}: {unnamed:?}", till.processor);
        let outcome = till.carry_out(asked(&till, id.as_str(), Some(&other))).await;
        match payment.connector_response_reference_id {
            Some(called) => {
                assert_eq!(called, own, "{}", till.processor);
                assert_eq!(differs(&outcome), "connector_response_reference_id");
                echoing.push(till.processor);
            }
            None => assert!(matches!(outcome, Outcome::Status(_)), "{outcome:?}"),
        }
    }
    assert_eq!(echoing, ECHOING);
}

#[tokio::test]
async fn an_answer_about_a_refund_of_another_name_is_a_mismatch() {
    let mut echoing = 0;
    for till in tills().await {
        let id = till.held().await;
        let taken = till.order::<Capture>(&id, till.all_of(&id)).await;
        assert!(matches!(taken, Outcome::Status(_)), "{}: {taken:?}", till.processor);
        till.merchant.sandbox.settle();
        let mut order = RouterData::<Refund>::new(till.to_give_back(&id, 400));
        order.resource_common_data.connector_request_reference_id = Some(name(&till));
        let Outcome::Status(ordered) = till.carry_out(order).await else {
            panic!("{}: the refund was not taken", till.processor)
        };
        till.merchant.sandbox.settle();
        let mut request = RefundSyncData::new(ordered.connector_refund_id.unwrap());
        request.connector_transaction_id = Some(id);
        let mut data = RouterData::<RSync>::new(request);
        data.resource_common_data.connector_request_reference_id = Some(name(&till));
        match till.carry_out(data).await {
            Outcome::Status(told) => assert_eq!(told.connector_response_reference_id, None),
            outcome => {
                assert_eq!(differs(&outcome), "connector_response_reference_id");
                echoing += 1;
            }
        }
    }
    assert!(echoing >= 6, "{echoing}");
}

#[tokio::test]
async fn an_answer_about_a_payment_of_another_order_is_a_mismatch() {
    let mut tills = all_tills().await.into_iter();
    let till = tills.find(|till| till.processor == Processor::Razorpay).unwrap();
    let order = till.ready_to_hold().await;
    let announced = order.resource_common_data.connector_order_id.clone();
    let Outcome::Status(held) = till.authorized(order).await else { panic!("nothing is held") };
    let id = held.connector_transaction_id.unwrap();
    let mut data = asked(&till, id.as_str(), None);
    data.resource_common_data.connector_order_id = announced.clone();
    let Outcome::Status(told) = till.carry_out(data.clone()).await else { panic!("nothing told") };
    assert_eq!(told.connector_order_id, announced);
    data.resource_common_data.connector_order_id = OrderId::new("order_another").ok();
    assert_eq!(differs(&till.carry_out(data).await), "connector_order_id");
}
