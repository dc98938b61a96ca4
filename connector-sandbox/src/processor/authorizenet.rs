//! Authorize.Net: `getTransactionDetailsRequest`, posted as JSON to `/xml/v1/request.api`.

use bytes::Bytes;
use hyper::{Method, StatusCode};
use serde::Serialize;
use serde_json::{Value, json};

use crate::case::Kind;
use crate::incoming::Incoming;
use crate::reply::Reply;
use crate::resource::Seen;
use crate::wire::{Ask, Wire};

mod amount;
mod body;
mod ordered;
mod outcome;
mod request;

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

    fn ask(&self, request: &Incoming) -> Result<Ask, Reply> {
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
        Ok(Ask::Either(asked.transaction_id))
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
