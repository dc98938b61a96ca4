//! Capture, Void and Refund: orders, carried out by a server that nobody here wrote.

use connector_client::Connect as _;
use connector_core::{
    Capture, Flow, IdempotencyKey, Integration, MinorUnit, Money, PSync, PaymentId,
    PaymentVoidData, PaymentsCaptureData, Refund, RefundsData, Report, RouterData, Void,
};
use connector_tests::question::Question;
use connectors::Stripe;

use crate::api::{Api, Method};
use crate::{KEY, ask, assert_status, credentials};

async fn order<F: Flow>(api: &Api, request: F::Request) -> Report
where
    Stripe: Integration<F>,
{
    let stripe = Stripe.connect_over(api.http.clone(), credentials(api, KEY)).unwrap();
    Report::from(&stripe.execute::<F>(&RouterData::new(request)).await)
}

fn dollars(cents: i64) -> Option<Money> {
    Some(Money::new(MinorUnit::new(cents).unwrap(), "USD".parse().unwrap()))
}

fn key(text: &str) -> IdempotencyKey {
    IdempotencyKey::new(text).unwrap()
}

async fn authorized(api: &Api) -> PaymentId {
    let manual = [("confirm", "true"), ("capture_method", "manual")];
    PaymentId::new(api.payment(Method::Good, &manual).await).unwrap()
}

pub(crate) async fn a_whole_capture_and_two_refunds(api: &Api) {
    let payment = authorized(api).await;
    let capture = PaymentsCaptureData::new(payment.clone(), key("capture 1"));
    let report = order::<Capture>(api, capture).await;
    assert_status(&report, "charged", payment.as_str());

    let mut refund = RefundsData::new(payment.clone(), key("refund 1"));
    refund.refund_amount = dollars(400);
    let report = order::<Refund>(api, refund).await;
    assert_eq!(
        (report.status, connector_tests::minor(report.amount)),
        (Some("success"), Some(400)),
        "{report:#?}"
    );
    assert_eq!(report.connector_transaction_id.as_deref(), Some(payment.as_str()));

    // Without an amount this server gives back the whole charge again; Stripe, what is left of it.
    let mut refund = RefundsData::new(payment, key("refund 2"));
    refund.refund_amount = dollars(600);
    let report = order::<Refund>(api, refund).await;
    assert_eq!(
        (report.status, connector_tests::minor(report.amount)),
        (Some("success"), Some(600)),
        "{report:#?}"
    );
}

pub(crate) async fn a_refund_of_nothing(api: &Api) {
    let unknown = PaymentId::new("pi_unknown").unwrap();
    let report = order::<Refund>(api, RefundsData::new(unknown, key("refund 3"))).await;
    // The processor turned the order away: nothing was carried out, and no status is made up.
    assert_eq!((report.outcome, report.status), ("not_found", None), "{report:#?}");
}

pub(crate) async fn a_void_and_what_it_forbids(api: &Api) {
    let payment = authorized(api).await;
    let void = PaymentVoidData::new(payment.clone(), key("void 1"));
    let report = order::<Void>(api, void).await;
    assert_status(&report, "voided", payment.as_str());

    let capture = PaymentsCaptureData::new(payment.clone(), key("capture 2"));
    let report = order::<Capture>(api, capture).await;
    // Stripe turns such an order away; this server answers it with the payment as it is. No capture
    // ends with a void: the sync tells.
    assert_eq!((report.outcome, report.status), ("sent_unknown", None), "{report:#?}");
    let report = ask::<PSync>(api, KEY, &Question::payment(payment.as_str())).await;
    assert_status(&report, "voided", payment.as_str());
}
