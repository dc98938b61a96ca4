//! Stripe: payment intents and refunds, read and ordered.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::card::{Card, CardResult, TestCard};
use crate::case::Kind;
use crate::dispute::Disputes;
use crate::incoming::Incoming;
use crate::ledger::{Ledger, Refusal, Rules, Stage};
use crate::order::{Facts, Order};
use crate::reply::Reply;
use crate::resource::Seen;
use crate::webhook::Webhooks;
use crate::wire::{Ask, Call, Wire};

mod body;
mod cards;
mod charge;
mod disputes;
mod form;
mod kept;
mod orders;
mod refused;
mod search;
mod webhook;

const API_KEY: &str = "sk_test_connector_sandbox";
/// The key as a Basic user name with an empty password: base64 of `sk_test_connector_sandbox:`.
const API_KEY_AS_USER: &str = "c2tfdGVzdF9jb25uZWN0b3Jfc2FuZGJveDo=";

pub(super) struct Stripe;

impl Wire for Stripe {
    fn credentials(&self) -> Value {
        json!({ "api_key": API_KEY, "webhook_secret": webhook::SECRET })
    }

    fn id(&self, kind: Kind, name: &str, _: u64) -> String {
        match kind {
            Kind::Payment => format!("pi_{name}"),
            Kind::Refund => format!("re_{name}"),
        }
    }

    fn statuses(&self, kind: Kind) -> &'static [&'static str] {
        match kind {
            // An intent that still waits for its first payment method has no error; one whose payment
            // failed is back in the same status, with one.
            Kind::Payment => &[
                "canceled",
                "processing",
                "requires_action",
                "requires_capture",
                "requires_confirmation",
                "requires_payment_method",
                "requires_payment_method:insufficient_funds",
                "succeeded",
            ],
            Kind::Refund => &["pending", "requires_action", "succeeded", "failed", "canceled"],
        }
    }

    fn settled(&self, _: Kind) -> &'static str {
        "succeeded"
    }

    fn journeys(&self, kind: Kind) -> &'static [&'static [&'static str]] {
        match kind {
            Kind::Payment => &[
                &["processing", "processing", "succeeded"],
                &["requires_action", "processing", "succeeded"],
                &["requires_capture", "succeeded"],
                &["processing", "requires_payment_method:generic_decline"],
                &["processing", "!unheard_of_status", "succeeded"],
            ],
            Kind::Refund => &[
                &["pending", "pending", "succeeded"],
                &["pending", "failed:lost_or_stolen_card"],
                &["pending", "!reset", "succeeded"],
            ],
        }
    }

    fn call(&self, request: &Incoming) -> Result<Call, Reply> {
        authorized(request)?;
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let nothing = || {
            let message = format!("There is no {} /{} in this API.", request.method, request.path);
            refusal(StatusCode::NOT_FOUND, &json!({ "message": message }))
        };
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["v1", "payment_intents", "search"]) => search::read(request),
            (&Method::GET, ["v1", "payment_intents", id]) if !id.is_empty() => {
                Ok(Call::Ask(Ask::Payment((*id).to_owned())))
            }
            (_, ["v1", path @ ..]) if path.first() == Some(&"disputes") => {
                let (act, id) = disputes::read(request, path).ok_or_else(nothing)?;
                Ok(Call::Dispute(act, id))
            }
            (&Method::GET, ["v1", "refunds", id]) if !id.is_empty() => {
                Ok(Call::Ask(Ask::Refund((*id).to_owned())))
            }
            (&Method::POST, ["v1", path @ ..]) => {
                orders::read(request, path).ok_or_else(nothing)?.map(Call::Order)
            }
            _ => Err(nothing()),
        }
    }

    fn answer(&self, request: &Incoming, _: &Ask, seen: &Seen) -> Reply {
        shown(request, seen)
    }

    fn called<'a>(&self, facts: &'a Facts) -> Option<&'a str> {
        let mut metadata = facts.metadata.iter();
        metadata.find(|(name, _)| name == "reference").map(|(_, value)| value.as_str())
    }

    fn found(&self, _: &Incoming, found: &[Seen]) -> Reply {
        search::result(found)
    }

    fn test_values(&self) -> &'static str {
        "Cards: <https://docs.stripe.com/testing> (read 2026-11)."
    }

    fn webhooks(&self) -> Option<&'static dyn Webhooks> {
        Some(&Stripe)
    }

    fn disputes(&self) -> Option<&'static dyn Disputes> {
        Some(&Stripe)
    }

    fn cards(&self) -> &'static [TestCard] {
        cards::CARDS
    }

    fn stranger(&self) -> CardResult {
        CardResult::Declined(cards::STRANGER)
    }

    fn published_token(&self, id: &str) -> Option<Card> {
        cards::token(id)
    }

    fn unauthenticated(&self) -> &'static str {
        body::UNAUTHENTICATED
    }

    fn rules(&self) -> Rules {
        Rules { settles: false, cancels_unpaid: true, least: 1, ..Rules::default() }
    }

    fn status(&self, ledger: &Ledger) -> &'static str {
        match ledger.stage {
            Stage::Unpaid | Stage::Declined => "requires_payment_method",
            Stage::Unconfirmed => "requires_confirmation",
            Stage::Awaiting => "requires_action",
            Stage::Held => "requires_capture",
            Stage::Taken | Stage::Verified => "succeeded",
            Stage::Voided => "canceled",
        }
    }

    fn ledger(&self, status: &str, amount_minor: i64) -> Option<Ledger> {
        let stage = match status {
            "requires_payment_method" => Stage::Unpaid,
            "requires_confirmation" => Stage::Unconfirmed,
            "requires_action" => Stage::Awaiting,
            "requires_capture" => Stage::Held,
            "succeeded" => Stage::Taken,
            "canceled" => Stage::Voided,
            _ => return None,
        };
        Some(Ledger::at(stage, amount_minor))
    }

    fn kept_id(&self, number: u64) -> String {
        format!("pm_{number:024}")
    }

    fn done(&self, request: &Incoming, order: &Order, seen: &Seen) -> Reply {
        let pays = matches!(order, Order::Pay(_) | Order::Confirm { .. });
        if pays && seen.payment.reason.is_some() {
            return refused::declined(request, seen);
        }
        shown(request, seen)
    }

    fn refused(
        &self,
        request: &Incoming,
        order: &Order,
        refusal: Refusal,
        seen: Option<&Seen>,
    ) -> Reply {
        refused::reply(request, order, refusal, seen)
    }

    fn kept(&self, request: &Incoming, id: &str, card: Option<&Card>) -> Reply {
        reply(StatusCode::OK, &kept::object(request, id, card))
    }

    /// The method is shown as it is now: nobody's.
    fn forgotten(&self, request: &Incoming, card: Option<&Card>) -> Reply {
        reply(StatusCode::OK, &kept::detached(request, card))
    }

    fn idempotency_header(&self) -> Option<&'static str> {
        Some("idempotency-key")
    }

    /// Whatever was decided by more than the form of the request, refusals too.
    fn remembers(&self, _: &Reply) -> bool {
        true
    }

    fn again(&self, reply: Reply) -> Reply {
        reply.with("idempotent-replayed", "true")
    }

    fn key_reused(&self, key: &str) -> Option<Reply> {
        let message = format!("The key '{key}' was first used with other parameters.");
        let error = json!({ "type": "idempotency_error", "message": message });
        Some(refusal(StatusCode::BAD_REQUEST, &error))
    }

    fn unknown(&self, _: &Incoming, ask: &Ask) -> Reply {
        let (object, param) = match ask.kind() {
            Kind::Refund => ("refund", "refund"),
            Kind::Payment => ("payment_intent", "intent"),
        };
        refusal(StatusCode::NOT_FOUND, &refused::missing(object, param, ask.id()))
    }

    fn maintenance(&self) -> Reply {
        let error = json!({ "type": "api_error", "message": "Please try again in a few minutes." });
        refusal(StatusCode::SERVICE_UNAVAILABLE, &error)
    }

    fn server_error(&self) -> Reply {
        let error = json!({ "type": "api_error", "message": "Something went wrong on our side." });
        refusal(StatusCode::INTERNAL_SERVER_ERROR, &error)
    }

    fn rate_limited(&self) -> Reply {
        let error = json!({
            "code": "rate_limit",
            "doc_url": body::doc_url("rate_limit"),
            "message": "Too many requests in too little time.",
        });
        refusal(StatusCode::TOO_MANY_REQUESTS, &error)
    }
}

fn shown(request: &Incoming, seen: &Seen) -> Reply {
    let body = match (seen.kind, seen.refunds.first()) {
        (Kind::Refund, Some(refund)) => body::refund(refund, &seen.payment),
        _ => body::intent(&seen.payment, &seen.refunds, expands(request)),
    };
    reply(StatusCode::OK, &body)
}

/// Whether the charge is asked for in whole, in the query or in the form.
fn expands(request: &Incoming) -> bool {
    let asks =
        |(name, value): (String, String)| name.starts_with("expand[") && value == "latest_charge";
    request.pairs().chain(request.form()).any(asks)
}

fn authorized(request: &Incoming) -> Result<(), Reply> {
    let header = request.header("authorization").unwrap_or_default();
    let (scheme, given) = header.split_once(' ').unwrap_or((header, ""));
    let right = match scheme.to_ascii_lowercase().as_str() {
        "bearer" => given == API_KEY,
        "basic" => given == API_KEY_AS_USER,
        _ => false,
    };
    if right {
        return Ok(());
    }
    let message = if header.is_empty() {
        "No API key was given. Send it as `Authorization: Bearer KEY`."
    } else {
        "The API key is not valid."
    };
    let reply = refusal(StatusCode::UNAUTHORIZED, &json!({ "message": message }));
    Err(reply.with("www-authenticate", "Bearer realm=\"Stripe\""))
}

/// An error of type `invalid_request_error`, unless the fields name another type.
fn refusal(code: StatusCode, fields: &Value) -> Reply {
    let mut error = json!({ "type": "invalid_request_error" });
    if let (Some(error), Some(fields)) = (error.as_object_mut(), fields.as_object()) {
        error.extend(fields.clone());
    }
    reply(code, &json!({ "error": error }))
}

fn reply(code: StatusCode, body: &Value) -> Reply {
    Reply::json(code, body).with("request-id", "req_sandbox")
}
