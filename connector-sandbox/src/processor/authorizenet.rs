//! Authorize.Net: transactions and their details, posted as JSON to `/xml/v1/request.api`.

use bytes::Bytes;
use hyper::{Method, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::card::{Card, TestCard};
use crate::case::Kind;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::{Order, Pay, Source};
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Call, Wire};

mod body;
mod cards;
mod ordered;
mod outcome;
mod profile;
mod request;
mod transacted;
mod transaction;

use self::request::What;
use self::transacted::Transacted;

const NAME: &str = "sandbox_login";
const TRANSACTION_KEY: &str = "sandbox_key_0001";

/// Every JSON reply of the real service starts with it, against the JSON standard.
const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) struct AuthorizeNet;

impl Wire for AuthorizeNet {
    fn credentials(&self) -> Value {
        json!({ "name": NAME, "transaction_key": TRANSACTION_KEY })
    }

    /// Digits, with one series for payments and one for refunds: both are transactions.
    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        let first: u64 = match kind {
            Kind::Payment => 60_000_000_000,
            Kind::Refund => 70_000_000_000,
        };
        first.saturating_add(number).to_string()
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            Kind::Payment => &[
                "authorizedPendingCapture",
                "capturedPendingSettlement",
                "communicationError",
                "refundSettledSuccessfully",
                "refundPendingSettlement",
                "approvedReview",
                "declined",
                "couldNotVoid",
                "expired",
                "generalError",
                "pendingFinalSettlement",
                "pendingSettlement",
                "failedReview",
                "settledSuccessfully",
                "settlementError",
                "underReview",
                "updatingSettlement",
                "voided",
                "FDSPendingReview",
                "FDSAuthorizedPendingReview",
                "returnedItem",
                "chargeback",
                "chargebackReversal",
                "authorizedPendingRelease",
            ],
            // The schema has one list for both; these are the ones that a refund can be in.
            Kind::Refund => &[
                "refundPendingSettlement",
                "refundSettledSuccessfully",
                "voided",
                "couldNotVoid",
                "declined",
                "communicationError",
                "generalError",
                "settlementError",
                "returnedItem",
            ],
        }
    }

    fn settled(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Payment => "settledSuccessfully",
            Kind::Refund => "refundSettledSuccessfully",
        }
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["capturedPendingSettlement", "capturedPendingSettlement", "settledSuccessfully"],
                &["authorizedPendingCapture", "capturedPendingSettlement", "settledSuccessfully"],
                &["FDSPendingReview", "declined"],
                &["authorizedPendingCapture", "voided"],
            ],
            Kind::Refund => &[
                &[
                    "refundPendingSettlement",
                    "refundPendingSettlement",
                    "refundSettledSuccessfully",
                ],
                &["refundPendingSettlement", "settlementError"],
                &["!reset", "refundSettledSuccessfully"],
            ],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if request.method != Method::POST || request.path != "xml/v1/request.api" {
            return Err(Reply::html(StatusCode::NOT_FOUND, "404 Not Found"));
        }
        let content_type = request.header("content-type").unwrap_or_default();
        if !content_type.to_ascii_lowercase().contains("json") {
            let text = "The content-type is not supported: the sandbox takes application/json.";
            return Err(reply(&body::Failure::new(None, "E00002", text)));
        }
        let asked = request::parse(&request.body)
            .map_err(|problem| reply(&body::Failure::new(None, "E00003", &problem)))?;
        let given = (asked.name.as_deref(), asked.transaction_key.as_deref());
        if given != (Some(NAME), Some(TRANSACTION_KEY)) {
            let text = "The authentication values are not valid.";
            return Err(reply(&body::Failure::new(asked.reference, "E00007", text)));
        }
        match asked.what {
            What::Details(id) => Ok(Call::Ask(Ask::Either(id))),
            What::Order(fields) => match transaction::read(&fields) {
                Ok(order) => Ok(Call::Order(order)),
                Err(text) => Err(reply(&body::Failure::new(asked.reference, "E00003", &text))),
            },
            What::NoProfile(id) => Ok(Call::Order(Order::Forget(id))),
            What::Customer => Ok(Call::Order(Order::Keep(None))),
            What::PaymentProfile(_, fields) => match transaction::card(&fields) {
                Ok(Some(card)) => Ok(Call::Order(Order::Keep(Some(Source::Card(card))))),
                Ok(None) => {
                    let text = "The sandbox keeps cards, and no other payment.";
                    Err(reply(&body::Failure::new(asked.reference, "E00003", text)))
                }
                Err(text) => Err(reply(&body::Failure::new(asked.reference, "E00003", &text))),
            },
        }
    }

    fn answer(&self, request: &Incoming, _: &Ask, seen: &Seen) -> Reply {
        let refund = match seen.kind {
            Kind::Payment => None,
            Kind::Refund => seen.refunds.first(),
        };
        reply(&body::Details::new(reference(request), &seen.payment, refund))
    }

    fn unknown(&self, request: &Incoming, _: &Ask) -> Reply {
        let text = "There is no such transaction.";
        reply(&body::Failure::new(reference(request), "E00040", text))
    }

    fn test_values(&self) -> &'static str {
        "Cards, and postcodes of the billing address that are declined: \
         <https://developer.authorize.net/hello_world/testing_guide.html> (read 2026-11)."
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn rules(&self) -> Rules {
        Rules { settles: true, cancels_unpaid: false, least: 1, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Declined => "declined",
            Stage::Voided => "voided",
            Stage::Taken if ledger.settled => "settledSuccessfully",
            Stage::Taken => "capturedPendingSettlement",
            // Nobody has to be waited for, and an amount of nothing is refused.
            Stage::Held | Stage::Verified => "authorizedPendingCapture",
            Stage::Unpaid | Stage::Unconfirmed | Stage::Awaiting => "underReview",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "authorizedPendingCapture" => Stage::Held,
            "capturedPendingSettlement" | "settledSuccessfully" => Stage::Taken,
            "voided" => Stage::Voided,
            "declined" => Stage::Declined,
            _ => return None,
        };
        let settled = status == "settledSuccessfully";
        Some(Ledger { settled, ..Ledger::at(stage, amount_minor) })
    }

    fn refund_ordered(&self) -> &'static str {
        "refundPendingSettlement"
    }

    fn done(&self, request: &Incoming, order: &Order, seen: &Seen) -> Reply {
        reply(&Transacted::done(reference(request), order, seen))
    }

    fn refused(
        &self,
        request: &Incoming,
        order: &Order,
        refusal: Refusal,
        seen: Option<&Seen>,
    ) -> Reply {
        let reference = reference(request);
        match (order, refusal) {
            (Order::Keep(_), _) => {
                let text = "The transaction was unsuccessful.";
                reply(&body::Failure::new(reference, "E00027", text))
            }
            (_, Refusal::UnknownMethod) => {
                reply(&body::Failure::new(reference, "E00040", "The record cannot be found."))
            }
            _ => reply(&Transacted::refused(reference, order, refusal, seen)),
        }
    }

    fn kept_id(&self, number: u64) -> String {
        number.to_string()
    }

    fn kept(&self, request: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        match (card, request::parse(&request.body).map(|asked| asked.what)) {
            (Some(_), Ok(What::PaymentProfile(owner, _))) => {
                reply(&profile::PaymentProfile::new(reference(request), owner, id))
            }
            _ => reply(&profile::Customer::new(reference(request), id)),
        }
    }

    fn forgotten(&self, request: &Incoming, _: Option<&Card>) -> Reply {
        reply(&profile::Deleted::new(reference(request)))
    }

    /// The same transaction for the same amount on the same card and invoice. That is all there is
    /// against paying twice.
    fn same_again(&self, request: &Incoming, order: &Order) -> Option<String> {
        let asked = request::parse(&request.body).ok()?;
        if matches!(asked.what, What::Order(fields) if transaction::permits_duplicates(&fields)) {
            return None;
        }
        match order {
            Order::Pay(pay) => {
                let Pay { amount_minor, currency, source, automatic, facts, .. } = &**pay;
                let Some(Source::Card(card)) = source else { return None };
                let (card, invoice) = (card.fingerprint(), facts.reference.as_deref());
                let invoice = invoice.unwrap_or_default();
                Some(format!("{automatic} {amount_minor} {currency} {card} {invoice}"))
            }
            Order::Refund { payment_id, amount, .. } => Some(format!("{payment_id} {amount:?}")),
            _ => None,
        }
    }

    fn maintenance(&self) -> Reply {
        let text = "The server is too busy at the moment. Try again later.";
        reply(&body::Failure::new(None, "E00053", text))
    }

    /// The application itself answers with 200 always; this is the machine in front of it.
    fn server_error(&self) -> Reply {
        Reply::html(StatusCode::INTERNAL_SERVER_ERROR, "500 Internal Server Error")
    }

    fn rate_limited(&self) -> Reply {
        Reply::html(StatusCode::TOO_MANY_REQUESTS, "429 Too Many Requests")
    }
}

/// The caller's own reference, which every reply repeats.
fn reference(request: &Incoming) -> Option<String> {
    request::parse(&request.body).ok().and_then(|asked| asked.reference)
}

/// HTTP 200 and a byte order mark, whatever the reply says.
fn reply(body: &impl Serialize) -> Reply {
    // Structs of text and numbers always have a JSON form.
    let json = serde_json::to_string(body).unwrap_or_default();
    let body = Bytes::from([BYTE_ORDER_MARK, json.as_str()].concat());
    Reply::text(StatusCode::OK, "application/json", body)
}
