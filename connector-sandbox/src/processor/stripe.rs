//! Stripe: `GET /v1/payment_intents/{id}` and `GET /v1/refunds/{id}`.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use crate::case::Kind;
use crate::incoming::Incoming;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Wire};

mod body;
mod charge;

const API_KEY: &str = "sk_test_connector_sandbox";
/// The key as a Basic user name with an empty password: base64 of `sk_test_connector_sandbox:`.
const API_KEY_AS_USER: &str = "c2tfdGVzdF9jb25uZWN0b3Jfc2FuZGJveDo=";

pub(super) struct Stripe;

impl Wire for Stripe {
    fn credentials(&self) -> Value {
        json!({ "api_key": API_KEY })
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

    fn ask(&self, request: &Incoming) -> Result<Ask, Reply> {
        authorized(request)?;
        let segments = request.segments().unwrap_or_default();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (&request.method, segments.as_slice()) {
            (&Method::GET, ["v1", "payment_intents", id]) if !id.is_empty() => {
                Ok(Ask::Payment((*id).to_owned()))
            }
            (&Method::GET, ["v1", "refunds", id]) if !id.is_empty() => {
                Ok(Ask::Refund((*id).to_owned()))
            }
            (method, _) => {
                let message = format!("There is no {method} /{} in this API.", request.path);
                Err(refusal(StatusCode::NOT_FOUND, &json!({ "message": message })))
            }
        }
    }

    fn answer(&self, request: &Incoming, _: &Ask, seen: &Seen) -> Reply {
        let body = match (seen.kind, seen.refunds.first()) {
            (Kind::Refund, Some(refund)) => body::refund(refund, &seen.payment),
            _ => {
                let expands = |(name, value): (String, String)| {
                    name.starts_with("expand[") && value == "latest_charge"
                };
                body::intent(&seen.payment, &seen.refunds, request.pairs().any(expands))
            }
        };
        reply(StatusCode::OK, &body)
    }

    fn unknown(&self, _: &Incoming, ask: &Ask) -> Reply {
        let (object, param, id) = match ask {
            Ask::Refund(id) => ("refund", "refund", id),
            Ask::Payment(id) | Ask::Either(id) | Ask::RefundsOf(id) => {
                ("payment_intent", "intent", id)
            }
        };
        let error = json!({
            "code": "resource_missing",
            "doc_url": body::doc_url("resource_missing"),
            "message": format!("No such {object}: '{id}'"),
            "param": param,
        });
        refusal(StatusCode::NOT_FOUND, &error)
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
