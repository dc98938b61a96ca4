//! What arrives at the server, and what comes back unchanged.

use crate::sending::{client, config, send};
use crate::server::{Server, Then};
use bytes::Bytes;
use http::{HeaderMap, Request, StatusCode, Version, header};
use tower::ServiceExt;

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

/// The header lines that the request was built with, in the order in which they arrived.
fn own_headers(request: &str) -> Vec<&str> {
    request.lines().filter(|line| line.starts_with("x-")).collect()
}

#[tokio::test]
async fn get_arrives_as_built() {
    let server = Server::start(OK, Then::ReadNext).await;
    let request = Request::get(server.url("/v1/payments/a%2Fb?x=1&x=%20"))
        .header("x-second", "2")
        .header("x-first", "1")
        .body("")
        .unwrap();
    let response = send(config(), request).await.unwrap();
    assert_eq!(response.body(), "{}");

    let requests = server.requests();
    let [arrived] = requests.as_slice() else { panic!("{requests:?}") };
    assert!(arrived.starts_with("GET /v1/payments/a%2Fb?x=1&x=%20 HTTP/1.1\r\n"), "{arrived}");
    assert_eq!(own_headers(arrived), ["x-second: 2", "x-first: 1"]);
    assert!(arrived.contains(&format!("\r\nhost: {}\r\n", server.address)), "{arrived}");
    assert!(arrived.contains("\r\nuser-agent: connector-client/0."), "{arrived}");
    for absent in ["content-length", "accept-encoding", "cookie", "referer", "transfer-encoding"] {
        assert!(!arrived.contains(absent), "{absent} in {arrived}");
    }
}

#[tokio::test]
async fn post_arrives_as_built() {
    let server = Server::start(OK, Then::ReadNext).await;
    let request = Request::post(server.url("/v1/payments"))
        .header("x-signature", "first")
        .header("x-request", "r_1")
        .header("x-signature", "second")
        .header(header::USER_AGENT, "shop/1")
        .header(header::CONTENT_TYPE, "application/json")
        .body(r#"{"amount":100}"#)
        .unwrap();
    send(config(), request).await.unwrap();

    let requests = server.requests();
    let [arrived] = requests.as_slice() else { panic!("{requests:?}") };
    assert!(arrived.starts_with("POST /v1/payments HTTP/1.1\r\n"), "{arrived}");
    assert!(arrived.ends_with("\r\n\r\n{\"amount\":100}"), "{arrived}");
    assert!(arrived.contains("\r\ncontent-length: 14\r\n"), "{arrived}");
    assert!(arrived.contains("\r\ncontent-type: application/json\r\n"), "{arrived}");
    assert!(arrived.contains("\r\nuser-agent: shop/1\r\n"), "{arrived}");
    assert!(!arrived.contains("connector-client"), "{arrived}");
    // A header map keeps the values of one name together.
    assert_eq!(
        own_headers(arrived),
        ["x-signature: first", "x-signature: second", "x-request: r_1"]
    );
}

#[tokio::test]
async fn a_wrong_length_is_corrected() {
    let server = Server::start(OK, Then::ReadNext).await;
    for body in ["{}", "a longer body"] {
        let request = Request::post(server.url("/"))
            .header(header::CONTENT_LENGTH, "5")
            .header(header::TRANSFER_ENCODING, "chunked")
            .body(body)
            .unwrap();
        send(config(), request).await.unwrap();
        let arrived = server.requests().pop().unwrap();
        assert!(arrived.ends_with(&format!("\r\n\r\n{body}")), "{arrived}");
        assert!(!arrived.contains("transfer-encoding"), "{arrived}");
    }
}

#[tokio::test]
async fn a_response_comes_back_as_it_is() {
    let answer = "HTTP/1.1 429 Too Many Requests\r\nretry-after: 3\r\nx-a: 1\r\nx-a: 2\r\n\
                  content-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n\
                  3\r\nnot\r\n5\r\n gzip\r\n0\r\n\r\n";
    let server = Server::start(answer, Then::ReadNext).await;
    let request = Request::get(server.url("/")).body("").unwrap();
    let response = send(config(), request).await.unwrap();

    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(response.version(), Version::HTTP_11);
    assert_eq!(response.headers()["retry-after"], "3");
    assert_eq!(values(response.headers(), "x-a"), ["1", "2"]);
    assert_eq!(response.body(), "not gzip");
}

fn values<'a>(headers: &'a HeaderMap, name: &str) -> Vec<&'a str> {
    headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
}

#[tokio::test]
async fn a_redirect_is_a_response() {
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
        let elsewhere = Server::start(OK, Then::ReadNext).await;
        let location = elsewhere.url("/v1/payments");
        let answer =
            format!("HTTP/1.1 {status}\r\nlocation: {location}\r\ncontent-length: 0\r\n\r\n");
        let server = Server::start(answer, Then::ReadNext).await;

        let request = Request::post(server.url("/v1/payments")).body("{}").unwrap();
        let response = send(config(), request).await.unwrap();
        assert!(response.status().is_redirection(), "{status}");
        assert_eq!(response.headers()["location"], location);
        assert_eq!(server.requests().len(), 1, "{status}");
        assert_eq!(elsewhere.accepted(), 0, "{status}");
    }
}

#[tokio::test]
async fn clones_share_connections() {
    let server = Server::start(OK, Then::ReadNext).await;
    let client = client(config());
    for _ in 0..2 {
        let request = Request::get(server.url("/")).body(Bytes::new()).unwrap();
        client.clone().oneshot(request).await.unwrap();
    }
    assert_eq!(server.requests().len(), 2);
    assert_eq!(server.accepted(), 1);
}

#[tokio::test]
async fn a_connection_that_the_server_closed_is_replaced() {
    let server = Server::start(OK, Then::Close).await;
    let client = client(config());
    for _ in 0..2 {
        let request = Request::get(server.url("/")).body(Bytes::new()).unwrap();
        client.clone().oneshot(request).await.unwrap();
        // Until the close has arrived.
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(server.accepted(), 2);
}
