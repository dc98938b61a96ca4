//! Square: payments, refunds, customers and their cards.

use hyper::{Method, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::dispute::Disputes;
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

use self::refused::trouble;

const ACCESS_TOKEN: &str = "EAAAConnectorSandbox0123456789abcdef";

/// The seller has one.
const LOCATION: &str = "LCONNECTORSANDBOX";

pub(super) struct Square;

impl Wire for Square {
    fn credentials(&self) -> Value {
        json!({ "access_token": ACCESS_TOKEN, "location_id": LOCATION })
    }

    /// Square's own are letters and digits without a meaning.
    fn id(&self, kind: Kind, name: &str, _: u64) -> String {
        match kind {
            Kind::Payment => format!("sqpmt_{name}"),
            Kind::Refund => format!("sqrfd_{name}"),
        }
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                "PENDING",
                "APPROVED",
                "COMPLETED",
                "CANCELED",
                "FAILED",
                "FAILED:INSUFFICIENT_FUNDS",
            ],
            Kind::Refund => &["PENDING", "COMPLETED", "REJECTED", "FAILED"],
        }
    }

    fn settled(&self, _: Kind) -> &'static str {
        "COMPLETED"
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["PENDING", "COMPLETED"],
                &["PENDING", "FAILED:GENERIC_DECLINE"],
                &["APPROVED", "COMPLETED"],
                &["APPROVED", "CANCELED"],
            ],
            Kind::Refund => {
                &[&["PENDING", "COMPLETED"], &["PENDING", "REJECTED"], &["PENDING", "FAILED"]]
            }
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        let token =
            request.header("authorization").and_then(|header| header.strip_prefix("Bearer "));
        if token != Some(ACCESS_TOKEN) {
            let detail = "This request could not be authorized.";
            let (category, code) = ("AUTHENTICATION_ERROR", "UNAUTHORIZED");
            return Err(trouble(StatusCode::UNAUTHORIZED, category, code, detail, None));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["v2", "payments", id]) => Ok(Call::Ask(Ask::Payment((*id).to_owned()))),
            (&Method::GET, ["v2", "refunds", id]) => Ok(Call::Ask(Ask::Refund((*id).to_owned()))),
            (_, ["v2", path @ ..]) if path.first() == Some(&"disputes") => {
                let (act, id) = disputes::read(request, path).ok_or_else(refused::nothing)?;
                Ok(Call::Dispute(act, id))
            }
            (method, ["v2", path @ ..]) => {
                orders::read(method, request, path).ok_or_else(refused::nothing)?.map(Call::Order)
            }
            _ => Err(refused::nothing()),
        }
    }

    fn answer(&self, _: &Incoming, ask: &Ask, seen: &Seen) -> Reply {
        let body = match (ask, seen.refunds.first()) {
            (Ask::Refund(_), Some(refund)) => body::refund(refund, &seen.payment),
            _ => body::payment(&seen.payment, &seen.refunds),
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn unknown(&self, _: &Incoming, ask: &Ask) -> Reply {
        refused::unknown(&ask.kind().to_string(), ask.id())
    }

    fn test_values(&self) -> &'static str {
        "Tokens: <https://developer.squareup.com/docs/devtools/sandbox/payments> (read \
         2026-11). Which card is declined is said by the token; the numbers behind those \
         are the sandbox's."
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Square)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn stranger(&self) -> CardResult {
        CardResult::Declined("GENERIC_DECLINE")
    }

    fn rules(&self) -> Rules {
        Rules { least: 1, lowers: true, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "PENDING",
            Stage::Held => "APPROVED",
            Stage::Taken | Stage::Verified => "COMPLETED",
            Stage::Voided => "CANCELED",
            Stage::Declined => "FAILED",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "APPROVED" => Stage::Held,
            "COMPLETED" => Stage::Taken,
            "CANCELED" => Stage::Voided,
            "FAILED" => Stage::Declined,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    /// The banks have it in the night.
    fn refund_ordered(&self) -> &'static str {
        "PENDING"
    }

    /// A card on file; a customer's identifier is made of it.
    fn kept_id(&self, number: u64) -> String {
        format!("ccof:{number:020}")
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        match (order, seen.refunds.first()) {
            (Order::Refund { .. }, Some(refund)) => {
                Reply::json(StatusCode::OK, &body::refund(refund, &seen.payment))
            }
            _ => match body::declined(&seen.payment) {
                Some(body) => Reply::json(StatusCode::BAD_REQUEST, &body),
                None => Reply::json(StatusCode::OK, &body::payment(&seen.payment, &seen.refunds)),
            },
        }
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, seen: Option<&Seen>) -> Reply {
        refused::reply(order, refusal, seen)
    }

    fn kept(&self, request: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        let body = match card {
            Some(card) => body::card(request, id, card),
            None if request.path.ends_with("/orders") => {
                json!({ "order": { "id": id.replacen("ccof:", "ORDER", 1), "state": "OPEN" } })
            }
            None => body::customer(request, &id.replacen("ccof:", "CUSTOMER", 1)),
        };
        Reply::json(StatusCode::OK, &body)
    }

    fn forgotten(&self, request: &Incoming, _: Option<&Card>) -> Reply {
        let segments = request.segments().unwrap_or_default();
        let id = segments.get(2).map(String::as_str).unwrap_or_default();
        Reply::json(StatusCode::OK, &json!({ "card": { "id": id, "enabled": false } }))
    }

    fn has_idempotency_keys(&self) -> bool {
        true
    }

    /// It is a member of the body.
    fn idempotency_key(&self, request: &Incoming) -> Option<String> {
        #[derive(Deserialize)]
        struct Keyed {
            idempotency_key: String,
        }
        serde_json::from_slice::<Keyed>(&request.body).ok().map(|keyed| keyed.idempotency_key)
    }

    fn key_reused(&self, key: &str) -> Option<Reply> {
        let detail = format!("The idempotency key {key:?} was used with other parameters.");
        let (category, code) = ("INVALID_REQUEST_ERROR", "IDEMPOTENCY_KEY_REUSED");
        let field = Some("idempotency_key");
        Some(trouble(StatusCode::BAD_REQUEST, category, code, &detail, field))
    }

    fn maintenance(&self) -> Reply {
        let code = StatusCode::SERVICE_UNAVAILABLE;
        trouble(code, "API_ERROR", "SERVICE_UNAVAILABLE", "The service cannot be reached.", None)
    }

    fn server_error(&self) -> Reply {
        let code = StatusCode::INTERNAL_SERVER_ERROR;
        trouble(code, "API_ERROR", "INTERNAL_SERVER_ERROR", "Something went wrong.", None)
    }

    fn rate_limited(&self) -> Reply {
        let code = StatusCode::TOO_MANY_REQUESTS;
        trouble(code, "RATE_LIMIT_ERROR", "RATE_LIMITED", "There were too many requests.", None)
    }
}
