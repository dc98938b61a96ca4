//! An asker who believes in another amount than the processor's is told so, and gets no status.

use connector_core::{Currency, Report};
use connector_sandbox::{Kind, Processor};
use connector_tests::merchant::{AMOUNT, CURRENCY, Merchant};
use connector_tests::roads;

/// Replies without a currency: it is the account's or the payment's, and so the one that was asked.
const WITHOUT_CURRENCY: &[(Processor, Kind)] = &[
    (Processor::Checkout, Kind::Refund),
    (Processor::AuthorizeNet, Kind::Payment),
    (Processor::AuthorizeNet, Kind::Refund),
    (Processor::Klarna, Kind::Refund),
];

async fn asked(
    merchant: &Merchant,
    processor: Processor,
    kind: Kind,
    amount: Option<(i64, &str)>,
) -> Report {
    let question = merchant.add(processor, kind, &[]);
    let question = match amount {
        Some((minor, currency)) => question.about(minor, currency),
        None => question,
    };
    let credentials = merchant.credentials(processor);
    let (http, connector) = (&merchant.http, processor.name());
    let by_type = roads::by_type(http, connector, credentials.clone(), &question).await;
    assert_eq!(by_type, roads::by_name(http, connector, credentials, &question).await);
    by_type
}

#[track_caller]
fn assert_mismatch(report: &Report, field: &str) {
    assert_eq!(report.outcome, "mismatch", "{report:#?}");
    assert_eq!(report.status, None, "{report:#?}");
    assert!(report.detail.as_deref().is_some_and(|detail| detail.contains(field)));
    // What was told stays visible, for whoever has to look into it.
    assert!(report.connector_status.is_some() && report.amount == Some(AMOUNT), "{report:#?}");
}

#[tokio::test]
async fn another_amount_is_a_mismatch() {
    let merchant = Merchant::start().await;
    for processor in Processor::ALL.iter().copied() {
        for kind in
            [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind))
        {
            let right = asked(&merchant, processor, kind, Some((AMOUNT, CURRENCY))).await;
            assert_eq!(right.outcome, "status", "{right:#?}");
            assert_eq!(right.amount, Some(AMOUNT));
            assert_eq!(right.currency.map(Currency::code), Some(CURRENCY));
            for wrong in [AMOUNT + 1, AMOUNT - 1, AMOUNT * 100, 0] {
                let amount = Some((wrong, CURRENCY));
                assert_mismatch(&asked(&merchant, processor, kind, amount).await, "amount");
            }
        }
    }
}

#[tokio::test]
async fn another_currency_is_a_mismatch_where_the_reply_names_one() {
    let merchant = Merchant::start().await;
    for processor in Processor::ALL.iter().copied() {
        for kind in
            [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind))
        {
            let unasked = asked(&merchant, processor, kind, None).await;
            assert_eq!(unasked.outcome, "status", "{unasked:#?}");
            let named = !WITHOUT_CURRENCY.contains(&(processor, kind));
            assert_eq!(unasked.currency.is_some(), named, "{unasked:#?}");
            let other = asked(&merchant, processor, kind, Some((AMOUNT, "EUR"))).await;
            if named {
                assert_mismatch(&other, "currency");
            } else {
                assert_eq!(other.outcome, "status", "{other:#?}");
            }
        }
    }
}

/// 12.34 of a currency without decimals is no amount: nothing is rounded, and nothing is told.
#[tokio::test]
async fn decimals_that_the_currency_does_not_have_are_never_rounded_away() {
    let merchant = Merchant::start().await;
    for kind in [Kind::Payment, Kind::Refund] {
        let yen = asked(&merchant, Processor::AuthorizeNet, kind, Some((12, "JPY"))).await;
        assert_eq!((yen.outcome, yen.status), ("no_information", None), "{yen:#?}");
    }
}
