//! Razorpay: orders, payments and refunds.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::CardResult::{Approved, Authentication, Declined};
use crate::card::{Card, TestCard};
use crate::case::Kind;
use crate::dispute::Disputes;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Call, Wire};

mod body;
mod disputes;
mod orders;
mod refused;

use self::refused::bad;

/// `rzp_test_sandbox:sandbox_secret`
const AUTHORIZATION: &str = "Basic cnpwX3Rlc3Rfc2FuZGJveDpzYW5kYm94X3NlY3JldA==";

/// A token that a customer agreed to. It is the sandbox's own.
const TOKEN: &str = "token_sandbox0000001";

const CARDS: &[TestCard] = &[
    TestCard::new("4012888888881881", Approved),
    TestCard::new("5555555555554444", Approved),
    TestCard::new("4100280000001007", Authentication),
    TestCard::new("5105105105105100", Declined("payment_failed")),
];

pub(super) struct Razorpay;

impl Wire for Razorpay {
    fn credentials(&self) -> Value {
        json!({ "key_id": "rzp_test_sandbox", "key_secret": "sandbox_secret" })
    }

    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        match kind {
            Kind::Payment => format!("pay_{number:014}"),
            Kind::Refund => format!("rfnd_{number:014}"),
        }
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &["created", "authorized", "captured", "refunded", "failed"],
            Kind::Refund => &["pending", "processed", "failed"],
        }
    }

    fn settled(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Payment => "captured",
            Kind::Refund => "processed",
        }
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["created", "authorized", "captured"],
                &["created", "failed"],
                &["captured", "refunded"],
            ],
            Kind::Refund => &[&["pending", "processed"], &["pending", "failed"]],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if request.header("authorization") != Some(AUTHORIZATION) {
            return Err(bad(StatusCode::UNAUTHORIZED, "Authentication failed"));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if let ["v1", path @ ..] = segments.as_slice()
            && let Some((act, id)) = disputes::read(request, path)
        {
            return Ok(Call::Dispute(act, id));
        }
        match (&request.method, segments.as_slice()) {
            (&Method::DELETE, ["v1", "customers", _, "tokens", id]) => Err(match *id {
                TOKEN => Reply::json(StatusCode::OK, &json!({ "deleted": true })),
                _ => bad(StatusCode::BAD_REQUEST, refused::UNKNOWN),
            }),
            (&Method::GET, ["v1", "orders", id, "payments"]) => Ok(Call::Search((*id).to_owned())),
            (&Method::GET, ["v1", "payments", id]) => Ok(Call::Ask(Ask::Payment((*id).to_owned()))),
            (&Method::GET, ["v1", "refunds", id]) => Ok(Call::Ask(Ask::Refund((*id).to_owned()))),
            (&Method::POST, ["v1", path @ ..]) => orders::read(request, path).map(Call::Order),
            _ => Err(refused::nothing()),
        }
    }

    fn answer(&self, _: &Incoming, _: &Ask, seen: &Seen) -> Reply {
        let refund = seen.refunds.first().filter(|_| seen.kind == Kind::Refund);
        let body = refund.map_or_else(
            || body::payment(&seen.payment, &seen.refunds),
            |refund| body::refund(refund, &seen.payment),
        );
        Reply::json(StatusCode::OK, &body)
    }

    fn found(&self, _: &Incoming, found: &[Seen]) -> Reply {
        let items = found.iter().map(|seen| body::payment(&seen.payment, &seen.refunds));
        let items: Vec<Value> = items.collect();
        let list = json!({ "entity": "collection", "count": items.len(), "items": items });
        Reply::json(StatusCode::OK, &list)
    }

    fn unknown(&self, _: &Incoming, _: &Ask) -> Reply {
        bad(StatusCode::BAD_REQUEST, refused::UNKNOWN)
    }

    fn test_values(&self) -> &'static str {
        "Cards: <https://razorpay.com/docs/payments/payments/test-card-details/> (read \
         2026-11). That the second Mastercard is declined is the sandbox's, where a test's \
         customer would say so on a page. So is the token that recurring payments are made with, \
         `token_sandbox0000001`."
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Razorpay)
    }

    fn published_token(&self, id: &str) -> Option<Card> {
        (id == TOKEN).then(|| Card::new("4012888888881881", 12, 2039))
    }

    fn cards(&self) -> &'static [TestCard] {
        CARDS
    }

    fn rules(&self) -> Rules {
        Rules { least: 100, takes_all: true, ..Rules::default() }
    }

    fn unauthenticated(&self) -> &'static str {
        "payment_failed"
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Declined | Stage::Voided => "failed",
            Stage::Taken if ledger.refundable() == 0 => "refunded",
            Stage::Taken => "captured",
            Stage::Held | Stage::Verified => "authorized",
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "created",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "authorized" => Stage::Held,
            "captured" => Stage::Taken,
            "failed" => Stage::Declined,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    fn kept_id(&self, number: u64) -> String {
        format!("order_{number:013}")
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        let body = match (order, seen.refunds.first()) {
            (Order::Pay(_), _) if seen.payment.status == "failed" => {
                return refused::declined(&seen.payment);
            }
            (Order::Pay(_), _) => body::created(&seen.payment),
            (Order::Refund { .. }, Some(refund)) => body::refund(refund, &seen.payment),
            _ => body::payment(&seen.payment, &seen.refunds),
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn kept(&self, request: &Incoming, id: &str, _: Option<&Card>) -> Reply {
        let body = if request.path.ends_with("/customers") {
            body::customer(request, &id.replacen("order_", "cust_", 1))
        } else {
            body::order(request, id)
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, seen: Option<&Seen>) -> Reply {
        bad(StatusCode::BAD_REQUEST, refused::why(order, refusal, seen))
    }

    /// Refunds alone have keys.
    fn idempotency_header(&self) -> Option<&'static str> {
        Some("x-refund-idempotency")
    }

    fn key_reused(&self, _: &str) -> Option<Reply> {
        let text = "Different request body with the same idempotency key";
        Some(bad(StatusCode::BAD_REQUEST, text))
    }

    fn maintenance(&self) -> Reply {
        refused::trouble(StatusCode::SERVICE_UNAVAILABLE)
    }

    fn server_error(&self) -> Reply {
        refused::trouble(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn rate_limited(&self) -> Reply {
        bad(StatusCode::TOO_MANY_REQUESTS, "Too many requests")
    }
}
