//! What is refused before anything is sent.

use crate::sending::{client, config, post, send};
use crate::server::{Server, Then};
use bytes::Bytes;
use connector_client::{Delivery, TransportErrorKind};
use http::Request;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use tower::Service;

/// Polls once, without a runtime: a name lookup or a socket would be pending, or panic.
#[track_caller]
fn refused_at_once(url: &str, kind: TransportErrorKind) {
    let mut client = client(config());
    let call = pin!(client.call(post(url).map(Bytes::from)));
    let Poll::Ready(Err(error)) = call.poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("{url} was not refused");
    };
    assert_eq!(error.kind(), kind, "{url}");
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
}

#[test]
fn plain_http_to_another_host() {
    refused_at_once("http://api.example.com/v1?key=secret", TransportErrorKind::PlainHttp);
    refused_at_once("http://127.0.0.1.evil.example/", TransportErrorKind::PlainHttp);
    refused_at_once("http://localhost.evil.example/", TransportErrorKind::PlainHttp);
    refused_at_once("http://2130706433/", TransportErrorKind::PlainHttp);
}

#[test]
fn a_url_that_would_be_rewritten() {
    refused_at_once("https://api.example.com/v1/../x?key=secret", TransportErrorKind::InvalidUrl);
    refused_at_once("https://user:secret@api.example.com/", TransportErrorKind::InvalidUrl);
    refused_at_once("/v1/payments", TransportErrorKind::InvalidUrl);
}

#[tokio::test]
async fn localhost_is_this_machine() {
    let server =
        Server::start("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", Then::ReadNext).await;
    let port = server.address.port();
    for host in ["localhost", "LOCALHOST", "localhost."] {
        let request = Request::get(format!("http://{host}:{port}/")).body("").unwrap();
        send(config(), request).await.unwrap();
    }
    assert_eq!(server.requests().len(), 3);
}
