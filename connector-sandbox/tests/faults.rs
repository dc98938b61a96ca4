//! Each fault, as it is seen from the other end of the socket.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

mod client;

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use client::{Reply, payment_path, raw, read, send};
use connector_sandbox::{Fault, Kind, Payment, Processor, Refund, Sandbox};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The processors that can be asked about payments, and so all that can go wrong with an answer.
fn asked() -> impl Iterator<Item = &'static Processor> {
    Processor::ALL.iter().filter(|processor| processor.answers(Kind::Payment))
}

async fn fails(sandbox: &Sandbox, processor: Processor, fault: Fault) -> std::io::Result<Reply> {
    let id = sandbox.add_payment(processor, Payment::new(1_000, "USD").fault(fault));
    read(sandbox, processor, &payment_path(processor, &id)).await
}

#[tokio::test]
async fn a_reset_is_a_reset_and_the_next_read_is_well() {
    let sandbox = Sandbox::start().await.unwrap();
    for processor in asked() {
        let payment = Payment::new(1_000, "USD").fault(Fault::Reset);
        let payment = payment.status("stays").fault(Fault::Reset).status("stays");
        let id = sandbox.add_payment(*processor, payment);
        let path = payment_path(*processor, &id);
        for _ in 0..2 {
            let error = read(&sandbox, *processor, &path).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ConnectionReset);
            assert_eq!(read(&sandbox, *processor, &path).await.unwrap().code, 200);
        }
    }
}

#[tokio::test]
async fn faults_of_http() {
    let sandbox = Sandbox::start().await.unwrap();
    for processor in asked() {
        let error = fails(&sandbox, *processor, Fault::ServerError).await.unwrap();
        assert_eq!(error.code, 500);
        let limited = fails(&sandbox, *processor, Fault::RateLimited).await.unwrap();
        assert_eq!((limited.code, limited.headers["retry-after"].as_str()), (429, "2"));
        let page = fails(&sandbox, *processor, Fault::Html).await.unwrap();
        assert_eq!(page.code, 200);
        assert!(page.headers["content-type"].starts_with("text/html"));
        assert_eq!(fails(&sandbox, *processor, Fault::HtmlError).await.unwrap().code, 502);
        let busy = fails(&sandbox, *processor, Fault::Maintenance).await.unwrap();
        if *processor == Processor::AuthorizeNet {
            assert_eq!(busy.code, 200);
            assert_eq!(busy.json()["messages"]["message"][0]["code"], "E00053");
        } else if *processor == Processor::Braintree {
            assert_eq!(busy.code, 200);
            let class = &busy.json()["errors"][0]["extensions"]["errorClass"];
            assert_eq!(*class, "SERVICE_AVAILABILITY");
        } else {
            assert_eq!(busy.code, 503);
        }
    }
}

#[tokio::test]
async fn faults_of_the_body() {
    let sandbox = Sandbox::start().await.unwrap();
    for processor in asked() {
        let empty = fails(&sandbox, *processor, Fault::Empty).await.unwrap();
        assert_eq!((empty.code, empty.body.len()), (200, 0));
        assert_eq!(fails(&sandbox, *processor, Fault::Null).await.unwrap().body, b"null");
        let spoilt = fails(&sandbox, *processor, Fault::NotUtf8).await.unwrap();
        assert!(std::str::from_utf8(&spoilt.body).is_err());
        let odd = fails(&sandbox, *processor, Fault::UnheardOfStatus).await.unwrap();
        assert!(odd.json().to_string().contains("\"unheard_of_status\""));
        let cut = fails(&sandbox, *processor, Fault::Truncated).await.unwrap();
        let declared: usize = cut.headers["content-length"].parse().unwrap();
        assert_eq!(cut.body.len(), declared / 2);
    }
}

#[tokio::test]
async fn a_wrong_resource_is_a_good_reply_about_another_payment() {
    let sandbox = Sandbox::start().await.unwrap();
    for processor in asked() {
        let payment = Payment::new(1_000, "USD").fault(Fault::WrongResource);
        let id = sandbox.add_payment(*processor, payment);
        let reply = read(&sandbox, *processor, &payment_path(*processor, &id)).await.unwrap();
        assert_eq!(reply.code, 200);
        assert!(!reply.json().to_string().contains(&id));
    }
}

#[tokio::test]
async fn slow_is_as_slow_as_it_was_told() {
    let sandbox = Sandbox::start().await.unwrap();
    sandbox.set_slow_delay(Duration::from_millis(120));
    let begun = Instant::now();
    let reply = fails(&sandbox, Processor::Stripe, Fault::Slow).await.unwrap();
    assert_eq!((reply.code, reply.json()["status"].as_str()), (200, Some("succeeded")));
    assert!(begun.elapsed() >= Duration::from_millis(120));
}

#[tokio::test]
async fn huge_is_huge_and_may_be_left_unread() {
    let sandbox = Sandbox::start().await.unwrap();
    let reply = fails(&sandbox, Processor::Checkout, Fault::Huge).await.unwrap();
    assert_eq!(reply.headers["transfer-encoding"], "chunked");
    assert!(reply.body.len() > 100_000_000);

    let path = "/stripe/v1/payment_intents/pi_fault_huge";
    let mut stream = TcpStream::connect(sandbox.address()).await.unwrap();
    let key = sandbox.credentials(Processor::Stripe)["api_key"].as_str().unwrap().to_owned();
    let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {key}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut some = [0; 1_000];
    stream.read_exact(&mut some).await.unwrap();
    drop(stream);
    assert_eq!(send(&sandbox, "GET", "/_sandbox/health", &[], "").await.unwrap().code, 200);
}

#[tokio::test]
async fn refunds_go_wrong_as_payments_do() {
    let sandbox = Sandbox::start().await.unwrap();
    for processor in asked() {
        let payment = sandbox.add_payment(*processor, Payment::new(1_000, "USD"));
        let refund = Refund::full().fault(Fault::UnheardOfStatus).fault(Fault::WrongResource);
        let refund = refund.fault(Fault::Reset).fault(Fault::Null);
        let id = sandbox.add_refund(*processor, &payment, refund).unwrap();
        let path = match processor {
            Processor::Stripe => format!("/v1/refunds/{id}"),
            Processor::Checkout => format!("/payments/{payment}/actions"),
            Processor::PayPal => format!("/v2/payments/refunds/{id}"),
            Processor::AuthorizeNet | Processor::Braintree => id.clone(),
            // Of a refund it tells no status that could be an unheard-of one.
            Processor::Adyen | Processor::Klarna => continue,
            Processor::Razorpay => format!("/v1/refunds/{id}"),
            Processor::Cybersource => format!("/tss/v2/transactions/{id}"),
            Processor::Square => format!("/v2/refunds/{id}"),
            Processor::Xendit => format!("/refunds/{id}"),
            Processor::Mollie => format!("/v2/payments/{payment}/refunds/{id}"),
        };
        let odd = read(&sandbox, *processor, &path).await.unwrap().json().to_string();
        assert!(odd.contains("\"unheard_of_status\"") && odd.contains(&id), "{odd}");
        let other = read(&sandbox, *processor, &path).await.unwrap().json().to_string();
        assert!(!other.contains(&id), "{other}");
        read(&sandbox, *processor, &path).await.unwrap_err();
        assert_eq!(read(&sandbox, *processor, &path).await.unwrap().body, b"null");
    }
}

#[tokio::test]
async fn one_connection_carries_many_requests() {
    let sandbox = Sandbox::start().await.unwrap();
    let health = b"GET /_sandbox/health HTTP/1.1\r\nhost: x\r\n\r\n".repeat(3);
    let last = b"GET /_sandbox/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let replies = raw(&sandbox, &[&health[..], last].concat()).await.unwrap();
    assert_eq!(String::from_utf8(replies).unwrap().matches("HTTP/1.1 200 OK").count(), 4);
}

#[tokio::test]
async fn credentials_come_before_the_fault() {
    let sandbox = Sandbox::start().await.unwrap();
    let path = "/stripe/v1/payment_intents/pi_fault_reset";
    assert_eq!(send(&sandbox, "GET", path, &[], "").await.unwrap().code, 401);
}

#[tokio::test]
async fn limits_hold() {
    let sandbox = Sandbox::start().await.unwrap();
    let long = "x".repeat(1024 * 1024 + 1);
    let path = "/authorizenet/xml/v1/request.api";
    assert_eq!(send(&sandbox, "POST", path, &[], &long).await.unwrap().code, 413);
    assert_eq!(send(&sandbox, "GET", "/elsewhere", &[], "").await.unwrap().code, 404);
    let garbage = raw(&sandbox, b"\xFF\xFE\r\n\r\n").await.unwrap();
    assert!(garbage.starts_with(b"HTTP/1.1 400"));
    // After all of which the server still serves.
    assert_eq!(send(&sandbox, "GET", "/_sandbox/health", &[], "").await.unwrap().code, 200);
}

#[tokio::test]
async fn a_sandbox_ends_with_its_handle() {
    let sandbox = Sandbox::start().await.unwrap();
    let address = sandbox.address();
    sandbox.shutdown().await;
    assert!(TcpStream::connect(address).await.is_err());
    let again = Sandbox::bind(address).await.unwrap();
    drop(again);
}
