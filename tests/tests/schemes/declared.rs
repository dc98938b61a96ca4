//! Places that are declared on the fields of credentials.

use connector_core::{
    Auth, BuildError, Connection, CredentialFields, Currency, Moment, Money, Occasion, Pem,
    PerCurrency, prelude::*,
};

use super::Problem;

#[derive(Debug, Auth)]
struct Everything {
    /// The key.
    #[auth(header = "X-Api-Key")]
    key: Secret,
    /// A second key, which not every merchant has.
    #[auth(header = "X-Second", prefix = "Key ")]
    second: Option<Secret>,
    /// The user.
    #[auth(basic_user)]
    user: Secret,
    /// A password for each currency.
    #[auth(basic_password)]
    password: PerCurrency,
    /// The certificate.
    #[auth(client_certificate)]
    certificate: Pem,
    /// Its key.
    #[auth(client_key)]
    certificate_key: Pem,
    /// The merchant's number, which stands in bodies.
    merchant: Secret,
}

#[derive(Debug, Connector)]
#[connector(name = "schemes", base_url = "https://host", auth = Everything, error = Problem)]
struct Schemes;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Schemes, flow_name = Refund, http_method = Post, response = Answer)]
#[connector_flow(ignores(refund_amount = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(url = "/refunds")]
struct GiveBack<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = auth.merchant)]
    merchant: Exposed<'a>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending, no_amount = "an example")]
struct Answer {
    #[flow_response(connector_refund_id)]
    id: RefundId,
}

fn fields() -> CredentialFields {
    let pem = "-----BEGIN CERTIFICATE-----\\nAAAA\\n-----END CERTIFICATE-----\\n";
    let json = format!(
        r#"{{"key": "k-1", "user": "Aladdin", "password_eur": "open sesame", "password_usd": "p",
            "certificate": "{pem}", "certificate_key": "{pem}", "merchant": "m-1"}}"#
    );
    CredentialFields::from_json(json.as_bytes()).unwrap()
}

fn refund(currency: Option<&str>) -> RouterData<Refund> {
    let key = IdempotencyKey::new("key-1").unwrap();
    let mut data = connector_core::RefundsData::new(PaymentId::new("p-1").unwrap(), key);
    data.refund_amount = currency.map(|currency| {
        Money::new(MinorUnit::new(100).unwrap(), currency.parse::<Currency>().unwrap())
    });
    RouterData::new(data)
}

#[test]
fn each_credential_goes_to_its_place_and_shows_nowhere() {
    let connection = Connection::<Schemes>::new(fields()).unwrap();
    let request = connection.build_request(&refund(Some("EUR"))).unwrap();
    assert_eq!(request.headers()["x-api-key"], "k-1");
    // RFC 7617, section 2: the same user and password.
    assert_eq!(request.headers()["authorization"], "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assert!(!request.headers().contains_key("x-second"), "an absent one is not sent");
    assert_eq!(request.body(), r#"{"id":"p-1","merchant":"m-1"}"#);
    let secrets = ["k-1", "Aladdin", "sesame", "QWxh", "AAAA"];
    let shown = format!("{connection:?} {:?}", request.headers());
    assert!(secrets.iter().all(|secret| !shown.contains(secret)), "{shown}");
    assert_eq!(Everything::SCHEME, "header, basic, client certificate");
}

#[test]
fn the_currency_chooses_the_key_and_no_other_one_is_taken_in_its_place() {
    let connection = Connection::<Schemes>::new(fields()).unwrap();
    let dollars = connection.build_request(&refund(Some("USD"))).unwrap();
    assert_eq!(dollars.headers()["authorization"], "Basic QWxhZGRpbjpw");
    let error = connection.build_request(&refund(Some("JPY"))).unwrap_err();
    assert_eq!(error.to_string(), "the credentials have no `password` for JPY");
    let error = connection.build_request(&refund(None)).unwrap_err();
    assert!(error.to_string().starts_with("the currency of the request is not known"), "{error}");
}

#[test]
fn an_optional_key_is_sent_where_it_is_there() {
    let fields = fields().with("second", Secret::new("k-2"));
    let connection = Connection::<Schemes>::new(fields).unwrap();
    let request = connection.build_request(&refund(Some("EUR"))).unwrap();
    assert_eq!(request.headers()["x-second"], "Key k-2");
    assert!(request.headers()["x-second"].is_sensitive());
}

#[test]
fn what_cannot_be_a_credential_is_named() {
    let refused = |name: &str, value: &str| {
        let fields = fields().with(name, Secret::new(value));
        Connection::<Schemes>::new(fields).unwrap_err().to_string()
    };
    assert_eq!(
        refused("certificate", "MIIB"),
        "the credentials' field `certificate` is not in PEM form (`-----BEGIN …`)"
    );
    assert!(refused("password_xqz", "p").contains("`password_xqz`, which is unknown"));
    assert!(refused("password_eur", "a\nb").contains("line break"));
    let fields = fields().with("user", Secret::new("a:b"));
    let connection = Connection::<Schemes>::new(fields).unwrap();
    let error = connection.build_request(&refund(Some("EUR"))).unwrap_err();
    assert!(matches!(error, BuildError::UserWithColon { field: "user" }), "{error}");
}

#[test]
fn the_identity_for_tls_is_the_credentials() {
    let connection = Connection::<Schemes>::new(fields()).unwrap();
    let identity = connection.client_identity().unwrap();
    assert!(identity.certificates.expose().starts_with("-----BEGIN"));
    assert!(!format!("{identity:?}").contains("AAAA"));
    let masked = Connection::<Schemes>::new(fields().redacted(&[])).unwrap();
    assert!(masked.build_request(&refund(Some("EUR"))).is_ok(), "what is shown is built of masks");
}

#[derive(Debug, Auth)]
#[auth(authorize = at_a_time)]
struct Timed {
    /// The key.
    key: Secret,
}

fn at_a_time(
    auth: &Timed,
    request: &mut http::Request<bytes::Bytes>,
    occasion: &Occasion<'_>,
) -> Result<(), BuildError> {
    let date = connector_core::signature::http_date(occasion.time()?)?;
    request.headers_mut().insert(http::header::DATE, date);
    let key = connector_core::sensitive_header("key", &[auth.key.expose()])?;
    request.headers_mut().insert("key", key);
    Ok(())
}

#[derive(Debug, Connector)]
#[connector(name = "timed", base_url = "https://host", auth = Timed, error = Problem)]
struct TimedConnector;

#[derive(ConnectorFlow)]
#[connector_flow(connector = TimedConnector, flow_name = Refund, http_method = Post, url = "/")]
#[connector_flow(ignores(refund_amount = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(response = Answer)]
struct TimedRefund<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[test]
fn the_time_is_the_callers_and_never_guessed() {
    let fields = CredentialFields::default().with("key", Secret::new("k-1"));
    let connection = Connection::<TimedConnector>::new(fields).unwrap();
    let error = connection.build_request(&refund(None)).unwrap_err();
    assert!(matches!(error, BuildError::Unsaid { what: "the time" }), "{error}");
    let moment = Moment::at(std::time::SystemTime::UNIX_EPOCH);
    let request = connection.build_request_at(&refund(None), &moment).unwrap();
    assert_eq!(request.headers()["date"], "Thu, 01 Jan 1970 00:00:00 GMT");
}
