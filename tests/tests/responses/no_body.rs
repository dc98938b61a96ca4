//! Answers that say all in their headers, or by their HTTP status.

use connector_core::Report;
use connector_core::prelude::*;
use http::StatusCode;

use super::order;

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending, format = Headers, no_amount = "not the point here")]
struct AcceptedRefund {
    #[serde(rename = "refund-id")]
    #[flow_response(connector_refund_id)]
    id: RefundId,
}

fn headers(lines: &[(&'static str, &'static [u8])], body: &[u8]) -> Result<Report, String> {
    let lines = lines.iter().map(|(name, value)| {
        let name = http::HeaderName::from_static(name);
        (name, http::HeaderValue::from_bytes(value).unwrap())
    });
    // `collect` would keep the last of two that have the same name.
    let mut headers = http::HeaderMap::new();
    lines.for_each(|(name, value)| {
        headers.append(name, value);
    });
    let read = AcceptedRefund::read(ResponseBody::new(body).with_headers(&headers));
    let response = read.map_err(|error| error.to_string())?;
    Ok(Report::from(&FlowResponse::<Refund>::into_outcome(response, &order())))
}

#[test]
fn an_answer_can_be_in_its_headers_alone() {
    let told = headers(&[("refund-id", b"r_7"), ("date", b"\xff")], b"").unwrap();
    assert_eq!(told.connector_refund_id.as_deref(), Some("r_7"));
    assert_eq!(told.status, Some("pending"));
    let refused = |lines: &[_], body: &[u8]| headers(lines, body).unwrap_err();
    assert!(refused(&[("date", b"x")], b"<html>").ends_with("missing field `refund-id`"));
    assert!(refused(&[("refund-id", b"\xff")], b"").ends_with("missing field `refund-id`"));
    let twice: &[(&str, &[u8])] = &[("refund-id", b"r_7"), ("refund-id", b"r_8")];
    assert!(refused(twice, b"").ends_with("duplicate field `refund-id`"));
    assert!(refused(&[("refund-id", b" ")], b"").contains("is empty"));
    // Read without what came before the body, it says nothing.
    let alone = <AcceptedRefund as FlowResponse<Refund>>::read(ResponseBody::new(b"{}"));
    assert!(alone.err().unwrap().to_string().ends_with("missing field `refund-id`"));
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund, status = Pending, format = Empty, no_id = "not the point here", no_amount = "nor is it")]
struct Taken;

#[test]
fn an_answer_without_a_body_is_told_by_its_http_status() {
    let read = |status, body: &'static str| {
        let body = ResponseBody::new(body.as_bytes()).with_status(status);
        let taken = <Taken as FlowResponse<Refund>>::read(body);
        taken.map(|taken| Report::from(&taken.into_outcome(&order())).status)
    };
    for status in [StatusCode::CREATED, StatusCode::ACCEPTED, StatusCode::NO_CONTENT] {
        assert_eq!(read(status, ""), Ok(Some("pending")));
        assert!(read(status, "{}").is_err());
    }
    assert_eq!(read(StatusCode::OK, ""), Err(ReadError::Empty));
    assert!(read(StatusCode::ACCEPTED, "<html>").is_err());
}
