//! Payer authentication: set up, checked, validated. What came of it is in the numbers of the cards alone.

use hyper::StatusCode;
use serde_json::{Map, Value, json};

use super::body::TIME;
use super::refused::{invalid, unknown};
use crate::incoming::Incoming;
use crate::reply::Reply;

/// The issuer knows the customer:
/// <https://developer.cybersource.com/library/documentation/dev_guides/Payer_Authentication_SCMP_API/html/Topics/Test_Cases_for_3D_Secure_2_x.htm>
/// (read 2026-11-27).
const FRICTIONLESS: [&str; 2] = ["4456530000001005", "5200000000001005"];
/// It wants to see them, who is right; and who is not. These are the sandbox's own.
pub(super) const CHALLENGED: &str = "4456530000001096";
const CHALLENGED_IN_VAIN: &str = "4456530000001104";

const REFERENCE: &str = "b0000000-0000-4000-8000-00000000001a";
/// With the last digits of the card behind it.
const TRANSACTION: &str = "sandboxauth00000";

pub(super) fn answer(request: &Incoming, step: &str) -> Reply {
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let text =
        |place: &str| body.pointer(place).and_then(Value::as_str).filter(|text| !text.is_empty());
    let number = text("/paymentInformation/card/number");
    let (Some(number), Some(code), Some(_)) =
        (number, text("/clientReferenceInformation/code"), text("/paymentInformation/card/type"))
    else {
        return invalid("MISSING_FIELD");
    };
    let paid = ["totalAmount", "currency"]
        .map(|name| text(&format!("/orderInformation/amountDetails/{name}")));
    let is_paid = paid.iter().all(Option::is_some);
    let information = "/consumerAuthenticationInformation";
    match step {
        "authentication-setups" => answered(
            "COMPLETED",
            code,
            &json!({
                "accessToken": "header.setup.signature",
                "referenceId": REFERENCE,
                "deviceDataCollectionUrl": "https://authenticate.example/collect",
            }),
        ),
        "authentications" if !is_paid => invalid("MISSING_FIELD"),
        "authentications" => match text(&format!("{information}/referenceId")) {
            Some(REFERENCE) => checked(number, code),
            _ => invalid("INVALID_DATA"),
        },
        "authentication-results" if !is_paid => invalid("MISSING_FIELD"),
        "authentication-results" => {
            let asked = text(&format!("{information}/authenticationTransactionId"));
            match asked {
                Some(asked) if asked == transaction(number) && number == CHALLENGED => {
                    answered("AUTHENTICATION_SUCCESSFUL", code, &authenticated(number, "Y"))
                }
                Some(asked) if asked == transaction(number) && number == CHALLENGED_IN_VAIN => {
                    answered("AUTHENTICATION_FAILED", code, &refused(number))
                }
                _ => invalid("INVALID_DATA"),
            }
        }
        _ => unknown(),
    }
}

fn checked(number: &str, code: &str) -> Reply {
    if [CHALLENGED, CHALLENGED_IN_VAIN].contains(&number) {
        let waiting = json!({
            "acsUrl": "https://bank.example/acs",
            "authenticationTransactionId": transaction(number),
            "accessToken": "header.challenge.signature",
            "paresStatus": "C",
            "stepUpUrl": "https://authenticate.example/step-up",
            "veresEnrolled": "Y",
        });
        return answered("PENDING_AUTHENTICATION", code, &waiting);
    }
    if FRICTIONLESS.contains(&number) {
        return answered("AUTHENTICATION_SUCCESSFUL", code, &authenticated(number, "Y"));
    }
    answered("AUTHENTICATION_FAILED", code, &refused(number))
}

fn transaction(number: &str) -> String {
    let last = number.get(number.len().saturating_sub(4)..).unwrap_or_default();
    format!("{TRANSACTION}{last}")
}

fn authenticated(number: &str, outcome: &str) -> Value {
    let (eci, cryptogram) =
        if number.starts_with('5') { ("02", "ucafAuthenticationData") } else { ("05", "cavv") };
    json!({
        "authenticationTransactionId": transaction(number),
        "directoryServerTransactionId": "c0000000-0000-4000-8000-00000000002b",
        "eci": eci,
        "eciRaw": eci,
        "paresStatus": outcome,
        "specificationVersion": "2.2.0",
        "threeDSServerTransactionId": "d0000000-0000-4000-8000-00000000003c",
        cryptogram: "c2FuZGJveCBjcnlwdG9ncmFt",
    })
}

fn refused(number: &str) -> Value {
    json!({
        "authenticationTransactionId": transaction(number),
        "eciRaw": if number.starts_with('5') { "00" } else { "07" },
        "paresStatus": "N",
        "specificationVersion": "2.2.0",
    })
}

fn answered(status: &str, code: &str, information: &Value) -> Reply {
    let mut body = Map::new();
    body.insert("id".to_owned(), json!("7000000000000000000001"));
    body.insert("submitTimeUtc".to_owned(), json!(TIME));
    body.insert("status".to_owned(), json!(status));
    body.insert("clientReferenceInformation".to_owned(), json!({ "code": code }));
    body.insert("consumerAuthenticationInformation".to_owned(), information.clone());
    if status == "AUTHENTICATION_FAILED" {
        let why = json!({
            "reason": "CONSUMER_AUTHENTICATION_FAILED",
            "message": "Encountered a Payer Authentication problem. Payer could not be authenticated.",
        });
        body.insert("errorInformation".to_owned(), why);
    }
    Reply::json(StatusCode::CREATED, &Value::Object(body))
}
