//! Good answers of each processor, to questions and to orders, to be spoilt.

use std::sync::LazyLock;

use bytes::Bytes;
use connector_core::{AnyConnection, Report};
use connector_sandbox::{Kind, Processor};
use http::StatusCode;
use serde_json::Value;

use crate::flow_answers;
use crate::merchant::{AMOUNT, CURRENCY, Merchant, connect, made_up_credentials};

/// The orders of the core: where a processor cannot be asked, these are all that is read of it at once.
const ORDERS: [&str; 4] = ["Authorize", "Capture", "Void", "Refund"];

/// An answer as a processor sends it, with what was asked or ordered and what reads it.
#[derive(Debug)]
pub struct GoodAnswer {
    /// Whose answer it is.
    pub processor: Processor,
    /// The flow that it answers.
    pub flow: &'static str,
    /// What was asked or ordered, as JSON; the asker knows the amount.
    pub data: Vec<u8>,
    /// The status that it came with.
    pub status: StatusCode,
    /// What was answered.
    pub body: Bytes,
    connection: Box<dyn AnyConnection>,
}

static ALL: LazyLock<Vec<GoodAnswer>> = LazyLock::new(|| {
    let mut all = of_questions();
    all.extend(of_orders());
    all
});

/// About resources that went well.
fn of_questions() -> Vec<GoodAnswer> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("the runtime starts").block_on(async {
        let merchant = Merchant::start().await;
        let mut all = Vec::new();
        for processor in Processor::ALL.iter().copied() {
            for kind in
                [Kind::Payment, Kind::Refund].into_iter().filter(|kind| processor.answers(*kind))
            {
                let question = merchant.add(processor, kind, &[]).about(AMOUNT, CURRENCY);
                let (head, body) = merchant.answer(processor, &question).await.into_parts();
                all.push(GoodAnswer {
                    processor,
                    flow: question.flow(),
                    data: question.json(),
                    status: head.status,
                    body,
                    connection: connection(processor),
                });
            }
        }
        all
    })
}

/// Those with a body: where there is none, the status of HTTP says all.
fn of_orders() -> impl Iterator<Item = GoodAnswer> {
    let answers = flow_answers::all().into_iter();
    let orders = answers.filter(|answer| ORDERS.contains(&answer.name.1));
    orders.filter(|answer| answer.is_good && !answer.body.is_empty()).map(|answer| {
        let processor = answer.name.0.parse().expect("the sandbox's own");
        GoodAnswer {
            processor,
            flow: answer.name.1,
            data: answer.data.into_bytes(),
            status: StatusCode::from_u16(answer.status).expect("came as one"),
            body: answer.body,
            connection: connection(processor),
        }
    })
}

fn connection(processor: Processor) -> Box<dyn AnyConnection> {
    connect(processor.name(), made_up_credentials(processor.name(), str::to_owned))
}

impl GoodAnswer {
    /// One answer of every processor to every question that it answers and to every order of the core that is
    /// answered with a body.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// Those to questions: each is about a resource at its end.
    pub fn of_questions() -> impl Iterator<Item = &'static Self> {
        Self::all().iter().filter(|good| !good.is_order())
    }

    /// Whether something was ordered: of an answer that tells nothing, the order may have been carried out.
    #[must_use]
    pub fn is_order(&self) -> bool {
        ORDERS.contains(&self.flow)
    }

    /// What the connector makes of this body in place of the good one.
    #[must_use]
    pub fn read(&self, body: impl Into<Bytes>) -> Report {
        self.read_with(self.status, "application/json", body)
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
        let flow = self.connection.flow_by_name(self.flow).expect("the flow is there");
        flow.handle_response(&self.data, response).expect("the data are good")
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
        format!("{} {}", self.processor, self.flow)
    }
}
