//! Klarna: orders that are made of what a customer agreed to, and what is done with them.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::token::TestToken;
use crate::wire::{Ask, Call, Wire};

mod body;
mod orders;

const USERNAME: &str = "PK00000_connectorsandbox";
const PASSWORD: &str = "connectorSandbox0123456789";
/// Base64 of the two, with a colon between them.
const BASIC: &str = "UEswMDAwMF9jb25uZWN0b3JzYW5kYm94OmNvbm5lY3RvclNhbmRib3gwMTIzNDU2Nzg5";

const TOKENS: &[TestToken] = &[
    TestToken::new("accepted-", CardResult::Approved),
    TestToken::new("pending-", CardResult::Authentication),
    TestToken::new("rejected-", CardResult::Declined("REJECTED")),
];

pub(super) struct Klarna;

impl Wire for Klarna {
    fn credentials(&self) -> Value {
        json!({ "username": USERNAME, "password": PASSWORD })
    }

    /// UUIDs, of orders, captures and refunds alike.
    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        let prefix = match kind {
            Kind::Payment => "0a",
            Kind::Refund => "0b",
        };
        format!("{prefix}000000-0000-4000-8000-{number:0>12}")
    }

    /// A refund has no status: it is there (`answered`).
    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => {
                &["AUTHORIZED", "PART_CAPTURED", "CAPTURED", "CANCELLED", "EXPIRED", "CLOSED"]
            }
            Kind::Refund => &["answered"],
        }
    }

    fn settled(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Payment => "CAPTURED",
            Kind::Refund => "answered",
        }
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["AUTHORIZED", "PART_CAPTURED", "CAPTURED"],
                &["AUTHORIZED", "CANCELLED"],
                &["AUTHORIZED", "EXPIRED"],
            ],
            Kind::Refund => &[&["!reset", "answered"]],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        let given = request.header("authorization").and_then(|header| header.split_once(' '));
        let is_known = given
            .is_some_and(|(scheme, pair)| scheme.eq_ignore_ascii_case("basic") && pair == BASIC);
        if !is_known {
            return Err(error(StatusCode::UNAUTHORIZED, "UNAUTHORIZED", "Wrong credentials"));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let nothing = || error(StatusCode::NOT_FOUND, "NOT_FOUND", "There is no such resource");
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["ordermanagement", "v1", "orders", id]) => {
                Ok(Call::Ask(Ask::Payment((*id).to_owned())))
            }
            (&Method::GET, ["ordermanagement", "v1", "orders", _, "refunds", id]) => {
                Ok(Call::Ask(Ask::Refund((*id).to_owned())))
            }
            (method @ (&Method::POST | &Method::PATCH), path) => {
                orders::read(method, request, path).ok_or_else(nothing)?.map(Call::Order)
            }
            _ => Err(nothing()),
        }
    }

    fn answer(&self, request: &Incoming, ask: &Ask, seen: &Seen) -> Reply {
        match (ask, seen.refunds.first()) {
            (Ask::Refund(_), Some(refund)) => {
                // A refund is found below its own order alone; a mistaken one is where it was asked for.
                let below = format!("/orders/{}/", seen.payment.id);
                if seen.fault.is_none() && !request.path.contains(&below) {
                    return self.unknown(request, ask);
                }
                Reply::json(StatusCode::OK, &body::refund(refund))
            }
            _ => Reply::json(StatusCode::OK, &body::order(seen)),
        }
    }

    fn unknown(&self, _: &Incoming, _: &Ask) -> Reply {
        error(StatusCode::NOT_FOUND, "NO_SUCH_ORDER", "There is no such order")
    }

    fn test_values(&self) -> &'static str {
        "Klarna's widget gives a token where the customer agreed, and none where Klarna \
         does not want them. So what can still differ is the check for fraud. The prefixes \
         are the sandbox's own."
    }

    fn cards(&self) -> &'static [TestCard] {
        &[]
    }

    fn tokens(&self) -> &'static [TestToken] {
        TOKENS
    }

    fn unauthenticated(&self) -> &'static str {
        "REJECTED"
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Voided => "CANCELLED",
            Stage::Held if ledger.captured > 0 => "PART_CAPTURED",
            Stage::Taken => "CAPTURED",
            _ => "AUTHORIZED",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "AUTHORIZED" => Stage::Held,
            "CAPTURED" => Stage::Taken,
            "CANCELLED" => Stage::Voided,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        body::ordered(order, seen)
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, _: Option<&Seen>) -> Reply {
        body::refused(order, refusal)
    }

    fn kept_id(&self, number: u64) -> String {
        format!("0c000000-0000-4000-8000-{number:0>12}")
    }

    /// A session is kept like the name of somebody who pays.
    fn kept(&self, _: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        Reply::json(
            StatusCode::OK,
            &match card {
                Some(_) => json!({ "token_id": id }),
                None => json!({ "session_id": id, "client_token": format!("ey.{id}") }),
            },
        )
    }

    fn forgotten(&self, _: &Incoming, _: Option<&Card>) -> Reply {
        Reply::empty(StatusCode::ACCEPTED)
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("klarna-idempotency-key")
    }

    /// An authorization is good for one order, or for one customer token.
    fn same_again(&self, request: &Incoming, order: &Order) -> Option<String> {
        let used = request
            .segments()
            .filter(|path| path.get(2).is_some_and(|one| one == "authorizations"));
        let is_made = matches!(order, Order::Pay(_) | Order::Keep(_));
        used.filter(|_| is_made).and_then(|path| path.into_iter().nth(3))
    }
}

/// `ErrorV2`, and the errors of order management.
fn error(code: StatusCode, error_code: &str, message: &str) -> Reply {
    let body = json!({
        "error_code": error_code,
        "error_messages": [message],
        "correlation_id": "6c6f63616c2d73616e64626f78",
    });
    Reply::json(code, &body)
}
