//! The limit on the size of a response.

use crate::sending::{config, failure, send};
use crate::server::{Server, Then};
use connector_client::{Delivery, TransportErrorKind};
use http::Request;

async fn too_large(answer: &str, then: Then) {
    let server = Server::start(answer, then).await;
    let error = failure(config().max_response_bytes(4), &server.url("/v1/payments")).await;
    assert_eq!(error.kind(), TransportErrorKind::ResponseTooLarge, "{answer:?}: {error:?}");
    assert_eq!(error.delivery(), Delivery::Unknown);
    assert!(error.to_string().contains("more than 4 bytes"), "{error}");
}

#[tokio::test]
async fn announced_by_content_length() {
    // Nothing of the body follows: the announcement is enough.
    too_large("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n", Then::Stall).await;
    let most = u64::MAX - 2;
    too_large(&format!("HTTP/1.1 200 OK\r\ncontent-length: {most}\r\n\r\n"), Then::Stall).await;
}

#[tokio::test]
async fn sent_without_announcement() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n123\r\n2\r\n45\r\n";
    too_large(chunked, Then::Stall).await;
    too_large("HTTP/1.1 200 OK\r\n\r\n12345", Then::Stall).await;
}

#[tokio::test]
async fn exactly_the_limit() {
    for answer in [
        "HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n1234",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n123\r\n1\r\n4\r\n0\r\n\r\n",
    ] {
        let server = Server::start(answer, Then::ReadNext).await;
        let request = Request::get(server.url("/")).body("").unwrap();
        let response = send(config().max_response_bytes(4), request).await.unwrap();
        assert_eq!(response.body(), "1234");
    }
}

#[tokio::test]
async fn a_head_request_announces_a_body_that_does_not_follow() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n";
    let server = Server::start(answer, Then::ReadNext).await;
    let request = Request::head(server.url("/")).body("").unwrap();
    let response = send(config().max_response_bytes(4), request).await.unwrap();
    assert_eq!(response.headers()["content-length"], "5");
    assert!(response.body().is_empty());
}
