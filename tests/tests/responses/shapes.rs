//! An enum of shapes: the first that fits is read.

use connector_core::prelude::*;
use http::StatusCode;

use super::{Transaction, payment, read, told, words};

#[derive(Deserialize)]
pub(super) struct Trouble {
    trouble: Box<str>,
}

impl ErrorResponse for Trouble {
    fn class(&self, _status: StatusCode) -> ErrorClass {
        if &*self.trouble == "unknown" { ErrorClass::NotFound } else { ErrorClass::Refused }
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.trouble), None)
    }
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
pub(super) enum Reply {
    Found(Transaction),
    #[flow_response(list)]
    Several(Vec<Transaction>),
    #[flow_response(error)]
    Trouble(Trouble),
}

pub(super) const FOUND: &str =
    r#"{"id": "p_1", "status": "paid", "amount": 10.50, "currency": "EUR"}"#;

#[test]
fn the_first_shape_that_fits_is_read_with_its_digits_as_they_were_sent() {
    let report = read::<Reply, PSync>(&payment(), FOUND);
    assert_eq!(
        (report.status, connector_tests::minor(report.amount)),
        (Some("charged"), Some(1050))
    );
    // No float has these digits.
    let digits = FOUND.replace("10.50", "90071992547409.93");
    let told = read::<Reply, PSync>(&payment(), &digits).amount;
    assert_eq!(connector_tests::minor(told), Some(9_007_199_254_740_993));
    let report = read::<Reply, PSync>(&payment(), &format!("[{FOUND}]"));
    assert_eq!(report.status, Some("charged"));
    let report = read::<Reply, PSync>(&payment(), r#"{"trouble": "unknown"}"#);
    assert_eq!(report.outcome, "not_found");
    let report = read::<Reply, PSync>(&payment(), r#"{"trouble": "other"}"#);
    assert_eq!((report.outcome, report.status), ("no_information", None));
}

#[test]
fn an_answer_of_no_shape_is_told_with_the_reason_of_each() {
    let error = |body: &str| told::<Reply, PSync>(&payment(), body.as_bytes()).unwrap_err();
    let reasons = error(r#"{"id": "p_1"}"#);
    for part in
        ["`Found`: missing field `status`", "`Several`: ", "`Trouble`: missing field `trouble`"]
    {
        assert!(reasons.contains(part), "{reasons}");
    }
    assert_eq!(error(" "), "is empty");
    assert_eq!(error("<p>"), "is HTML or XML where JSON was expected");
    assert!(error(r#"{"id": "p"#).starts_with("is cut off"));
}

#[test]
fn the_table_of_an_enum_is_that_of_its_shapes() {
    assert_eq!(
        words::<Reply, PSync>(),
        [words::<Transaction, PSync>(), words::<Transaction, PSync>()].concat()
    );
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Enveloped {
    #[flow_response(within = "data.payment")]
    Found(Transaction),
    #[flow_response(list = first, within = "data.payments")]
    All(Vec<Transaction>),
    #[flow_response(error, within = "errors")]
    Trouble(Trouble),
}

#[test]
fn a_shape_is_read_inside_of_the_objects_around_it() {
    let paid = r#"{"id": "p_1", "status": "paid", "amount": 10.50, "currency": "EUR"}"#;
    let read = |body: &str| read::<Enveloped, PSync>(&payment(), body);
    let report = read(&format!(r#"{{"data": {{"payment": {paid}}}, "errors": null}}"#));
    assert_eq!(
        (report.status, connector_tests::minor(report.amount)),
        (Some("charged"), Some(1050))
    );
    let report = read(&format!(r#"{{"data": {{"payments": [{paid}]}}}}"#));
    assert_eq!(report.status, Some("charged"));
    // Nothing where the payment should be, and the reason beside it.
    for data in ["null", r#"{"payment": null}"#, "{}", "[]", "7"] {
        let report = read(&format!(r#"{{"data": {data}, "errors": {{"trouble": "busy"}}}}"#));
        assert_eq!(report.status, None, "{report:?}");
        assert!(report.error.is_some(), "{report:?}");
    }
    // A key that is escaped is the same key, and half a document is none.
    let escaped = format!(r#"{{"d\u0061ta": {{"payment": {paid}}}}}"#);
    assert_eq!(super::read::<Enveloped, PSync>(&payment(), &escaped).status, Some("charged"));
    for cut in [r#"{"data": {"payment": {"id": "p_1""#, "", "<html>", r#"{"data": {}}"#] {
        assert!(told::<Enveloped, PSync>(&payment(), cut.as_bytes()).is_err(), "{cut}");
    }
}
