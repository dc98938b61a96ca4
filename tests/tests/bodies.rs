//! Every form of a body, as the derive writes it: what stands in the request, and what it is called.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

use bytes::Bytes;
use connector_core::prelude::*;
use connector_core::{
    BodyKind, BuildError, Connection, CredentialFields, FilePart, Integration, PaymentVoidData,
    PaymentsCaptureData, PaymentsSyncData, RefundSyncData, RefundsData,
};
use http::StatusCode;

macro_rules! connectors {
    ($($connector:ident),+) => {$(
        #[derive(Debug, Connector)]
        #[connector(name = "example", base_url = "https://host", auth = BearerAuth, error = Problem)]
        struct $connector;
    )+};
}
connectors!(First, Second);

#[derive(Deserialize)]
struct Problem {}

impl ErrorResponse for Problem {
    fn class(&self, status: StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::default()
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, Void, no_id = "not the point", no_amount = "not the point")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, RSync, no_id = "not the point", no_amount = "not the point")]
struct Given {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus)]
enum Word {
    #[wire_status(AttemptStatus = Charged, RefundStatus = Success, flow(Void = Voided))]
    Done,
    #[wire_status(Failure)]
    Failed,
}

#[derive(serde::Serialize)]
struct Nested<'a> {
    number: &'a PaymentId,
    kinds: [&'a str; 2],
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = First, flow_name = Capture, http_method = Post, url = "/form", body = Form, response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
#[serde(rename_all = "camelCase")]
struct AsForm<'a> {
    card_data: Nested<'a>,
    amount: Option<MinorUnit>,
    #[serde(rename = "type")]
    kind: &'static str,
}

impl<'a> TryFrom<&'a RouterData<Capture>> for AsForm<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<Capture>) -> Result<Self, BuildError> {
        let number = &data.request.connector_transaction_id;
        Ok(Self { card_data: Nested { number, kinds: ["a", "b"] }, amount: None, kind: "x&y" })
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = First, flow_name = Void, http_method = Post, url = "/xml", body = Xml, envelope = "void", response = Payment)]
struct AsXml<'a> {
    #[serde(rename = "@id")]
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.idempotency_key)]
    key: &'a IdempotencyKey,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = First, flow_name = Refund, http_method = Post, url = "/soap", body = Soap, envelope = "refund", response = Given)]
#[connector_flow(ignores(refund_amount = "left out here"))]
#[connector_flow(no_idempotency = "left out here")]
struct AsSoap<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

const TOLD: &str = "fragment Told on Payment { status }";

#[derive(ConnectorFlow)]
#[connector_flow(connector = First, flow_name = PSync, http_method = Post, url = "/graphql", body = GraphQl, document = "query ($id: ID!) { node(id: $id) { ...Told } }", fragments = TOLD, response = Payment)]
struct AsGraphQl<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = First, flow_name = RSync, http_method = Post, url = "/parts", body = Multipart, response = Given)]
struct AsParts<'a> {
    #[serde(rename = "refund")]
    id: &'a RefundId,
    payment: Option<&'a PaymentId>,
    evidence: FilePart,
}

impl<'a> TryFrom<&'a RouterData<RSync>> for AsParts<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<RSync>) -> Result<Self, BuildError> {
        let evidence = FilePart {
            file_name: "note.txt".into(),
            content_type: "text/plain".into(),
            content: Bytes::from_static(b"hello"),
        };
        let payment = data.request.connector_transaction_id.as_ref();
        Ok(Self { id: &data.request.connector_refund_id, payment, evidence })
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Second, flow_name = PSync, http_method = Post, url = "/raw", body = Raw, content_type = "text/plain; charset=us-ascii", response = Payment)]
struct AsItIs {
    content: String,
}

impl TryFrom<&RouterData<PSync>> for AsItIs {
    type Error = BuildError;

    fn try_from(data: &RouterData<PSync>) -> Result<Self, BuildError> {
        let id = data.request.connector_transaction_id.as_ref();
        Ok(Self { content: format!("ID={}", id.map_or("", PaymentId::as_str)) })
    }
}

#[derive(ConnectorFlow)]
#[connector_flow(ignores(connector_transaction_id = "not the point"))]
#[connector_flow(connector = Second, flow_name = Capture, http_method = Post, url = "/chosen", body = by_amount, envelope = "capture", content_type = "application/vnd.example", response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
struct AsChosen {
    #[connector_flow(from = request.amount_to_capture)]
    amount: Option<MinorUnit>,
}

fn by_amount(request: &AsChosen) -> BodyKind {
    if request.amount.is_some() { BodyKind::Form } else { BodyKind::Xml }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Second, flow_name = Refund, http_method = Post, url = "/json", response = Given)]
#[connector_flow(no_idempotency = "left out here")]
struct AsJson<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(from = request.refund_amount)]
    #[serde(rename = "minor")]
    amount: Option<MinorUnit>,
    #[connector_flow(from = request.refund_amount, within = "details")]
    text: Option<StringMajorUnit>,
    #[connector_flow(from = request.refund_amount)]
    #[serde(serialize_with = "serde::Serialize::serialize")]
    said: Option<MinorUnit>,
}

fn built<C: Integration<F>, F: Flow>(request: F::Request) -> (String, String) {
    let credentials = CredentialFields::default().with("api_key", Secret::new("k"));
    let connection = Connection::<C>::new(credentials).unwrap();
    let request = connection.build_request::<F>(&RouterData::new(request)).unwrap();
    let content_type = request.headers()["content-type"].to_str().unwrap().to_owned();
    (content_type, String::from_utf8(request.body().to_vec()).unwrap())
}

fn payment() -> PaymentId {
    PaymentId::new("p<1>&").unwrap()
}

fn key() -> IdempotencyKey {
    IdempotencyKey::new("k\"1").unwrap()
}

#[test]
fn a_form_has_nested_keys_and_leaves_out_what_is_absent() {
    let (content_type, body) = built::<First, Capture>(PaymentsCaptureData::new(payment(), key()));
    assert_eq!(content_type, "application/x-www-form-urlencoded");
    assert_eq!(
        body,
        "cardData%5Bnumber%5D=p%3C1%3E%26&cardData%5Bkinds%5D%5B0%5D=a\
         &cardData%5Bkinds%5D%5B1%5D=b&type=x%26y"
    );
}

#[test]
fn xml_has_attributes_and_elements_and_no_value_becomes_markup() {
    let (content_type, body) = built::<First, Void>(PaymentVoidData::new(payment(), key()));
    assert_eq!(content_type, "application/xml; charset=utf-8");
    let (declaration, root) = body.split_once("?>").unwrap();
    assert!(declaration.starts_with("<?xml"));
    assert_eq!(root, r#"<void id="p&lt;1&gt;&amp;"><key>k"1</key></void>"#);
}

#[test]
fn soap_has_its_envelope() {
    let (content_type, body) = built::<First, Refund>(RefundsData::new(payment(), key()));
    assert_eq!(content_type, "text/xml; charset=utf-8");
    assert!(body.ends_with(
        "<soap:Body><refund><id>p&lt;1&gt;&amp;</id></refund></soap:Body></soap:Envelope>"
    ));
}

#[test]
fn graphql_has_its_document_and_the_fields_as_variables() {
    let (content_type, body) = built::<First, PSync>(PaymentsSyncData::new(payment()));
    assert_eq!(content_type, "application/json");
    assert_eq!(
        body,
        r#"{"query":"query ($id: ID!) { node(id: $id) { ...Told } } fragment Told on Payment { status }","variables":{"id":"p<1>&"}}"#
    );
}

#[test]
fn parts_have_names_and_files_and_absent_ones_are_left_out() {
    let refund = RefundSyncData::new(RefundId::new("r1").unwrap());
    let (content_type, body) = built::<First, RSync>(refund);
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let parts: Vec<&str> = body.split(boundary).collect();
    assert_eq!(parts.len(), 4, "two parts, what is before the first, what is behind the last");
    assert!(parts[1].contains("name=\"refund\"\r\n\r\nr1\r\n"));
    assert!(parts[2].contains("filename=\"note.txt\"\r\nContent-Type: text/plain\r\n\r\nhello"));
}

#[test]
fn bytes_go_as_they_are_under_the_name_that_is_declared() {
    let (content_type, body) = built::<Second, PSync>(PaymentsSyncData::new(payment()));
    assert_eq!(content_type, "text/plain; charset=us-ascii");
    assert_eq!(body, "ID=p<1>&");
}

#[test]
fn an_absent_value_is_left_out_unless_the_author_says_otherwise() {
    let mut refund = RefundsData::new(PaymentId::new("p").unwrap(), key());
    assert_eq!(built::<Second, Refund>(refund.clone()).1, r#"{"id":"p","said":null}"#);
    refund.refund_amount = Some(Money::new(MinorUnit::new(5).unwrap(), "EUR".parse().unwrap()));
    let body = r#"{"id":"p","minor":5,"details":{"text":"0.05"},"said":5}"#;
    assert_eq!(built::<Second, Refund>(refund).1, body);
}

#[test]
fn a_function_chooses_when_the_request_is_built() {
    let mut capture = PaymentsCaptureData::new(payment(), key());
    let (content_type, body) = built::<Second, Capture>(capture.clone());
    assert_eq!(content_type, "application/vnd.example");
    assert!(body.ends_with("<capture/>"), "{body}");

    capture.amount_to_capture =
        Some(Money::new(MinorUnit::new(5).unwrap(), "EUR".parse().unwrap()));
    assert_eq!(built::<Second, Capture>(capture).1, "capture%5Bamount%5D=5");
}
