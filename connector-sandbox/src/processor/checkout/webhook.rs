//! Events. <https://www.checkout.com/docs/developer-resources/webhooks> (read 2026-11).

use serde_json::json;

use super::Checkout;
use super::actions::APPROVED;
use crate::ledger::Stage;
use crate::made::DeedKind;
use crate::resource::Seen;
use crate::webhook::{Happened, SignedWebhook, Webhooks, hex, hmac_sha256};

pub(super) const SECRET: &str = "ck0-connectorsandbox-signature-key";

impl Webhooks for Checkout {
    /// What was done with a payment: one event for each action.
    fn events(&self, happened: Happened, seen: &Seen) -> Vec<String> {
        let payment = &seen.payment;
        let Some(made) = &payment.made else { return Vec::new() };
        let last = |kind| made.deeds.iter().rev().find(|deed| deed.kind == kind);
        let event = |kind: &str, action: Option<(&str, i64)>| {
            let (action, amount) = action.unwrap_or((&payment.id, payment.amount_minor));
            let approved = kind != "payment_declined";
            let reference = match happened {
                Happened::Refund => {
                    seen.refunds.last().and_then(|refund| refund.reference.as_ref())
                }
                _ => made.facts.reference.as_ref(),
            };
            json!({
                "id": format!("evt_{kind}_{action}"),
                "type": kind,
                "created_on": "2026-01-01T12:00:00Z",
                "data": {
                    "id": payment.id,
                    "action_id": action,
                    "reference": reference,
                    "amount": amount,
                    "currency": payment.currency,
                    "response_code": payment.reason.as_deref().unwrap_or(APPROVED),
                    "response_summary": if approved { "Approved" } else { "Declined" },
                },
            })
            .to_string()
        };
        let of = |kind, deed| event(kind, last(deed).map(|deed| (&*deed.id, deed.amount_minor)));
        match (happened, made.ledger.stage) {
            (Happened::Attempt, Stage::Declined) => {
                vec![of("payment_declined", DeedKind::Authorization)]
            }
            (Happened::Attempt, Stage::Held) => {
                vec![of("payment_approved", DeedKind::Authorization)]
            }
            (Happened::Attempt, Stage::Taken) => vec![
                of("payment_approved", DeedKind::Authorization),
                of("payment_captured", DeedKind::Capture),
            ],
            (Happened::Attempt, _) => vec![event("payment_pending", None)],
            (Happened::Capture, _) => vec![of("payment_captured", DeedKind::Capture)],
            (Happened::Void, _) => vec![of("payment_voided", DeedKind::Void)],
            (Happened::Adjustment, _) => {
                vec![of("payment_authorization_incremented", DeedKind::Authorization)]
            }
            (Happened::Refund, _) => {
                let refund = seen.refunds.last().map(|refund| (&*refund.id, refund.amount_minor));
                vec![event("payment_refunded", refund)]
            }
        }
    }

    fn sign(&self, body: String) -> SignedWebhook {
        let signature = hex(&hmac_sha256(SECRET.as_bytes(), body.as_bytes()));
        SignedWebhook { headers: vec![("cko-signature", signature)], body }
    }
}
