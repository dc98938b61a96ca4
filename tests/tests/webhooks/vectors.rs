//! Signatures that no code of ours has made.

use connector_core::WebhookRefused;

use connector_tests::delivery::{Delivery, sender};

fn vector(
    connector: &'static str,
    secret: &str,
    header: (&'static str, &str),
    body: &str,
) -> Delivery {
    let headers = vec![(header.0, header.1.to_owned())];
    Delivery { headers, ..in_body(connector, secret, body) }
}

fn in_body(connector: &'static str, secret: &str, body: &str) -> Delivery {
    let good = sender(connector).deliver(sender(connector).body);
    let good = good.with_secrets(&[("webhook_secret", secret)]);
    Delivery { headers: Vec::new(), body: body.as_bytes().to_vec(), ..good }
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

/// Adyen's own: <https://docs.adyen.com/development-resources/webhooks/verify-hmac-signatures>, and the
/// tests of its libraries (`adyen-ruby-api-library`, `spec/utils/hmac_validator_spec.rb`).
#[test]
fn of_adyens_own_documentation() {
    let key = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
    let body = r#"{"notificationItems": [{"NotificationRequestItem": {
        "additionalData": {"hmacSignature": "coqCmt/IZ4E3CzPvMY8zTjQVL5hYJUiBRg8UU+iCWo0="},
        "amount": {"value": 1130, "currency": "EUR"}, "pspReference": "7914073381342284",
        "eventCode": "AUTHORISATION", "merchantAccountCode": "TestMerchant",
        "merchantReference": "TestPayment-1407325143704", "success": "true"}}]}"#;
    let event = in_body("adyen", key, body).report();
    assert_eq!(event.report.status, Some("authorized"));
    assert_eq!(event.report.connector_transaction_id.as_deref(), Some("7914073381342284"));
    assert_eq!(connector_tests::minor(event.report.amount), Some(1130));
    let other = in_body("adyen", key, &body.replace("1130", "1131"));
    assert_eq!(other.receive().unwrap_err(), WebhookRefused::Unverified);
}

/// By Authorize.Net's test system, as a merchant has published it:
/// <https://community.developer.cybersource.com/t5/Integration-and-Testing/The-verification-of-the-webhook-signature-is-contingent-on-the/td-p/88640>.
/// What it signed; it sent `1.1` in the place of `1.10`.
#[test]
fn of_authorizenets_test_system() {
    let key = "A6214F6105625D5ED957CF02E749BB440DBD4E418533D219CAD26AECD104BFFE\
               7F47DBBE5C81927CCA484AE7722BE82CE57FB5318EDE02122277A2FE90EE68EB";
    let signature = "sha512=8E3D41B0191A9A1E668FB729F350B73C6BBB81D676070FE7CFF001CA2543ABA9\
                     1BD16A4374A0F6FA4542659728C7DAF79D7EC901FEC582FC2DA3263A2D604DCF";
    let body = r#"{"notificationId":"570f7282-687a-42b7-903b-48e487d7694d","eventType":"net.authorize.payment.authcapture.created","eventDate":"2023-12-12T12:45:09.3492643Z","webhookId":"a585ea29-a370-495a-bd83-f9be7160f260","payload":{"responseCode":1,"avsResponse":"P","authAmount":1.10,"merchantReferenceId":"2M4zHFzshYBudvgIZ11B","entityName":"transaction","id":"120011377052"}}"#;
    let header = ("X-ANET-Signature", signature);
    let event = vector("authorizenet", key, header, body).report();
    assert_eq!(event.report.status, Some("charged"));
    assert_eq!(event.report.connector_transaction_id.as_deref(), Some("120011377052"));
    let sent = vector("authorizenet", key, header, &body.replace("1.10", "1.1"));
    assert_eq!(sent.receive().unwrap_err(), WebhookRefused::Unverified);
}

/// By Braintree's own library for Python, version 4.48.0 of PyPI: `Crypto.sha1_hmac_hash("priv_vector",
/// payload)`, and read by its `WebhookNotificationGateway.parse`.
#[test]
fn of_braintrees_own_library() {
    let body = "bt_signature=pub_vector%7Ca549bccc107baf7f6d535004480ce2ec26da0f88&bt_payload=PG5vdGlmaWNhdGlvbj48a2luZD5kaXNwdXRlX3dvbjwva2luZD48c3ViamVjdD48ZGlzcHV0ZT48%0AaWQ%2BZDk8L2lkPjxnbG9iYWwtaWQ%2BWkdsemNIVjBaVjlrT1E8L2dsb2JhbC1pZD48YW1vdW50PjQy%0ALjAwPC9hbW91bnQ%2BPGN1cnJlbmN5LWlzby1jb2RlPkVVUjwvY3VycmVuY3ktaXNvLWNvZGU%2BPC9k%0AaXNwdXRlPjwvc3ViamVjdD48L25vdGlmaWNhdGlvbj4%3D%0A";
    let event = in_body("braintree", "priv_vector", body).report();
    assert_eq!((event.flow, event.report.status), (Some("DSync"), Some("won")));
    assert_eq!(event.report.connector_dispute_id.as_deref(), Some("ZGlzcHV0ZV9kOQ"));
    let other = in_body(
        "braintree",
        "priv_vector",
        &body.replace("dmVyd", "dmVyD").replace("PG5v", "PG5W"),
    );
    assert_eq!(other.receive().unwrap_err(), WebhookRefused::Unverified);
}

/// By OpenSSL 3: `printf '%s' "https://shop.test/square$body" | openssl dgst -sha256 -hmac 'square vector
/// key' -binary | base64`.
#[test]
fn of_openssl_for_square() {
    let body = r#"{"merchant_id":"M1","type":"refund.updated","event_id":"e-9","data":{"type":"refund","id":"r9","object":{"refund":{"id":"r9","status":"COMPLETED","payment_id":"p9","amount_money":{"amount":4200,"currency":"EUR"}}}}}"#;
    let header = ("x-square-hmacsha256-signature", "jPq0JRSKgvKDn3hBXXF7AgyzYkxPyNnWxvWBtTuaMSY=");
    let event = vector("square", "square vector key", header, body).report();
    assert_eq!((event.flow, event.report.status), (Some("RSync"), Some("success")));
    assert_eq!(event.report.connector_refund_id.as_deref(), Some("r9"));
}

/// By OpenSSL 3: `printf '%s' "$body" | openssl dgst -sha256 -hmac 'rzp vector key'`.
#[test]
fn of_openssl_for_razorpay() {
    let body = r#"{"entity":"event","event":"refund.processed","payload":{"refund":{"entity":{"id":"rfnd_9","status":"processed","amount":4200,"currency":"INR","payment_id":"pay_9"}}}}"#;
    let signature = "f0e0c1445e03c7762cdd9f4d2f3905b62f91e074519a21ce1d2bf88934ae9ab8";
    let header = ("X-Razorpay-Signature", signature);
    let event = vector("razorpay", "rzp vector key", header, body).report();
    assert_eq!((event.flow, event.report.status), (Some("RSync"), Some("success")));
    assert_eq!(event.report.connector_refund_id.as_deref(), Some("rfnd_9"));
}

/// RFC 4231, test case 2, as above: HMAC-SHA-512.
#[test]
fn of_the_standard_with_sha_512() {
    let signature = "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554\
                     9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737";
    let body = "what do ya want for nothing?";
    let header = ("X-ANET-Signature", signature);
    let event = vector("authorizenet", "Jefe", header, body).report();
    assert_eq!(event.report.outcome, "no_information");
    let other = vector("authorizenet", "Jefe", header, "what do ya want for something?");
    assert_eq!(other.receive().unwrap_err(), WebhookRefused::Unverified);
}

/// By OpenSSL 3: `printf '%s' "1795000000123.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary |
/// base64`, with the bytes of `cybersource vector key` for the key. Cybersource signs so
/// (<https://developer.cybersource.com/docs/cybs/en-us/webhooks/implementation/all/rest/webhooks.html>, read
/// 2026-11), and publishes no vector with its key.
#[test]
fn of_openssl_for_cybersource() {
    let secret = "Y3liZXJzb3VyY2UgdmVjdG9yIGtleQ==";
    let body = r#"{"webhookId":"w-9","transactionTraceId":"n-9","eventType":"payments.captures.accept","payload":{"id":"9"}}"#;
    let header = "t=1795000000123;keyId=bf44c857-b182-bb05-e053-34b8d30a7a72;\
                  sig=xyMt3L1lpggWxGwM/mL68u5R5YKeJXnj+uHSgq0TbFE=";
    let good = vector("cybersource", secret, ("v-c-signature", header), body);
    let event = good.report();
    assert_eq!((&*event.event_kind, event.flow), ("payments.captures.accept", None));
    assert_eq!((event.event_id.as_deref(), event.report.outcome), (Some("n-9"), "no_information"));
    // The time is that of signing, to the millisecond.
    let forged = header.replace("0123;", "0124;");
    let forged = vector("cybersource", secret, ("v-c-signature", &forged), body);
    assert_eq!(forged.receive().unwrap_err(), WebhookRefused::Unverified);
}
