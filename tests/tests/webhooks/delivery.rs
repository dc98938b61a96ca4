//! A webhook as its processor would send it. Signed here, by hand and not by the core: a second opinion.

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use connector_core::{CredentialFields, EventReport, Secret, Webhook, WebhookRefused};
use hmac::{Hmac, KeyInit as _, Mac as _};
use http::{HeaderName, HeaderValue};
use sha2::Sha256;

/// When every webhook of the tests is signed, in seconds since 1970.
pub(crate) const SIGNED_AT: u64 = 1_795_000_000;

/// A webhook as its processor would send it.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    pub(crate) connector: &'static str,
    pub(crate) credentials: Vec<(&'static str, String)>,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
    /// When it is looked at, in seconds since 1970.
    pub(crate) now: u64,
}

/// How a processor signs: the headers, of a secret and a body.
pub(crate) type Sign = fn(&str, &[u8]) -> Vec<(&'static str, String)>;

/// A connector that receives webhooks, with how its processor signs them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sender {
    pub(crate) connector: &'static str,
    /// What it needs beside the secret.
    pub(crate) credentials: &'static [(&'static str, &'static str)],
    pub(crate) secret: &'static str,
    pub(crate) other_secret: &'static str,
    pub(crate) sign: Sign,
    /// A body that is as good as any.
    pub(crate) body: &'static str,
}

/// Each connector that believes what is signed in a header.
pub(crate) const SENDERS: &[Sender] = &[
    Sender {
        connector: "stripe",
        credentials: &[("api_key", "sk_test_1")],
        secret: "whsec_4kq7",
        other_secret: "whsec_other",
        sign: |secret, body| {
            let signed = [format!("{SIGNED_AT}.").as_bytes(), body].concat();
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
];

pub(crate) fn sender(connector: &str) -> &'static Sender {
    SENDERS.iter().find(|sender| sender.connector == connector).unwrap()
}

pub(crate) fn hmac_sha256(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(bytes);
    mac.finalize().into_bytes().to_vec()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Sender {
    /// This body, signed.
    pub(crate) fn deliver(&self, body: impl Into<Vec<u8>>) -> Delivery {
        let body = body.into();
        let own = self.credentials.iter().map(|(name, value)| (*name, (*value).to_owned()));
        let secret = std::iter::once(("webhook_secret", self.secret.to_owned()));
        Delivery {
            connector: self.connector,
            credentials: own.chain(secret).collect(),
            headers: (self.sign)(self.secret, &body),
            body,
            now: SIGNED_AT,
        }
    }
}

impl Delivery {
    /// The same with other credentials for webhooks.
    pub(crate) fn with_secrets(mut self, secrets: &[(&'static str, &str)]) -> Self {
        self.credentials.retain(|(name, _)| !name.starts_with("webhook_secret"));
        self.credentials.extend(secrets.iter().map(|(name, value)| (*name, (*value).to_owned())));
        self
    }

    /// What is made of it, by name.
    pub(crate) fn receive(&self) -> Result<Webhook, WebhookRefused> {
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
        connection.receive_webhook(&request, now).expect("it receives webhooks")
    }

    /// Its events, as records.
    pub(crate) fn reports(&self) -> Vec<EventReport> {
        self.receive().unwrap().events.iter().map(EventReport::from).collect()
    }

    /// Its one event, as a record.
    pub(crate) fn report(&self) -> EventReport {
        let [report] = self.reports().try_into().unwrap();
        report
    }
}
