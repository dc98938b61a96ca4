//! By which of its names a connector asks about a payment, and that its orders send that name.

use super::{Authorize, FlowSupport, PSync, RSync, Refund};
use crate::data::{PaymentFlowData, RefundFlowData};
use crate::describe::Place;
use crate::flow::Flow;
use crate::request::ordered::name_nothing;
use crate::response::Integrity;
use crate::status::compared::same;

/// Where the merchant's own name of a payment or a refund stands in the data.
const REFERENCE: &str = "resource_common_data.connector_request_reference_id";

/// All that is known of a payment or a refund, of which a value may be made.
const KNOWN: &str = "resource_common_data";

/// Where the order that was announced for it stands.
const ORDER: &str = "resource_common_data.connector_order_id";

/// Stops the compiler at a connector that asks about payments by the merchant's reference, or by the order that was
/// announced, and has an Authorize that does not send it: a payment whose answer is lost could never be found.
#[track_caller]
pub const fn asks_by_what_was_sent<F: Flow>(
    authorize: Option<FlowSupport<Authorize>>,
    psync: Option<FlowSupport<F>>,
) {
    asks_as_psync_does_not(authorize, psync, None);
}

/// The same of the flow that stands beside PSync: a name by which PSync asks, too, is one mistake.
#[track_caller]
pub(crate) const fn asks_as_psync_does_not<F: Flow>(
    authorize: Option<FlowSupport<Authorize>>,
    asking: Option<FlowSupport<F>>,
    psync: Option<FlowSupport<PSync>>,
) {
    let others = match psync {
        Some(psync) => psync.places,
        None => &[],
    };
    if let (Some(authorize), Some(asking)) = (authorize, asking) {
        assert!(
            !asks_alone(asking.places, others, REFERENCE)
                || is_sent::<Authorize>(authorize.places, PaymentFlowData::FIELDS, REFERENCE),
            "PSync asks by the merchant's reference, and Authorize does not send it: give a field of \
             Authorize `from = resource_common_data.connector_request_reference_id`, or the type \
             `MerchantReference` where it is filled by hand, or ask by `request.connector_transaction_id`"
        );
        assert!(
            !asks_alone(asking.places, others, ORDER)
                || is_sent::<Authorize>(authorize.places, PaymentFlowData::FIELDS, ORDER),
            "PSync asks by the order that was announced, and Authorize does not pay it: give a field of \
             Authorize `from = resource_common_data.connector_order_id`, or the type `OrderId` where it is \
             filled by hand, or ask by `request.connector_transaction_id`"
        );
    }
}

/// Whether this is asked by, and by no other request.
const fn asks_alone(places: &[Place], others: &[Place], source: &str) -> bool {
    comes_from(places, source) && !comes_from(others, source)
}

/// Stops the compiler at a connector that asks about refunds by the merchant's reference, and has a Refund that does not
/// send it.
#[track_caller]
pub const fn asks_about_refunds_by_what_was_sent(
    refund: Option<FlowSupport<Refund>>,
    rsync: Option<FlowSupport<RSync>>,
) {
    if let (Some(refund), Some(rsync)) = (refund, rsync) {
        assert!(
            !comes_from(rsync.places, REFERENCE)
                || is_sent::<Refund>(refund.places, RefundFlowData::FIELDS, REFERENCE),
            "RSync asks by the merchant's reference, and Refund does not send it: give a field of Refund \
             `from = resource_common_data.connector_request_reference_id`, or the type `MerchantReference` where it is \
             filled by hand, or ask by `request.connector_refund_id`"
        );
    }
}

/// Stops the compiler where a payment is asked about by a name that the answer does not tell: another payment that the
/// processor found would be taken for it.
#[track_caller]
pub(crate) const fn is_found_by_what_is_told(places: &[Place], told: &Integrity) {
    assert!(
        !comes_from(places, REFERENCE) || told.reference,
        "PSync asks by the merchant's reference, and the answer does not say of which payment it is: mark the field that \
         repeats the reference `#[flow_response(connector_response_reference_id)]`"
    );
    assert!(
        !comes_from(places, ORDER) || told.order,
        "PSync asks by the order that was announced, and the answer does not say of which order it is: mark the field \
         that repeats it `#[flow_response(connector_order_id)]`"
    );
}

/// Whether a request of the flow is made of this, or of all that is known; or of what is misspelt, which may be meant to
/// be this.
const fn is_sent<F: Flow>(places: &[Place], known: &[&str], source: &str) -> bool {
    comes_from(places, source)
        || comes_from(places, KNOWN)
        || name_nothing(places, b"request.", F::FIELDS)
        || name_nothing(places, b"resource_common_data.", known)
}

/// Whether one of these values is taken from there.
pub(crate) const fn comes_from(mut places: &[Place], source: &str) -> bool {
    while let [place, rest @ ..] = places {
        if let Some(from) = place.from
            && same(from, source)
        {
            return true;
        }
        places = rest;
    }
    false
}

/// The names by which the flow `F` asks, for `describe`; none where it orders something.
pub(crate) fn asked_by<F: Flow>(places: &[Place]) -> Vec<&'static str> {
    if !F::REPETITION.is_free() {
        return Vec::new();
    }
    let is_name = |from: &str| {
        let own = from.strip_prefix("request.").is_some_and(|field| F::ID == Some(field));
        own || from == REFERENCE || (F::BY_REFERENCE && from == ORDER)
    };
    let mut names: Vec<&str> =
        places.iter().filter_map(|place| place.from).filter(|from| is_name(from)).collect();
    names.dedup();
    names
}
