//! Standard webhooks. <https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures>
//! (read 2026-11).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use super::Adyen;
use super::MERCHANT_ACCOUNT;
use crate::dispute::{AMOUNT, CURRENCY, Dispute};
use crate::ledger::Stage;
use crate::resource::Seen;
use crate::webhook::{Happened, SignedWebhook, Webhooks, hex, hmac_sha256};

/// The bytes of the key; merchants see them in hexadecimal digits.
const KEY: &[u8] = b"the sandbox's key, of 32 bytes..";

pub(super) fn secret() -> String {
    hex(KEY).to_uppercase()
}

impl Webhooks for Adyen {
    /// What became of an order about a payment. Nothing is told of one that waits for its customer.
    fn events(&self, happened: Happened, seen: &Seen) -> Vec<String> {
        let payment = &seen.payment;
        let Some(made) = &payment.made else { return Vec::new() };
        let deed = made.deeds.last().map(|deed| (&*deed.id, deed.amount_minor));
        let refund = seen.refunds.last().map(|refund| (&*refund.id, refund.amount_minor));
        let (code, success, done) = match (happened, made.ledger.stage) {
            (Happened::Attempt, Stage::Declined) => ("AUTHORISATION", "false", None),
            (Happened::Attempt, Stage::Held | Stage::Taken | Stage::Verified) => {
                ("AUTHORISATION", "true", None)
            }
            (Happened::Attempt, _) => return Vec::new(),
            (Happened::Capture, _) => ("CAPTURE", "true", deed),
            (Happened::Void, _) => ("CANCELLATION", "true", deed),
            (Happened::Adjustment, _) => ("AUTHORISATION_ADJUSTMENT", "true", deed),
            (Happened::Refund, _) => ("REFUND", "true", refund),
        };
        let (id, amount) = done.unwrap_or((&payment.id, payment.amount_minor));
        let mut item = json!({
            "additionalData": {},
            "amount": { "value": amount, "currency": payment.currency },
            "eventCode": code,
            "merchantReference": made.facts.reference.as_deref().unwrap_or_default(),
            "pspReference": id,
            "reason": payment.reason.as_deref().unwrap_or_default(),
            "success": success,
        });
        if let (true, Some(fields)) = (done.is_some(), item.as_object_mut()) {
            fields.insert("originalReference".to_owned(), Value::from(&*payment.id));
        }
        vec![event(item)]
    }

    /// What leads to where a dispute stands now. That the defence was good is not its end: the bank may come back.
    /// <https://docs.adyen.com/risk-management/disputes-api/dispute-notifications> (read 2026-11-28).
    fn dispute_events(&self, dispute: &Dispute) -> Vec<String> {
        let codes: &[&str] = match dispute.word().0 {
            "Unresponded" => &["REQUEST_FOR_INFORMATION"],
            "Undefended" => &["NOTIFICATION_OF_CHARGEBACK", "CHARGEBACK"],
            "Responded" | "Pending" => &["INFORMATION_SUPPLIED"],
            "Accepted" | "Expired" => &["DISPUTE_DEFENSE_PERIOD_ENDED"],
            "Won" => &["CHARGEBACK_REVERSED", "ISSUER_RESPONSE_TIMEFRAME_EXPIRED"],
            "Lost" => &["SECOND_CHARGEBACK"],
            _ => &[],
        };
        let event = |code: &&str| {
            event(json!({
                "additionalData": { "disputeStatus": dispute.status },
                "amount": { "value": AMOUNT, "currency": CURRENCY },
                "eventCode": code,
                "merchantReference": "disputed",
                "originalReference": dispute.payment_id,
                "pspReference": dispute.id,
                "reason": "Fraud",
                "success": "true",
            }))
        };
        codes.iter().map(event).collect()
    }

    /// Each event carries its own signature.
    fn sign(&self, body: String) -> SignedWebhook {
        let Ok(mut document) = serde_json::from_str::<Value>(&body) else {
            return SignedWebhook { headers: Vec::new(), body };
        };
        let items = document.pointer_mut("/notificationItems").and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            let Some(item) = item.get_mut("NotificationRequestItem") else { continue };
            let signature = BASE64_STANDARD.encode(hmac_sha256(KEY, signed(item).as_bytes()));
            if let Some(data) = item.pointer_mut("/additionalData").and_then(Value::as_object_mut) {
                data.insert("hmacSignature".to_owned(), Value::from(signature));
            }
        }
        SignedWebhook { headers: Vec::new(), body: document.to_string() }
    }
}

fn event(mut item: Value) -> String {
    if let Some(fields) = item.as_object_mut() {
        fields.insert("eventDate".to_owned(), Value::from("2026-01-01T13:00:00+01:00"));
        fields.insert("merchantAccountCode".to_owned(), Value::from(MERCHANT_ACCOUNT));
    }
    let item = json!({ "NotificationRequestItem": item });
    json!({ "live": "false", "notificationItems": [item] }).to_string()
}

fn signed(item: &Value) -> String {
    let fields = [
        "/pspReference",
        "/originalReference",
        "/merchantAccountCode",
        "/merchantReference",
        "/amount/value",
        "/amount/currency",
        "/eventCode",
        "/success",
    ];
    let text = |path| match item.pointer(path) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    fields.map(text).join(":")
}
