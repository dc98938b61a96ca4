//! What a field can be: the status of several, an id of each kind, parts of an error, a redirect.

use connector_core::prelude::*;
use connector_core::{RedirectForm, UnknownWord};
use connector_tests::fixture::Word;

use super::{payment, read, refund, told, words};

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum Bit {
    #[wire_status(Charged)]
    True,
    #[wire_status(Failure)]
    False,
    #[wire_status(Authorized)]
    #[wire_status(rename = "1")]
    One,
    #[wire_status(none)]
    #[wire_status(rename = "-1")]
    Silent,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here", no_amount = "nor is it")]
struct Sources {
    #[flow_response(status)]
    response: Option<Wire<Bit>>,
    #[flow_response(status, absent = Pending)]
    state: Option<Wire<Word>>,
}

#[test]
fn the_first_field_that_says_something_is_the_status() {
    for (body, status, word) in [
        (r#"{"response": true, "state": "refused"}"#, "charged", "true"),
        (r#"{"response": 1}"#, "authorized", "1"),
        (r#"{"response": -1, "state": "refused"}"#, "failure", "refused"),
        (r#"{"response": null, "state": "paid"}"#, "charged", "paid"),
        (r#"{"response": 7, "state": "paid"}"#, "pending", "7"),
        (r#"{}"#, "pending", "absent"),
    ] {
        let report = read::<Sources, PSync>(&payment(), body);
        assert_eq!(report.status, Some(status), "{body}");
        assert_eq!(report.connector_status.as_deref(), Some(word), "{body}");
    }
    assert!(told::<Sources, PSync>(&payment(), br#"{"response": 1.5}"#).is_err());
    // No number and no boolean is a word of the second field.
    assert!(told::<Sources, PSync>(&payment(), br#"{"state": 1}"#).is_err());
    assert!(told::<Sources, PSync>(&payment(), br#"{"state": true}"#).is_err());
    assert!(told::<Sources, PSync>(&payment(), br#"{"response": {"a": "true"}}"#).is_err());
    assert_eq!(words::<Sources, PSync>().len(), 4 + 2 + 1);
    assert_eq!(words::<Sources, PSync>().last(), Some(&("absent", Some("pending"))));
    let table = <Sources as FlowResponse<PSync>>::STATUSES;
    let field_of = |word| table.iter().find(|line| line.connector_status == word).unwrap().field;
    assert_eq!(
        ["1", "refused", "absent"].map(field_of),
        [Some("response"), Some("state"), Some("state")]
    );
    let others: Vec<_> = StatusMapping::of_unknown_words(table).collect();
    let unknown = |field| UnknownWord { field: Some(field), status: "pending" };
    assert_eq!(others, [unknown("response"), unknown("state")]);
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, RSync, no_amount = "not the point here")]
struct Shared {
    #[flow_response(PSync(connector_transaction_id), RSync(connector_refund_id))]
    id: Box<str>,
    #[flow_response(RSync(connector_transaction_id))]
    parent: Option<Box<str>>,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(error_code)]
    code: Option<i64>,
    #[flow_response(error_message)]
    message: Option<Box<str>>,
    #[flow_response(PSync(redirect))]
    url: Option<Box<str>>,
}

#[test]
fn one_field_is_an_id_of_each_kind_in_its_flow() {
    let body = r#"{"id": "p_1", "parent": "p_0", "status": "paid"}"#;
    let report = read::<Shared, PSync>(&payment(), body);
    assert_eq!(report.connector_transaction_id.as_deref(), Some("p_1"));
    let report = read::<Shared, RSync>(&refund(), body);
    assert_eq!(report.connector_refund_id.as_deref(), Some("p_1"));
    assert_eq!(report.connector_transaction_id.as_deref(), Some("p_0"));
    let report = read::<Shared, RSync>(&refund(), r#"{"id": " ", "status": "paid"}"#);
    assert_eq!((report.outcome, report.status), ("no_information", None));
    assert!(report.detail.unwrap().contains("is empty"));
}

#[test]
fn parts_of_an_error_are_told_where_the_status_is_no_success() {
    let failed = r#"{"id": "p_1", "status": "refused", "code": 51, "message": "no funds"}"#;
    let error = read::<Shared, PSync>(&payment(), failed).error.unwrap();
    assert_eq!(error, ProcessorError::new(Some("51"), Some("no funds")));
    let approved = r#"{"id": "p_1", "status": "paid", "code": 0, "message": "approved"}"#;
    assert_eq!(read::<Shared, PSync>(&payment(), approved).error, None);
    assert_eq!(read::<Shared, RSync>(&refund(), approved).error, None);
    let nothing = r#"{"id": "p_1", "status": "refused", "message": ""}"#;
    assert_eq!(read::<Shared, PSync>(&payment(), nothing).error, None);
}

#[test]
fn a_redirect_is_told_where_there_is_one() {
    let body = r#"{"id": "p_1", "status": "new_word", "url": "https://bank.example/3ds"}"#;
    let report = read::<Shared, PSync>(&payment(), body);
    assert_eq!(report.redirection_data, Some(RedirectForm::get("https://bank.example/3ds")));
    let fields = [("PaReq".into(), "x".into())];
    let json = serde_json::to_value(RedirectForm::post("https://bank.example", fields)).unwrap();
    assert_eq!(json["method"], "POST");
    assert_eq!(json["form_fields"][0][0], "PaReq");
}
