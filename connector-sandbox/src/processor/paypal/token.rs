//! Access tokens.

use hyper::{Method, StatusCode};
use serde_json::{Value, json};

use super::webhook::WEBHOOK_ID;
use crate::incoming::Incoming;
use crate::reply::Reply;

const CLIENT_ID: &str = "AConnectorSandboxClient0123456789";
const CLIENT_SECRET: &str = "EConnectorSandboxSecret0123456789";

/// Both, as `Authorization: Basic` has them.
const BASIC: &str =
    "QUNvbm5lY3RvclNhbmRib3hDbGllbnQwMTIzNDU2Nzg5OkVDb25uZWN0b3JTYW5kYm94U2VjcmV0MDEyMzQ1Njc4OQ==";

const ACCESS_TOKEN: &str = "A21AAConnectorSandboxToken0123456789";

pub(super) fn credentials() -> Value {
    json!({ "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "webhook_id": WEBHOOK_ID })
}

/// The token for the app's id and secret.
pub(super) fn reply(request: &Incoming) -> Reply {
    let refuse = |code, error: &str, description: &str| {
        Reply::json(code, &json!({ "error": error, "error_description": description }))
    };
    if request.method != Method::POST || scheme(request, "basic") != Some(BASIC) {
        let description = "Client Authentication failed";
        return refuse(StatusCode::UNAUTHORIZED, "invalid_client", description);
    }
    let grant = request.form().into_iter().find(|(name, _)| name == "grant_type");
    if grant.is_none_or(|(_, value)| value != "client_credentials") {
        let description = "unsupported grant_type";
        return refuse(StatusCode::BAD_REQUEST, "unsupported_grant_type", description);
    }
    let body = json!({
        "scope": "https://uri.paypal.com/services/payments/payment",
        "access_token": ACCESS_TOKEN,
        "token_type": "Bearer",
        "app_id": "APP-SANDBOX",
        "expires_in": 32_400,
        "nonce": "2026-01-01T12:00:00Zsandbox",
    });
    Reply::json(StatusCode::OK, &body)
}

/// Refuses a request without the token.
pub(super) fn check(request: &Incoming) -> Result<(), Reply> {
    if scheme(request, "bearer") == Some(ACCESS_TOKEN) {
        return Ok(());
    }
    let body = json!({
        "name": "AUTHENTICATION_FAILURE",
        "message": "Authentication failed due to missing Authorization header, or invalid authentication credentials.",
        "debug_id": "sandbox0000000",
        "details": [{ "issue": "INVALID_ACCESS_TOKEN", "description": "The access token is invalid." }],
    });
    Err(Reply::json(StatusCode::UNAUTHORIZED, &body))
}

fn scheme<'a>(request: &'a Incoming, wanted: &str) -> Option<&'a str> {
    let (scheme, value) = request.header("authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case(wanted).then_some(value)
}
