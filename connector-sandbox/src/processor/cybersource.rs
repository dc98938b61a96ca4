//! Cybersource: payments, captures, reversals, voids, refunds, and the records of them.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::CardResult::{Approved, Declined};
use crate::card::{Card, CardCondition, TestCard};
use crate::case::Kind;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::Order;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Call, Wire};

mod body;
mod orders;
mod payer;
mod refused;
mod search;
mod signature;

const MERCHANT: &str = "connector_sandbox";
const KEY_ID: &str = "c0ffee00-0000-4000-8000-000000000001";
/// `the shared secret of the sandbox` in base64.
const SECRET: &str = "dGhlIHNoYXJlZCBzZWNyZXQgb2YgdGhlIHNhbmRib3g=";

const CARDS: &[TestCard] = &[
    TestCard::new("4111111111111111", Approved),
    TestCard::new("5555555555554444", Approved),
    TestCard::new("378282246310005", Declined("PROCESSOR_DECLINED"))
        .on(CardCondition::Amount(200_000)),
    TestCard::new("378282246310005", Declined("INSUFFICIENT_FUND"))
        .on(CardCondition::Amount(220_500)),
    TestCard::new("378282246310005", Approved),
];

/// Of payments and of refunds; a refund comes into some of them alone.
const STATUSES: &[&str] = &[
    "TRANSMITTED",
    "AUTHORIZED",
    "PARTIAL_AUTHORIZED",
    "AUTHORIZED_PENDING_REVIEW",
    "AUTHORIZED_RISK_DECLINED",
    "PENDING_REVIEW",
    "PENDING_AUTHENTICATION",
    "PENDING",
    "ACCEPTED",
    "SUCCEEDED",
    "VOIDED",
    "REVERSED",
    "CANCELLED",
    "DECLINED",
    "REJECTED",
    "FAILED",
    "INVALID_REQUEST",
    "SERVER_ERROR",
    "STATUS_NOT_RECEIVED",
];

pub(super) struct Cybersource;

impl Wire for Cybersource {
    fn credentials(&self) -> Value {
        json!({ "merchant_id": MERCHANT, "key_id": KEY_ID, "shared_secret": SECRET })
    }

    /// The first digit tells what it is: see `body::id_of`.
    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        match kind {
            Kind::Payment => format!("{}{number:021}", body::PAYMENT),
            Kind::Refund => format!("{}{number:021}", body::REFUND),
        }
    }

    fn statuses(&self, _: Kind) -> &'static [&'static str] {
        STATUSES
    }

    fn settled(&self, _: Kind) -> &'static str {
        "TRANSMITTED"
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["PENDING", "TRANSMITTED"],
                &["AUTHORIZED_PENDING_REVIEW", "AUTHORIZED"],
                &["AUTHORIZED_PENDING_REVIEW", "REJECTED"],
                &["AUTHORIZED", "REVERSED"],
            ],
            Kind::Refund => &[&["PENDING", "TRANSMITTED"], &["PENDING", "VOIDED"]],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if !signature::is_right(request) {
            return Err(refused::not_authenticated());
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["tss", "v2", "transactions", id]) => {
                Ok(Call::Ask(if id.starts_with(body::REFUND) {
                    Ask::Refund((*id).to_owned())
                } else {
                    Ask::Payment(body::id_of(body::PAYMENT, id))
                }))
            }
            (&Method::POST, ["risk", "v1", step]) => Err(payer::answer(request, step)),
            (&Method::POST, ["tss", "v2", "searches"]) => search::read(request),
            (&Method::POST, ["tms", "v2", "customers"]) => Ok(Call::Order(Order::Keep(None))),
            (method, ["pts", "v2", path @ ..]) => {
                orders::read(method, request, path).map(Call::Order)
            }
            (&Method::DELETE, ["tms", "v1", "paymentinstruments", id]) => {
                Ok(Call::Order(Order::Forget((*id).to_owned())))
            }
            _ => Err(refused::unknown()),
        }
    }

    fn answer(&self, request: &Incoming, _: &Ask, seen: &Seen) -> Reply {
        let asked = request.path.rsplit('/').next().unwrap_or_default();
        let record = match seen.refunds.first() {
            Some(refund) if seen.kind == Kind::Refund => Some(body::refund(refund, &seen.payment)),
            _ if asked.starts_with(body::CAPTURE) => body::capture_record(&seen.payment),
            _ => Some(body::payment_record(&seen.payment)),
        };
        record.map_or_else(refused::unknown, |record| Reply::json(StatusCode::OK, &record))
    }

    fn found(&self, _: &Incoming, found: &[Seen]) -> Reply {
        Reply::json(StatusCode::CREATED, &search::result(found))
    }

    fn unknown(&self, _: &Incoming, _: &Ask) -> Reply {
        refused::unknown()
    }

    fn test_values(&self) -> &'static str {
        "Cards, and amounts that are declined: \
         <https://developer.cybersource.com/hello-world/testing-guide.html> (read 2026-11). Those \
         by which a payer is authenticated, without a challenge: \
         <https://developer.cybersource.com/library/documentation/dev_guides/Payer_Authentication_SCMP_API/html/Topics/Test_Cases_for_3D_Secure_2_x.htm> \
         (read 2026-11-27); 4456530000001096 is challenged and right, and 4456530000001104 \
         challenged and wrong, in this sandbox."
    }

    fn cards(&self) -> &'static [TestCard] {
        CARDS
    }

    fn challenged_card(&self) -> Option<&'static str> {
        Some(payer::CHALLENGED)
    }

    fn rules(&self) -> Rules {
        Rules { settles: true, takes_back: true, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Taken if ledger.settled => "TRANSMITTED",
            Stage::Taken => "PENDING",
            Stage::Voided if ledger.automatic => "VOIDED",
            Stage::Voided => "REVERSED",
            Stage::Declined => "DECLINED",
            Stage::Held | Stage::Verified => "AUTHORIZED",
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "PENDING_AUTHENTICATION",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let mut ledger = match status {
            "AUTHORIZED" => Ledger::at(Stage::Held, amount_minor),
            "PENDING" | "TRANSMITTED" => Ledger::at(Stage::Taken, amount_minor),
            "REVERSED" => Ledger::at(Stage::Voided, amount_minor),
            "DECLINED" => Ledger::at(Stage::Declined, amount_minor),
            _ => return None,
        };
        if status == "TRANSMITTED" {
            ledger.settle();
        }
        Some(ledger)
    }

    /// With the next batch.
    fn refund_ordered(&self) -> &'static str {
        "PENDING"
    }

    fn kept_id(&self, number: u64) -> String {
        format!("{number:032X}")
    }

    fn done(&self, _: &Incoming, order: &Order, seen: &Seen) -> Reply {
        let payment = &seen.payment;
        Reply::json(
            StatusCode::CREATED,
            &match (order, seen.refunds.first()) {
                (Order::Capture { .. }, _) => body::captured(payment),
                (Order::Void { .. }, _) => body::let_go(payment, false),
                (Order::TakeBack { .. }, _) => body::let_go(payment, true),
                (Order::Refund { .. }, Some(refund)) => body::refunded(refund),
                (Order::Raise { .. }, _) => body::increased(payment),
                _ => body::paid(payment),
            },
        )
    }

    fn kept(&self, _: &Incoming, id: &str, _: Option<&Card>) -> Reply {
        Reply::json(StatusCode::CREATED, &json!({ "id": id, "buyerInformation": {} }))
    }

    fn refused(&self, _: &Incoming, order: &Order, refusal: Refusal, _: Option<&Seen>) -> Reply {
        refused::reply(order, refusal)
    }

    /// Payments with one reference, within minutes.
    fn same_again(&self, _: &Incoming, order: &Order) -> Option<String> {
        match order {
            Order::Pay(pay) => pay.facts.reference.clone(),
            _ => None,
        }
    }

    fn maintenance(&self) -> Reply {
        refused::trouble(StatusCode::SERVICE_UNAVAILABLE, "SERVICE_TIMEOUT")
    }

    fn server_error(&self) -> Reply {
        refused::trouble(StatusCode::INTERNAL_SERVER_ERROR, "SYSTEM_ERROR")
    }

    fn rate_limited(&self) -> Reply {
        refused::trouble(StatusCode::TOO_MANY_REQUESTS, "SERVICE_TIMEOUT")
    }
}
