//! Braintree's disputes.

use serde_json::{Value, json};

use super::operation::Operation;
use super::{Braintree, failed, refused, shown};
use crate::amount::in_major_units;
use crate::dispute::{AMOUNT, Act, CURRENCY, Dispute, Disputes};
use crate::incoming::Incoming;
use crate::reply::Reply;

const PREFIX: &str = "dispute_";

/// What a request wants of which dispute.
pub(super) fn read(operation: &Operation) -> Option<(Act, String)> {
    let input = || operation.text("/input/disputeId");
    let (act, id) = match operation.name.as_str() {
        "node" => (Act::Ask, operation.text("/id").filter(|id| id.starts_with(PREFIX))),
        "acceptDispute" => (Act::Accept, input()),
        "createDisputeTextEvidence" => (Act::HandIn, input()),
        "finalizeDispute" => (Act::Defend, input()),
        _ => return None,
    };
    Some((act, id?.to_owned()))
}

impl Disputes for Braintree {
    fn statuses(&self) -> &'static [&'static str] {
        &["ACCEPTED", "AUTO_ACCEPTED", "DISPUTED", "EXPIRED", "LOST", "OPEN", "UNDER_REVIEW", "WON"]
    }

    fn won(&self) -> &'static str {
        "WON"
    }

    fn moves(&self) -> &'static [(&'static str, Act, &'static str)] {
        &[
            ("OPEN", Act::Accept, "ACCEPTED"),
            ("OPEN", Act::HandIn, "OPEN"),
            ("OPEN", Act::Defend, "DISPUTED"),
        ]
    }

    fn id(&self, number: u64) -> String {
        format!("{PREFIX}{number}")
    }

    fn shown(&self, request: &Incoming, act: Act, dispute: &Dispute) -> Reply {
        if act == Act::HandIn {
            let evidence = json!({ "id": format!("{}_1", dispute.id) });
            return shown(request, &json!({ "evidence": evidence }));
        }
        let value = in_major_units(AMOUNT, CURRENCY).get().to_owned();
        let told: Value = json!({
            "__typename": "Dispute",
            "id": dispute.id,
            "status": dispute.status,
            "type": "CHARGEBACK",
            "replyByDate": "2026-02-01",
            "transaction": { "__typename": "Transaction", "id": dispute.payment_id },
            "amountDisputed": { "value": value, "currencyCode": CURRENCY },
        });
        let told = if act == Act::Ask { told } else { json!({ "dispute": told }) };
        shown(request, &told)
    }

    fn refused(&self, request: &Incoming, is_known: bool) -> Reply {
        let operation = match Operation::read(&request.body) {
            Ok(operation) => operation,
            Err(problem) => return failed("VALIDATION", &problem),
        };
        let (class, message) = if is_known {
            ("VALIDATION", "Disputes can only be accepted or answered while they are open.")
        } else {
            ("NOT_FOUND", "An object with this ID was not found.")
        };
        refused(&operation, class, None, message)
    }
}
