//! What is kept is paid with again, until it is revoked.

use connector_core::{
    AttemptStatus, CaptureMethod, ConnectorCustomerData, CreateConnectorCustomer, CreateOrder,
    Customer, FutureUsage, MandateId, MandateReference, MandateRevoke, MandateRevokeRequestData,
    MandateStatus, Outcome, PSync, PaymentCreateOrderData, PaymentsSyncData, RepeatPayment,
    RepeatPaymentData, RouterData, SetupMandate, SetupMandateRequestData,
};
use connector_sandbox::Processor;

use crate::till::{Till, all_tills, device, euros, in_germany, name, one_thing, somebody};

/// Somebody whom the processor knows, where it wants to.
async fn known(till: &Till) -> Customer {
    let mut customer = somebody();
    customer.merchant_customer_id = Some("customer-7".into());
    if till.has::<CreateConnectorCustomer>() {
        let data = ConnectorCustomerData::new(customer.clone(), till.key());
        let Outcome::Status(told) = till.run::<CreateConnectorCustomer>(data).await else {
            panic!("{}: no customer", till.processor)
        };
        customer.connector_customer_id = told.connector_customer_id;
    }
    customer
}

async fn keep(till: &Till, customer: &Customer) -> MandateId {
    let method = till.method_to_keep().await;
    let (usage, key) = (FutureUsage::OffSession, till.key());
    let mut order = SetupMandateRequestData::new(method, euros(0), usage, key);
    order.customer = Some(customer.clone());
    order.browser_information = Some(device());
    order.billing_address = Some(in_germany());
    order.description = Some("Beans for a year".into());
    order.return_url = Some("https://shop.example/return".into());
    let mut data = RouterData::<SetupMandate>::new(order);
    data.resource_common_data.connector_request_reference_id = Some(name(till));
    match till.carry_out(data).await {
        Outcome::Status(told) => {
            let status = told.status.status;
            let done = [AttemptStatus::Charged, AttemptStatus::Authorized];
            assert!(done.contains(&status), "{}: {told:?}", till.processor);
            told.connector_mandate_id.expect("it has a name")
        }
        outcome => panic!("{}: {outcome:?}", till.processor),
    }
}

async fn pay(till: &Till, customer: &Customer, kept: &MandateId) -> Outcome<RepeatPayment> {
    let reference = MandateReference::ConnectorMandateId(kept.clone());
    let manual = CaptureMethod::Manual;
    let mut order = RepeatPaymentData::new(euros(1_000), reference, manual, till.key());
    order.customer = Some(customer.clone());
    order.description = Some("One thing".into());
    order.order_lines = Some(one_thing());
    order.return_url = Some("https://shop.example/return".into());
    order.off_session = Some(true);
    let mut data = RouterData::<RepeatPayment>::new(order);
    data.resource_common_data.connector_request_reference_id = Some(name(till));
    till.carry_out(data).await
}

#[tokio::test]
async fn what_is_kept_is_paid_with_again_until_it_is_revoked() {
    let mut all = Vec::new();
    for till in all_tills().await {
        if !(till.has::<SetupMandate>() && till.has::<MandateRevoke>()) {
            continue;
        }
        let customer = known(&till).await;
        let kept = keep(&till, &customer).await;
        let paid = pay(&till, &customer, &kept).await;
        assert!(
            matches!(&paid, Outcome::Status(told) if told.status.status == AttemptStatus::Authorized),
            "{}: {paid:?}",
            till.processor
        );
        let mut order = MandateRevokeRequestData::new(kept.clone());
        let theirs = customer.connector_customer_id.clone();
        let ours = customer.merchant_customer_id.as_deref();
        let ours = ours.and_then(|name| connector_core::CustomerId::new(name).ok());
        order.connector_customer_id = theirs.or(ours);
        match till.run::<MandateRevoke>(order.clone()).await {
            Outcome::Status(told) => {
                let status = told.status.status;
                let later = till.processor == Processor::Klarna && status == MandateStatus::Pending;
                assert!(later || status == MandateStatus::Revoked, "{}", till.processor);
            }
            outcome => panic!("{}: {outcome:?}", till.processor),
        }
        let paid = pay(&till, &customer, &kept).await;
        assert!(!matches!(paid, Outcome::Status(_)), "{}: {paid:?}", till.processor);
        let again = till.run::<MandateRevoke>(order).await;
        assert!(!matches!(again, Outcome::Status(_)), "{}: {again:?}", till.processor);
        all.push(till.processor);
    }
    assert!(all.len() >= 11, "only {all:?}");
}

/// A token is made by a first payment, on a page; so the sandbox has one from the start.
#[tokio::test]
async fn an_order_at_razorpay_is_paid_with_a_token_and_the_token_deleted() {
    let till =
        all_tills().await.into_iter().find(|till| till.processor == Processor::Razorpay).unwrap();
    let customer = known(&till).await;
    let kept = MandateId::new("token_sandbox0000001").unwrap();
    let mut order = PaymentCreateOrderData::new(euros(1_000), till.key());
    order.capture_method = Some(CaptureMethod::Automatic);
    let Outcome::Status(announced) = till.run::<CreateOrder>(order).await else {
        panic!("no order")
    };
    let reference = MandateReference::ConnectorMandateId(kept.clone());
    let automatic = CaptureMethod::Automatic;
    let mut order = RepeatPaymentData::new(euros(1_000), reference, automatic, till.key());
    order.customer = Some(customer.clone());
    let mut data = RouterData::<RepeatPayment>::new(order);
    data.resource_common_data.connector_order_id = announced.connector_order_id;
    let Outcome::Status(paid) = till.carry_out(data).await else { panic!("no payment") };
    assert_eq!(paid.status.status, AttemptStatus::Pending);
    let asked = PaymentsSyncData::new(paid.connector_transaction_id.unwrap());
    let Outcome::Status(paid) = till.run::<PSync>(asked).await else { panic!("it is not told") };
    assert_eq!(paid.status.status, AttemptStatus::Charged);
    let mut order = MandateRevokeRequestData::new(kept);
    order.connector_customer_id = customer.connector_customer_id;
    let Outcome::Status(told) = till.run::<MandateRevoke>(order).await else {
        panic!("it is there")
    };
    assert_eq!(told.status.status, MandateStatus::Revoked);
}
