//! RSA signatures, verified by another function of the library than the one that makes them, with a
//! key that a certificate tool has made.

use connector_core::signature::rsa_sha256;
use connector_core::{Auth, BuildError, Connection, CredentialFields, Pem, prelude::*};
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};

use super::Problem;

/// The private key, and the public one in DER (`openssl rsa -RSAPublicKey_out -outform DER`).
const KEY: &str = include_str!("rsa/private.pem");
const PUBLIC: &[u8] = include_bytes!("rsa/public.der");

#[derive(Debug, Auth)]
#[auth(scheme = "rsa", authorize = sign)]
struct Signed {
    /// The private key.
    key: Pem,
}

fn sign(auth: &Signed, request: &mut http::Request<bytes::Bytes>) -> Result<(), BuildError> {
    let signature = rsa_sha256("key", &auth.key, request.body())?;
    let text = connector_core::signature::base64(&signature);
    request.headers_mut().insert("signature", connector_core::sensitive_header("key", &[&text])?);
    Ok(())
}

#[derive(Debug, Connector)]
#[connector(name = "signed", base_url = "https://host", auth = Signed, error = Problem)]
struct SignedConnector;

#[derive(ConnectorFlow)]
#[connector_flow(connector = SignedConnector, flow_name = Void, http_method = Post, url = "/")]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(response = Answer)]
struct SignedVoid<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = VoidInitiated)]
struct Answer {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
}

fn void() -> RouterData<Void> {
    let key = IdempotencyKey::new("key-1").unwrap();
    RouterData::new(connector_core::PaymentVoidData::new(PaymentId::new("p-1").unwrap(), key))
}

#[test]
fn the_public_key_verifies_what_the_private_one_has_signed() {
    let fields = CredentialFields::default().with("key", Secret::new(KEY));
    let request =
        Connection::<SignedConnector>::new(fields).unwrap().build_request(&void()).unwrap();
    let signature = request.headers()["signature"].as_bytes();
    let signature = base64::Engine::decode(&base64::prelude::BASE64_STANDARD, signature).unwrap();
    let public = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, PUBLIC);
    public.verify(request.body(), &signature).unwrap();
    assert!(public.verify(b"another body", &signature).is_err());
}

#[test]
fn a_key_that_was_cut_off_signs_nothing_and_is_not_shown() {
    let cut = KEY.replacen("MII", "MIJ", 1);
    let fields = CredentialFields::default().with("key", Secret::new(cut));
    let connection = Connection::<SignedConnector>::new(fields).unwrap();
    let error = connection.build_request(&void()).unwrap_err();
    assert_eq!(error.to_string(), "the credentials' field `key` is no key that can sign");
}
