//! Whole payments by every connector that takes orders: authorized, captured, given back, asked about.

use connector_core::{
    AttemptStatus, Capture, CaptureMethod, IncrementalAuthorization, Outcome, PSync, PaymentId,
    PaymentVoidData, PaymentsCancelPostCaptureData, PaymentsIncrementalAuthorizationData,
    PaymentsSyncData, RSync, RefundStatus, RefundSyncData, RefundsResponseData, Report,
    Status as _, SyncRequestType, Void, VoidPC,
};
use connector_sandbox::{CardResult, Processor};

use crate::till::{
    Till, all_tills, approved, card, euros, payment, payment_of, refund_id, tills, tills_of,
};

/// These take all that is held, or nothing: an order of a part is not sent.
const WHOLE: &[Processor] = &[Processor::Razorpay, Processor::Square];

#[tokio::test]
async fn what_is_held_is_captured_given_back_and_told() {
    for till in tills().await {
        let id = till.held().await;
        let order = till.all_of(&id);
        drop(payment_of(&till, till.order::<Capture>(&id, order).await));
        till.merchant.sandbox.settle();
        let status = till.payment(&id).await.status.status;
        assert_eq!(status, AttemptStatus::Charged, "{:?}", till.processor);

        let refund = refund_id(till.refund(&id, 400).await);
        till.merchant.sandbox.settle();
        let mut asked = RefundSyncData::new(refund);
        asked.connector_transaction_id = Some(id.clone());
        asked.refund_amount = Some(euros(400));
        let Outcome::Status(RefundsResponseData { status, amount, .. }) =
            till.run::<RSync>(asked).await
        else {
            panic!("{:?}: the refund is not told", till.processor)
        };
        assert_eq!((status.status, amount), (RefundStatus::Success, Some(euros(400))));
        // More than is left.
        assert!(!matches!(till.refund(&id, 601).await, Outcome::Status(_)), "{:?}", till.processor);
    }
}

/// Partial and multiple captures come from amounts: each is told, and what they take is their sum.
#[tokio::test]
async fn several_captures_are_told_one_by_one() {
    const TELLING: [Processor; 2] = [Processor::Mollie, Processor::PayPal];
    for till in tills().await {
        let asked = |id: PaymentId| {
            let mut asked = PaymentsSyncData::new(id);
            asked.sync_type = Some(SyncRequestType::MultipleCaptureSync);
            asked
        };
        if !TELLING.contains(&till.processor) {
            // An empty list would say that nothing was captured.
            let outcome = till.run::<PSync>(asked(PaymentId::new("60123456").unwrap())).await;
            let told = format!("{outcome:?}");
            assert!(matches!(outcome, Outcome::NotSent(_)), "{:?}: {told}", till.processor);
            assert!(told.contains("sync_type"), "{:?}: {told}", till.processor);
            continue;
        }
        let method = match till.processor {
            Processor::PayPal => CaptureMethod::ManualMultiple,
            _ => CaptureMethod::Manual,
        };
        let outcome = till.authorize(approved(till.processor), method).await;
        let id = payment(outcome, AttemptStatus::Authorized).connector_transaction_id.unwrap();
        let mut ids = Vec::new();
        for (cents, so_far, status) in [
            (300, 300, AttemptStatus::PartialChargedAndChargeable),
            (250, 550, AttemptStatus::PartialChargedAndChargeable),
            (450, 1_000, AttemptStatus::Charged),
        ] {
            let mut order = till.all_of(&id);
            order.amount_to_capture = Some(euros(cents));
            order.capture_method = Some(method);
            let Outcome::Status(taken) = till.order::<Capture>(&id, order).await else {
                panic!("{:?}", till.processor)
            };
            ids.push(taken.connector_capture_id.or(till.parts(&id).capture).unwrap());
            let Outcome::Status(told) = till.run::<PSync>(asked(id.clone())).await else {
                panic!("{:?}", till.processor)
            };
            assert_eq!(told.status.status, status, "{:?}", till.processor);
            assert_eq!(told.amount_captured, Some(euros(so_far)), "{:?}", till.processor);
            let captures: Vec<_> =
                told.captures.iter().map(|one| one.connector_capture_id.clone().unwrap()).collect();
            assert_eq!(captures, ids, "{:?}", till.processor);
            let last = told.captures.last().unwrap();
            assert_eq!(
                (last.amount, last.status.status),
                (Some(euros(cents)), AttemptStatus::Charged)
            );
            let report = serde_json::json!(Report::from(&Outcome::<PSync>::Status(told)));
            assert_eq!(report["captures"][0]["amount"], 300, "{report}");
            assert_eq!(report["captures"][0]["status"], "charged", "{report}");
        }
    }
}

#[tokio::test]
async fn a_part_is_captured_and_what_is_voided_stays_void() {
    for till in tills().await {
        let id = till.held().await;
        let mut order = till.all_of(&id);
        order.amount_to_capture = Some(euros(300));
        let outcome = till.order::<Capture>(&id, order).await;
        if matches!(outcome, Outcome::NotSent(_)) {
            assert!(WHOLE.contains(&till.processor), "{:?}: {outcome:?}", till.processor);
            if till.has::<IncrementalAuthorization>() {
                till.lower_and_take(&id, 300).await;
            }
        } else {
            assert!(matches!(outcome, Outcome::Status(_)), "{:?}: {outcome:?}", till.processor);
            till.merchant.sandbox.settle();
            let status = till.payment(&id).await.status.status;
            let partly =
                [AttemptStatus::PartialCharged, AttemptStatus::PartialChargedAndChargeable];
            assert!(partly.contains(&status), "{:?}: {status}", till.processor);
        }

        if !till.has::<Void>() {
            continue;
        }
        let id = till.held().await;
        let mut order = PaymentVoidData::new(id.clone(), till.key());
        order.amount = Some(euros(1_000));
        assert!(
            matches!(till.order::<Void>(&id, order).await, Outcome::Status(_)),
            "{:?}",
            till.processor
        );
        assert_eq!(till.payment(&id).await.status.status, AttemptStatus::Voided);
        let late = till.all_of(&id);
        assert!(
            !matches!(till.order::<Capture>(&id, late).await, Outcome::Status(_)),
            "{:?}",
            till.processor
        );
        assert_eq!(till.payment(&id).await.status.status, AttemptStatus::Voided);
    }
}

/// A sync that said `voided` of it would contradict the charge, which was told before.
#[tokio::test]
async fn what_is_taken_back_after_the_capture_is_told_apart_from_what_was_never_taken() {
    for till in tills_of(&[Processor::AuthorizeNet, Processor::Braintree]).await {
        let paid = till.authorize(approved(till.processor), CaptureMethod::Automatic).await;
        let id = payment_of(&till, paid).connector_transaction_id.unwrap();
        let order = PaymentsCancelPostCaptureData::new(id.clone(), till.key());
        payment(till.order::<VoidPC>(&id, order).await, AttemptStatus::VoidedPostCapture);
        let told = till.payment(&id).await.status.status;
        assert_eq!(told, AttemptStatus::VoidedPostCapture, "{:?}", till.processor);
        assert!(!AttemptStatus::Charged.apply(told).is_contradiction());
    }
}

#[tokio::test]
async fn the_capture_method_decides_whether_the_money_is_taken_at_once() {
    for till in tills().await {
        let outcome = till.authorize(approved(till.processor), CaptureMethod::Automatic).await;
        let Outcome::Status(paid) = outcome else { panic!("{:?}: {outcome:?}", till.processor) };
        let id = paid.connector_transaction_id.unwrap();
        till.merchant.sandbox.settle();
        assert_eq!(till.payment(&id).await.status.status, AttemptStatus::Charged);
    }
}

#[tokio::test]
async fn a_declined_card_pays_nothing_and_says_why() {
    for till in tills().await {
        let row = card(till.processor, |result| matches!(result, CardResult::Declined(_)));
        let why = match till.authorize(row, CaptureMethod::Automatic).await {
            Outcome::Declined(error) => error,
            Outcome::Status(payment) => {
                assert_eq!(payment.status.status, AttemptStatus::Failure, "{payment:?}");
                payment.error.expect("why")
            }
            outcome => panic!("{:?}: {outcome:?}", till.processor),
        };
        assert!(why.code.is_some() || why.network_decline_code.is_some(), "{why:?}");
    }
}

/// Some processors keep the payment that was refused, and name it beside the refusal.
#[tokio::test]
async fn a_declined_payment_that_is_kept_is_named_and_can_be_asked_about() {
    let mut named = Vec::new();
    for till in tills().await {
        let row = card(till.processor, |result| matches!(result, CardResult::Declined(_)));
        let outcome = till.authorize(row, CaptureMethod::Automatic).await;
        let Outcome::Declined(why) = &outcome else { continue };
        let Some(id) = &why.connector_transaction_id else { continue };
        assert_eq!(Report::from(&outcome).connector_transaction_id.as_deref(), Some(id.as_str()));
        let told = till.run::<PSync>(PaymentsSyncData::new(id.clone())).await;
        payment(told, AttemptStatus::Failure);
        named.push(till.processor);
    }
    assert_eq!(named, [Processor::Stripe, Processor::Razorpay]);
}

#[tokio::test]
async fn an_order_that_is_sent_twice_is_carried_out_once() {
    for till in tills().await {
        let id = till.held().await;
        let order = till.all_of(&id);
        assert!(matches!(till.order::<Capture>(&id, order.clone()).await, Outcome::Status(_)));
        // Without a key the second one may be refused; it is never a decline or another capture.
        let again = till.order::<Capture>(&id, order).await;
        let without_key = [
            Processor::Braintree,
            Processor::Cybersource,
            Processor::Razorpay,
            Processor::Square,
            Processor::Xendit,
        ];
        let without_key = without_key.contains(&till.processor);
        let refused = matches!(again, Outcome::NoInformation(_)) && without_key;
        assert!(refused || matches!(again, Outcome::Status(_)), "{:?}: {again:?}", till.processor);
        assert_eq!(till.payment(&id).await.amount_captured.unwrap_or(euros(1_000)), euros(1_000));
    }
}

/// And none as the bare text of a reference.
#[tokio::test]
async fn a_capture_that_has_an_id_tells_it_as_one() {
    let named = [Processor::Adyen, Processor::Checkout];
    for till in all_tills().await.into_iter().filter(|till| named.contains(&till.processor)) {
        let id = till.held().await;
        let order = till.all_of(&id);
        let taken = payment_of(&till, till.order::<Capture>(&id, order).await);
        assert!(taken.connector_capture_id.is_some(), "{taken:?}");
        assert_eq!(taken.connector_response_reference_id, None, "{:?}", till.processor);
    }
}

#[tokio::test]
async fn what_is_held_can_be_raised_and_all_of_it_taken() {
    let mut raised = 0_usize;
    let can = |till: &Till| till.has::<IncrementalAuthorization>() && till.has::<PSync>();
    for till in all_tills().await.into_iter().filter(can) {
        let id = till.held().await;
        let (total, more) = (euros(1_500), euros(500));
        let order = PaymentsIncrementalAuthorizationData::new(id.clone(), total, more, till.key());
        let outcome = till.order::<IncrementalAuthorization>(&id, order).await;
        payment(outcome, AttemptStatus::Authorized);
        let mut order = till.all_of(&id);
        order.amount = Some(total);
        order.amount_to_capture = Some(total);
        let taken = till.order::<Capture>(&id, order).await;
        assert!(matches!(taken, Outcome::Status(_)), "{}: {taken:?}", till.processor);
        raised = raised.saturating_add(1);
    }
    assert!(raised >= 5, "only {raised} were raised");
}
