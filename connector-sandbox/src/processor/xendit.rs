//! Xendit: payment requests, captures, refunds and customers.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Call, Wire};

mod body;
mod cards;
mod orders;
mod refused;

use self::refused::trouble;

const API_KEY: &str = "xnd_development_ConnectorSandbox0123456789";

/// The key as a user name without a password (RFC 7617).
const BASIC: &str = "Basic eG5kX2RldmVsb3BtZW50X0Nvbm5lY3RvclNhbmRib3gwMTIzNDU2Nzg5Og==";

pub(super) struct Xendit;

impl Wire for Xendit {
    fn credentials(&self) -> Value {
        json!({ "api_key": API_KEY })
    }

    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        let prefix = match kind {
            Kind::Payment => "pr",
            Kind::Refund => "rfd",
        };
        format!("{prefix}-00000000-0000-4000-8000-{number:0>12}")
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                "PENDING",
                "REQUIRES_ACTION",
                "AWAITING_CAPTURE",
                "SUCCEEDED",
                "FAILED",
                "CANCELED",
                "VOIDED",
                "EXPIRED",
                "UNKNOWN",
                "FAILED:INSUFFICIENT_BALANCE",
            ],
            Kind::Refund => &["PENDING", "SUCCEEDED", "FAILED", "CANCELLED"],
        }
    }

    fn settled(&self, _: Kind) -> &'static str {
        "SUCCEEDED"
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["REQUIRES_ACTION", "PENDING", "SUCCEEDED"],
                &["REQUIRES_ACTION", "EXPIRED"],
                &["PENDING", "FAILED:CARD_DECLINED"],
                &["AWAITING_CAPTURE", "VOIDED"],
            ],
            Kind::Refund => {
                &[&["PENDING", "SUCCEEDED"], &["PENDING", "FAILED"], &["PENDING", "CANCELLED"]]
            }
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if request.header("authorization") != Some(BASIC) {
            let message = "API key format is invalid";
            return Err(trouble(StatusCode::UNAUTHORIZED, "INVALID_API_KEY", message));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["payment_requests"]) => {
                let reference = request.pairs().find(|(name, _)| name == "reference_id");
                reference.map(|(_, value)| Call::Search(value)).ok_or_else(refused::nothing)
            }
            (&Method::GET, ["payment_requests", id]) => {
                Ok(Call::Ask(Ask::Payment((*id).to_owned())))
            }
            (&Method::GET, ["payment_requests", id, "captures"]) => {
                Ok(Call::Ask(Ask::Payment((*id).to_owned())))
            }
            (&Method::GET, ["refunds", id]) => Ok(Call::Ask(Ask::Refund((*id).to_owned()))),
            (&Method::POST, path) => {
                orders::read(request, path).ok_or_else(refused::nothing)?.map(Call::Order)
            }
            _ => Err(refused::nothing()),
        }
    }

    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply {
        let body = match (ask, seen.refunds.first()) {
            _ if request.path.ends_with("/captures") => body::captures(&seen.payment),
            (Ask::Refund(_), Some(refund)) => body::refund(refund, &seen.payment),
            _ => body::payment_request(&seen.payment),
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn found(&self, _: &Incoming, found: &[Seen]) -> Reply {
        let data: Vec<Value> =
            found.iter().map(|seen| body::payment_request(&seen.payment)).collect();
        Reply::json(StatusCode::OK, &json!({ "data": data, "has_more": false }))
    }

    fn unknown(&self, _: &Incoming, ask: &Ask) -> Reply {
        refused::unknown(match ask.kind() {
            Kind::Refund => "Refund",
            Kind::Payment => "Payment request",
        })
    }

    fn test_values(&self) -> &'static str {
        "Cards, which are those of Xendit's 3-D Secure provider: \
         <https://docs.xendit.co/docs/pay-with-authentication> (read 2026-11). The numbers \
         of those that their issuers decline are the sandbox's."
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn stranger(&self) -> CardResult {
        CardResult::Declined("CARD_DECLINED")
    }

    fn unauthenticated(&self) -> &'static str {
        cards::UNAUTHENTICATED
    }

    fn rules(&self) -> Rules {
        Rules { least: 1, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Unpaid | Stage::Unconfirmed => "PENDING",
            Stage::Awaiting => "REQUIRES_ACTION",
            Stage::Held => "AWAITING_CAPTURE",
            Stage::Taken | Stage::Verified => "SUCCEEDED",
            Stage::Voided => "VOIDED",
            Stage::Declined => "FAILED",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "AWAITING_CAPTURE" => Stage::Held,
            "SUCCEEDED" => Stage::Taken,
            "VOIDED" => Stage::Voided,
            "FAILED" => Stage::Declined,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    /// The banks have it in the night.
    fn refund_ordered(&self) -> &'static str {
        "PENDING"
    }

    /// A payment method; a customer's identifier is made of it.
    fn kept_id(&self, number: u64) -> String {
        format!("pm-00000000-0000-4000-8000-{number:0>12}")
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        match (order, seen.refunds.first()) {
            (Order::Capture { .. }, _) => {
                Reply::json(StatusCode::OK, &body::capture(&seen.payment))
            }
            (Order::Refund { .. }, Some(refund)) => {
                Reply::json(StatusCode::OK, &body::refund(refund, &seen.payment))
            }
            _ => Reply::json(StatusCode::CREATED, &body::payment_request(&seen.payment)),
        }
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, _: Option<&Seen>) -> Reply {
        refused::reply(order, refusal)
    }

    fn kept(&self, request: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        let body = match card {
            Some(card) => body::kept(id, card, "ACTIVE"),
            None => body::customer(request, &id.replacen("pm-", "cust-", 1)),
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn forgotten(&self, request: &Incoming, card: Option<&Card>) -> Reply {
        let segments = request.segments().unwrap_or_default();
        let id = segments.get(2).map(String::as_str).unwrap_or_default();
        let body = card.map(|card| body::kept(id, card, "EXPIRED"));
        Reply::json(StatusCode::OK, &body.unwrap_or_default())
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("idempotency-key")
    }

    fn key_reused(&self, _: &str) -> Option<Reply> {
        let message = "The idempotency key belongs to another request";
        Some(trouble(StatusCode::CONFLICT, "DUPLICATE_ERROR", message))
    }

    fn maintenance(&self) -> Reply {
        let message = "The channel cannot be reached";
        trouble(StatusCode::SERVICE_UNAVAILABLE, "CHANNEL_UNAVAILABLE", message)
    }

    fn server_error(&self) -> Reply {
        let message = "An unexpected error occurred";
        trouble(StatusCode::INTERNAL_SERVER_ERROR, "SERVER_ERROR", message)
    }

    fn rate_limited(&self) -> Reply {
        let message = "There were too many requests";
        trouble(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMIT_EXCEEDED", message)
    }
}
