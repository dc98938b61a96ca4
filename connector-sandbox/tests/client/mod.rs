//! An HTTP client of a few lines, so that a test sees what really comes over the socket.

#![allow(dead_code, reason = "each test file uses its part of it")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "this is only compiled for tests"
)]

use std::collections::BTreeMap;
use std::io;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use connector_sandbox::{Processor, Sandbox};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A reply as it came.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) code: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        let text = std::str::from_utf8(&self.body).unwrap();
        serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap()
    }
}

/// Sends bytes, and reads until the other side closes.
pub(crate) async fn raw(sandbox: &Sandbox, request: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(sandbox.address()).await?;
    stream.write_all(request).await?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).await?;
    Ok(reply)
}

pub(crate) async fn send(
    sandbox: &Sandbox,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> io::Result<Reply> {
    let mut head = format!("{method} {path} HTTP/1.1\r\nhost: sandbox\r\nconnection: close\r\n");
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
    raw(sandbox, head.as_bytes()).await.map(|bytes| parse(&bytes))
}

pub(crate) fn parse(bytes: &[u8]) -> Reply {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let head = std::str::from_utf8(&bytes[..end]).unwrap();
    let mut lines = head.lines();
    let code = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let pair = |line: &str| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_owned(), value.to_owned())
    };
    let body = bytes.iter().skip(end).skip(4).copied().collect();
    Reply { code, headers: lines.map(pair).collect(), body }
}

/// Reads a payment or a refund as the processor wants to be asked, with the right credentials.
pub(crate) async fn read(
    sandbox: &Sandbox,
    processor: Processor,
    path_or_id: &str,
) -> io::Result<Reply> {
    let credentials = sandbox.credentials(processor);
    let key = |name: &str| credentials[name].as_str().unwrap().to_owned();
    match processor {
        Processor::Stripe | Processor::Checkout | Processor::Mollie => {
            let key = key("api_key");
            let path = format!("/{processor}{path_or_id}");
            let authorization = format!("Bearer {key}");
            send(sandbox, "GET", &path, &[("authorization", &authorization)], "").await
        }
        Processor::Square => {
            let path = format!("/{processor}{path_or_id}");
            let authorization = format!("Bearer {}", key("access_token"));
            send(sandbox, "GET", &path, &[("authorization", &authorization)], "").await
        }
        Processor::PayPal => {
            let token = paypal_token(sandbox).await?;
            let path = format!("/{processor}{path_or_id}");
            send(sandbox, "GET", &path, &[("authorization", &format!("Bearer {token}"))], "").await
        }
        Processor::AuthorizeNet => {
            let body = details_request(&key("name"), &key("transaction_key"), path_or_id);
            post_details(sandbox, &body).await
        }
        Processor::Braintree => graphql(sandbox, NODE, &json!({ "id": path_or_id })).await,
        Processor::Klarna => {
            let pair = "Basic UEswMDAwMF9jb25uZWN0b3JzYW5kYm94OmNvbm5lY3RvclNhbmRib3gwMTIzNDU2Nzg5";
            let path = format!("/{processor}{path_or_id}");
            send(sandbox, "GET", &path, &[("authorization", pair)], "").await
        }
        Processor::Xendit => {
            let pair = "Basic eG5kX2RldmVsb3BtZW50X0Nvbm5lY3RvclNhbmRib3gwMTIzNDU2Nzg5Og==";
            let path = format!("/{processor}{path_or_id}");
            send(sandbox, "GET", &path, &[("authorization", pair)], "").await
        }
        Processor::Razorpay => {
            let path = format!("/{processor}{path_or_id}");
            send(sandbox, "GET", &path, &[("authorization", RAZORPAY)], "").await
        }
        Processor::Cybersource => signed(sandbox, "GET", path_or_id, "").await,
        Processor::Adyen => panic!("{processor} cannot be asked"),
    }
}

/// The path of a payment, or the identifier where there is no path.
pub(crate) fn payment_path(processor: Processor, id: &str) -> String {
    match processor {
        Processor::Stripe => format!("/v1/payment_intents/{id}"),
        Processor::Checkout => format!("/payments/{id}"),
        Processor::PayPal => format!("/v2/checkout/orders/{id}"),
        Processor::Klarna => format!("/ordermanagement/v1/orders/{id}"),
        Processor::AuthorizeNet | Processor::Braintree | Processor::Adyen => id.to_owned(),
        Processor::Razorpay => format!("/v1/payments/{id}"),
        Processor::Cybersource => format!("/tss/v2/transactions/{id}"),
        Processor::Mollie | Processor::Square => format!("/v2/payments/{id}"),
        Processor::Xendit => format!("/payment_requests/{id}"),
    }
}

/// Orders or asks Cybersource, with a signature that is right.
pub(crate) async fn signed(
    sandbox: &Sandbox,
    method: &str,
    path: &str,
    body: &str,
) -> io::Result<Reply> {
    let credentials = sandbox.credentials(Processor::Cybersource);
    let [merchant, key_id, secret] = ["merchant_id", "key_id", "shared_secret"]
        .map(|name| credentials[name].as_str().unwrap().to_owned());
    let (host, path) = ("sandbox", format!("/cybersource{path}"));
    let date = "Thu, 01 Jan 2026 12:00:00 GMT";
    let digest = format!("SHA-256={}", BASE64_STANDARD.encode(Sha256::digest(body)));
    let target = format!("{} {path}", method.to_ascii_lowercase());
    let mut parts = vec![
        ("host", host),
        ("date", date),
        ("request-target", &target),
        ("v-c-merchant-id", &merchant),
    ];
    if !["GET", "DELETE"].contains(&method) {
        parts.push(("digest", &digest));
    }
    let lines: Vec<String> = parts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let covered: Vec<&str> = parts.iter().map(|(name, _)| *name).collect();
    let key = BASE64_STANDARD.decode(secret).unwrap();
    let mac = Hmac::<Sha256>::new_from_slice(&key).unwrap().chain_update(lines.join("\n"));
    let mac = BASE64_STANDARD.encode(mac.finalize().into_bytes());
    let signature = format!(
        "keyid=\"{key_id}\", algorithm=\"HmacSHA256\", headers=\"{}\", signature=\"{mac}\"",
        covered.join(" ")
    );
    let mut headers: Vec<(&str, &str)> =
        parts.into_iter().filter(|(name, _)| !["host", "request-target"].contains(name)).collect();
    headers.extend([("signature", signature.as_str()), ("content-type", "application/json")]);
    send(sandbox, method, &path, &headers, body).await
}

/// Razorpay's key id and secret, in base64.
pub(crate) const RAZORPAY: &str = "Basic cnpwX3Rlc3Rfc2FuZGJveDpzYW5kYm94X3NlY3JldA==";

/// What PayPal's client ID and secret are exchanged for; both stand in the header, in base64.
pub(crate) async fn paypal_token(sandbox: &Sandbox) -> io::Result<String> {
    let basic = "Basic QUNvbm5lY3RvclNhbmRib3hDbGllbnQwMTIzNDU2Nzg5OkVDb25uZWN0b3JTYW5kYm94U2VjcmV0MDEyMzQ1Njc4OQ==";
    let headers = [("authorization", basic), ("content-type", "application/x-www-form-urlencoded")];
    let form = "grant_type=client_credentials";
    let reply = send(sandbox, "POST", "/paypal/v1/oauth2/token", &headers, form).await?;
    Ok(reply.json()["access_token"].as_str().unwrap().to_owned())
}

/// A payment or a refund, by its id.
const NODE: &str = "query($id: ID!) { node(id: $id) { \
    ... on Transaction { id status amount { value currencyCode } orderId } \
    ... on Refund { id status amount { value currencyCode } refundedTransaction { id } } } }";

/// Asks Braintree, with the right credentials.
pub(crate) async fn graphql(
    sandbox: &Sandbox,
    document: &str,
    variables: &Value,
) -> io::Result<Reply> {
    let headers = [
        ("authorization", "Basic c2FuZGJveF9wdWJsaWNfa2V5OnNhbmRib3hfcHJpdmF0ZV9rZXk="),
        ("braintree-version", "2019-01-01"),
        ("content-type", "application/json"),
    ];
    let body = json!({ "query": document, "variables": variables }).to_string();
    send(sandbox, "POST", "/braintree/graphql", &headers, &body).await
}

pub(crate) fn details_request(name: &str, key: &str, id: &str) -> String {
    format!(
        r#"{{"getTransactionDetailsRequest":{{"merchantAuthentication":{{"name":{},"transactionKey":{}}},"refId":"ref-1","transId":{}}}}}"#,
        json!(name),
        json!(key),
        json!(id)
    )
}

pub(crate) async fn post_details(sandbox: &Sandbox, body: &str) -> io::Result<Reply> {
    let headers = [("content-type", "application/json")];
    send(sandbox, "POST", "/authorizenet/xml/v1/request.api", &headers, body).await
}
