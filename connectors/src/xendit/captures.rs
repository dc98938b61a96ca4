//! What is held is taken, and what the captures of a payment tell of it.

use connector_core::prelude::*;

use super::Xendit;

/// Capture payment request.
/// <https://developers.xendit.co/api-reference/payments-api/#capture-payment-request>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = Capture,
    http_method = Post,
    url = "/payment_requests/{payment_request_id}/captures",
    no_idempotency = "captures take no key; together they never take more than is held, but a part that is ordered twice is taken twice",
    response = CaptureObject,
)]
struct CaptureRequest<'a> {
    #[connector_flow(from = request.connector_transaction_id)]
    payment_request_id: &'a PaymentId,
    #[connector_flow(from = request.amount_to_capture)] // there is no word for "all of it"
    capture_amount: FloatMajorUnit,
}

/// `Capture`. Until it is done, it tells how much it is to take.
#[derive(Deserialize, FlowResponse)]
#[serde(from = "CaptureBody")]
#[flow_response(Capture, PSync)]
pub(super) struct CaptureObject {
    #[flow_response(connector_capture_id)]
    id: CaptureId,
    #[flow_response(connector_transaction_id)]
    payment_request_id: PaymentId,
    #[flow_response(status)]
    status: Wire<CaptureWord>,
    #[flow_response(amount)]
    authorized_amount: FloatMajorUnit,
    #[flow_response(Capture(amount_captured))]
    captured_amount: FloatMajorUnit,
    #[flow_response(PSync(amount_captured))]
    taken: Option<FloatMajorUnit>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(error_code)]
    failure_code: Option<Box<str>>,
}

/// The wire's capture.
#[derive(Deserialize)]
struct CaptureBody {
    id: CaptureId,
    payment_request_id: PaymentId,
    status: Wire<CaptureWord>,
    authorized_amount: FloatMajorUnit,
    captured_amount: FloatMajorUnit,
    currency: Currency,
    failure_code: Option<Box<str>>,
}

impl From<CaptureBody> for CaptureObject {
    fn from(body: CaptureBody) -> Self {
        let is_done = body.status == Wire::Known(CaptureWord::Succeeded);
        Self {
            id: body.id,
            payment_request_id: body.payment_request_id,
            status: body.status,
            authorized_amount: body.authorized_amount,
            taken: is_done.then(|| body.captured_amount.clone()),
            captured_amount: body.captured_amount,
            currency: body.currency,
            failure_code: body.failure_code,
        }
    }
}

/// Every status of a capture.
/// <https://developers.xendit.co/api-reference/payments-api/#capture-payment-request>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum CaptureWord {
    #[wire_status(CaptureInitiated)]
    Pending,
    #[wire_status(Charged)] // or PartialCharged, by the amounts
    Succeeded,
    #[wire_status(CaptureFailed)]
    Failed,
}

#[cfg(test)]
mod tests {
    use connector_core::{Connection, CredentialFields, PaymentsCaptureData, PaymentsSyncData, Report};

    use super::*;

    /// One that is under way, or has failed, has taken nothing.
    #[test]
    fn only_a_capture_that_is_done_is_captured() {
        let credentials = CredentialFields::from_json(br#"{"api_key": "k"}"#).unwrap();
        let xendit = Connection::<Xendit>::new(credentials).unwrap();
        let id = PaymentId::new("pr-1").unwrap();
        let ordered = Money::new(300.try_into().unwrap(), "PHP".parse().unwrap());
        let answer = |status: &str| {
            format!(
                r#"{{"id": "capt-1", "payment_request_id": "pr-1", "currency": "PHP", "status": "{status}",
                    "authorized_amount": 10, "captured_amount": 3, "failure_code": null}}"#
            )
        };
        for (word, status, taken) in [
            ("PENDING", "capture_initiated", None),
            ("FAILED", "capture_failed", None),
            ("SUCCEEDED", "partial_charged", Some(ordered)),
        ] {
            let asked = RouterData::<PSync>::new(PaymentsSyncData::new(id.clone()));
            let body = format!(r#"{{"data": [{}], "has_more": false}}"#, answer(word));
            let told = xendit.handle_response(&asked, http::Response::new(body.into_bytes().into()));
            let told = Report::from(&told);
            assert_eq!((told.status, told.amount_captured), (Some(status), taken), "{word}");

            let key = IdempotencyKey::new("k").unwrap();
            let mut order = RouterData::<Capture>::new(PaymentsCaptureData::new(id.clone(), key));
            order.request.amount_to_capture = Some(ordered);
            let body = answer(word).into_bytes();
            let told = xendit.handle_response(&order, http::Response::new(body.into()));
            let told = Report::from(&told);
            assert_eq!((told.status, told.amount_captured), (Some(status), taken), "{word}");
            let told = told.capture.and_then(|capture| capture.amount);
            assert_eq!(told, taken.is_none().then_some(ordered), "{word}");
        }
    }
}
