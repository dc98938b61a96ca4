//! A webhook whose processor has to be asked: nothing opens it but the answer to its own question, and a yes.

use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{
    AnyConnection, CredentialFields, FlowHandler, Moment, NotSent, Outcome, Received,
    ResponseData as _, RouterData, Secret, StatusReport, UnverifiedWebhook, VerificationStatus,
    VerifyWebhookSource, VerifyWebhookSourceResponseData, WebhookRefused,
};
use connector_tests::delivery::{Delivery, answer, sender};

const CREDENTIALS: &str =
    r#"{"client_id": "id", "client_secret": "secret", "webhook_id": "1JE4291016473214C"}"#;

fn paypal(credentials: &str) -> Box<dyn AnyConnection> {
    let fields = CredentialFields::from_json(credentials.as_bytes()).unwrap();
    connectors::get("paypal").unwrap().connect(fields).unwrap()
}

fn request(delivery: &Delivery) -> http::Request<Bytes> {
    let mut request = http::Request::builder();
    for (name, value) in &delivery.headers {
        request = request.header(*name, value);
    }
    request.body(Bytes::from(delivery.body.clone())).unwrap()
}

fn good() -> Delivery {
    sender("paypal").deliver(sender("paypal").body)
}

fn received(paypal: &dyn AnyConnection, delivery: &Delivery) -> Result<Received, WebhookRefused> {
    paypal.receive_webhook(&request(delivery), SystemTime::UNIX_EPOCH).unwrap()
}

fn to_verify(paypal: &dyn AnyConnection) -> UnverifiedWebhook {
    match received(paypal, &good()).unwrap() {
        Received::ToVerify(webhook) => webhook,
        Received::Webhook(webhook) => panic!("{webhook:?}"),
    }
}

fn flow(paypal: &dyn AnyConnection) -> &dyn FlowHandler<VerifyWebhookSource> {
    paypal.flow::<VerifyWebhookSource>().unwrap()
}

fn response(status: u16, body: &str) -> http::Response<Bytes> {
    http::Response::builder().status(status).body(Bytes::from(body.to_owned())).unwrap()
}

const YES: &str = r#"{"verification_status": "SUCCESS"}"#;

#[test]
fn a_yes_opens_it() {
    let paypal = paypal(CREDENTIALS);
    let webhook = to_verify(&*paypal);
    let outcome = flow(&*paypal).handle_response(webhook.question(), response(200, YES));
    let opened = webhook.opened(&outcome).unwrap();
    assert_eq!(&*opened.events[0].kind, "CHECKOUT.ORDER.APPROVED");
}

/// PAIN 35: whatever is missing, it is not believed; and what is no answer is to be sent again.
#[test]
fn nothing_else_does() {
    let paypal = paypal(CREDENTIALS);
    let opened = |answer| {
        let webhook = to_verify(&*paypal);
        let outcome = flow(&*paypal).handle_response(webhook.question(), answer);
        webhook.opened(&outcome).unwrap_err()
    };
    let no = opened(response(200, r#"{"verification_status": "FAILURE"}"#));
    assert_eq!((no.clone(), no.status().as_u16()), (WebhookRefused::Unverified, 401));
    for (status, body) in [
        (200, ""),
        (200, "{}"),
        (200, "null"),
        (200, "<html>SUCCESS</html>"),
        (200, r#"{"verification_status": "success"}"#),
        (200, r#"{"verification_status": "SUCCESS_PENDING"}"#),
        (200, r#"{"verification_status": null}"#),
        (200, r#"{"status": "SUCCESS"}"#),
        (204, ""),
        (302, YES),
        (400, YES),
        (401, YES),
        (404, YES),
        (409, YES),
        (429, YES),
        (500, YES),
        (503, YES),
    ] {
        let refused = opened(response(status, body));
        assert_eq!(refused, WebhookRefused::NotAnswered, "{status} {body}");
        assert_eq!(refused.status(), 503);
    }
    let unreachable = NotSent::Unreachable("no route".to_owned());
    let refused = to_verify(&*paypal).opened(&Outcome::NotSent(unreachable)).unwrap_err();
    assert_eq!(refused, WebhookRefused::NotAnswered);
}

/// A yes about one webhook is none about another, not even about one with the same body; and nobody can make
/// one up.
#[test]
fn a_yes_to_another_question_opens_nothing() {
    let paypal = paypal(CREDENTIALS);
    let (one, other) = (to_verify(&*paypal), to_verify(&*paypal));
    let about_one = flow(&*paypal).handle_response(one.question(), response(200, YES));
    assert_eq!(other.opened(&about_one).unwrap_err(), WebhookRefused::NotAnswered);

    let copied =
        RouterData::from_json(one.question().to_json_with_secrets().unwrap().as_bytes()).unwrap();
    let about_the_copy = flow(&*paypal).handle_response(&copied, response(200, YES));
    assert_eq!(about_the_copy.status().unwrap().status, VerificationStatus::Verified);
    assert_eq!(one.opened(&about_the_copy).unwrap_err(), WebhookRefused::NotAnswered);

    let yes = StatusReport::known(VerificationStatus::Verified, "SUCCESS");
    let made_up = Outcome::Status(VerifyWebhookSourceResponseData::reported(yes));
    assert_eq!(to_verify(&*paypal).opened(&made_up).unwrap_err(), WebhookRefused::NotAnswered);
}

#[test]
fn before_it_is_opened_it_tells_nothing() {
    let paypal = paypal(CREDENTIALS);
    assert_eq!(format!("{:?}", to_verify(&*paypal)), "UnverifiedWebhook { .. }");
    let refused = received(&*paypal, &good()).unwrap().webhook().unwrap_err();
    assert_eq!((refused.clone(), refused.status().as_u16()), (WebhookRefused::NotAsked, 503));
}

#[test]
fn without_what_is_asked_with_nobody_is_asked() {
    let nameless = paypal(r#"{"client_id": "id", "client_secret": "secret"}"#);
    let refused = received(&*nameless, &good()).unwrap_err();
    assert_eq!(refused, WebhookRefused::NotConfigured("webhook_id"));
    let paypal = paypal(CREDENTIALS);
    for at in 0..good().headers.len() {
        let mut delivery = good();
        let (name, _) = delivery.headers.remove(at);
        let refused = received(&*paypal, &delivery).unwrap_err();
        assert_eq!(refused, WebhookRefused::MissingHeader(name));
        delivery.headers.extend([(name, "a".to_owned()), (name, "b".to_owned())]);
        let refused = received(&*paypal, &delivery).unwrap_err();
        assert_eq!(refused, WebhookRefused::DuplicateHeader(name));
        let mut delivery = good();
        delivery.headers[at].1 = String::new();
        let refused = received(&*paypal, &delivery).unwrap_err();
        assert!(matches!(refused, WebhookRefused::MalformedHeader { .. }), "{name}");
    }
    for body in ["x", "{", "{}{}", "\u{feff}"] {
        let delivery = Delivery { body: body.into(), ..good() };
        assert_eq!(received(&*paypal, &delivery).unwrap_err(), WebhookRefused::NoEvents, "{body}");
    }
}

/// PayPal has signed the bytes: written in another way, an event is none of its own.
#[test]
fn the_event_is_sent_back_byte_by_byte() {
    let paypal = paypal(CREDENTIALS);
    let body = "{\"z\" : 1.10e0,\n \"a\": \"\\u00e9\\/é\", \"big\":12345678901234567890123}";
    let delivery = sender("paypal").deliver(body);
    let Received::ToVerify(webhook) = received(&*paypal, &delivery).unwrap() else { panic!() };
    let moment = Moment::UNKNOWN.with_access_token(Secret::new("token"));
    let asked = flow(&*paypal).build_request_at(webhook.question(), &moment).unwrap();
    assert_eq!(asked.uri().path(), "/v1/notifications/verify-webhook-signature");
    assert!(std::str::from_utf8(asked.body()).unwrap().contains(body));
    let outcome = flow(&*paypal).handle_response(webhook.question(), answer(&asked));
    assert!(webhook.opened(&outcome).is_ok());
}
