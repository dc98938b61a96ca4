//! What the control API has to say of orders.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{Problem, processor, read, wrong};
use crate::fault::Fault;
use crate::incoming::Incoming;
use crate::order_fault::OrderFault;
use crate::processor::Processor;
use crate::resource::Seen;
use crate::sandbox::Shared;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewFault {
    processor: String,
    fault: String,
    when: Moment,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Moment {
    Before,
    After,
}

/// The payments that orders made, oldest first.
pub(super) fn payments(shared: &Shared) -> Value {
    let payments: Vec<Value> =
        shared.state().ordered().filter_map(|(processor, seen)| shown(processor, &seen)).collect();
    json!({ "payments": payments })
}

fn shown(processor: Processor, seen: &Seen) -> Option<Value> {
    let payment = &seen.payment;
    let made = payment.made.as_ref()?;
    let refunds: Vec<Value> = seen
        .refunds
        .iter()
        .map(|refund| {
            json!({ "id": refund.id, "status": refund.status, "amount": refund.amount_minor })
        })
        .collect();
    Some(json!({
        "processor": processor.name(),
        "id": payment.id,
        "status": payment.status,
        "reason": payment.reason,
        "currency": payment.currency,
        "authorized": made.ledger.authorized,
        "captured": made.ledger.captured,
        "refunded": made.ledger.refunded,
        "refunds": refunds,
        "authentication_url": made.authentication,
    }))
}

pub(super) fn cards() -> Value {
    let of = |processor: &Processor| {
        let card = |card: &crate::card::TestCard| json!({ "number": card.number, "result": card.to_string() });
        let cards: Vec<Value> = processor.test_cards().iter().map(card).collect();
        (processor.name().to_owned(), Value::from(cards))
    };
    Processor::ALL.iter().map(of).collect()
}

pub(super) fn add_fault(request: &Incoming, shared: &Shared) -> Result<Value, Problem> {
    let example = r#"{"processor":"stripe","fault":"reset","when":"after"}"#;
    let new: NewFault = read(request, example)?;
    let processor = processor(&new.processor)?;
    let fault = Fault::ALL.iter().find(|fault| fault.name() == new.fault).copied();
    let fault = fault.ok_or_else(|| {
        let known: Vec<&str> = Fault::ALL.iter().map(|fault| fault.name()).collect();
        wrong(format!("there is no fault `{}`; there are {}", new.fault, known.join(", ")))
    })?;
    let fault = match new.when {
        Moment::Before => OrderFault::before(fault).map_err(|error| wrong(error.to_string()))?,
        Moment::After => OrderFault::after(fault),
    };
    shared.state().fail_next_order(processor, fault);
    Ok(json!({ "status": "ok" }))
}
