//! What became of a payment of which no answer ever came: only what the merchant called it names it, or its order.
//!
//! Few processors answer both questions at one address, so a connector declares the second beside PSync, as a
//! request of its own. Nobody has to ask it by its name: PSync does, where the data has no other name.

use bytes::Bytes;

use super::{AnyConnection, AnyConnector, FlowHandler, FlowSupport, PSync, TokenSource};
use crate::credentials::Moment;
use crate::data::{CaptureMethod, PaymentFlowData, PaymentsResponseData, PaymentsSyncData};
use crate::flow::Flow;
use crate::money::Currency;
use crate::repetition::Repetition;
use crate::request::BuildError;
use crate::response::{Discrepancy, Mismatch, Outcome};
use crate::router_data::RouterData;
use crate::status::FlowStatuses;

/// PSync by the merchant's reference alone, or by the order that was announced for the payment: the payment is found
/// among those that the processor knows. It is PSync in all but how it is asked, and is declared beside it; a
/// connector that has it is asked by it where the data have no id ([`PaymentsSyncData::by_reference`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PSyncByReference;

impl Flow for PSyncByReference {
    // Words that mean something else in PSync mean it here.
    const NAME: &'static str = PSync::NAME;
    const PURPOSE: &'static str = "what became of the payment that the merchant calls so?";
    const MOVES_MONEY: bool = PSync::MOVES_MONEY;
    const REPETITION: Repetition = PSync::REPETITION;
    const FIELDS: &'static [&'static str] = PSync::FIELDS;
    const ID: Option<&'static str> = PSync::ID;
    const AMOUNT: Option<&'static str> = PSync::AMOUNT;
    const STATUSES: Option<FlowStatuses> = PSync::STATUSES;
    const BY_REFERENCE: bool = true;
    type CommonData = PaymentFlowData;
    type Request = PaymentsSyncData;
    type Response = PaymentsResponseData;

    fn discrepancy(data: &RouterData<Self>, told: &PaymentsResponseData) -> Option<Discrepancy> {
        told.of_another_amount(data.request.amount)
            .or_else(|| told.called_otherwise(&data.resource_common_data))
    }

    fn is_named(data: &RouterData<Self>, told: &PaymentsResponseData) -> bool {
        let known = &data.resource_common_data;
        let is_called = known.connector_request_reference_id.is_some()
            && told.connector_response_reference_id.is_some();
        is_called || (known.connector_order_id.is_some() && told.connector_order_id.is_some())
    }

    fn answered(data: &RouterData<Self>, told: PaymentsResponseData) -> PaymentsResponseData {
        told.of_a_payment_of(data.request.amount)
    }

    fn capture_method(data: &RouterData<Self>) -> Option<CaptureMethod> {
        data.request.capture_method
    }

    fn currency(data: &RouterData<Self>) -> Option<Currency> {
        data.request.amount.map(|amount| amount.currency)
    }

    fn other_names(data: &RouterData<Self>) -> [Option<&str>; 2] {
        let known = &data.resource_common_data;
        let reference = known.connector_request_reference_id.as_ref().map(AsRef::as_ref);
        [reference, known.connector_order_id.as_ref().map(AsRef::as_ref)]
    }

    fn of_connector(connector: &dyn AnyConnector) -> Option<FlowSupport<Self>> {
        connector.flows().psync_by_reference
    }

    fn of_connection(connection: &dyn AnyConnection) -> Option<&dyn FlowHandler<Self>> {
        connection.psync_by_reference()
    }
}

/// The half of PSync that asks so.
macro_rules! ask {
    (PSync) => {
        #[inline]
        fn by_reference<'a>(
            connection: &'a dyn AnyConnection,
            data: &RouterData<Self>,
        ) -> Option<Box<dyn FlowHandler<Self> + 'a>> {
            // Whatever else names the payment, its own id does better.
            if data.request.connector_transaction_id.is_some() {
                return None;
            }
            super::by_reference::of(connection, data)
        }

        fn described_by_reference(flows: &FlowTable) -> Option<FlowDescription> {
            flows.psync_by_reference.as_ref().map(FlowSupport::describe)
        }
    };
    ($other:ident) => {};
}

pub(super) use ask;

/// Seldom: most payments have an id.
#[cold]
pub(super) fn of<'a>(
    connection: &'a dyn AnyConnection,
    data: &RouterData<PSync>,
) -> Option<Box<dyn FlowHandler<PSync> + 'a>> {
    let known = &data.resource_common_data;
    if known.connector_request_reference_id.is_none() && known.connector_order_id.is_none() {
        return None;
    }
    Some(Box::new(ByReference(connection.psync_by_reference()?)))
}

struct ByReference<'a>(&'a dyn FlowHandler<PSyncByReference>);

impl FlowHandler<PSync> for ByReference<'_> {
    fn build_request_at(
        &self,
        data: &RouterData<PSync>,
        moment: &Moment,
    ) -> Result<http::Request<Bytes>, BuildError> {
        self.0.build_request_at(&asked(data), moment)
    }

    fn handle_response(
        &self,
        data: &RouterData<PSync>,
        response: http::Response<Bytes>,
    ) -> Outcome<PSync> {
        told(self.0.handle_response(&asked(data), response))
    }

    fn token_source(&self) -> Option<TokenSource<'_>> {
        self.0.token_source()
    }
}

fn asked(data: &RouterData<PSync>) -> RouterData<PSyncByReference> {
    let RouterData { resource_common_data, request } = data.clone();
    RouterData { resource_common_data, request }
}

fn told(outcome: Outcome<PSyncByReference>) -> Outcome<PSync> {
    match outcome {
        Outcome::Status(payment) => Outcome::Status(payment),
        Outcome::NoInformation(fault) => Outcome::NoInformation(fault),
        Outcome::NotFound(not_found) => Outcome::NotFound(not_found),
        Outcome::Declined(error) => Outcome::Declined(error),
        Outcome::Mismatch(mismatch) => {
            let Mismatch { discrepancy, response, body } = *mismatch;
            Outcome::Mismatch(Box::new(Mismatch { discrepancy, response, body }))
        }
        Outcome::NotSent(why) => Outcome::NotSent(why),
        Outcome::SentUnknown(fault) => Outcome::SentUnknown(fault),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{MerchantReference, OrderId};
    use crate::response::FaultKind;
    use crate::status::{AttemptStatus, StatusReport};

    fn settled(
        told: impl FnOnce(&mut PaymentsResponseData),
        asked: impl FnOnce(&mut PaymentFlowData),
    ) -> Outcome<PSyncByReference> {
        let mut data = RouterData::<PSyncByReference>::new(PaymentsSyncData::by_reference());
        asked(&mut data.resource_common_data);
        let mut payment =
            PaymentsResponseData::new(StatusReport::known(AttemptStatus::Charged, "paid"));
        told(&mut payment);
        Outcome::Status(payment).settled(&data)
    }

    /// Whatever the processor found: without its name it may be any payment.
    #[test]
    fn a_payment_without_a_name_is_not_the_one_that_was_asked_about() {
        let reference = || MerchantReference::new("order-17").ok();
        let order = || OrderId::new("order_1").ok();
        let unknown = |outcome| match outcome {
            Outcome::NoInformation(fault) => fault.kind == FaultKind::Silent,
            _ => false,
        };
        let by_reference =
            |known: &mut PaymentFlowData| known.connector_request_reference_id = reference();
        let by_order = |known: &mut PaymentFlowData| known.connector_order_id = order();
        assert!(unknown(settled(|_| (), by_reference)));
        assert!(unknown(settled(|_| (), by_order)));
        assert!(unknown(settled(|told| told.connector_order_id = order(), by_reference)));
        let named =
            settled(|told| told.connector_response_reference_id = reference(), by_reference);
        assert!(matches!(named, Outcome::Status(_)));
        let of_order = settled(|told| told.connector_order_id = order(), by_order);
        assert!(matches!(of_order, Outcome::Status(_)));
    }
}
