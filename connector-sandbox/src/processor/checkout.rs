//! Checkout.com: payments and their actions, read and ordered.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::dispute::Disputes;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::webhook::Webhooks;
use crate::wire::{Ask, Call, Wire};

mod actions;
mod body;
mod cards;
mod disputes;
mod ordered;
mod orders;
mod webhook;

const SECRET_KEY: &str = "sk_sbox_connectorsandbox0123456789";

/// How many characters follow the prefix of an identifier.
const ID_LENGTH: usize = 26;

pub(super) struct Checkout;

impl Wire for Checkout {
    fn credentials(&self) -> Value {
        json!({ "api_key": SECRET_KEY, "webhook_secret": webhook::SECRET })
    }

    fn id(&self, kind: Kind, name: &str, _: u64) -> String {
        let prefix = match kind {
            Kind::Payment => "pay",
            Kind::Refund => "act",
        };
        format!("{prefix}_{}", padded(name))
    }

    /// A refund has no status in the description; it is an action. These are the sandbox's words for
    /// what can be seen of it:
    ///
    /// - `approved` and `declined`: the action is listed, and `approved` says which. The reason, if
    ///   there is one, is the response code.
    /// - `pending`: the action is listed without `approved`, which the description does not require.
    ///   It does require `response_code`, but as any text; it is empty, for want of an answer.
    /// - `unlisted`: the action is not there yet. Each action has to have the time at which it was
    ///   processed, so one that is still to be processed may well be missing.
    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                "Pending",
                "Authorized",
                "Card Verified",
                "Voided",
                "Partially Captured",
                "Captured",
                "Partially Refunded",
                "Refunded",
                "Declined",
                "Canceled",
                "Expired",
                "Paid",
            ],
            Kind::Refund => &["approved", "declined", "pending", "unlisted"],
        }
    }

    fn settled(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Payment => "Captured",
            Kind::Refund => "approved",
        }
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["Pending", "Pending", "Captured"],
                &["Pending", "Declined:20051"],
                &["Authorized", "Captured"],
                &["Authorized", "Voided"],
                &["Captured", "Refunded"],
            ],
            Kind::Refund => &[
                &["pending", "pending", "approved"],
                &["pending", "declined"],
                &["unlisted", "approved"],
                &["!reset", "approved"],
            ],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if request.header("authorization").and_then(bearer) != Some(SECRET_KEY) {
            // The description gives neither 401 nor 404 a body.
            return Err(identified(Reply::empty(StatusCode::UNAUTHORIZED)));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let nothing = || identified(Reply::empty(StatusCode::NOT_FOUND));
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["payments"]) => {
                let reference = request.pairs().find(|(name, _)| name == "reference");
                reference.map(|(_, reference)| Call::Search(reference)).ok_or_else(nothing)
            }
            (&Method::GET, ["payments", id]) => Ok(Call::Ask(Ask::Payment(payment_id(id)))),
            // A session has payment details, but no actions of its own.
            (&Method::GET, ["payments", id, "actions"]) => {
                Ok(Call::Ask(Ask::RefundsOf((*id).to_owned())))
            }
            (_, path @ ["disputes", ..]) => {
                let (act, id) = disputes::read(request, path).ok_or_else(nothing)?;
                Ok(Call::Dispute(act, id))
            }
            (&Method::DELETE, ["instruments", id]) => {
                Ok(Call::Order(Order::Forget((*id).to_owned())))
            }
            (&Method::POST, path) => {
                orders::read(request, path).ok_or_else(nothing)?.map(Call::Order)
            }
            _ => Err(nothing()),
        }
    }

    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply {
        let body = match ask {
            Ask::RefundsOf(_) => actions::all(&seen.payment, &seen.refunds),
            _ => {
                let by_session = request.path.contains("/sid_");
                body::payment(&seen.payment, &seen.refunds, by_session)
            }
        };
        identified(Reply::json(StatusCode::OK, &body))
    }

    fn found(&self, _: &Incoming, found: &[Seen]) -> Reply {
        let payments = found.iter().map(|seen| body::payment(&seen.payment, &seen.refunds, false));
        let payments: Vec<Value> = payments.collect();
        let list = json!({
            "limit": 100, "skip": 0, "total_count": payments.len(), "data": payments,
        });
        identified(Reply::json(StatusCode::OK, &list))
    }

    fn kept(&self, _: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        let body = match card {
            Some(card) => body::instrument(id, card),
            None => json!({ "id": id.replacen("src", "cus", 1) }),
        };
        identified(Reply::json(StatusCode::CREATED, &body))
    }

    fn forgotten(&self, _: &Incoming, _: Option<&Card>) -> Reply {
        identified(Reply::empty(StatusCode::NO_CONTENT))
    }

    fn unknown(&self, _: &Incoming, _: &Ask) -> Reply {
        identified(Reply::empty(StatusCode::NOT_FOUND))
    }

    fn test_values(&self) -> &'static str {
        "Cards: <https://www.checkout.com/docs/developer-resources/testing/test-cards> \
         (read 2026-11)."
    }

    fn webhooks(&self) -> Option<&'static dyn Webhooks> {
        Some(&Checkout)
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Checkout)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn stranger(&self) -> CardResult {
        CardResult::Declined(cards::STRANGER)
    }

    fn unauthenticated(&self) -> &'static str {
        cards::UNAUTHENTICATED
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        let Ledger { authorized, captured, refunded, .. } = *ledger;
        match ledger.stage {
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "Pending",
            Stage::Declined => "Declined",
            Stage::Verified => "Card Verified",
            Stage::Voided => "Voided",
            Stage::Held if captured == 0 => "Authorized",
            _ if refunded > 0 && refunded == captured => "Refunded",
            _ if refunded > 0 => "Partially Refunded",
            _ if captured < authorized => "Partially Captured",
            _ => "Captured",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "Authorized" => Stage::Held,
            "Captured" => Stage::Taken,
            "Voided" => Stage::Voided,
            "Declined" => Stage::Declined,
            "Card Verified" => Stage::Verified,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    fn kept_id(&self, number: u64) -> String {
        format!("src_{}", padded(&format!("{number:024}")))
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        ordered::reply(order, seen)
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, _: Option<&Seen>) -> Reply {
        ordered::refused(order, refusal)
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("cko-idempotency-key")
    }
}

fn bearer(header: &str) -> Option<&str> {
    let (scheme, key) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(key)
}

/// A session's identifier leads to the payment that has the same characters after `pay_`.
fn payment_id(id: &str) -> String {
    match id.strip_prefix("sid_") {
        Some(rest) => format!("pay_{rest}"),
        None => id.to_owned(),
    }
}

fn identified(reply: Reply) -> Reply {
    reply.with("cko-request-id", "3f0c5a52-0000-4000-8000-00000000cafe").with("cko-version", "1.0")
}

/// The name in exactly as many characters as an identifier has after its prefix.
fn padded(name: &str) -> String {
    name.chars().chain(std::iter::repeat('_')).take(ID_LENGTH).collect()
}
