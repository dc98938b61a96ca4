//! Cybersource's objects.

use serde_json::{Value, json};

use crate::amount::in_major_units;
use crate::made::{DeedKind, Made};
use crate::resource::Subject;

pub(super) const TIME: &str = "2026-01-01T12:00:00Z";

/// By the first digit of an id the sandbox knows what it is of, and the other digits are the payment's.
pub(super) const PAYMENT: char = '7';
pub(super) const CAPTURE: char = '8';
pub(super) const REFUND: char = '9';
const LET_GO: char = '6';
const MORE: char = '5';

/// The id of this kind that belongs to the same payment.
pub(super) fn id_of(kind: char, id: &str) -> String {
    id.chars().take(1).map(|_| kind).chain(id.chars().skip(1)).collect()
}

/// The answer to an order to pay.
pub(super) fn paid(payment: &Subject) -> Value {
    // Whether it is taken with the next batch, too, the record tells.
    let status = if payment.status == "PENDING" { "AUTHORIZED" } else { payment.status.as_str() };
    let mut body = json!({
        "id": payment.id,
        "submitTimeUtc": TIME,
        "status": status,
        "reconciliationId": "R1",
        "clientReferenceInformation": { "code": reference(payment) },
        "processorInformation": { "transactionId": "016153570198200", "responseCode": "100" },
        "orderInformation": {
            "amountDetails": {
                "authorizedAmount": major(payment.amount_minor, payment),
                "currency": payment.currency,
            },
        },
    });
    why(&mut body, payment);
    let made = payment.made.as_ref().filter(|made| made.facts.kept_for.is_some());
    if let (Some(id), Some(body)) =
        (made.and_then(|made| made.method.as_ref()), body.as_object_mut())
    {
        body.insert("tokenInformation".to_owned(), json!({ "paymentInstrument": { "id": id } }));
    }
    body
}

pub(super) fn captured(payment: &Subject) -> Value {
    let taken = payment.made.as_ref().map_or(payment.amount_minor, |made| made.ledger.captured);
    json!({
        "id": id_of(CAPTURE, &payment.id),
        "submitTimeUtc": TIME,
        "status": known_or(payment, "PENDING"),
        "reconciliationId": "R1",
        "orderInformation": { "amountDetails": amount(taken, payment) },
    })
}

/// A reversal, or the void of a capture.
pub(super) fn let_go(payment: &Subject, of_capture: bool) -> Value {
    let status = known_or(payment, if of_capture { "VOIDED" } else { "REVERSED" });
    let details = if of_capture { "voidAmountDetails" } else { "reversalAmountDetails" };
    json!({
        "id": id_of(LET_GO, &payment.id),
        "submitTimeUtc": TIME,
        "status": status,
        details: { "currency": payment.currency },
    })
}

pub(super) fn increased(payment: &Subject) -> Value {
    json!({
        "id": id_of(MORE, &payment.id),
        "submitTimeUtc": TIME,
        "status": payment.status,
        "reconciliationId": "R1",
        "orderInformation": { "amountDetails": { "currency": payment.currency } },
    })
}

pub(super) fn refunded(refund: &Subject) -> Value {
    json!({
        "id": refund.id,
        "submitTimeUtc": TIME,
        "status": refund.status,
        "reconciliationId": "R1",
        "refundAmountDetails": {
            "refundAmount": major(refund.amount_minor, refund),
            "currency": refund.currency,
        },
    })
}

/// The record of an authorization, and of the capture that was ordered with it. One that was ordered later
/// has a record of its own, and this one does not tell of it.
pub(super) fn payment_record(payment: &Subject) -> Value {
    let captured =
        payment.made.as_ref().is_some_and(|made| !made.ledger.automatic && has_capture(made));
    let status = if captured { "AUTHORIZED" } else { payment.status.as_str() };
    let mut body = record(&payment.id, payment, status, &amount(payment.amount_minor, payment));
    why(&mut body, payment);
    body
}

/// The record of a capture, or `None` where nothing was captured.
pub(super) fn capture_record(payment: &Subject) -> Option<Value> {
    let taken = payment.made.as_ref().map_or(payment.amount_minor, |made| made.ledger.captured);
    let voided = payment.status == "REVERSED" || payment.status == "VOIDED";
    payment.made.as_ref().is_none_or(has_capture).then(|| {
        let status = if voided { "VOIDED" } else { payment.status.as_str() };
        record(&id_of(CAPTURE, &payment.id), payment, status, &amount(taken, payment))
    })
}

fn has_capture(made: &Made) -> bool {
    made.deeds.iter().any(|deed| deed.kind == DeedKind::Capture)
}

pub(super) fn refund(refund: &Subject, payment: &Subject) -> Value {
    record(&refund.id, payment, &refund.status, &amount(refund.amount_minor, payment))
}

fn record(id: &str, payment: &Subject, status: &str, amount: &Value) -> Value {
    json!({
        "id": id,
        "rootId": payment.id,
        "submitTimeUTC": TIME,
        "merchantId": super::MERCHANT,
        "applicationInformation": { "status": status, "reasonCode": "100" },
        "clientReferenceInformation": { "code": reference(payment) },
        "orderInformation": { "amountDetails": amount },
        "processorInformation": { "networkTransactionId": "016153570198200" },
    })
}

fn known_or<'a>(payment: &'a Subject, status: &'a str) -> &'a str {
    let unheard_of = payment.status == "unheard_of_status";
    if unheard_of { payment.status.as_str() } else { status }
}

fn why(body: &mut Value, payment: &Subject) {
    let reason = payment.reason.as_deref();
    if let (Some(reason), Some(body)) = (reason, body.as_object_mut()) {
        let message = "The bank declined the payment";
        let why = json!({ "reason": reason, "message": message });
        body.insert("errorInformation".to_owned(), why);
    }
}

fn reference(payment: &Subject) -> Option<&str> {
    payment.made.as_ref().and_then(|made| made.facts.reference.as_deref())
}

fn amount(minor: i64, payment: &Subject) -> Value {
    json!({ "totalAmount": major(minor, payment), "currency": payment.currency })
}

fn major(minor: i64, payment: &Subject) -> String {
    in_major_units(minor, &payment.currency).get().to_owned()
}
