//! Mollie: payments, captures, refunds, customers and their mandates.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::dispute::{Act, Disputes};
use crate::fault::Fault;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Call, Wire};

mod body;
mod cards;
mod disputes;
mod orders;
mod refused;

use self::refused::refusal;

const API_KEY: &str = "test_ConnectorSandbox0123456789abc";

pub(super) struct Mollie;

impl Wire for Mollie {
    fn credentials(&self) -> Value {
        json!({ "api_key": API_KEY })
    }

    fn id(&self, kind: Kind, name: &str, _: u64) -> String {
        match kind {
            Kind::Payment => format!("tr_{name}"),
            Kind::Refund => format!("re_{name}"),
        }
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                "open",
                "pending",
                "authorized",
                "paid",
                "canceled",
                "expired",
                "failed",
                "failed:insufficient_funds",
            ],
            Kind::Refund => &["queued", "pending", "processing", "refunded", "failed", "canceled"],
        }
    }

    fn settled(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Payment => "paid",
            Kind::Refund => "refunded",
        }
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["open", "pending", "paid"],
                &["open", "expired"],
                &["open", "failed:possible_fraud"],
                &["authorized", "paid"],
                &["authorized", "canceled"],
            ],
            Kind::Refund => &[
                &["queued", "pending", "processing", "refunded"],
                &["pending", "canceled"],
                &["processing", "failed"],
            ],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        let key = request.header("authorization").and_then(|header| header.strip_prefix("Bearer "));
        if key != Some(API_KEY) {
            let detail = "Missing authentication, or failed to authenticate";
            return Err(refusal(StatusCode::UNAUTHORIZED, detail, None));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["v2", "payments", id]) => Ok(Call::Ask(Ask::Payment((*id).to_owned()))),
            (&Method::GET, ["v2", "payments", _, "refunds", id]) => {
                Ok(Call::Ask(Ask::Refund((*id).to_owned())))
            }
            (&Method::GET, ["v2", "payments", _, "chargebacks", id]) => {
                Ok(Call::Dispute(Act::Ask, (*id).to_owned()))
            }
            (method, ["v2", path @ ..]) => {
                orders::read(method, request, path).ok_or_else(refused::nothing)?.map(Call::Order)
            }
            _ => Err(refused::nothing()),
        }
    }

    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply {
        let body = match (ask, seen.refunds.first()) {
            (Ask::Refund(id), Some(refund)) => {
                // A refund is found below its own payment alone.
                let path = format!("/payments/{}/", seen.payment.id);
                let mistaken = seen.fault == Some(Fault::WrongResource);
                if !mistaken && !request.path.contains(&path) {
                    return refused::unknown("refund", id);
                }
                body::refund(refund, &seen.payment)
            }
            _ => {
                let mut payment = body::payment(&seen.payment, &seen.refunds);
                let embeds =
                    |(name, value): (String, String)| name == "embed" && value == "captures";
                if let Some(payment) =
                    payment.as_object_mut().filter(|_| request.pairs().any(embeds))
                {
                    let captures = body::captures(&seen.payment);
                    payment.insert("_embedded".to_owned(), json!({ "captures": captures }));
                }
                payment
            }
        };
        reply(StatusCode::OK, &body)
    }

    fn unknown(&self, _: &Incoming, ask: &Ask) -> Reply {
        refused::unknown(&ask.kind().to_string(), ask.id())
    }

    fn test_values(&self) -> &'static str {
        "Cards: <https://docs.mollie.com/reference/testing> (read 2026-11). Mollie takes no \
         numbers: they become tokens on a page of its own, where a test's customer also \
         says how it goes. The tokens, and the cards behind those that are declined, are \
         the sandbox's."
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Mollie)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn stranger(&self) -> CardResult {
        CardResult::Declined("invalid_card_number")
    }

    fn rules(&self) -> Rules {
        Rules { releases_rest: true, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "open",
            Stage::Held => "authorized",
            Stage::Taken | Stage::Verified => "paid",
            Stage::Voided => "canceled",
            Stage::Declined => "failed",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "open" => Stage::Unpaid,
            "authorized" => Stage::Held,
            "paid" => Stage::Taken,
            "canceled" => Stage::Voided,
            "failed" => Stage::Declined,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    /// The banks have it in the night.
    fn refund_ordered(&self) -> &'static str {
        "pending"
    }

    /// A mandate; a customer's identifier is made of it.
    fn kept_id(&self, number: u64) -> String {
        format!("mdt_{number:010}")
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        match (order, seen.refunds.first()) {
            (Order::Capture { .. }, _) => {
                let last = body::captures(&seen.payment).pop().unwrap_or_default();
                reply(StatusCode::CREATED, &last)
            }
            (Order::Void { .. }, _) => Reply::empty(StatusCode::ACCEPTED),
            (Order::Refund { .. }, Some(refund)) => {
                reply(StatusCode::CREATED, &body::refund(refund, &seen.payment))
            }
            _ => reply(StatusCode::CREATED, &body::payment(&seen.payment, &seen.refunds)),
        }
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, _: Option<&Seen>) -> Reply {
        refused::reply(order, refusal)
    }

    fn kept(&self, request: &Incoming, id: &str, _: Option<&Card>) -> Reply {
        reply(StatusCode::CREATED, &body::customer(request, &id.replacen("mdt_", "cst_", 1)))
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("idempotency-key")
    }

    fn maintenance(&self) -> Reply {
        let detail = "The service is temporarily unavailable";
        refusal(StatusCode::SERVICE_UNAVAILABLE, detail, None)
    }

    fn server_error(&self) -> Reply {
        refusal(StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong on our side", None)
    }

    fn rate_limited(&self) -> Reply {
        refusal(StatusCode::TOO_MANY_REQUESTS, "Too many requests in too little time", None)
    }
}

fn reply(code: StatusCode, body: &Value) -> Reply {
    Reply::text(code, "application/hal+json", body.to_string())
}
