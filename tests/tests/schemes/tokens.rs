//! Access tokens: fetched once however many calls miss, kept until shortly before they expire, and
//! forgotten where they are refused.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use connector_client::{AccessTokens, Connect as _, execute};
use connector_core::{
    Connection, CredentialFields, NotSent, PaymentVoidData, PaymentsSyncData,
    ServerAuthenticationToken, prelude::*,
};
use http::{Request, Response};

use super::Problem;

#[derive(Debug, Auth)]
#[auth(access_token)]
struct ClientCredentials {
    /// The client's id.
    #[auth(basic_user)]
    client_id: Secret,
    /// The client's secret.
    #[auth(basic_password)]
    client_secret: Secret,
}

#[derive(Debug, Clone, Copy, Connector)]
#[connector(name = "tokens", base_url = "https://host", auth = ClientCredentials, error = Problem)]
struct Tokens;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Tokens, flow_name = ServerAuthenticationToken, http_method = Post)]
#[connector_flow(url = "/token", body = Form, response = Issued)]
struct TokenRequest {
    #[connector_flow(value = "client_credentials")]
    grant_type: &'static str,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(ServerAuthenticationToken, status = Created)]
struct Issued {
    #[flow_response(access_token)]
    access_token: Secret,
    #[flow_response(expires_in)]
    expires_in: u64,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Tokens, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments/{id}")]
struct Ask<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Tokens, flow_name = Void, http_method = Post, response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(url = "/payments/{id}/void")]
struct LetGo<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Void, no_id = "an example", no_amount = "an example")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(connector_response_reference_id)]
    note: Option<Box<str>>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Voided)]
    Gone,
    #[wire_status(Failure)]
    Refused,
}

/// A processor that counts. Its tokens are `access-token-000-1`, `access-token-000-2`, …; each is good until it is revoked.
#[derive(Debug, Default)]
struct Server {
    issued: u32,
    asked: u32,
    revoked: Vec<String>,
    issues_none: bool,
}

type Shared = Arc<Mutex<Server>>;

fn reply(status: u16, body: String) -> Response<Bytes> {
    Response::builder().status(status).body(Bytes::from(body)).unwrap()
}

async fn serve(server: Shared, request: Request<Bytes>) -> Result<Response<Bytes>, Infallible> {
    let authorization = request.headers()["authorization"].to_str().unwrap().to_owned();
    if request.uri().path() == "/token" {
        // Long enough for all that wait to have asked.
        tokio::time::sleep(Duration::from_millis(50)).await;
        let mut server = server.lock().unwrap();
        server.issued += 1;
        assert_eq!(authorization, "Basic aWQ6c2VjcmV0");
        assert_eq!(request.body(), "grant_type=client_credentials");
        if server.issues_none {
            return Ok(reply(503, String::new()));
        }
        let token = format!("access-token-000-{}", server.issued);
        return Ok(reply(200, format!(r#"{{"access_token": "{token}", "expires_in": 900}}"#)));
    }
    let mut server = server.lock().unwrap();
    server.asked += 1;
    let token = authorization.strip_prefix("Bearer ").unwrap();
    if server.revoked.iter().any(|revoked| revoked == token) {
        return Ok(reply(401, r#"{"code": "invalid_token"}"#.to_owned()));
    }
    Ok(reply(200, format!(r#"{{"status": "paid", "note": "you are {token}"}}"#)))
}

fn credentials() -> CredentialFields {
    CredentialFields::from_json(br#"{"client_id": "id", "client_secret": "secret"}"#).unwrap()
}

fn psync() -> RouterData<PSync> {
    RouterData::new(PaymentsSyncData::new(PaymentId::new("p-1").unwrap()))
}

macro_rules! client {
    ($server:expr) => {{
        let server = Arc::clone(&$server);
        let transport = tower::service_fn(move |request| serve(Arc::clone(&server), request));
        Tokens.connect_over(transport, credentials()).unwrap()
    }};
}

#[tokio::test(start_paused = true)]
async fn a_hundred_calls_that_miss_at_once_fetch_one_token() {
    let server = Shared::default();
    let client = Arc::new(client!(server));
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let client = Arc::clone(&client);
            tokio::spawn(async move { client.execute::<PSync>(&psync()).await })
        })
        .collect();
    for call in calls {
        assert!(matches!(call.await.unwrap(), Outcome::Status(_)));
    }
    let server = server.lock().unwrap();
    assert_eq!((server.issued, server.asked), (1, 100));
}

#[tokio::test(start_paused = true)]
async fn a_token_is_replaced_shortly_before_it_expires() {
    let server = Shared::default();
    let client = client!(server);
    let issued = || server.lock().unwrap().issued;
    assert!(matches!(client.execute::<PSync>(&psync()).await, Outcome::Status(_)));
    tokio::time::advance(Duration::from_secs(830)).await;
    assert!(matches!(client.execute::<PSync>(&psync()).await, Outcome::Status(_)));
    assert_eq!(issued(), 1);
    tokio::time::advance(Duration::from_secs(15)).await;
    assert!(matches!(client.execute::<PSync>(&psync()).await, Outcome::Status(_)));
    assert_eq!(issued(), 2, "55 seconds before it would have expired");
}

#[tokio::test(start_paused = true)]
async fn a_refused_token_is_forgotten_once_and_a_question_is_asked_again() {
    let server = Shared::default();
    let client = Arc::new(client!(server));
    assert!(matches!(client.execute::<PSync>(&psync()).await, Outcome::Status(_)));
    server.lock().unwrap().revoked.push("access-token-000-1".to_owned());
    let calls: Vec<_> = (0..20)
        .map(|_| {
            let client = Arc::clone(&client);
            tokio::spawn(async move { client.execute::<PSync>(&psync()).await })
        })
        .collect();
    for call in calls {
        assert!(matches!(call.await.unwrap(), Outcome::Status(_)));
    }
    assert_eq!(server.lock().unwrap().issued, 2);
}

#[tokio::test(start_paused = true)]
async fn an_order_with_a_refused_token_is_not_sent_twice() {
    let server = Shared::default();
    let client = client!(server);
    assert!(matches!(client.execute::<PSync>(&psync()).await, Outcome::Status(_)));
    server.lock().unwrap().revoked.push("access-token-000-1".to_owned());
    let key = IdempotencyKey::new("key-1").unwrap();
    let void = RouterData::new(PaymentVoidData::new(PaymentId::new("p-1").unwrap(), key));
    let asked = server.lock().unwrap().asked;
    let Outcome::NoInformation(fault) = client.execute::<Void>(&void).await else { panic!() };
    assert_eq!(fault.kind, FaultKind::Configuration);
    assert_eq!(server.lock().unwrap().asked, asked + 1);
    // The next one has a new token.
    assert!(!matches!(client.execute::<Void>(&void).await, Outcome::NoInformation(_)));
}

#[tokio::test(start_paused = true)]
async fn without_a_token_nothing_is_sent_and_all_who_waited_hear_why() {
    let server = Shared::default();
    server.lock().unwrap().issues_none = true;
    let client = Arc::new(client!(server));
    let calls: Vec<_> = (0..10)
        .map(|_| {
            let client = Arc::clone(&client);
            tokio::spawn(async move { client.execute::<PSync>(&psync()).await })
        })
        .collect();
    for call in calls {
        let Outcome::NotSent(NotSent::NoAccessToken(why)) = call.await.unwrap() else { panic!() };
        assert!(why.contains("HTTP 503"), "{why}");
    }
    let server = server.lock().unwrap();
    assert_eq!((server.issued, server.asked), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn no_token_of_one_merchant_is_anothers() {
    let server = Shared::default();
    let shared = Arc::clone(&server);
    let transport = tower::service_fn(move |request| serve(Arc::clone(&shared), request));
    let tokens = AccessTokens::new();
    for _ in 0..2 {
        let merchant = Connection::<Tokens>::new(credentials()).unwrap();
        for _ in 0..2 {
            let outcome = tokens.execute::<PSync>(&transport, &merchant, &psync()).await;
            assert!(matches!(outcome, Outcome::Status(_)));
        }
    }
    assert_eq!(server.lock().unwrap().issued, 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_the_processor_echoes_is_masked() {
    let server = Shared::default();
    let shared = Arc::clone(&server);
    let transport = tower::service_fn(move |request| serve(Arc::clone(&shared), request));
    let merchant = Connection::<Tokens>::new(credentials()).unwrap();
    let Outcome::Status(payment) = execute::<PSync>(&transport, &merchant, &psync()).await else {
        panic!()
    };
    assert_eq!(payment.connector_response_reference_id.unwrap().as_str(), "you are ***");
    assert!(merchant.build_request(&psync()).is_err(), "nothing is built without a token");
}

#[test]
fn the_request_for_the_token_has_the_credentials_and_no_token() {
    let merchant = Connection::<Tokens>::new(credentials()).unwrap();
    let data = RouterData::<ServerAuthenticationToken>::new(
        connector_core::ServerAuthenticationTokenRequestData::new(),
    );
    let request = merchant.build_request(&data).unwrap();
    assert_eq!(request.headers()["authorization"], "Basic aWQ6c2VjcmV0");
}
