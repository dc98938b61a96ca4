//! What a flow is asked about, whichever flow it is.

use connector_core::{Flow, RouterData};
use connector_sandbox::{Case, Kind};
use serde_json::{Value, json};

/// A question about a payment or about a refund. Its JSON form is the data of either flow, so that a
/// test says once what it asks and takes every road with it.
#[derive(Debug, Clone)]
pub struct Question {
    /// What it is about.
    pub kind: Kind,
    /// The payment.
    pub payment_id: String,
    /// The refund, where it is about one.
    pub refund_id: Option<String>,
    /// The amount that the asker believes in: minor units and currency.
    pub amount: Option<(i64, String)>,
}

impl Question {
    /// What became of this payment?
    #[must_use]
    pub fn payment(id: &str) -> Self {
        Self { kind: Kind::Payment, payment_id: id.to_owned(), refund_id: None, amount: None }
    }

    /// What became of this refund of that payment?
    #[must_use]
    pub fn refund(id: &str, payment_id: &str) -> Self {
        let refund_id = Some(id.to_owned());
        Self { kind: Kind::Refund, refund_id, ..Self::payment(payment_id) }
    }

    /// What became of this case?
    #[must_use]
    pub fn of(case: &Case) -> Self {
        match &case.payment_id {
            Some(payment_id) => Self::refund(&case.id, payment_id),
            None => Self::payment(&case.id),
        }
    }

    /// The same, by somebody who knows the amount.
    #[must_use]
    pub fn about(self, minor_amount: i64, currency: &str) -> Self {
        Self { amount: Some((minor_amount, currency.to_owned())), ..self }
    }

    /// The name of the flow that answers it.
    #[must_use]
    pub fn flow(&self) -> &'static str {
        flow_of(self.kind)
    }

    /// The id of what it is about.
    #[must_use]
    pub fn id(&self) -> &str {
        self.refund_id.as_ref().unwrap_or(&self.payment_id)
    }

    /// The data of the flow, as JSON.
    #[must_use]
    pub fn json(&self) -> Vec<u8> {
        let amount = self
            .amount
            .as_ref()
            .map(|(minor, currency)| json!({ "minor_amount": minor, "currency": currency }));
        let mut request = json!({ "connector_transaction_id": self.payment_id });
        let mut set = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                request[name] = value;
            }
        };
        match self.kind {
            Kind::Payment => set("amount", amount),
            Kind::Refund => {
                set("connector_refund_id", self.refund_id.clone().map(Value::from));
                set("refund_amount", amount);
            }
        }
        json!({ "request": request }).to_string().into_bytes()
    }

    /// The data of the flow.
    #[must_use]
    pub fn data<F: Flow>(&self) -> RouterData<F> {
        RouterData::from_json(&self.json()).expect("a question is the data of its flow")
    }
}

/// The name of the flow that asks about payments, or about refunds.
#[must_use]
pub fn flow_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Payment => "PSync",
        Kind::Refund => "RSync",
    }
}
