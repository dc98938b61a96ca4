//! PayPal: orders, with the authorizations and captures that are their parts.
//!
//! The description says nothing of how its identifiers are made. In the sandbox those of the parts have
//! the number of their order: `ORDER000000000042`, `AUTHZ000000000042`, `CAP01000000000042`.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::{Card, TestCard};
use crate::case::Kind;
use crate::dispute::Disputes;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::webhook::Webhooks;
use crate::wire::{Ask, Call, Wire};

mod amount;
mod body;
mod cards;
mod disputes;
mod orders;
mod refused;
mod token;
mod webhook;

pub(super) struct PayPal;

/// The order that a part belongs to, by the number that both have.
fn order_of(part: &str) -> String {
    format!("ORDER{}", part.get(5..).unwrap_or_default())
}

/// A part of an order: `AUTHZ` or `CAP01`.
fn part_of(order: &str, prefix: &str) -> String {
    format!("{prefix}{}", order.get(5..).unwrap_or_default())
}

impl Wire for PayPal {
    fn credentials(&self) -> Value {
        token::credentials()
    }

    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        match kind {
            Kind::Payment => format!("ORDER{number:012}"),
            Kind::Refund => format!("REFND{number:012}"),
        }
    }

    /// An order, its authorization and its captures have statuses of their own, some with the same
    /// word. These are the words of the part that tells most.
    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                // of a capture
                "COMPLETED",
                "DECLINED",
                "PARTIALLY_REFUNDED",
                "PENDING",
                "REFUNDED",
                "FAILED",
                // of an authorization
                "CREATED",
                "CAPTURED",
                "DENIED",
                "PARTIALLY_CAPTURED",
                "VOIDED",
                // of an order without either
                "SAVED",
                "APPROVED",
                "PAYER_ACTION_REQUIRED",
            ],
            Kind::Refund => &["CANCELLED", "FAILED", "PENDING", "COMPLETED"],
        }
    }

    fn settled(&self, _: Kind) -> &'static str {
        "COMPLETED"
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["PAYER_ACTION_REQUIRED", "APPROVED", "COMPLETED"],
                &["CREATED", "COMPLETED"],
                &["CREATED", "VOIDED"],
                &["PENDING", "DECLINED"],
            ],
            Kind::Refund => &[&["PENDING", "PENDING", "COMPLETED"], &["PENDING", "FAILED"]],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if segments.as_slice() == ["v1", "oauth2", "token"] {
            return Err(token::reply(request));
        }
        token::check(request)?;
        if let Some((act, id)) = disputes::read(request, &segments) {
            return Ok(Call::Dispute(act, id));
        }
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["v2", "checkout", "orders", id]) => {
                Ok(Call::Ask(Ask::Payment((*id).to_owned())))
            }
            (&Method::GET, ["v2", "payments", "authorizations" | "captures", id]) => {
                Ok(Call::Ask(Ask::Payment(order_of(id))))
            }
            (&Method::GET, ["v2", "payments", "refunds", id]) => {
                Ok(Call::Ask(Ask::Refund((*id).to_owned())))
            }
            (&Method::POST, ["v1", "notifications", "verify-webhook-signature"]) => {
                Err(webhook::verify(request))
            }
            (&Method::DELETE, ["v3", "vault", "payment-tokens", id]) => {
                Ok(Call::Order(Order::Forget((*id).to_owned())))
            }
            (&Method::POST, path) => {
                orders::read(request, path).ok_or_else(refused::not_found)?.map(Call::Order)
            }
            _ => Err(refused::not_found()),
        }
    }

    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply {
        let body = match (ask, seen.refunds.first()) {
            (Ask::Refund(_), Some(refund)) => body::refund(refund, &seen.payment),
            _ if request.path.contains("/authorizations/") => body::authorization(&seen.payment),
            _ if request.path.contains("/captures/") => {
                let captures = body::captures(&seen.payment);
                captures.into_iter().next_back().unwrap_or_default()
            }
            _ => body::order(&seen.payment),
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn unknown(&self, _: &Incoming, _: &Ask) -> Reply {
        refused::not_found()
    }

    fn test_values(&self) -> &'static str {
        "Cards, and names on them that are declined: \
         <https://developer.paypal.com/tools/sandbox/card-testing/>; the one that is authenticated: \
         <https://developer.paypal.com/docs/business/checkout/3d-secure/3d-secure-test/> (read \
         2026-11)."
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&PayPal)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        let Ledger { authorized, captured, refunded, automatic, .. } = *ledger;
        match ledger.stage {
            Stage::Unpaid => "ORDER_CREATED",
            Stage::Unconfirmed => "APPROVED",
            Stage::Awaiting => "PAYER_ACTION_REQUIRED",
            Stage::Declined if automatic => "DECLINED",
            Stage::Declined => "DENIED",
            Stage::Voided => "VOIDED",
            Stage::Held if captured == 0 => "CREATED",
            Stage::Held if captured < authorized => "PARTIALLY_CAPTURED",
            _ if refunded > 0 && refunded == captured => "REFUNDED",
            _ if refunded > 0 => "PARTIALLY_REFUNDED",
            _ => "COMPLETED",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "CREATED" => Stage::Held,
            "COMPLETED" => Stage::Taken,
            "VOIDED" => Stage::Voided,
            "DENIED" => Stage::Declined,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    fn rules(&self) -> Rules {
        Rules { confirms: true, ..Rules::default() }
    }

    fn unauthenticated(&self) -> &'static str {
        "5100"
    }

    fn kept_id(&self, number: u64) -> String {
        format!("{number:08}")
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        let payment = &seen.payment;
        let (code, body) = match order {
            Order::Capture { .. } => {
                let last = body::captures(payment).into_iter().next_back();
                (StatusCode::CREATED, last.unwrap_or_default())
            }
            Order::Void { .. } => (StatusCode::OK, body::authorization(payment)),
            Order::Refund { .. } => {
                let refund = seen.refunds.first();
                let body = refund.map(|refund| body::refund(refund, payment));
                (StatusCode::CREATED, body.unwrap_or_default())
            }
            _ => (StatusCode::CREATED, body::order(payment)),
        };
        Reply::json(code, &body)
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, _: Option<&Seen>) -> Reply {
        refused::reply(order, refusal)
    }

    fn kept(&self, _: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        let card = card.map(body::card);
        let body = json!({
            "id": id,
            "customer": { "id": "customer_1" },
            "payment_source": { "card": card },
        });
        Reply::json(StatusCode::CREATED, &body)
    }

    fn webhooks(&self) -> Option<&'static dyn Webhooks> {
        Some(&PayPal)
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("paypal-request-id")
    }
}
