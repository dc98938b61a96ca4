//! What the sandbox sends by itself arrives at a receiver of ours, is believed, and tells what a sync tells.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use connector_core::{DisputeState, EventReport, EventTold, Outcome, Report, WebhookEvent};
use connector_sandbox::Processor;
use connector_tests::merchant::Merchant;
use serde_json::{Value, json};
use tower::ServiceExt as _;

/// Somebody who listens, and answers everything with 200.
fn listen() -> (String, Receiver<http::Request<Bytes>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let (came, receiver) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let heard = read(stream.unwrap());
            if came.send(heard).is_err() {
                return;
            }
        }
    });
    (format!("http://{address}/hooks"), receiver)
}

fn read(stream: TcpStream) -> http::Request<Bytes> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    let path = line.split(' ').nth(1).unwrap().to_owned();
    let (mut request, mut length) = (http::Request::post(path), 0);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.parse().unwrap();
        }
        request = request.header(name, value);
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    reader.into_inner().write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").unwrap();
    request.body(body.into()).unwrap()
}

struct Shop {
    merchant: Merchant,
    came: Receiver<http::Request<Bytes>>,
}

impl Shop {
    async fn open() -> Self {
        let merchant = Merchant::start().await;
        let (url, came) = listen();
        merchant.sandbox.send_webhooks_to(&url).unwrap();
        Self { merchant, came }
    }

    /// Carries out a flow, as JSON.
    async fn run(&self, processor: Processor, flow: &str, data: Value) -> Report {
        let connection = self.merchant.connection(processor);
        let flow = connection.flow_by_name(flow).unwrap();
        let data = data.to_string();
        let request = flow.build_request(data.as_bytes()).unwrap();
        let response = self.merchant.http.clone().oneshot(request).await.unwrap();
        flow.handle_response(data.as_bytes(), response).unwrap()
    }

    /// The next event, verified, and read.
    fn heard(&self, processor: Processor) -> WebhookEvent {
        let came = self.came.recv_timeout(Duration::from_secs(20)).unwrap();
        assert_eq!(came.uri().path(), format!("/hooks/{processor}"));
        let connection = self.merchant.connection(processor);
        let received = connection.receive_webhook(&came, SystemTime::now()).unwrap();
        let webhook = received.unwrap().webhook().unwrap();
        webhook.events[0].clone()
    }

    fn event(&self, processor: Processor) -> EventReport {
        EventReport::from(&self.heard(processor))
    }

    /// The next event, which tells what a sync tells at the same time.
    async fn event_like_a_sync(&self, processor: Processor) -> EventReport {
        let event = self.event(processor);
        let told = &event.report;
        let payment = told.connector_transaction_id.clone();
        let asked = match event.flow {
            Some("RSync") => json!({ "connector_refund_id": told.connector_refund_id,
                "connector_transaction_id": payment }),
            _ => json!({ "connector_transaction_id": payment }),
        };
        let synced = self.run(processor, event.flow.unwrap(), json!({ "request": asked })).await;
        assert_eq!(synced.outcome, "status", "{synced:?}");
        if !event.asks {
            assert_eq!(told.status, synced.status, "{event:?}");
            // Not every one of them says of how much.
            let both = told.amount.zip(synced.amount);
            assert!(both.is_none_or(|(told, synced)| told == synced), "{event:?} {synced:?}");
        }
        event
    }
}

const CARD: &str = "4242424242424242";
const DECLINED: [(Processor, &str); 2] =
    [(Processor::Stripe, "4000000000000002"), (Processor::Checkout, "4544249167673670")];

fn paid_by(number: &str, key: &str, capture_method: &str) -> Value {
    json!({
        "resource_common_data": { "connector_request_reference_id": format!("order-{key}") },
        "request": {
            "amount": { "minor_amount": 1_000, "currency": "EUR" },
            "payment_method_data": { "card": {
                "number": number, "expiry": "2030-03", "security_code": "737" } },
            "capture_method": capture_method,
            "idempotency_key": key,
            "return_url": "https://shop.example/return",
        },
    })
}

fn about(payment: &str, key: &str, more: &[(&str, Value)]) -> Value {
    let mut request = json!({ "connector_transaction_id": payment, "idempotency_key": key });
    for (name, value) in more {
        request[*name] = value.clone();
    }
    json!({ "request": request })
}

#[tokio::test]
async fn each_change_of_a_payment_is_told_as_a_sync_tells_it() {
    let shop = Shop::open().await;
    let amount = |minor: i64| json!({ "minor_amount": minor, "currency": "EUR" });
    for processor in [Processor::Stripe, Processor::Checkout] {
        let held = shop.run(processor, "Authorize", paid_by(CARD, "a", "manual")).await;
        let id = held.connector_transaction_id.clone().unwrap();
        let event = shop.event_like_a_sync(processor).await;
        assert_eq!(
            (event.report.status, &event.report.connector_transaction_id),
            (Some("authorized"), &Some(id.clone()))
        );

        let capture =
            about(&id, "b", &[("amount_to_capture", amount(1_000)), ("amount", amount(1_000))]);
        shop.run(processor, "Capture", capture).await;
        let event = shop.event_like_a_sync(processor).await;
        assert!(event.report.status == Some("charged") || event.asks, "{event:?}");

        let refund = about(&id, "c", &[("refund_amount", amount(400))]);
        let refund = shop.run(processor, "Refund", refund).await;
        let event = shop.event_like_a_sync(processor).await;
        assert_eq!((event.flow, event.report.status), (Some("RSync"), Some("success")));
        assert_eq!(event.report.connector_refund_id, refund.connector_refund_id);

        let held = shop.run(processor, "Authorize", paid_by(CARD, "d", "manual")).await;
        let id = held.connector_transaction_id.unwrap();
        shop.event_like_a_sync(processor).await;
        shop.run(processor, "Void", about(&id, "e", &[])).await;
        assert_eq!(shop.event_like_a_sync(processor).await.report.status, Some("voided"));
    }
    for (processor, card) in DECLINED {
        shop.run(processor, "Authorize", paid_by(card, "f", "manual")).await;
        assert_eq!(shop.event(processor).report.status, Some("failure"), "{processor}");
    }
}

/// Adyen answers that an order was received, and tells by webhooks alone what came of it.
#[tokio::test]
async fn adyens_events_tell_what_nothing_can_be_asked_about() {
    let shop = Shop::open().await;
    let adyen = Processor::Adyen;
    let amount = json!({ "minor_amount": 1_000, "currency": "EUR" });
    let held = shop.run(adyen, "Authorize", paid_by("4111111111111111", "a", "manual")).await;
    let id = held.connector_transaction_id.clone().unwrap();
    let event = shop.event(adyen);
    assert_eq!(
        (event.report.status, connector_tests::minor(event.report.amount)),
        (held.status, Some(1_000))
    );
    assert_eq!(event.report.connector_response_reference_id.as_deref(), Some("order-a"));
    let orders = [
        ("Capture", "amount_to_capture", "capture_initiated"),
        ("Refund", "refund_amount", "success"),
    ];
    for (flow, field, status) in orders {
        let data = about(&id, flow, &[(field, amount.clone())]);
        assert_ne!(shop.run(adyen, flow, data).await.status, Some("failure"));
        let event = shop.event(adyen);
        assert_eq!(event.report.status, Some(status));
        assert_eq!(event.report.connector_transaction_id.as_ref(), Some(&id));
    }
    let held = shop.run(adyen, "Authorize", paid_by("4111111111111111", "b", "manual")).await;
    shop.event(adyen);
    let id = held.connector_transaction_id.unwrap();
    shop.run(adyen, "Void", about(&id, "c", &[])).await;
    assert_eq!(shop.event(adyen).report.status, Some("voided"));
}

/// Nobody can ask about a dispute there: its beginning, and both its ends, are told by events alone.
#[tokio::test(flavor = "multi_thread")]
async fn adyens_disputes_are_told_from_their_beginning_to_their_end() {
    let shop = Shop::open().await;
    let adyen = Processor::Adyen;
    for (order, answered, decided, end) in [
        ("DefendDispute", "challenged", Some("Won"), "won"),
        ("DefendDispute", "challenged", Some("Lost"), "lost"),
        ("Accept", "expired", None, "expired"),
    ] {
        let sandbox = &shop.merchant.sandbox;
        let dispute = sandbox.add_dispute(adyen, adyen.open_dispute().unwrap()).unwrap();
        let mut told = DisputeState::new();
        let mut hear = |status: &str| {
            let event = shop.heard(adyen);
            assert_eq!(event.ids.connector_dispute_id.as_ref().unwrap().as_str(), dispute.id);
            let EventTold::Dispute(Outcome::Status(event)) = &event.told else {
                panic!("{event:?}")
            };
            assert_eq!(told.apply(event).unwrap().known().status.as_name(), status);
        };
        hear("opened"); // it is announced,
        hear("opened"); // and the money is gone
        let mut data = json!({ "request": { "connector_dispute_id": dispute.id,
            "idempotency_key": dispute.id } });
        if order == "DefendDispute" {
            data["request"]["defense_reason_code"] = json!("SupplyDefenseMaterial");
        }
        shop.run(adyen, order, data).await;
        hear(answered);
        if let Some(decided) = decided {
            assert!(sandbox.decide(adyen, &dispute.id, decided));
            if decided == "Won" {
                hear("challenged"); // the bank may come back
            }
            hear(end);
        }
    }
}

/// Where the answer is lost and the money has moved, it is the webhook that tells.
#[tokio::test]
async fn an_order_whose_answer_is_lost_is_told_of() {
    use connector_sandbox::{Fault, OrderFault};
    let shop = Shop::open().await;
    let stripe = Processor::Stripe;
    shop.merchant.sandbox.fail_next_order(stripe, OrderFault::after(Fault::ServerError));
    let lost = shop.run(stripe, "Authorize", paid_by(CARD, "a", "automatic")).await;
    assert_eq!(lost.outcome, "sent_unknown");
    let event = shop.event_like_a_sync(stripe).await;
    assert_eq!(event.report.status, Some("charged"));
}

/// A refund can be asked about by its id alone, and that was lost: the event tells it beside the name.
#[tokio::test]
async fn a_refund_whose_answer_is_lost_is_told_of_by_what_the_merchant_called_it() {
    use connector_sandbox::{Fault, OrderFault};
    let shop = Shop::open().await;
    let amount = |minor: i64| json!({ "minor_amount": minor, "currency": "EUR" });
    for processor in [Processor::Stripe, Processor::Checkout] {
        let held = shop.run(processor, "Authorize", paid_by(CARD, "a", "manual")).await;
        drop(shop.heard(processor));
        let id = held.connector_transaction_id.unwrap();
        let capture =
            about(&id, "b", &[("amount_to_capture", amount(1_000)), ("amount", amount(1_000))]);
        shop.run(processor, "Capture", capture).await;
        drop(shop.heard(processor));

        let mut order = about(&id, "c", &[("refund_amount", amount(400))]);
        order["resource_common_data"] = json!({ "connector_request_reference_id": "refund-17" });
        shop.merchant.sandbox.fail_next_order(processor, OrderFault::after(Fault::ServerError));
        let lost = shop.run(processor, "Refund", order).await;
        assert_eq!((lost.outcome, lost.connector_refund_id), ("sent_unknown", None));

        let event = shop.heard(processor);
        let called = event.ids.connector_request_reference_id.as_ref().unwrap();
        assert_eq!(called.as_str(), "refund-17", "{processor}");
        let refund = event.ids.connector_refund_id.as_ref().unwrap().as_str();
        // From here on it can be asked about, and goes by the same name.
        let asked = json!({ "connector_refund_id": refund, "connector_transaction_id": id });
        let told = shop.run(processor, "RSync", json!({ "request": asked })).await;
        assert_eq!(told.status, Some("success"), "{processor}: {told:?}");
        assert_eq!(told.connector_response_reference_id.as_deref(), Some("refund-17"));
    }
}

#[tokio::test]
async fn webhooks_are_sent_on_loopback_alone() {
    let shop = Shop::open().await;
    for url in
        ["https://127.0.0.1/x", "http://192.0.2.1/x", "http://shop.test/x", "127.0.0.1:1", ""]
    {
        assert!(shop.merchant.sandbox.send_webhooks_to(url).is_err(), "{url}");
    }
}
