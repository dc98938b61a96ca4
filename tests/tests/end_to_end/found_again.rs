//! Orders whose answers were lost, found by what the merchant called them.

use connector_core::{
    AttemptStatus, Capture, MerchantReference, OrderId, Outcome, PSync, PSyncByReference,
    PaymentsResponseData, PaymentsSyncData, RSync, Refund, RefundSyncData, RouterData,
};
use connector_sandbox::{Fault, OrderFault, Processor};

use crate::till::{Till, all_tills, euros, name, tills};

/// Those that can be asked so. The others have a key by which an order is repeated, or nothing.
const FINDING: &[Processor] = &[
    Processor::Stripe,
    Processor::Checkout,
    Processor::Braintree,
    Processor::Cybersource,
    Processor::Xendit,
];

/// There it is the order that was announced which names the payment, and no reference.
const BY_ORDER: Processor = Processor::Razorpay;

impl Till {
    /// An order under this name, whose answer never comes; and what was announced for it, where anything was.
    async fn lost(&self, reference: &MerchantReference) -> Option<OrderId> {
        let mut order = self.ready_to_hold().await;
        order.resource_common_data.connector_request_reference_id = Some(reference.clone());
        let announced = order.resource_common_data.connector_order_id.clone();
        let lost = OrderFault::after(Fault::Reset);
        self.merchant.sandbox.fail_next_order(self.processor, lost);
        let outcome = self.authorized(order).await;
        assert!(matches!(outcome, Outcome::SentUnknown(_)), "{}: {outcome:?}", self.processor);
        announced
    }

    async fn asked_by(&self, reference: &MerchantReference, cents: i64) -> Outcome<PSync> {
        let mut asked = PaymentsSyncData::by_reference();
        asked.amount = Some(euros(cents));
        let mut data = RouterData::<PSync>::new(asked);
        data.resource_common_data.connector_request_reference_id = Some(reference.clone());
        self.carry_out(data).await
    }

    #[track_caller]
    fn told(&self, outcome: Outcome<PSync>) -> PaymentsResponseData {
        match outcome {
            Outcome::Status(payment) => payment,
            outcome => panic!("{}: {outcome:?}", self.processor),
        }
    }
}

async fn finding() -> Vec<Till> {
    let mut tills: Vec<Till> =
        all_tills().await.into_iter().filter(Till::has::<PSyncByReference>).collect();
    tills.retain(|till| till.processor != BY_ORDER);
    let found: Vec<Processor> = tills.iter().map(|till| till.processor).collect();
    assert_eq!(found, FINDING);
    tills
}

#[tokio::test]
async fn an_order_whose_answer_is_lost_is_found_by_what_the_merchant_called_it() {
    for till in finding().await {
        let reference = name(&till);
        let nothing = till.asked_by(&reference, 1_000).await;
        assert!(matches!(nothing, Outcome::NotFound(_)), "{}: {nothing:?}", till.processor);

        till.lost(&reference).await;
        let found = till.told(till.asked_by(&reference, 1_000).await);
        assert_eq!(found.status.status, AttemptStatus::Authorized, "{}", till.processor);
        assert_eq!(found.connector_response_reference_id.as_ref(), Some(&reference));
        // From here on it has its own name.
        let id = found.connector_transaction_id.unwrap();
        let by_id = till.told(till.run::<PSync>(PaymentsSyncData::new(id.clone())).await);
        assert_eq!(by_id.connector_transaction_id, Some(id), "{}", till.processor);
        assert_eq!(by_id.status.status, AttemptStatus::Authorized, "{}", till.processor);

        // It is held against what was asked, like any other answer.
        let other = till.asked_by(&reference, 999).await;
        assert!(matches!(other, Outcome::Mismatch(_)), "{}: {other:?}", till.processor);
    }
}

#[tokio::test]
async fn an_order_whose_answer_is_lost_is_found_by_what_was_announced_for_it() {
    let mut tills = all_tills().await.into_iter();
    let till = tills.find(|till| till.processor == BY_ORDER).unwrap();
    let announced = till.lost(&name(&till)).await;
    let mut asked = PaymentsSyncData::by_reference();
    asked.amount = Some(euros(1_000));
    let mut data = RouterData::<PSync>::new(asked);
    data.resource_common_data.connector_order_id = announced;
    // What the merchant called it is no name of it there, and does no harm.
    data.resource_common_data.connector_request_reference_id = Some(name(&till));
    let found = till.told(till.carry_out(data).await);
    assert_eq!(found.status.status, AttemptStatus::Authorized);
    let by_id = PaymentsSyncData::new(found.connector_transaction_id.unwrap());
    assert_eq!(till.told(till.run::<PSync>(by_id).await).status.status, AttemptStatus::Authorized);
}

#[tokio::test]
async fn which_of_two_orders_of_one_name_is_meant_is_not_guessed() {
    // Cybersource refuses the second one, so there is none to choose.
    let takes_both = |till: &Till| till.processor != Processor::Cybersource;
    for till in finding().await.into_iter().filter(takes_both) {
        let reference = name(&till);
        till.lost(&reference).await;
        till.lost(&reference).await;
        let outcome = till.asked_by(&reference, 1_000).await;
        let told = format!("{outcome:?}");
        assert!(matches!(outcome, Outcome::NoInformation(_)), "{}: {told}", till.processor);
        assert!(told.contains("more than one"), "{}: {told}", till.processor);
    }
}

#[tokio::test]
async fn the_id_goes_before_the_reference() {
    for till in finding().await {
        let held = till.held().await;
        let (first, second) = (name(&till), name(&till));
        till.lost(&first).await;
        till.lost(&second).await;
        let mut data = RouterData::<PSync>::new(PaymentsSyncData::new(held.clone()));
        data.resource_common_data.connector_request_reference_id = Some(first.clone());
        let told = match till.carry_out(data).await {
            Outcome::Status(told) => told,
            // Of another name, where the answer says so.
            Outcome::Mismatch(mismatch) => mismatch.response,
            outcome => panic!("{}: {outcome:?}", till.processor),
        };
        assert_eq!(told.connector_transaction_id, Some(held), "{}", till.processor);
        // And of two orders that differ by their names alone each is found by its own.
        let ids = [
            till.told(till.asked_by(&first, 1_000).await).connector_transaction_id.unwrap(),
            till.told(till.asked_by(&second, 1_000).await).connector_transaction_id.unwrap(),
        ];
        assert_ne!(ids[0], ids[1], "{}", till.processor);
    }
}

/// The others are told the name, too, but for Square, and say it in their events or to people.
#[tokio::test]
async fn a_refund_goes_by_what_the_merchant_called_it() {
    const TELLING: &[Processor] = &[
        Processor::Stripe,
        Processor::Checkout,
        Processor::PayPal,
        Processor::Mollie,
        Processor::Razorpay,
        Processor::Xendit,
    ];
    let mut telling = Vec::new();
    for till in tills().await {
        let id = till.held().await;
        let taken = till.order::<Capture>(&id, till.all_of(&id)).await;
        assert!(matches!(taken, Outcome::Status(_)), "{}: {taken:?}", till.processor);
        till.merchant.sandbox.settle();
        let reference = name(&till);
        let mut order = RouterData::<Refund>::new(till.to_give_back(&id, 400));
        order.resource_common_data.connector_request_reference_id = Some(reference.clone());
        let Outcome::Status(ordered) = till.carry_out(order).await else {
            panic!("{}: the refund was not taken", till.processor)
        };
        let mut asked = RefundSyncData::new(ordered.connector_refund_id.unwrap());
        asked.connector_transaction_id = Some(id);
        till.merchant.sandbox.settle();
        let Outcome::Status(told) = till.run::<RSync>(asked).await else {
            panic!("{}: the refund is not told", till.processor)
        };
        if let Some(called) = told.connector_response_reference_id {
            assert_eq!(called, reference, "{}", till.processor);
            assert_eq!(ordered.connector_response_reference_id.as_ref(), Some(&called));
            telling.push(till.processor);
        }
    }
    assert_eq!(telling, TELLING);
}
