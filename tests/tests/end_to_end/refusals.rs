//! What a processor says to those who ask for nothing it has, or who are not its merchants.

use connector_core::{CredentialFields, FaultKind};
use connector_sandbox::{Kind, Processor};
use connector_tests::good_answer::GoodAnswer;
use connector_tests::merchant::Merchant;
use connector_tests::question::Question;
use connector_tests::roads;
use http::StatusCode;
use serde_json::{Value, json};

/// An id in the processor's form that it never gave out.
fn unknown(id: &str) -> String {
    match id.split_once('_') {
        Some((prefix, rest)) => format!("{prefix}_{}", "z".repeat(rest.len())),
        None => "9".repeat(id.len()),
    }
}

#[tokio::test]
async fn an_unknown_id_is_not_found_and_not_failed() {
    let merchant = Merchant::start().await;
    let answers = |processor: &Processor| processor.answers(Kind::Payment);
    for processor in Processor::ALL.iter().copied().filter(answers) {
        let payment = merchant.add(processor, Kind::Payment, &[]);
        let refund = merchant.add(processor, Kind::Refund, &[]);
        let questions = [
            Question::payment(&unknown(payment.id())),
            // Neither a payment of somebody else's nor one of ours makes the refund ours.
            Question::refund(&unknown(refund.id()), &unknown(&refund.payment_id)),
            Question::refund(&unknown(refund.id()), &refund.payment_id),
        ];
        for question in questions {
            let (http, connector) = (&merchant.http, processor.name());
            let credentials = || merchant.credentials(processor);
            let by_type = roads::by_type(http, connector, credentials(), &question).await;
            let by_flow = roads::by_flow(http, connector, credentials(), &question).await;
            let by_name = roads::by_name(http, connector, credentials(), &question).await;
            assert_eq!(by_type.outcome, "not_found", "{processor} {question:?}: {by_type:#?}");
            assert_eq!(by_type.status, None);
            let declared = connectors::get(connector).unwrap().describe().settles_within_seconds;
            assert_eq!(by_type.settles_within_seconds, Some(declared), "{processor}");
            assert_eq!(by_type, by_flow);
            assert_eq!(by_type, by_name);
        }
    }
}

/// Which account is paid: orders say it, and no question.
const NAMED_BY_ORDERS: &[(&str, &str)] = &[
    ("braintree", "merchant_account_id"),
    ("braintree", "merchant_config_currency"),
    ("square", "location_id"),
];

#[tokio::test]
async fn wrong_credentials_are_a_matter_of_configuration_whichever_field_is_wrong() {
    let merchant = Merchant::start().await;
    for processor in Processor::ALL.iter().copied() {
        let fields = connectors::get(processor.name()).unwrap().describe().credentials;
        let proves = |name| !NAMED_BY_ORDERS.contains(&(processor.name(), name));
        for field in fields.iter().filter(|field| proves(field.name)) {
            for kind in
                [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind))
            {
                let question = merchant.add(processor, kind, &[]);
                let mut credentials = merchant.sandbox.credentials(processor);
                let right = credentials[field.name].as_str().unwrap().to_owned();
                credentials[field.name] = Value::from("w".repeat(right.len()));
                let credentials = || CredentialFields::from_json(&bytes(&credentials)).unwrap();
                let (http, connector) = (&merchant.http, processor.name());
                for report in [
                    roads::by_type(http, connector, credentials(), &question).await,
                    roads::by_flow(http, connector, credentials(), &question).await,
                    roads::by_name(http, connector, credentials(), &question).await,
                ] {
                    let what = format!("{processor} {} {kind}: {report:#?}", field.name);
                    assert_eq!(report.status, None, "{what}");
                    if report.outcome == "not_sent" {
                        // They are exchanged for a token first, and there is none.
                        let why = report.detail.as_deref().unwrap_or_default();
                        assert!(why.contains("does not accept the credentials"), "{what}");
                        continue;
                    }
                    assert_eq!(report.outcome, "no_information", "{what}");
                    assert_eq!(report.fault, Some(FaultKind::Configuration), "{what}");
                    assert_eq!(report.status, None, "{what}");
                }
            }
        }
    }
}

/// With a wrong base URL nothing is where it is looked for. That is no news of any payment: whoever
/// believed it would give up payments that are there.
#[test]
fn a_url_that_stripe_does_not_have_is_not_a_payment_that_it_does_not_have() {
    let read = |body: &Value| {
        let stripe =
            GoodAnswer::of_questions().find(|good| good.processor == Processor::Stripe).unwrap();
        stripe.read_with(StatusCode::NOT_FOUND, "application/json", body.to_string())
    };
    let error = |message: &str| json!({ "type": "invalid_request_error", "message": message });

    let url = error("Unrecognized request URL (GET: /v1/v1/payment_intents/pi_1).");
    let report = read(&json!({ "error": url }));
    assert_eq!(report.outcome, "no_information", "{report:#?}");
    assert_eq!(report.fault, Some(FaultKind::Refused));
    // A 404 of somebody on the way, who has never heard of payments.
    let report = read(&json!({ "message": "no Route matched with those values" }));
    assert_eq!(report.outcome, "no_information", "{report:#?}");

    // Stripe itself adds a code; a stand-in may not.
    let report = read(&json!({ "error": error("No such payment_intent: 'pi_1'") }));
    assert_eq!(report.outcome, "not_found", "{report:#?}");
}

/// Busy, or in maintenance, with HTTP 200: nothing is known of the payment, and it has not failed.
#[test]
fn an_error_that_comes_with_http_200_and_will_pass_is_no_status() {
    let mut all = GoodAnswer::of_questions();
    let authorize_net = all.find(|good| good.processor == Processor::AuthorizeNet).unwrap();
    for (code, text) in [
        ("E00053", "The server is currently too busy, please try again later."),
        ("E00104", "The server is in maintenance, so the requested method is unavailable."),
    ] {
        let message = json!({ "resultCode": "Error", "message": [{ "code": code, "text": text }] });
        let body = json!({ "messages": message }).to_string();
        let report = authorize_net.read_with(StatusCode::OK, "application/json", body);
        assert_eq!((report.outcome, report.status), ("no_information", None), "{report:#?}");
        assert_eq!(report.fault, Some(FaultKind::Unavailable), "{report:#?}");
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    value.to_string().into_bytes()
}
