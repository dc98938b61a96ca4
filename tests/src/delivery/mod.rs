//! A webhook as its processor would send it. Signed here, by hand and not by the core: a second opinion.

use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use connector_core::{
    CredentialFields, EventReport, Moment, Outcome, Received, Secret, VerifyWebhookSource, Webhook,
    WebhookRefused,
};
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderName, HeaderValue};
use sha2::{Sha256, Sha512};

mod asked;
#[macro_use]
mod bodies;
pub mod cases;
mod in_body;

pub use asked::answer;
pub use in_body::form;

/// When every webhook of the tests is signed, in seconds since 1970.
pub const SIGNED_AT: u64 = 1_795_000_000;

/// A webhook as its processor would send it.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Who receives it.
    pub connector: &'static str,
    /// With which credentials.
    pub credentials: Vec<(&'static str, String)>,
    /// Its headers.
    pub headers: Vec<(&'static str, String)>,
    /// Its body.
    pub body: Vec<u8>,
    /// When it is looked at, in seconds since 1970.
    pub now: u64,
}

/// How a processor signs: the headers, of a secret and a body, and what it changes in the body.
pub type Sign = fn(&str, &mut Vec<u8>) -> Vec<(&'static str, String)>;

/// A connector that receives webhooks, with how its processor signs them.
#[derive(Debug, Clone, Copy)]
pub struct Sender {
    /// Its name.
    pub connector: &'static str,
    /// What it needs beside the secret.
    pub credentials: &'static [(&'static str, &'static str)],
    /// What it signs with; empty where it does not.
    pub secret: &'static str,
    /// What it does not sign with.
    pub other_secret: &'static str,
    /// How it signs.
    pub sign: Sign,
    /// A body that is as good as any.
    pub body: &'static str,
}

/// Each connector that receives webhooks.
pub const SENDERS: &[Sender] = &[
    Sender {
        connector: "stripe",
        credentials: &[("api_key", "sk_test_1")],
        secret: "whsec_4kq7",
        other_secret: "whsec_other",
        sign: |secret, body| {
            let signed = [format!("{SIGNED_AT}.").as_bytes(), body.as_slice()].concat();
            let signature = hex(&hmac_sha256(secret.as_bytes(), &signed));
            vec![("stripe-signature", format!("t={SIGNED_AT},v1={signature},v0=00"))]
        },
        body: r#"{"id": "evt_1", "type": "refund.updated", "data": {"object": {"id": "re_1"}}}"#,
    },
    Sender {
        connector: "checkout",
        credentials: &[("api_key", "sk_test_1")],
        secret: "8V-key",
        other_secret: "9W-key",
        sign: |secret, body| vec![("cko-signature", hex(&hmac_sha256(secret.as_bytes(), body)))],
        body: r#"{"id": "evt_1", "type": "payment_captured", "data": {"id": "pay_1"}}"#,
    },
    Sender {
        connector: "adyen",
        credentials: &[("api_key", "key"), ("merchant_account", "Shop")],
        secret: "A0B1C2D3E4F5",
        other_secret: "A0B1C2D3E4F6",
        sign: in_body::sign_each_event,
        body: r#"{"notificationItems": [{"NotificationRequestItem": {"pspReference": "P1",
            "merchantAccountCode": "Shop", "amount": {"value": 900, "currency": "EUR"},
            "eventCode": "AUTHORISATION", "success": "true", "reason": "x"}}]}"#,
    },
    Sender {
        connector: "authorizenet",
        credentials: &[("name", "login"), ("transaction_key", "key")],
        secret: "0AFF3B",
        other_secret: "0AFF3C",
        sign: |secret, body| {
            let signature = hex(&hmac::<Hmac<Sha512>>(secret.as_bytes(), body)).to_uppercase();
            vec![("x-anet-signature", format!("sha512={signature}"))]
        },
        body: r#"{"notificationId": "n1", "eventType": "net.authorize.payment.void.created",
            "payload": {"responseCode": 1, "id": "60"}}"#,
    },
    Sender {
        connector: "braintree",
        credentials: &[
            ("public_key", "pub"),
            ("private_key", "priv"),
            ("merchant_account_id", "shop"),
            ("merchant_config_currency", "USD"),
        ],
        secret: "priv",
        other_secret: "priv2",
        sign: in_body::pack_into_a_form,
        body: "<notification><kind>transaction_disbursed</kind><subject><transaction>\
               <global-id>g1</global-id></transaction></subject></notification>",
    },
    Sender {
        connector: "cybersource",
        credentials: &[("merchant_id", "shop"), ("key_id", "k1"), ("shared_secret", "c2VjcmV0")],
        secret: "Y3liZXJzb3VyY2U=",
        other_secret: "b3RoZXI=",
        sign: |secret, body| {
            let signed = [format!("{SIGNED_AT}000.").as_bytes(), body.as_slice()].concat();
            let key = BASE64_STANDARD.decode(secret).unwrap();
            let signature = BASE64_STANDARD.encode(hmac_sha256(&key, &signed));
            let value = format!("t={SIGNED_AT}000;keyId=bf44c857;sig={signature}");
            vec![("v-c-signature", value)]
        },
        body: r#"{"eventType": "risk.casemanagement.decision.accept", "transactionTraceId": "n1"}"#,
    },
    Sender {
        connector: "klarna",
        credentials: &[("username", "user"), ("password", "word")],
        secret: "",
        other_secret: "",
        sign: |_, _| Vec::new(),
        body: r#"{"order_id": "o1", "event_type": "FRAUD_RISK_ACCEPTED"}"#,
    },
    Sender {
        connector: "mollie",
        credentials: &[("api_key", "test_1")],
        secret: "",
        other_secret: "",
        sign: |_, _| Vec::new(),
        body: "id=tr_1",
    },
    Sender {
        connector: "paypal",
        credentials: &[("client_id", "id"), ("client_secret", "secret"), ("webhook_id", asked::ID)],
        secret: "",
        other_secret: "",
        sign: |_, body| asked::sign(body),
        body: r#"{"id": "W1", "event_type": "CHECKOUT.ORDER.APPROVED", "resource": {"id": "5O"}}"#,
    },
    Sender {
        connector: "razorpay",
        credentials: &[("key_id", "rzp_test_1"), ("key_secret", "secret")],
        secret: "rzp-hook",
        other_secret: "rzp-other",
        sign: |secret, body| {
            vec![("x-razorpay-signature", hex(&hmac_sha256(secret.as_bytes(), body)))]
        },
        body: r#"{"event": "refund.processed", "payload": {"refund": {"entity": {"id": "rfnd_1"}}}}"#,
    },
    Sender {
        connector: "square",
        credentials: &[("access_token", "EAAA"), ("webhook_url", "https://shop.test/square")],
        secret: "sq-key",
        other_secret: "sq-other",
        sign: |secret, body| {
            let signed = [b"https://shop.test/square", body.as_slice()].concat();
            let signature = BASE64_STANDARD.encode(hmac_sha256(secret.as_bytes(), &signed));
            vec![("x-square-hmacsha256-signature", signature)]
        },
        body: r#"{"event_id": "e1", "type": "dispute.created", "data": {"id": "dp1"}}"#,
    },
    Sender {
        connector: "xendit",
        credentials: &[("api_key", "xnd_development_1")],
        secret: "xnd-token",
        other_secret: "xnd-other",
        sign: |secret, _| vec![("x-callback-token", secret.to_owned())],
        body: r#"{"event": "payment.succeeded", "data": {"payment_request_id": "pr-1"}}"#,
    },
];

/// Those whose processor proves in headers that it was it.
pub fn in_headers() -> impl Iterator<Item = &'static Sender> {
    SENDERS.iter().filter(|sender| !sender.deliver(sender.body).headers.is_empty())
}

/// Those whose processor signs the body in a header.
pub fn signed_in_headers() -> impl Iterator<Item = &'static Sender> {
    in_headers().filter(|sender| {
        let webhook = connectors::get(sender.connector).unwrap().describe().webhook.unwrap();
        webhook.scheme.starts_with("hmac-")
    })
}

/// Those whose processor proves by a secret that it was it.
pub fn proven() -> impl Iterator<Item = &'static Sender> {
    SENDERS.iter().filter(|sender| !sender.secret.is_empty())
}

/// The one of this name.
#[must_use]
pub fn sender(connector: &str) -> &'static Sender {
    SENDERS.iter().find(|sender| sender.connector == connector).unwrap()
}

pub(crate) fn hmac<M: Mac + KeyInit>(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut mac = M::new_from_slice(key).unwrap();
    mac.update(bytes);
    mac.finalize().into_bytes().to_vec()
}

pub(crate) fn hmac_sha256(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    hmac::<Hmac<Sha256>>(key, bytes)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sender {
    /// Whether its processor proves that it was it.
    #[must_use]
    pub fn proves(&self) -> bool {
        !self.secret.is_empty() || self.connector == "paypal"
    }

    /// Whether a webhook without an event is refused, even where its processor sent it.
    #[must_use]
    pub fn needs_events(&self) -> bool {
        matches!(self.connector, "adyen" | "paypal")
    }

    /// This body, signed.
    #[must_use]
    pub fn deliver(&self, body: impl Into<Vec<u8>>) -> Delivery {
        let mut body = body.into();
        let headers = (self.sign)(self.secret, &mut body);
        let own = self.credentials.iter().map(|(name, value)| (*name, (*value).to_owned()));
        let secret = Some(self.secret).filter(|secret| !secret.is_empty());
        let secret = secret.map(|secret| ("webhook_secret", secret.to_owned()));
        Delivery {
            connector: self.connector,
            credentials: own.chain(secret).collect(),
            headers,
            body,
            now: SIGNED_AT,
        }
    }
}

impl Delivery {
    /// The same with other credentials for webhooks.
    #[must_use]
    pub fn with_secrets(mut self, secrets: &[(&'static str, &str)]) -> Self {
        self.credentials.retain(|(name, _)| !name.starts_with("webhook_secret"));
        self.credentials.extend(secrets.iter().map(|(name, value)| (*name, (*value).to_owned())));
        self
    }

    /// What is made of it, by name.
    ///
    /// # Errors
    /// Where it is not believed.
    pub fn receive(&self) -> Result<Webhook, WebhookRefused> {
        let fields = self.credentials.iter().fold(CredentialFields::default(), |fields, field| {
            fields.with(field.0, Secret::new(field.1.clone()))
        });
        let connection = connectors::get(self.connector).unwrap().connect(fields).unwrap();
        let mut request = http::Request::new(Bytes::from(self.body.clone()));
        for (name, value) in &self.headers {
            let name: HeaderName = name.parse().unwrap();
            request.headers_mut().append(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(self.now);
        match connection.receive_webhook(&request, now).expect("it receives webhooks")? {
            Received::Webhook(webhook) => Ok(webhook),
            Received::ToVerify(webhook) => {
                let flow = connection.flow::<VerifyWebhookSource>().expect("it can be asked");
                let moment = Moment::at(now).with_access_token(Secret::new("token"));
                let outcome = match flow.build_request_at(webhook.question(), &moment) {
                    Ok(request) => flow.handle_response(webhook.question(), answer(&request)),
                    Err(error) => Outcome::NotSent(error.into()),
                };
                webhook.opened(&outcome)
            }
        }
    }

    /// Its events, as records.
    #[must_use]
    pub fn reports(&self) -> Vec<EventReport> {
        self.receive().unwrap().events.iter().map(EventReport::from).collect()
    }

    /// Its one event, as a record.
    #[must_use]
    pub fn report(&self) -> EventReport {
        let [report] = self.reports().try_into().unwrap();
        report
    }
}
