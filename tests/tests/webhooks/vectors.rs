//! Signatures that no code of ours has made.

use crate::delivery::{Delivery, SIGNED_AT};

fn vector(
    connector: &'static str,
    secret: &str,
    header: (&'static str, &str),
    body: &str,
) -> Delivery {
    Delivery {
        connector,
        credentials: vec![
            ("api_key", "sk_test_1".to_owned()),
            ("webhook_secret", secret.to_owned()),
        ],
        headers: vec![(header.0, header.1.to_owned())],
        body: body.as_bytes().to_vec(),
        now: SIGNED_AT,
    }
}

/// By Stripe's own library for Python, version 16.1.0 of PyPI:
/// `WebhookSignature._compute_signature("1795000000." + body, "whsec_vector")`.
#[test]
fn of_stripes_own_library() {
    let body = r#"{"id":"evt_7","object":"event","type":"payment_intent.succeeded","data":{"object":{"id":"pi_7","object":"payment_intent","status":"succeeded","amount":4200,"amount_received":4200,"currency":"eur","latest_charge":"ch_7","metadata":{"reference":"order-7"}}}}"#;
    let header = "t=1795000000,\
                  v1=9f93cc59a54614741dd7a63d7271c2a184ad0f4b408a9133d065d72f181c80ce";
    let event = vector("stripe", "whsec_vector", ("Stripe-Signature", header), body).report();
    assert_eq!(event.report.status, Some("charged"));
    assert_eq!(event.report.connector_transaction_id.as_deref(), Some("pi_7"));
    assert_eq!(event.report.connector_response_reference_id.as_deref(), Some("order-7"));
}

/// By OpenSSL 3: `printf '%s' "$body" | openssl dgst -sha256 -hmac 'cko vector key'`. Checkout.com signs
/// so (<https://www.checkout.com/docs/developer-resources/webhooks>), and publishes no vector.
#[test]
fn of_openssl_for_checkout() {
    let body = r#"{"id":"evt_8","type":"payment_approved","data":{"id":"pay_8","action_id":"act_8","reference":"order-8","amount":4200,"currency":"EUR","response_code":"10000"}}"#;
    let signature = "bda9deaedabc5a8e925fe66e38d401c4a7011a2c6181d11adf33b0c1278ea47d";
    let event = vector("checkout", "cko vector key", ("Cko-Signature", signature), body).report();
    assert_eq!(event.report.status, Some("authorized"));
    assert_eq!(event.report.error, None);
}

/// RFC 4231, test case 2, through the code of the same scheme: key `Jefe`, and 28 bytes of data that
/// are no event. It is believed, and tells nothing.
#[test]
fn of_the_standard() {
    let signature = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    let body = "what do ya want for nothing?";
    let event = vector("checkout", "Jefe", ("Cko-Signature", signature), body).report();
    assert_eq!(event.report.outcome, "no_information");
}
