//! Every way to declare a response: what is made of an answer, and what of one that is none.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "this is only compiled for tests")]

use connector_core::prelude::*;
use connector_core::{
    IdempotencyKey, PaymentsSyncData, RedirectForm, RefundSyncData, RefundsData, Report,
    UnknownWord,
};
use connector_tests::fixture::Word;
use http::StatusCode;
use proptest::prelude::*;

fn payment() -> RouterData<PSync> {
    let mut asked = PaymentsSyncData::new(PaymentId::new("p_1").unwrap());
    asked.amount = Some(Money::new(MinorUnit::new(1050).unwrap(), "EUR".parse().unwrap()));
    RouterData::new(asked)
}

fn refund() -> RouterData<RSync> {
    RouterData::new(RefundSyncData::new(RefundId::new("r_1").unwrap()))
}

fn order() -> RouterData<Refund> {
    let key = IdempotencyKey::new("k").unwrap();
    RouterData::new(RefundsData::new(PaymentId::new("p_1").unwrap(), key))
}

/// What this body says, or why it cannot be read.
fn told<R: FlowResponse<F>, F: Flow>(data: &RouterData<F>, body: &[u8]) -> Result<Report, String> {
    let response = R::read(ResponseBody::new(body)).map_err(|error| error.to_string())?;
    Ok(Report::from(&response.into_outcome(data)))
}

fn read<R: FlowResponse<F>, F: Flow>(data: &RouterData<F>, body: &str) -> Report {
    told::<R, F>(data, body.as_bytes()).unwrap()
}

fn words<R: FlowResponse<F>, F: Flow>() -> Vec<(&'static str, Option<&'static str>)> {
    let documented = R::STATUSES.iter().filter(|line| !line.is_of_others);
    documented.map(|line| (line.connector_status, line.status)).collect()
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Transaction {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: FloatMajorUnit,
    #[flow_response(currency)]
    currency: Currency,
}

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

#[derive(Deserialize)]
struct Trouble {
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
enum Reply {
    Found(Transaction),
    #[flow_response(list)]
    Several(Vec<Transaction>),
    #[flow_response(error)]
    Trouble(Trouble),
}

const FOUND: &str = r#"{"id": "p_1", "status": "paid", "amount": 10.50, "currency": "EUR"}"#;

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

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund, no_amount = "not the point here")]
struct Action {
    #[flow_response(connector_refund_id)]
    id: Option<RefundId>,
    #[flow_response(status)]
    status: Wire<Word>,
}

impl Action {
    fn is_named(&self) -> bool {
        self.id.is_some()
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Actions(#[flow_response(list)] Vec<Action>);

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync)]
struct Page {
    #[flow_response(list)]
    data: Vec<Action>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, Refund)]
struct Latest {
    #[flow_response(list = last, only = Action::is_named)]
    data: Vec<Action>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Refund)]
struct Earliest(#[flow_response(list = first)] Vec<Action>);

#[test]
fn a_list_is_searched_for_what_was_asked() {
    let list = r#"[{"status": "paid"}, {"id": "r_2", "status": "refused"}, {"id": "r_1", "status": "paid"}]"#;
    assert_eq!(read::<Actions, RSync>(&refund(), list).status, Some("success"));
    let page = format!(r#"{{"data": {list}}}"#);
    assert_eq!(read::<Page, RSync>(&refund(), &page).status, Some("success"));
    assert_eq!(read::<Actions, RSync>(&refund(), "[]").outcome, "not_found");
    assert_eq!(read::<Actions, RSync>(&refund(), &list.replace("r_1", "r_3")).outcome, "not_found");
    // Which of two entries stands is not for us to guess.
    let twice = read::<Actions, RSync>(&refund(), &list.replace("r_2", "r_1"));
    assert_eq!((twice.outcome, twice.status), ("no_information", None));
    assert!(told::<Actions, RSync>(&refund(), br#"{"data": []}"#).is_err());
    assert!(told::<Page, RSync>(&refund(), list.as_bytes()).is_err());
}

#[test]
fn an_entry_may_be_chosen_by_its_place() {
    let list = r#"[{"id": "r_2", "status": "refused"}, {"id": "r_1", "status": "paid"}]"#;
    let page = format!(r#"{{"data": {}}}"#, list.replace("}]", r#"}, {"status": "refused"}]"#));
    assert_eq!(read::<Latest, RSync>(&refund(), &page).status, Some("success"));
    assert_eq!(read::<Latest, Refund>(&order(), &page).status, Some("success"));
    assert_eq!(read::<Earliest, Refund>(&order(), list).status, Some("failure"));
    assert_eq!(read::<Earliest, Refund>(&order(), "[]").outcome, "not_found");
}

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

/// One declaration for each form; the amounts are texts in all but the first.
macro_rules! in_each_form {
    ($($name:ident: $format:ident),+) => {$(
        #[derive(Deserialize, FlowResponse)]
        #[flow_response(PSync, format = $format)]
        struct $name {
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

const XML: &str = "<?xml version=\"1.0\"?>\n<reply><id>p_1</id><status lang=\"en\">paid</status>\
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
struct Refused {
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
enum XmlReply {
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes_by_chance_never_panic_and_are_no_status(
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            "[<>/&;=a-c\\[\\]\"!?%+ -]{0,60}".prop_map(String::into_bytes),
            "[\\[\\]{}\":,0-9a-z. -]{0,60}".prop_map(String::into_bytes),
        ],
    ) {
        let status = |told: Result<Report, String>| told.ok().and_then(|report| report.status);
        prop_assert_eq!(status(told::<Reply, PSync>(&payment(), &body)), None);
        prop_assert_eq!(status(told::<XmlReply, PSync>(&payment(), &body)), None);
        prop_assert_eq!(status(told::<InForm, PSync>(&payment(), &body)), None);
        prop_assert_eq!(status(told::<Actions, RSync>(&refund(), &body)), None);
        prop_assert_eq!(status(told::<Page, RSync>(&refund(), &body)), None);
    }

    /// Much closer to what is expected, so that the reading gets further.
    #[test]
    fn a_good_answer_with_a_piece_replaced_never_panics(
        place in any::<prop::sample::Index>(),
        piece in "[<>/&;=a-c\\[\\]{}\":,!?%+ -]{0,8}",
    ) {
        for good in [FOUND, XML, "id=p_1&status=paid&amount=10.50&currency=eur"] {
            let at = place.index(good.len());
            let body = [&good.as_bytes()[..at], piece.as_bytes(), &good.as_bytes()[at..]].concat();
            drop(told::<Reply, PSync>(&payment(), &body));
            drop(told::<XmlReply, PSync>(&payment(), &body));
            drop(told::<InForm, PSync>(&payment(), &body));
        }
    }

    #[test]
    fn a_list_where_an_object_is_documented_is_not_read(blanks in "[ \n\t]{0,5}") {
        let list = format!("{blanks}[\"p_1\", \"paid\", 10.50, \"EUR\"]");
        prop_assert!(told::<Transaction, PSync>(&payment(), list.as_bytes()).is_err());
    }
}

connector_core::money_object! {
    struct Amount { value: StringMajorUnit, currency: Currency }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, no_id = "not the point here")]
struct Nested {
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: Amount,
    #[flow_response(amount_captured)]
    captured: Option<Amount>,
}

#[test]
fn an_object_is_an_amount_with_its_currency() {
    let body = r#"{"status": "paid", "amount": {"value": "10.50", "currency": "EUR"},
                   "captured": {"value": "3.00", "currency": "EUR"}}"#;
    let report = read::<Nested, PSync>(&payment(), body);
    assert_eq!(
        (connector_tests::minor(report.amount), connector_tests::minor(report.amount_captured)),
        (Some(1050), Some(300))
    );
    assert_eq!(report.currency, "EUR".parse().ok());
    assert_eq!(
        <Nested as FlowResponse<PSync>>::UNIT.map(|unit| unit.text),
        Some("major units, text")
    );
    for wrong in [r#"{"value": "10.50"}"#, r#"{"value": 10.50, "currency": "EUR"}"#] {
        let body = format!(r#"{{"status": "paid", "amount": {wrong}}}"#);
        assert!(told::<Nested, PSync>(&payment(), body.as_bytes()).is_err(), "{wrong}");
    }
    let finer = r#"{"status": "paid", "amount": {"value": "10.505", "currency": "EUR"}}"#;
    assert_eq!(read::<Nested, PSync>(&payment(), finer).outcome, "no_information");
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
    assert_eq!(self::read::<Enveloped, PSync>(&payment(), &escaped).status, Some("charged"));
    for cut in [r#"{"data": {"payment": {"id": "p_1""#, "", "<html>", r#"{"data": {}}"#] {
        assert!(told::<Enveloped, PSync>(&payment(), cut.as_bytes()).is_err(), "{cut}");
    }
}
