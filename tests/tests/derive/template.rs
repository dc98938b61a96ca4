//! From a template and values to a URL.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use connector_core::prelude::*;
use connector_core::{BaseUrl, BuildError, PathProblem};
use connector_tests::connectors;
use connector_tests::fixture::{Payment, ask, ask_at};

connectors!(Ordered, Quoted, Queried, Raw, Nothing);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Ordered, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/@{user}/{{literal}}/{payment_id}.json")]
struct OrderedRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
    #[connector_flow(from = request.connector_transaction_id)]
    user: &'a PaymentId,
}

#[test]
fn literal_braces_prefixes_and_suffixes_and_fields_in_another_order() {
    let request = ask::<Ordered>("a").unwrap();
    assert_eq!(request.uri().path(), "/@a/%7Bliteral%7D/a.json");
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Quoted, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments/{payment_id}/capture")]
struct QuotedRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_id: &'a PaymentId,
}

#[test]
fn values_stay_in_their_segment() {
    for (value, segment) in [
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("a#b", "a%23b"),
        ("%2e%2e", "%252e%252e"),
        ("a\\..\\b", "a%5C..%5Cb"),
        ("a;b", "a%3Bb"),
        ("a b", "a%20b"),
        ("é", "%C3%A9"),
    ] {
        let request = ask::<Quoted>(value).unwrap();
        assert_eq!(request.uri().path(), format!("/payments/{segment}/capture"), "{value}");
    }
}

#[test]
fn dot_segments_build_no_request() {
    for value in [".", ".."] {
        let error = ask::<Quoted>(value).unwrap_err();
        assert!(matches!(
            error,
            BuildError::PathValue { field: "payment_id", problem: PathProblem::DotSegment }
        ));
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Raw, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/a/{text}/b")]
struct RawRequest {
    text: &'static str,
}

impl TryFrom<&RouterData<PSync>> for RawRequest {
    type Error = BuildError;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, BuildError> {
        Ok(Self { text: "line\r\nbreak\0" })
    }
}

#[test]
fn line_breaks_stay_in_their_segment() {
    assert_eq!(ask::<Raw>("p").unwrap().uri().path(), "/a/line%0D%0Abreak%00/b");
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Nothing, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/a/{text}")]
struct NothingRequest {
    text: String,
}

impl TryFrom<&RouterData<PSync>> for NothingRequest {
    type Error = BuildError;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, BuildError> {
        Ok(Self { text: String::new() })
    }
}

#[test]
fn an_empty_value_builds_no_request() {
    let error = ask::<Nothing>("p").unwrap_err();
    assert_eq!(error.to_string(), "the value of `text` is empty; it cannot stand in a URL");
}

#[test]
fn base_urls_with_slash_path_and_port_join_to_one_result() {
    for (base, expected) in [
        ("https://acme.test", "https://acme.test/payments/p/capture"),
        ("https://acme.test/", "https://acme.test/payments/p/capture"),
        ("https://acme.test:8443", "https://acme.test:8443/payments/p/capture"),
        ("https://acme.test/v1", "https://acme.test/v1/payments/p/capture"),
        ("https://acme.test/v1/", "https://acme.test/v1/payments/p/capture"),
    ] {
        assert_eq!(ask_at::<Quoted>(base, "p").unwrap().uri(), expected);
    }
}

#[test]
fn base_urls_with_query_fragment_or_user_are_refused() {
    for base in ["https://acme.test?a=1", "https://acme.test/#a", "https://a:b@acme.test"] {
        assert!(base.parse::<BaseUrl>().is_err(), "{base}");
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Queried, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments?fixed=a b")]
struct QueriedRequest {
    #[connector_flow(query = "expand[]")]
    expand: Vec<&'static str>,
    #[connector_flow(query)]
    absent: Option<&'static str>,
    #[connector_flow(query)]
    present: Option<&'static str>,
    #[connector_flow(query)]
    flag: bool,
    #[connector_flow(header = "Acme-Limit")]
    limit: u8,
    #[connector_flow(header = "Acme-Nothing")]
    nothing: Option<u8>,
}

impl TryFrom<&RouterData<PSync>> for QueriedRequest {
    type Error = BuildError;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, BuildError> {
        Ok(Self {
            expand: vec!["charge", "a&b=c"],
            absent: None,
            present: Some("a+b c"),
            flag: true,
            limit: 3,
            nothing: None,
        })
    }
}

#[test]
fn query_fields_are_repeated_left_out_and_encoded() {
    let request = ask::<Queried>("p").unwrap();
    assert_eq!(
        request.uri().query(),
        Some("fixed=a%20b&expand%5B%5D=charge&expand%5B%5D=a%26b%3Dc&present=a%2Bb%20c&flag=true")
    );
    assert_eq!(request.headers()["acme-limit"], "3");
    assert!(!request.headers().contains_key("acme-nothing"));
}

connectors!(Mapped);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Mapped, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/payments")]
struct MappedRequest {
    #[connector_flow(query)]
    created: BTreeMap<String, u8>,
    #[connector_flow(query = "filter")]
    pairs: &'static [(&'static str, Option<&'static str>)],
    #[connector_flow(query_all)]
    all: BTreeMap<String, Vec<u8>>,
}

impl TryFrom<&RouterData<PSync>> for MappedRequest {
    type Error = BuildError;

    fn try_from(_: &RouterData<PSync>) -> Result<Self, BuildError> {
        Ok(Self {
            created: BTreeMap::from([("gte".to_owned(), 1), ("lt".to_owned(), 9)]),
            pairs: &[("a&b", Some("c=d")), ("gone", None)],
            all: BTreeMap::from([("ids[]".to_owned(), vec![1, 2])]),
        })
    }
}

#[test]
fn maps_and_pairs_have_keys_in_brackets_or_their_own() {
    let request = ask::<Mapped>("p").unwrap();
    assert_eq!(
        request.uri().query(),
        Some(
            "created%5Bgte%5D=1&created%5Blt%5D=9&filter%5Ba%26b%5D=c%3Dd&ids%5B%5D=1&ids%5B%5D=2"
        )
    );
}

connectors!(Priced);

#[derive(ConnectorFlow)]
#[connector_flow(connector = Priced, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = "/rates/{currency}")]
struct PricedRequest<'a> {
    currency: Currency,
    #[connector_flow(query)]
    amount: StringMajorUnit,
    #[connector_flow(header = "Acme-Total")]
    total: Option<MinorUnit>,
    #[connector_flow(header = "Acme-Session")]
    session: Exposed<'a>,
    #[connector_flow(header = "Acme-Device")]
    device: Option<Exposed<'a>>,
}

impl<'a> TryFrom<&'a RouterData<PSync>> for PricedRequest<'a> {
    type Error = BuildError;

    fn try_from(_: &'a RouterData<PSync>) -> Result<Self, BuildError> {
        static SESSION: LazyLock<Secret> = LazyLock::new(|| Secret::new("s-1"));
        let price = serde_json::from_str::<Money>(r#"{"minor_amount": 1050, "currency": "EUR"}"#);
        let price = price.map_err(|_| BuildError::invalid("amount", "is no amount"))?;
        Ok(Self {
            currency: price.currency,
            amount: price.into(),
            total: Some(price.into()),
            session: Exposed::from(&*SESSION),
            device: None,
        })
    }
}

#[test]
fn an_amount_and_its_currency_go_everywhere_and_a_secret_where_nobody_logs_it() {
    let request = ask::<Priced>("p").unwrap();
    assert_eq!(request.uri().path(), "/rates/EUR");
    assert_eq!(request.uri().query(), Some("amount=10.50"));
    let headers = request.headers();
    assert_eq!(
        (&headers["acme-total"], &headers["acme-session"]),
        (&"1050".parse().unwrap(), &"s-1".parse().unwrap())
    );
    assert!(headers["acme-session"].is_sensitive() && !headers["acme-total"].is_sensitive());
    assert!(!headers.contains_key("acme-device"));
}
