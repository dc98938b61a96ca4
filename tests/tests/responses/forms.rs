//! XML and forms, beside JSON.

use connector_core::prelude::*;
use connector_tests::fixture::Word;
use http::StatusCode;

use super::{payment, read, told};

/// One declaration for each form; the amounts are texts in all but the first.
macro_rules! in_each_form {
    ($($name:ident: $format:ident),+) => {$(
        #[derive(Deserialize, FlowResponse)]
        #[flow_response(PSync, format = $format)]
        pub(super) struct $name {
            #[flow_response(connector_transaction_id)]
            id: PaymentId,
            #[flow_response(status)]
            status: Wire<Word>,
            #[flow_response(amount)]
            amount: StringMajorUnit,
            #[flow_response(amount_captured)]
            captured: Option<MinorUnit>,
            #[flow_response(currency)]
            currency: Currency,
        }
    )+};
}
in_each_form!(InJson: Json, InXml: Xml, InForm: Form);

pub(super) const XML: &str = "<?xml version=\"1.0\"?>\n<reply><id>p_1</id><status lang=\"en\">paid</status>\
    <amount>90071992547409.93</amount><captured>9007199254740993</captured><currency>eur</currency></reply>";

#[test]
fn xml_and_forms_keep_the_digits() {
    let json = r#"{"id": "p_1", "status": "paid", "amount": "90071992547409.93", "captured": 9007199254740993, "currency": "eur"}"#;
    let form = "id=p_1&status=paid&amount=90071992547409.93&captured=9007199254740993&currency=eur";
    for report in [
        read::<InJson, PSync>(&payment(), json),
        read::<InXml, PSync>(&payment(), XML),
        read::<InForm, PSync>(&payment(), form),
    ] {
        assert_eq!(report.status, Some("charged"));
        assert_eq!(connector_tests::minor(report.amount), Some(9_007_199_254_740_993));
        assert_eq!(connector_tests::minor(report.amount_captured), Some(9_007_199_254_740_993));
        assert_eq!(report.connector_transaction_id.as_deref(), Some("p_1"));
    }
    let form = "id=p%201&status=new+word&amount=1&currency=EUR\n";
    let report = read::<InForm, PSync>(&payment(), form);
    assert_eq!(report.connector_transaction_id.as_deref(), Some("p 1"));
    assert_eq!(report.connector_status.as_deref(), Some("new word"));
}

#[test]
fn answers_of_another_form_are_told_as_what_they_are() {
    let xml = |body: &str| told::<InXml, PSync>(&payment(), body.as_bytes()).unwrap_err();
    let form = |body: &str| told::<InForm, PSync>(&payment(), body.as_bytes()).unwrap_err();
    assert_eq!(xml("{}"), "is JSON where XML was expected");
    assert_eq!(xml(""), "is empty");
    assert!(xml("<!doctype html><title>x</title>").starts_with("is HTML"));
    assert_eq!(xml("<html><body/></html>"), "is HTML where XML was expected");
    assert!(xml("<reply><id>p_1</id></reply>").contains("missing field `status`"));
    assert_eq!(form("<p>"), "is HTML or XML where a form was expected");
    assert_eq!(form("{}"), "is JSON where a form was expected");
    assert_eq!(form("\n"), "is empty");
    assert!(form("id=p_1").contains("missing field `status`"), "{}", form("id=p_1"));
    assert!(form("id=p_1&id=p_2&status=paid&amount=1&currency=EUR").contains("documented shape"));
    for end in 0..XML.len() {
        assert!(told::<InXml, PSync>(&payment(), &XML.as_bytes()[..end]).is_err(), "{end}");
    }
}

/// An error body in XML.
#[derive(Deserialize)]
pub(super) struct Refused {
    #[serde(rename = "@code")]
    code: Box<str>,
}

impl ErrorResponse for Refused {
    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.xml()
    }

    fn class(&self, status: StatusCode) -> ErrorClass {
        ErrorClass::of_status(status)
    }

    fn into_error(self) -> ProcessorError {
        ProcessorError::new(Some(&self.code), None)
    }
}

#[derive(FlowResponse)]
#[flow_response(PSync)]
pub(super) enum XmlReply {
    Paid(InXml),
    #[flow_response(error)]
    Refused(Refused),
}

#[test]
fn each_shape_is_read_in_its_own_form() {
    assert_eq!(read::<XmlReply, PSync>(&payment(), XML).status, Some("charged"));
    let refused = read::<XmlReply, PSync>(&payment(), "<error code=\"5\"/>");
    assert_eq!(refused.error.unwrap().code.as_deref(), Some("5"));
}
