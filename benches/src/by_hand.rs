//! By hand: what a careful author would write for Stripe alone, with the same guarantees for the
//! request (one segment per id, refused when it could be another path; a sensitive header), and
//! with plain `serde_json` for the response.

use std::hint::black_box;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, HeaderName, HeaderValue};
use http::{HeaderMap, Method, Request, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// An invented key.
pub const KEY: &str = "sk_live_51ExampleExampleExampleExample0123456789";
/// An invented payment.
pub const ID: &str = "pi_3Example0123456789abcdef";

const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn build(key: &str, id: &str) -> Option<Request<Bytes>> {
    if matches!(id, "" | "." | "..") {
        return None;
    }
    let mut url = String::with_capacity(128);
    url.push_str("https://api.stripe.com/v1/payment_intents/");
    url.extend(utf8_percent_encode(id, RESERVED));
    url.push_str("?expand%5B%5D=latest_charge");

    let bearer = Bytes::from(["Bearer ", key].concat());
    let mut authorization = HeaderValue::from_maybe_shared(bearer).ok()?;
    authorization.set_sensitive(true);
    let mut headers = HeaderMap::with_capacity(4);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers
        .insert(HeaderName::from_static("stripe-version"), HeaderValue::from_static("2023-08-16"));
    headers.insert(AUTHORIZATION, authorization);

    let mut request = Request::new(Bytes::new());
    *request.method_mut() = Method::GET;
    *request.uri_mut() = Uri::from_maybe_shared(Bytes::from(url)).ok()?;
    *request.headers_mut() = headers;
    Some(request)
}

/// Builds the request.
pub fn request() {
    black_box(build(black_box(KEY), black_box(ID)));
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read to be compared, not to be used")]
struct PaymentIntent {
    id: String,
    status: Status,
    amount: i64,
    amount_received: Option<i64>,
    currency: String,
    last_payment_error: Option<LastPaymentError>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Status {
    RequiresPaymentMethod,
    RequiresConfirmation,
    RequiresAction,
    Processing,
    RequiresCapture,
    Canceled,
    Succeeded,
}

#[derive(Deserialize)]
#[allow(dead_code, reason = "read to be compared, not to be used")]
struct LastPaymentError {
    r#type: Option<String>,
    code: Option<String>,
    message: Option<String>,
    decline_code: Option<String>,
}

/// Reads the response.
pub fn response() {
    let body = Bytes::from_static(crate::PAYMENT_INTENT.as_bytes());
    let intent: Option<PaymentIntent> = serde_json::from_slice(black_box(&body)).ok();
    black_box(intent);
}
