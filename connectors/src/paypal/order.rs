//! An order, and the authorization and the captures that are parts of it.
//! <https://developer.paypal.com/docs/api/orders/v2/#orders_get>

use connector_core::prelude::*;
use connector_core::{AuthorizationId, RedirectForm};
use serde::Deserializer;

use super::money::ToldAmount;
use super::words::{AuthorizationWord, CaptureWord, OrderWord};

/// The order has one purchase unit, since that is what we ask for. The furthest part of it tells what
/// became of the payment.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, PostAuthenticate, PSync)]
#[serde(from = "OrderBody")]
pub(super) struct Order {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(connector_authorization_id)]
    authorization_id: Option<AuthorizationId>,
    #[flow_response(connector_capture_id)]
    capture_id: Option<CaptureId>,
    /// The furthest of the captures, where no more can be captured.
    #[flow_response(status)]
    capture: Option<Wire<CaptureWord>>,
    #[flow_response(status)]
    authorization: Option<Wire<AuthorizationWord>>,
    #[flow_response(status)]
    status: Wire<OrderWord>,
    #[flow_response(amount)]
    amount: Option<ToldAmount>,
    #[flow_response(captures)]
    captures: Vec<OneCapture>,
    #[flow_response(connector_response_reference_id)]
    custom_id: Option<Box<str>>,
    #[flow_response(network_transaction_id)]
    network_transaction_id: Option<Box<str>>,
    #[flow_response(connector_mandate_id)]
    vault_id: Option<MandateId>,
    #[flow_response(redirect)]
    payer_action: Option<RedirectForm>,
    #[flow_response(network_decline_code)]
    response_code: Option<Box<str>>,
    #[flow_response(network_advice_code)]
    advice_code: Option<Box<str>>,
    #[flow_response(error_message)]
    reason: Option<Box<str>>,
}

/// A capture, alone or as its order tells of it. Whether it took all of the payment, only the order tells.
#[derive(Deserialize, FlowResponse)]
#[serde(from = "CaptureBody")]
#[flow_response(Authorize, RepeatPayment, PostAuthenticate, PSync, Capture)]
pub(super) struct OneCapture {
    #[flow_response(Capture(connector_transaction_id))]
    order: Option<PaymentId>,
    #[flow_response(connector_capture_id)]
    id: Option<CaptureId>,
    #[flow_response(status)]
    status: Wire<CaptureWord>,
    #[flow_response(amount_captured)]
    amount: Option<ToldAmount>,
    #[flow_response(error_message)]
    reason: Option<Box<str>>,
    #[flow_response(network_decline_code)]
    response_code: Option<Box<str>>,
    #[flow_response(network_advice_code)]
    advice_code: Option<Box<str>>,
}

/// The wire's order.
#[derive(Deserialize)]
pub(super) struct OrderBody {
    id: PaymentId,
    status: Wire<OrderWord>,
    #[serde(default)]
    purchase_units: Vec<PurchaseUnit>,
    payment_source: Option<PaymentSource>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
struct PurchaseUnit {
    amount: Option<ToldAmount>,
    custom_id: Option<Box<str>>,
    payments: Option<Payments>,
}

#[derive(Deserialize, Default)]
struct Payments {
    #[serde(default)]
    authorizations: Vec<AuthorizationBody>,
    #[serde(default)]
    captures: Vec<CaptureBody>,
}

#[derive(Deserialize)]
struct AuthorizationBody {
    id: Option<AuthorizationId>,
    status: Wire<AuthorizationWord>,
    status_details: Option<StatusDetails>,
    processor_response: Option<ProcessorResponse>,
    network_transaction_reference: Option<NetworkReference>,
}

/// A capture, in an order or alone.
#[derive(Clone, Deserialize)]
struct CaptureBody {
    id: Option<CaptureId>,
    status: Wire<CaptureWord>,
    status_details: Option<StatusDetails>,
    amount: Option<ToldAmount>,
    #[serde(default)]
    final_capture: bool,
    processor_response: Option<ProcessorResponse>,
    supplementary_data: Option<Related>,
    network_transaction_reference: Option<NetworkReference>,
}

#[derive(Clone, Deserialize)]
struct StatusDetails {
    reason: Option<Box<str>>,
}

#[derive(Clone, Default, Deserialize)]
struct ProcessorResponse {
    response_code: Option<Box<str>>,
    payment_advice_code: Option<Box<str>>,
}

#[derive(Clone, Deserialize)]
struct NetworkReference {
    id: Option<Box<str>>,
}

/// What an authorization or a capture belongs to.
#[derive(Clone, Deserialize)]
struct Related {
    related_ids: Option<RelatedIds>,
}

#[derive(Clone, Deserialize)]
struct RelatedIds {
    order_id: Option<PaymentId>,
}

impl Related {
    /// The order.
    fn order(self) -> Option<PaymentId> {
        self.related_ids?.order_id
    }
}

/// The order that the `supplementary_data` names.
pub(super) fn related_order<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<PaymentId>, D::Error> {
    Ok(Option::<Related>::deserialize(deserializer)?.and_then(Related::order))
}

#[derive(Deserialize)]
struct PaymentSource {
    card: Option<PaidWith>,
    paypal: Option<PaidWith>,
}

#[derive(Deserialize)]
struct PaidWith {
    attributes: Option<Attributes>,
}

#[derive(Deserialize)]
struct Attributes {
    vault: Option<Vaulted>,
}

#[derive(Deserialize)]
struct Vaulted {
    id: Option<MandateId>,
}

#[derive(Deserialize)]
struct Link {
    href: Box<str>,
    rel: Box<str>,
}

impl From<OrderBody> for Order {
    fn from(body: OrderBody) -> Self {
        let unit = body.purchase_units.into_iter().next();
        let (amount, custom_id, payments) = match unit {
            Some(unit) => (unit.amount, unit.custom_id, unit.payments.unwrap_or_default()),
            None => (None, None, Payments::default()),
        };
        let captures = payments.captures.iter().cloned().map(Into::into).collect();
        // One that is declined, or not done yet, is not the last: what is held stays held.
        let is_last = |capture: &CaptureBody| capture.final_capture && took(&capture.status);
        let has_last = payments.captures.iter().any(is_last);
        let authorization = payments.authorizations.into_iter().next();
        let is_partly = |one: &AuthorizationBody| {
            one.status == Wire::Known(AuthorizationWord::PartiallyCaptured)
        };
        let is_open = !has_last && authorization.as_ref().is_some_and(is_partly);
        let capture = leading(payments.captures);
        let (mut response, mut details, mut reference) = (None, None, None);
        let (mut authorization_id, mut authorization_word) = (None, None);
        if let Some(one) = authorization {
            (authorization_id, authorization_word) = (one.id, Some(one.status));
            response = one.processor_response;
            details = one.status_details;
            reference = one.network_transaction_reference;
        }
        let (mut capture_id, mut capture_word) = (None, None);
        if let Some(one) = capture {
            // Where more can be captured, the authorization says so.
            (capture_id, capture_word) = (one.id, (!is_open).then_some(one.status));
            response = one.processor_response.or(response);
            details = one.status_details.or(details);
            reference = one.network_transaction_reference.or(reference);
        }
        let response = response.unwrap_or_default();
        let paid_with = body.payment_source.and_then(|source| source.card.or(source.paypal));
        let vaulted = paid_with.and_then(|with| with.attributes?.vault);
        let mut links = body.links.into_iter();
        let payer_action = links.find(|link| matches!(&*link.rel, "payer-action" | "approve"));
        Self {
            id: body.id,
            authorization_id,
            capture_id,
            capture: capture_word,
            authorization: authorization_word,
            status: body.status,
            amount,
            captures,
            custom_id,
            network_transaction_id: reference.and_then(|reference| reference.id),
            vault_id: vaulted.and_then(|vaulted| vaulted.id),
            payer_action: payer_action.map(|link| RedirectForm::get(link.href)),
            response_code: response.response_code,
            advice_code: response.payment_advice_code,
            reason: details.and_then(|details| details.reason),
        }
    }
}

impl From<CaptureBody> for OneCapture {
    fn from(body: CaptureBody) -> Self {
        let response = body.processor_response.unwrap_or_default();
        Self {
            order: body.supplementary_data.and_then(Related::order),
            id: body.id,
            status: body.status,
            amount: body.amount,
            reason: body.status_details.and_then(|details| details.reason),
            response_code: response.response_code,
            advice_code: response.payment_advice_code,
        }
    }
}

/// Whether a capture in this status took money.
fn took(word: &Wire<CaptureWord>) -> bool {
    use CaptureWord::{Completed, PartiallyRefunded, Refunded};
    matches!(word, Wire::Known(Completed | PartiallyRefunded | Refunded))
}

/// The capture that tells most: the last that is under way, for then nothing is at its end; else the last that took
/// money, else the last of all.
fn leading(captures: Vec<CaptureBody>) -> Option<CaptureBody> {
    use CaptureWord::{Declined, Failed};
    let rank = |capture: &CaptureBody| match &capture.status {
        word if took(word) => 1,
        Wire::Known(Declined | Failed) => 0,
        _ => 2,
    };
    captures.into_iter().reduce(|best, next| if rank(&next) >= rank(&best) { next } else { best })
}

#[cfg(test)]
mod tests {
    use connector_core::PaymentsSyncData;

    use super::*;

    /// What PSync tells of ten euros that are held, and captured so; that a part is a part, the amounts say later.
    fn told(authorization: &str, captures: &[(&str, &str, bool)]) -> AttemptStatus {
        let amount = |value: &str| serde_json::json!({ "value": value, "currency_code": "EUR" });
        let captures = captures.iter().enumerate().map(|(number, (word, value, is_final))| {
            let (id, amount) = (format!("C{number}"), amount(value));
            serde_json::json!({ "id": id, "status": word, "amount": amount, "final_capture": is_final })
        });
        let payments = serde_json::json!({
            "authorizations": [{ "id": "A1", "status": authorization }],
            "captures": captures.collect::<Vec<_>>(),
        });
        let order: Order = serde_json::from_value(serde_json::json!({
            "id": "O1",
            "status": "COMPLETED",
            "purchase_units": [{ "amount": amount("10.00"), "payments": payments }],
        }))
        .unwrap();
        let data = RouterData::<PSync>::new(PaymentsSyncData::new(PaymentId::new("O1").unwrap()));
        FlowResponse::<PSync>::into_outcome(order, &data).status().unwrap().status
    }

    #[test]
    fn no_payment_is_at_its_end_while_a_capture_is_under_way_or_something_is_held() {
        for (authorization, captures, expected) in [
            (
                "CAPTURED",
                &[("COMPLETED", "4.00", false), ("PENDING", "6.00", false)][..],
                AttemptStatus::Pending,
            ),
            (
                "CAPTURED",
                &[("PENDING", "6.00", true), ("COMPLETED", "4.00", false)],
                AttemptStatus::Pending,
            ),
            (
                "PARTIALLY_CAPTURED",
                &[("COMPLETED", "4.00", false), ("PENDING", "6.00", true)],
                AttemptStatus::PartialChargedAndChargeable,
            ),
            (
                "PARTIALLY_CAPTURED",
                &[("COMPLETED", "4.00", false), ("DECLINED", "6.00", true)],
                AttemptStatus::PartialChargedAndChargeable,
            ),
            ("PARTIALLY_CAPTURED", &[("COMPLETED", "4.00", true)], AttemptStatus::Charged),
            (
                "CAPTURED",
                &[("COMPLETED", "4.00", false), ("COMPLETED", "6.00", true)],
                AttemptStatus::Charged,
            ),
        ] {
            assert_eq!(told(authorization, captures), expected, "{authorization} {captures:?}");
        }
    }
}
