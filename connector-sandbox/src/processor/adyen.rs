//! Adyen: payments, and what is done with them. An order about a payment is `received`, whatever comes
//! of it; nothing can be asked.

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

mod cards;
mod disputes;
mod ordered;
mod orders;
mod webhook;

const API_KEY: &str = "AQEconnectorsandbox0123456789";
const MERCHANT_ACCOUNT: &str = "ConnectorSandbox";
/// What a customer brings back begins with this, and ends with the payment's identifier.
const REDIRECT_RESULT: &str = "eyJ0cmFuc1N0YXR1cyI6IlkifQ";

pub(super) struct Adyen;

impl Wire for Adyen {
    fn credentials(&self) -> Value {
        json!({
            "api_key": API_KEY,
            "merchant_account": MERCHANT_ACCOUNT,
            "webhook_secret": webhook::secret(),
        })
    }

    /// 16 letters and digits, of payments and of what is ordered about them alike.
    fn id(&self, kind: Kind, _: &str, number: u64) -> String {
        let prefix = match kind {
            Kind::Payment => 'P',
            Kind::Refund => 'M',
        };
        format!("{prefix}{number:0>15}")
    }

    fn statuses(&self, _: Kind) -> &'static [&'static str] {
        &[]
    }

    fn settled(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Payment => "Authorised",
            Kind::Refund => "received",
        }
    }

    fn journeys(&self, _: Kind) -> &'static [&'static [&'static str]] {
        &[]
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        if request.header("x-api-key") != Some(API_KEY) {
            let code = StatusCode::UNAUTHORIZED;
            return Err(error(code, "000", "HTTP Status Response - Unauthorized", "security"));
        }
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        if let Some((act, id)) = disputes::read(request, &segments) {
            return Ok(Call::Dispute(act, id));
        }
        let order = match (&request.method, segments.as_slice()) {
            (&Method::POST, path) => orders::read(request, path),
            (&Method::DELETE, ["storedPaymentMethods", id]) => Some(orders::forget(request, id)),
            _ => None,
        };
        order.ok_or_else(|| Reply::empty(StatusCode::NOT_FOUND))?.map(Call::Order)
    }

    fn answer(&self, _: &Incoming, _: &Ask, _: &Seen) -> Reply {
        Reply::empty(StatusCode::NOT_FOUND)
    }

    fn unknown(&self, _: &Incoming, _: &Ask) -> Reply {
        Reply::empty(StatusCode::NOT_FOUND)
    }

    fn test_values(&self) -> &'static str {
        "Cards, and names on them that are refused: \
         <https://docs.adyen.com/development-resources/testing/test-card-numbers> and \
         <https://docs.adyen.com/development-resources/testing/result-codes> (read \
         2026-11)."
    }

    fn webhooks(&self) -> Option<&'static dyn Webhooks> {
        Some(&Adyen)
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Adyen)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn stranger(&self) -> CardResult {
        CardResult::Approved
    }

    fn unauthenticated(&self) -> &'static str {
        cards::UNAUTHENTICATED
    }

    fn brought_back(&self, payment_id: &str) -> Option<(&'static str, String)> {
        Some(("redirectResult", format!("{REDIRECT_RESULT}{payment_id}")))
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Unpaid | Stage::Unconfirmed => "Pending",
            Stage::Awaiting => "RedirectShopper",
            Stage::Declined => "Refused",
            Stage::Voided => "Cancelled",
            Stage::Verified | Stage::Held | Stage::Taken => "Authorised",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        (status == "Authorised").then(|| Ledger::at(Stage::Held, amount_minor))
    }

    fn kept_id(&self, number: u64) -> String {
        format!("T{number:0>15}")
    }

    fn done(&self, request: &Incoming, order: &Order, seen: &Seen) -> Reply {
        ordered::reply(request, order, seen)
    }

    fn refused(
        &self,
        request: &Incoming,
        order: &Order,
        refusal: Refusal,
        seen: Option<&Seen>,
    ) -> Reply {
        ordered::refused(request, order, refusal, seen)
    }

    fn kept(&self, request: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        card.map_or_else(
            || ordered::session(request, id),
            |card| ordered::stored(request, id, card),
        )
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("idempotency-key")
    }
}

/// `ServiceError`.
fn error(code: StatusCode, error_code: &str, message: &str, kind: &str) -> Reply {
    let body = json!({
        "status": code.as_u16(),
        "errorCode": error_code,
        "message": message,
        "errorType": kind,
    });
    Reply::json(code, &body)
}

/// HTTP 422: the request is not as it has to be.
fn invalid(error_code: &str, message: &str) -> Reply {
    error(StatusCode::UNPROCESSABLE_ENTITY, error_code, message, "validation")
}
