//! An asker who believes in another amount than the processor's is told so, and gets no status.

use bytes::Bytes;
use connector_core::{CreateOrder, Currency, Report, RouterData};
use connector_sandbox::{Kind, Processor};
use connector_tests::merchant::{AMOUNT, CURRENCY, Merchant, connect, made_up_credentials};
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
    assert!(
        report.connector_status.is_some() && connector_tests::minor(report.amount) == Some(AMOUNT),
        "{report:#?}"
    );
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
            assert_eq!(connector_tests::minor(right.amount), Some(AMOUNT));
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

/// What is announced is what the customer will be asked to pay: another amount is found before, and not afterwards.
#[test]
fn an_order_that_is_announced_with_another_amount_is_a_mismatch() {
    let data = r#"{"request": {
        "amount": {"minor_amount": 1050, "currency": "EUR"}, "idempotency_key": "order-17-first"
    }}"#;
    let data = RouterData::<CreateOrder>::from_json(data.as_bytes()).unwrap();
    let announced = |connector: &str, minor: i64, currency: &str| {
        let major = format!("{}.{:02}", minor / 100, minor % 100);
        let body = match connector {
            "adyen" => format!(
                r#"{{"id": "o", "amount": {{"value": {minor}, "currency": "{currency}"}}}}"#
            ),
            "paypal" => format!(
                r#"{{"id": "o", "status": "CREATED", "purchase_units": [{{"amount":
                    {{"value": "{major}", "currency_code": "{currency}"}}}}]}}"#
            ),
            "razorpay" => format!(
                r#"{{"id": "o", "status": "created", "amount": {minor}, "currency": "{currency}"}}"#
            ),
            "square" => format!(
                r#"{{"order": {{"id": "o", "total_money":
                    {{"amount": {minor}, "currency": "{currency}"}}}}}}"#
            ),
            "klarna" => r#"{"session_id": "o", "client_token": "t"}"#.to_owned(),
            other => panic!("{other} announces orders, and its answer is not here"),
        };
        let connection = connect(connector, made_up_credentials(connector, str::to_owned));
        let flow = connection.flow::<CreateOrder>().unwrap();
        Report::from(&flow.handle_response(&data, http::Response::new(Bytes::from(body))))
    };
    let mut seen = 0_usize;
    let has =
        |connector: &&dyn connector_core::AnyConnector| connector.flow::<CreateOrder>().is_some();
    for connector in connectors::all().iter().copied().filter(has) {
        let name = connector.name();
        let right = announced(name, 1_050, "EUR");
        assert_eq!((right.outcome, right.connector_order_id.as_deref()), ("status", Some("o")));
        if name == "klarna" {
            continue;
        }
        assert_eq!(
            (connector_tests::minor(right.amount), right.currency.map(Currency::code)),
            (Some(1_050), Some("EUR"))
        );
        for (minor, currency, field) in
            [(1_049, "EUR", "amount"), (105_000, "EUR", "amount"), (1_050, "USD", "currency")]
        {
            let wrong = announced(name, minor, currency);
            assert_eq!((wrong.outcome, wrong.status), ("mismatch", None), "{name}: {wrong:#?}");
            assert!(wrong.detail.as_deref().is_some_and(|detail| detail.contains(field)));
            assert_eq!(connector_tests::minor(wrong.amount), Some(minor), "{name}");
        }
        seen = seen.saturating_add(1);
    }
    assert!(seen >= 4, "only {seen} are compared");
}
