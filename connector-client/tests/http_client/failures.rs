//! Failures on the way: whether the request can have arrived.

use crate::sending::{config, failure};
use crate::server::{Server, Then};
use connector_client::{Delivery, TransportErrorKind as Kind};
use std::time::Duration;
use tokio::net::TcpListener;

/// Checks a failure that came after the request was read, and that it was read once.
async fn after_delivery(answer: &'static str, then: Then, kind: Kind) {
    let server = Server::start(answer, then).await;
    let config = config().total_timeout(Duration::from_secs(1));
    let error = failure(config, &server.url("/v1/payments")).await;
    assert_eq!(error.kind(), kind, "{answer:?}, then {then:?}: {error:?}");
    assert_eq!(error.delivery(), Delivery::Unknown);
    assert!(error.to_string().contains(&server.address.to_string()), "{error}");
    assert_eq!(server.requests().len(), 1, "{answer:?}, then {then:?}");
}

#[tokio::test]
async fn a_server_that_never_answers() {
    after_delivery("", Then::Stall, Kind::Timeout).await;
}

#[tokio::test]
async fn a_server_that_stalls() {
    after_delivery("HTTP/1.1 200 OK\r\n", Then::Stall, Kind::Timeout).await;
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n12";
    after_delivery(head, Then::Stall, Kind::Timeout).await;
}

#[tokio::test]
async fn a_connection_lost_before_the_response() {
    after_delivery("", Then::Reset, Kind::NoResponse).await;
    after_delivery("", Then::Close, Kind::NoResponse).await;
    after_delivery("HTTP/1.1 200 OK\r\ncontent-", Then::Close, Kind::NoResponse).await;
    after_delivery("220 mail.example ESMTP\r\n", Then::Close, Kind::NoResponse).await;
}

#[tokio::test]
async fn a_truncated_body() {
    let counted = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n12";
    after_delivery(counted, Then::Close, Kind::BodyInterrupted).await;
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n12345\r\n";
    after_delivery(chunked, Then::Close, Kind::BodyInterrupted).await;
}

#[tokio::test]
async fn a_malformed_body() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nno number\r\n";
    after_delivery(chunked, Then::Close, Kind::BodyInterrupted).await;
}

#[tokio::test]
async fn connection_refused() {
    // A port that was free a moment ago, with nobody behind it.
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = failure(config(), &format!("http://{address}/v1/payments")).await;
    assert_eq!(error.kind(), Kind::Connect, "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert_eq!(
        error.to_string(),
        format!(
            "no connection ({address}): nothing was sent; check the host, the port, the proxy \
             and the firewall"
        ),
    );
}

#[tokio::test]
async fn a_name_without_address() {
    // Longer than a label may be, so that the resolver refuses it without asking anybody.
    let url = format!("http://{}.example/v1/payments", "a".repeat(64));
    let error = failure(config().allow_plain_http(true), &url).await;
    assert_eq!(error.kind(), Kind::Dns, "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
}

#[tokio::test]
async fn a_handshake_that_takes_too_long() {
    // The system accepts the connection, and nobody ever reads from it.
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let config = config().connect_timeout(Duration::from_millis(300));
    let error = failure(config, &format!("https://{address}/v1/payments")).await;
    assert_eq!(error.kind(), Kind::ConnectTimeout, "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert!(error.to_string().contains("300ms"), "{error}");
}
