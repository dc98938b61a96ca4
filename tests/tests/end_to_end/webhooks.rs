//! A webhook whose processor is asked over real sockets whether it sent it.

use std::net::TcpListener;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use connector_client::{AccessTokens, Connect as _};
use connector_core::{
    AnyConnection, AttemptStatus, EventTold, Outcome, Secret, Webhook, WebhookRefused,
};
use connector_sandbox::{Processor, SignedWebhook};
use connector_tests::merchant::Merchant;

const EVENT: &str = r#"{"id":"WH-1", "event_type":"CHECKOUT.ORDER.COMPLETED", "resource":{"id":"ORDER000000000001",
    "status":"COMPLETED", "purchase_units":[{"amount":{"currency_code":"USD", "value":"12.34"},
    "payments":{"captures":[{"id":"CAP01000000000001", "status":"COMPLETED",
    "amount":{"currency_code":"USD", "value":"12.34"}, "final_capture":true}]}}]}}"#;

fn request(sent: &SignedWebhook) -> http::Request<Bytes> {
    let mut request = http::Request::builder();
    for (name, value) in &sent.headers {
        request = request.header(*name, value);
    }
    request.body(Bytes::from(sent.body.clone())).unwrap()
}

struct Shop {
    merchant: Merchant,
    tokens: AccessTokens,
}

impl Shop {
    async fn open() -> Self {
        Self { merchant: Merchant::start().await, tokens: AccessTokens::new() }
    }

    fn sent(&self, event: &str) -> SignedWebhook {
        self.merchant.sandbox.sign_webhook(Processor::PayPal, event.to_owned()).unwrap()
    }

    fn connection(&self) -> Box<dyn AnyConnection> {
        let paypal = connectors::get("paypal").unwrap();
        paypal.connect(self.merchant.credentials(Processor::PayPal)).unwrap()
    }

    async fn receive(&self, sent: &SignedWebhook) -> Result<Webhook, WebhookRefused> {
        let (now, connection) = (SystemTime::now(), self.connection());
        let http = &self.merchant.http;
        self.tokens.receive_webhook(http, &*connection, &request(sent), now).await.unwrap()
    }
}

#[tokio::test]
async fn what_paypal_says_that_it_sent_tells_what_a_sync_would_have_told() {
    let shop = Shop::open().await;
    let webhook = shop.receive(&shop.sent(EVENT)).await.unwrap();
    let EventTold::Payment(Outcome::Status(payment)) = &webhook.events[0].told else {
        panic!("{webhook:?}")
    };
    assert_eq!(payment.status.status, AttemptStatus::Charged);
    assert_eq!(payment.amount.map(|money| money.minor_amount.get()), Some(1_234));
    // The same by type; the spaces in the body are those that were signed.
    let credentials = shop.merchant.credentials(Processor::PayPal);
    let client = connectors::PayPal.connect_over(shop.merchant.http.clone(), credentials).unwrap();
    let webhook = client.receive_webhook(&request(&shop.sent(EVENT)), SystemTime::now()).await;
    assert_eq!(webhook.unwrap().events.len(), 1);
}

#[tokio::test]
async fn what_paypal_did_not_send_is_refused() {
    let shop = Shop::open().await;
    let good = shop.sent(EVENT);
    let with_header = |at: usize| {
        let mut forged = good.clone();
        forged.headers[at].1.push('0');
        forged
    };
    let mut forged: Vec<SignedWebhook> = (0..good.headers.len()).map(with_header).collect();
    // What stands for the certificate is not looked at by the sandbox beyond its beginning.
    forged.retain(|sent| !sent.headers[1].1.ends_with('0'));
    forged.push(SignedWebhook { body: EVENT.replacen("12.34", "1.00", 1), ..good.clone() });
    forged.push(SignedWebhook { body: EVENT.replace(" \"status\"", "\"status\""), ..good.clone() });
    assert_eq!(forged.len(), 6);
    for sent in forged {
        assert_eq!(shop.receive(&sent).await.unwrap_err(), WebhookRefused::Unverified, "{sent:?}");
    }
    let other = shop.merchant.credentials(Processor::PayPal);
    let other = other.with("webhook_id", Secret::new("9OTHER00000000009W"));
    let client = connectors::PayPal.connect_over(shop.merchant.http.clone(), other).unwrap();
    let refused = client.receive_webhook(&request(&good), SystemTime::now()).await.unwrap_err();
    assert_eq!(refused, WebhookRefused::Unverified);
}

/// Nobody is believed because nobody could be asked.
#[tokio::test]
async fn where_paypal_cannot_be_asked_it_is_to_be_sent_again() {
    let shop = Shop::open().await;
    let good = shop.sent(EVENT);
    // A port that nobody listens on.
    let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
    for (field, value) in
        [("base_url", format!("http://127.0.0.1:{port}")), ("client_secret", "wrong".to_owned())]
    {
        let credentials = shop.merchant.credentials(Processor::PayPal);
        let credentials = credentials.with(field, Secret::new(value));
        let http = shop.merchant.impatient(Duration::from_secs(5)).http;
        let client = connectors::PayPal.connect_over(http, credentials).unwrap();
        let refused = client.receive_webhook(&request(&good), SystemTime::now()).await;
        let refused = refused.unwrap_err();
        assert_eq!(
            (refused.clone(), refused.status().as_u16()),
            (WebhookRefused::NotAnswered, 503)
        );
    }
}
