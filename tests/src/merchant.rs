//! A merchant that has an account with every processor of the sandbox.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use connector_client::{AccessTokens, HttpClient, HttpConfig};
use connector_core::{AnyConnection, CredentialFields, Moment, Secret};
use connector_sandbox::{Kind, Payment, Processor, Refund, Sandbox, Step};
use tower::ServiceExt as _;

use crate::question::Question;

/// What every payment of the tests is for, in minor units; the ready-made cases have the same.
pub const AMOUNT: i64 = 1_234;

/// The currency of every payment of the tests.
pub const CURRENCY: &str = "USD";

/// The sandbox, and a client that reaches it. Clones share both.
#[derive(Debug, Clone)]
pub struct Merchant {
    /// Where the accounts are.
    pub sandbox: Arc<Sandbox>,
    /// What requests are sent with.
    pub http: HttpClient,
}

impl Merchant {
    /// Starts a sandbox, in which slow answers never come in time for the impatient.
    pub async fn start() -> Self {
        let sandbox = Sandbox::start().await.expect("the sandbox starts");
        sandbox.set_slow_delay(Duration::from_secs(60));
        let http = HttpClient::new(HttpConfig::new()).expect("the client starts");
        Self { sandbox: Arc::new(sandbox), http }
    }

    /// The same accounts, asked by somebody who does not wait longer than this.
    #[must_use]
    pub fn impatient(&self, limit: Duration) -> Self {
        let config = HttpConfig::new().total_timeout(limit);
        let http = HttpClient::new(config).expect("the client starts");
        Self { http, ..self.clone() }
    }

    /// The credentials of an account.
    #[must_use]
    pub fn credentials(&self, processor: Processor) -> CredentialFields {
        let json = self.sandbox.credentials(processor).to_string();
        CredentialFields::from_json(json.as_bytes()).expect("an object of texts")
    }

    /// A connection to an account.
    #[must_use]
    pub fn connection(&self, processor: Processor) -> Box<dyn AnyConnection> {
        connect(processor.name(), self.credentials(processor))
    }

    /// Adds a payment, or a payment and its refund, that goes through these steps.
    #[must_use]
    pub fn add(&self, processor: Processor, kind: Kind, steps: &[Step]) -> Question {
        let payment = Payment::new(AMOUNT, CURRENCY);
        match kind {
            Kind::Payment => {
                let payment = Payment { steps: steps.to_vec(), ..payment };
                Question::payment(&self.sandbox.add_payment(processor, payment))
            }
            Kind::Refund => {
                let payment_id = self.sandbox.add_payment(processor, payment);
                let refund = Refund { steps: steps.to_vec(), ..Refund::full() };
                let id = self.sandbox.add_refund(processor, &payment_id, refund);
                Question::refund(&id.expect("the payment was just added"), &payment_id)
            }
        }
    }

    /// The answer as it came, before anybody has read it.
    pub async fn answer(&self, processor: Processor, question: &Question) -> http::Response<Bytes> {
        let connection = self.connection(processor);
        let flow = connection.flow_by_name(question.flow()).expect("the flow is there");
        let moment = AccessTokens::new().moment(&self.http, flow.token_source()).await;
        let moment = moment.expect("the sandbox gives tokens");
        let request =
            flow.build_request_at(&question.json(), &moment).expect("the question is a good one");
        self.http.clone().oneshot(request).await.expect("the sandbox answers")
    }
}

/// A connection of this connector.
#[must_use]
pub fn connect(connector: &str, credentials: CredentialFields) -> Box<dyn AnyConnection> {
    let connector = connectors::get(connector).expect("the sandbox's processors have connectors");
    connector.connect(credentials).expect("the credentials are of this connector")
}

/// A moment with a token that nobody has issued, to build requests that are not sent.
#[must_use]
pub fn moment() -> Moment {
    Moment::at(SystemTime::now()).with_access_token(Secret::new("token-1"))
}

/// A value for each field that the connector's credentials have; for what is no secret, an own one.
#[must_use]
pub fn made_up_credentials(
    connector: &str,
    value: impl Fn(&'static str) -> String,
) -> CredentialFields {
    let connector = connectors::get(connector).expect("there is such a connector");
    connector.describe().credentials.iter().fold(CredentialFields::default(), |fields, field| {
        let value = match field.name {
            // A key that signs, and is handed out in base64.
            "shared_secret" => BASE64_STANDARD.encode(value(field.name)),
            "merchant_config_currency" => "USD".to_owned(),
            name if field.is_secret => value(name),
            _ => "shop-1".to_owned(),
        };
        fields.with(field.name, Secret::new(value))
    })
}
