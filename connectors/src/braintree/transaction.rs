//! A transaction, and what its history tells of it.

use connector_core::prelude::*;
use connector_core::WireMoney;

use super::{Amount, PaymentStatus, reason};

/// `Transaction`, as far as it is asked for. Where it is asked for its history, that decides, too.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, Capture, VoidPC, IncrementalAuthorization)]
#[flow_response(PSync(status = since_then), PSyncByReference(status = since_then), Void(status = since_then))]
#[flow_response(
    decided_by = "`VOIDED` is voided_post_capture where the history has a capture"
)]
#[serde(from = "Told")]
pub(super) struct Transaction {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentStatus>,
    #[flow_response(amount)]
    amount: Option<Amount>,
    #[flow_response(amount_captured)]
    captures: Option<Amount>,
    #[flow_response(connector_response_reference_id)]
    order_id: Option<Box<str>>,
    #[flow_response(error)]
    reasons: Option<ProcessorError>,
    was_captured: bool,
}

fn since_then(transaction: &Transaction) -> Result<StatusReport<AttemptStatus>, Fault> {
    let report = transaction.status.report()?;
    Ok(match report.status {
        AttemptStatus::Voided if transaction.was_captured => {
            report.meaning(AttemptStatus::VoidedPostCapture)
        }
        _ => report,
    })
}

/// The wire's transaction.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    id: PaymentId,
    status: Wire<PaymentStatus>,
    /// What it was made of.
    amount: Option<Amount>,
    /// What is held, or what was taken.
    now: Option<Amount>,
    captures: Option<Vec<Step>>,
    parts: Option<Parts>,
    order_id: Option<Box<str>>,
    #[serde(default, deserialize_with = "reason")]
    reasons: Option<ProcessorError>,
}

impl From<Told> for Transaction {
    fn from(told: Told) -> Self {
        let Told { id, status, amount, now, captures, parts, order_id, reasons } = told;
        // It is less where a part is taken, and more where what is held was raised.
        let amount = match (amount, now) {
            (Some(first), Some(now)) if is_more(&now, &first) => Some(now),
            (first, _) => first,
        };
        let steps = captures.unwrap_or_default();
        let was_captured = steps.iter().any(Step::is_capture);
        let captures = captured(steps)
            .or_else(|| parts.and_then(|parts| captured_in_parts(&parts.child_captures?)));
        Self { id, status, amount, captures, order_id, reasons, was_captured }
    }
}

fn is_more(one: &Amount, than: &Amount) -> bool {
    let both = one.money().ok().zip(than.money().ok());
    both.is_some_and(|(one, than)| {
        one.currency == than.currency && one.minor_amount.get() > than.minor_amount.get()
    })
}

/// An entry of `statusHistory`; the newest is the first.
#[derive(Deserialize)]
struct Step {
    status: Box<str>,
    amount: Option<Amount>,
}

impl Step {
    /// Whether it was handed in to be settled.
    fn is_capture(&self) -> bool {
        &*self.status == "SUBMITTED_FOR_SETTLEMENT"
    }
}

/// How much was taken: what was handed in to be settled. It can be less than what was held.
fn captured(steps: Vec<Step>) -> Option<Amount> {
    // What was handed in, and then voided or declined, was not taken.
    let was_undone = steps
        .iter()
        .any(|step| matches!(&*step.status, "VOIDED" | "SETTLEMENT_DECLINED" | "FAILED"));
    let taken = steps.into_iter().find(Step::is_capture);
    taken.filter(|_| !was_undone).and_then(|step| step.amount)
}

/// `PartialCaptureDetails` of what is held. A capture of a part has no such list.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parts {
    child_captures: Option<Vec<Part>>,
}

/// A transaction that takes a part of what is held.
#[derive(Deserialize)]
struct Part {
    status: Wire<PaymentStatus>,
    amount: Option<Amount>,
}

/// How much was taken by captures of parts; nothing is told where one does not tell how much.
fn captured_in_parts(parts: &[Part]) -> Option<Amount> {
    let is_taken = |part: &&Part| {
        matches!(part.status.word(), "SUBMITTED_FOR_SETTLEMENT" | "SETTLING" | "SETTLED")
    };
    let mut sum: Option<Money> = None;
    for part in parts.iter().filter(is_taken) {
        let next = part.amount.as_ref()?.money().ok()?;
        let so_far = sum.map_or(0, |sum| sum.minor_amount.get());
        let is_alike = sum.is_none_or(|sum| sum.currency == next.currency);
        let minor = so_far.checked_add(next.minor_amount.get()).filter(|_| is_alike)?;
        sum = Some(Money::new(minor.try_into().ok()?, next.currency));
    }
    Amount::try_from(sum?).ok()
}
