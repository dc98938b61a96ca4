//! Each connector sorts its processor's errors: what will pass, what is not there, what was declined, what is
//! wrong with the account. What it does not sort claims nothing.

use std::collections::{BTreeMap, BTreeSet};

use connector_core::{AnyConnection, FaultKind, Report};
use connector_tests::inputs::each_way;
use connector_tests::merchant::{connect, made_up_credentials};
use serde_json::{Value, json};

use ErrorClass::{Configuration, Declined, Duplicate, NotFound, Refused, Transient, Unknown};

/// What an error is expected to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ErrorClass {
    Transient,
    NotFound,
    Declined,
    Duplicate,
    Configuration,
    Refused,
    Unknown,
}

/// An order to pay that a processor was sent.
pub(crate) struct Order {
    connection: Box<dyn AnyConnection>,
    data: String,
}

impl Order {
    pub(crate) fn at(connector: &str) -> Self {
        let connection = connect(connector, made_up_credentials(connector, str::to_owned));
        let order = each_way(&*connection, "Authorize").into_iter().next().unwrap();
        Self { connection, data: order.data }
    }

    /// What the connector makes of this answer to it.
    pub(crate) fn answered(&self, status: u16, body: &Value) -> Report {
        let response = http::Response::builder().status(status).body(body.to_string().into());
        let authorize = self.connection.flow_by_name("Authorize").unwrap();
        authorize.handle_response(self.data.as_bytes(), response.unwrap()).unwrap()
    }
}

/// The class that a report speaks of.
fn class(report: &Report) -> Option<ErrorClass> {
    Some(match (report.outcome, report.fault) {
        ("not_found", None) => NotFound,
        ("declined", None) => Declined,
        (_, Some(FaultKind::Unavailable | FaultKind::RateLimited)) => Transient,
        (outcome, Some(FaultKind::Silent)) => {
            // Neither says that nothing was carried out.
            assert_eq!(outcome, "sent_unknown", "{report:?}");
            let is_known =
                report.detail.as_ref().is_some_and(|why| why.contains("has this order already"));
            if is_known { Duplicate } else { Unknown }
        }
        (_, Some(FaultKind::Configuration)) => Configuration,
        (_, Some(FaultKind::Refused)) => Refused,
        _ => return None,
    })
}

fn adyen(kind: &str, code: &str) -> Value {
    json!({ "status": 422, "errorType": kind, "errorCode": code, "message": "no" })
}

fn authorizenet(code: &str) -> Value {
    json!({ "messages": { "resultCode": "Error", "message": [{ "code": code, "text": "no" }] } })
}

fn braintree(class: &str) -> Value {
    json!({ "errors": [{ "message": "no", "extensions": { "errorClass": class } }] })
}

fn checkout(kind: &str) -> Value {
    json!({ "request_id": "1", "error_type": kind, "error_codes": ["no"] })
}

fn cybersource(reason: &str) -> Value {
    json!({ "status": "NO", "reason": reason, "message": "no" })
}

fn klarna(code: &str) -> Value {
    json!({ "error_code": code, "error_messages": ["no"], "correlation_id": "1" })
}

fn mollie(status: u16) -> Value {
    json!({ "status": status, "title": "No", "detail": "no" })
}

fn paypal(name: &str, issue: &str) -> Value {
    json!({ "name": name, "message": "no", "details": [{ "issue": issue }] })
}

fn razorpay(code: &str, text: &str, step: &str) -> Value {
    json!({ "error": { "code": code, "description": text, "step": step } })
}

/// The bank may say yes later.
fn razorpay_timed_out() -> Value {
    let mut body = razorpay("BAD_REQUEST_ERROR", "not in time", "payment_authorization");
    body["error"]["reason"] = json!("payment_timed_out");
    body
}

fn square(category: &str, code: &str) -> Value {
    json!({ "errors": [{ "category": category, "code": code }] })
}

fn stripe(kind: &str, code: &str) -> Value {
    json!({ "error": { "type": kind, "code": code, "message": "no" } })
}

fn xendit(code: &str) -> Value {
    json!({ "error_code": code, "message": "no" })
}

/// Errors of each class. The HTTP status is one that tells another class, or none, where the processor's own
/// words are to tell; each connector's last line is a word that nobody has heard of.
fn errors() -> Vec<(&'static str, ErrorClass, u16, Value)> {
    vec![
        ("adyen", Transient, 422, adyen("validation", "704")),
        ("adyen", Transient, 422, adyen("internal", "905")),
        ("adyen", Configuration, 422, adyen("security", "901")),
        ("adyen", Configuration, 422, adyen("configuration", "905_1")),
        ("adyen", Refused, 422, adyen("unheard_of", "1")),
        ("authorizenet", Transient, 400, authorizenet("E00053")),
        ("authorizenet", NotFound, 400, authorizenet("E00040")),
        ("authorizenet", Declined, 400, authorizenet("E00027")),
        ("authorizenet", Duplicate, 400, authorizenet("E00039")),
        ("authorizenet", Configuration, 400, authorizenet("E00007")),
        // Its errors come with HTTP 200, and an order beside one that nobody knows may have been carried out.
        ("authorizenet", Refused, 200, authorizenet("E00013")),
        ("authorizenet", Unknown, 200, authorizenet("E99999")),
        ("braintree", Transient, 400, braintree("SERVICE_AVAILABILITY")),
        ("braintree", NotFound, 400, braintree("NOT_FOUND")),
        ("braintree", Configuration, 400, braintree("AUTHENTICATION")),
        ("braintree", Refused, 200, braintree("VALIDATION")),
        ("braintree", Unknown, 200, braintree("UNHEARD_OF")),
        ("checkout", Transient, 503, checkout("service_unavailable")),
        // Of an order it may say that the same one is under way.
        ("checkout", Duplicate, 429, checkout("too_many_requests")),
        ("checkout", NotFound, 404, checkout("not_found")),
        ("checkout", Configuration, 401, checkout("unauthorized")),
        ("checkout", Refused, 403, checkout("capture_not_allowed")),
        ("checkout", Refused, 422, checkout("unheard_of")),
        ("cybersource", Transient, 400, cybersource("PROCESSOR_UNAVAILABLE")),
        ("cybersource", NotFound, 404, cybersource("NOT_FOUND")),
        ("cybersource", Duplicate, 400, cybersource("DUPLICATE_REQUEST")),
        ("cybersource", Configuration, 400, cybersource("INVALID_MERCHANT_CONFIGURATION")),
        ("cybersource", Refused, 400, cybersource("UNHEARD_OF")),
        ("klarna", Transient, 503, klarna("INTERNAL_ERROR")),
        ("klarna", NotFound, 400, klarna("NO_SUCH_ORDER")),
        ("klarna", Configuration, 401, klarna("UNAUTHORIZED")),
        ("klarna", Refused, 403, klarna("CAPTURE_NOT_ALLOWED")),
        ("klarna", Refused, 400, klarna("UNHEARD_OF")),
        ("mollie", Transient, 503, mollie(503)),
        ("mollie", NotFound, 404, mollie(404)),
        ("mollie", Configuration, 401, mollie(401)),
        ("mollie", Refused, 422, mollie(422)),
        ("paypal", Transient, 400, paypal("INTERNAL_SERVICE_ERROR", "NO")),
        ("paypal", NotFound, 400, paypal("RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID")),
        ("paypal", Declined, 422, paypal("UNPROCESSABLE_ENTITY", "INSTRUMENT_DECLINED")),
        ("paypal", Configuration, 403, paypal("NOT_AUTHORIZED", "PERMISSION_DENIED")),
        ("paypal", Refused, 422, paypal("UNPROCESSABLE_ENTITY", "UNHEARD_OF")),
        ("razorpay", Transient, 400, razorpay("GATEWAY_ERROR", "no", "payment_authorization")),
        (
            "razorpay",
            NotFound,
            400,
            razorpay("BAD_REQUEST_ERROR", "The id provided does not exist", "payment_initiation"),
        ),
        ("razorpay", Declined, 400, razorpay("BAD_REQUEST_ERROR", "no", "payment_authorization")),
        ("razorpay", Transient, 400, razorpay_timed_out()),
        ("razorpay", Configuration, 401, razorpay("BAD_REQUEST_ERROR", "no", "payment_initiation")),
        ("razorpay", Refused, 400, razorpay("UNHEARD_OF", "no", "payment_initiation")),
        ("square", Transient, 400, square("API_ERROR", "NO")),
        ("square", NotFound, 400, square("INVALID_REQUEST_ERROR", "NOT_FOUND")),
        ("square", Declined, 400, square("PAYMENT_METHOD_ERROR", "INSUFFICIENT_FUNDS")),
        ("square", Declined, 400, square("REFUND_ERROR", "REFUND_DECLINED")),
        ("square", Duplicate, 400, square("INVALID_REQUEST_ERROR", "IDEMPOTENCY_KEY_REUSED")),
        ("square", Configuration, 400, square("AUTHENTICATION_ERROR", "UNAUTHORIZED")),
        ("square", Refused, 400, square("PAYMENT_METHOD_ERROR", "DELAYED_TRANSACTION_EXPIRED")),
        ("square", Refused, 400, square("INVALID_REQUEST_ERROR", "UNHEARD_OF")),
        ("stripe", Transient, 400, stripe("api_error", "no")),
        ("stripe", NotFound, 400, stripe("invalid_request_error", "resource_missing")),
        ("stripe", Declined, 402, stripe("card_error", "card_declined")),
        ("stripe", Configuration, 401, stripe("invalid_request_error", "no")),
        ("stripe", Refused, 400, stripe("invalid_request_error", "unheard_of")),
        ("xendit", Transient, 400, xendit("CHANNEL_UNAVAILABLE")),
        ("xendit", NotFound, 400, xendit("DATA_NOT_FOUND")),
        ("xendit", Duplicate, 400, xendit("IDEMPOTENCY_ERROR")),
        ("xendit", Configuration, 400, xendit("INVALID_API_KEY")),
        ("xendit", Refused, 400, xendit("UNHEARD_OF")),
    ]
}

/// Processors that tell a decline as the status of a payment, and never as an error.
const DECLINES_ARE_STATUSES: [&str; 7] =
    ["adyen", "braintree", "checkout", "cybersource", "klarna", "mollie", "xendit"];

#[test]
fn every_connector_sorts_its_errors_and_claims_nothing_of_those_it_does_not_know() {
    let mut seen: BTreeMap<&str, BTreeSet<ErrorClass>> = BTreeMap::new();
    let mut orders: BTreeMap<&str, Order> = BTreeMap::new();
    for (connector, expected, status, body) in errors() {
        let order = orders.entry(connector).or_insert_with(|| Order::at(connector));
        let report = order.answered(status, &body);
        assert_eq!(class(&report), Some(expected), "{connector} {status} {body}: {report:#?}");
        assert_eq!(report.status, None, "{connector} {status} {body}");
        seen.entry(connector).or_default().insert(expected);
    }
    for connector in connectors::all() {
        let name = connector.name();
        let mut missing: Vec<ErrorClass> =
            vec![Transient, NotFound, Declined, Configuration, Refused];
        missing.retain(|class| !seen[name].contains(class));
        let excused = match name {
            // It answers no questions, and an order about an unknown payment is taken all the same.
            "adyen" => vec![NotFound, Declined],
            _ if DECLINES_ARE_STATUSES.contains(&name) => vec![Declined],
            _ => Vec::new(),
        };
        assert_eq!(missing, excused, "{name}");
    }
}
