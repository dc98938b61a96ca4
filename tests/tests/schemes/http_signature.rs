//! HTTP signatures as Cybersource asks for them, over whole requests of a connector, checked from what is
//! sent alone. <https://developer.cybersource.com/docs/cybs/en-us/platform/developer/all/rest/rest-getting-started/restgs-http-message-intro.html>
//! (read 2026-11)

use std::time::{Duration, SystemTime};

use bytes::Bytes;
use connector_core::signature::{HttpSignature, base64_key, digest, hmac_sha256, http_date};
use connector_core::{
    Auth, BuildError, Connection, CredentialFields, Moment, Occasion, PaymentVoidData,
    PaymentsSyncData, prelude::*,
};
use http::{HeaderValue, Method, Request};

use super::Problem;

#[derive(Debug, Auth)]
#[auth(scheme = "HTTP signature", authorize = sign)]
struct Merchant {
    /// The merchant's id, which every request names.
    #[auth(header = "v-c-merchant-id")]
    merchant_id: Secret,
    /// The key's number.
    key_id: Secret,
    /// The key, in base64.
    shared_secret: Secret,
}

const OF_A_QUESTION: HttpSignature = HttpSignature {
    covered: &["host", "date", "request-target", "v-c-merchant-id"],
    target: "request-target",
};

const OF_AN_ORDER: HttpSignature = HttpSignature {
    covered: &["host", "date", "request-target", "digest", "v-c-merchant-id"],
    target: "request-target",
};

fn sign(
    auth: &Merchant,
    request: &mut Request<Bytes>,
    occasion: &Occasion<'_>,
) -> Result<(), BuildError> {
    request.headers_mut().insert("date", http_date(occasion.time()?)?);
    let signature = if request.method() == Method::GET {
        OF_A_QUESTION
    } else {
        let digest = HeaderValue::from_str(&digest(request.body()));
        let digest = digest.map_err(|_| BuildError::Header { name: "digest" })?;
        request.headers_mut().insert("digest", digest);
        OF_AN_ORDER
    };
    let key = base64_key("shared_secret", &auth.shared_secret)?;
    let signed = signature.hmac_sha256(request, ("key_id", auth.key_id.expose()), &key)?;
    request.headers_mut().insert("signature", signed);
    Ok(())
}

#[derive(Debug, Connector)]
#[connector(name = "signed", base_url = "https://api.test", auth = Merchant, error = Problem)]
struct Signed;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Signed, flow_name = PSync, http_method = Get, response = Answer)]
#[connector_flow(url = "/tss/v2/transactions/{id}?view=all")]
struct Ask<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Signed, flow_name = Void, http_method = Post, response = Answer)]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(url = "/pts/v2/voids")]
struct LetGo<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Void, no_id = "an example", no_amount = "an example")]
struct Answer {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Voided)]
    Gone,
    #[wire_status(Charged, flow(Void = none))]
    Paid,
    #[wire_status(Failure)]
    Refused,
}

/// `the shared key` in base64.
const KEY: &[u8] = b"the shared key";

fn connection() -> Connection<Signed> {
    let json =
        br#"{"merchant_id": "m-1", "key_id": "k-1", "shared_secret": "dGhlIHNoYXJlZCBrZXk="}"#;
    Connection::new(CredentialFields::from_json(json).unwrap()).unwrap()
}

fn moment() -> Moment {
    Moment::at(SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777))
}

fn psync() -> RouterData<PSync> {
    RouterData::new(PaymentsSyncData::new(PaymentId::new("p/1").unwrap()))
}

fn void() -> RouterData<Void> {
    let key = IdempotencyKey::new("key-1").unwrap();
    RouterData::new(PaymentVoidData::new(PaymentId::new("p-1").unwrap(), key))
}

fn signature(text: &str) -> String {
    connector_core::signature::base64(&hmac_sha256(KEY, text.as_bytes()))
}

#[test]
fn a_question_is_signed_with_its_host_date_target_and_merchant() {
    let request = connection().build_request_at(&psync(), &moment()).unwrap();
    let expected = signature(
        "host: api.test\n\
         date: Sun, 06 Nov 1994 08:49:37 GMT\n\
         request-target: get /tss/v2/transactions/p%2F1?view=all\n\
         v-c-merchant-id: m-1",
    );
    assert_eq!(
        request.headers()["signature"],
        format!(
            "keyid=\"k-1\", algorithm=\"HmacSHA256\", \
             headers=\"host date request-target v-c-merchant-id\", signature=\"{expected}\""
        )
        .as_str(),
    );
    assert!(request.headers()["signature"].is_sensitive());
}

#[test]
fn an_order_is_signed_with_the_digest_of_its_body() {
    let request = connection().build_request_at(&void(), &moment()).unwrap();
    let digest = request.headers()["digest"].to_str().unwrap();
    assert_eq!(digest, connector_core::signature::digest(br#"{"id":"p-1"}"#));
    let expected = signature(&format!(
        "host: api.test\ndate: Sun, 06 Nov 1994 08:49:37 GMT\n\
         request-target: post /pts/v2/voids\ndigest: {digest}\nv-c-merchant-id: m-1"
    ));
    let sent = request.headers()["signature"].to_str().unwrap();
    assert!(sent.ends_with(&format!("signature=\"{expected}\"")), "{sent}");
}

#[test]
fn without_the_time_nothing_is_signed_and_a_key_that_is_no_base64_is_named() {
    let error = connection().build_request(&psync()).unwrap_err();
    assert!(matches!(error, BuildError::Unsaid { what: "the time" }), "{error}");
    let json = br#"{"merchant_id": "m-1", "key_id": "k-1", "shared_secret": "%"}"#;
    let wrong = Connection::<Signed>::new(CredentialFields::from_json(json).unwrap()).unwrap();
    let error = wrong.build_request_at(&psync(), &moment()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the credentials' field `shared_secret` is not base64 (RFC 4648)"
    );
}
