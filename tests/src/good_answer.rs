//! A good answer of each processor to each flow, to be spoilt.

use bytes::Bytes;
use connector_core::{AnyConnection, Report};
use connector_sandbox::{Kind, Processor};
use http::StatusCode;
use serde_json::Value;

use crate::merchant::{AMOUNT, CURRENCY, Merchant, connect, made_up_credentials};
use crate::question::Question;

/// An answer as a processor sends it, with the question and what reads it.
#[derive(Debug)]
pub struct GoodAnswer {
    /// Whose answer it is.
    pub processor: Processor,
    /// What was asked; the asker knows the amount.
    pub question: Question,
    /// What was answered.
    pub body: Bytes,
    connection: Box<dyn AnyConnection>,
}

impl GoodAnswer {
    /// One answer of every processor to every flow, all about resources that went well.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("the runtime starts").block_on(async {
            let merchant = Merchant::start().await;
            let mut all = Vec::new();
            for processor in Processor::ALL.iter().copied() {
                for kind in [Kind::Payment, Kind::Refund]
                    .into_iter()
                    .filter(|kind| processor.answers(*kind))
                {
                    let question = merchant.add(processor, kind, &[]).about(AMOUNT, CURRENCY);
                    let body = merchant.answer(processor, &question).await.into_body();
                    let name = processor.name();
                    let connection = connect(name, made_up_credentials(name, str::to_owned));
                    all.push(Self { processor, question, body, connection });
                }
            }
            all
        })
    }

    /// What the connector makes of this body in place of the good one.
    #[must_use]
    pub fn read(&self, body: impl Into<Bytes>) -> Report {
        self.read_with(StatusCode::OK, "application/json", body)
    }

    /// What the connector makes of such an answer.
    #[must_use]
    pub fn read_with(
        &self,
        status: StatusCode,
        content_type: &str,
        body: impl Into<Bytes>,
    ) -> Report {
        let response =
            http::Response::builder().status(status).header("content-type", content_type);
        let response = response.body(body.into()).expect("a response");
        let flow = self.connection.flow_by_name(self.question.flow()).expect("the flow is there");
        flow.handle_response(&self.question.json(), response).expect("the question is a good one")
    }

    /// The body as a document.
    #[must_use]
    pub fn json(&self) -> Value {
        let text = self.body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&self.body);
        serde_json::from_slice(text).expect("a good answer is JSON")
    }

    /// Whose answer it is and to what, for messages.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.processor, self.question.flow())
    }
}
