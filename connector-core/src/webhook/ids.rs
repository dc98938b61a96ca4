//! Every id that an event carries.

use super::document::Document;
use crate::id::{
    DisputeId, IdError, MandateId, MerchantReference, OrderId, PaymentId, PayoutId, RefundId,
};
use crate::report::{Report, id_text};

/// Every id that an event carries. They are read apart from what it tells, so that its payment is found
/// even where nothing else of it can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct WebhookIds {
    /// The payment, as its processor names it.
    pub connector_transaction_id: Option<PaymentId>,
    /// The refund, as its processor names it.
    pub connector_refund_id: Option<RefundId>,
    /// The dispute, as its processor names it.
    pub connector_dispute_id: Option<DisputeId>,
    /// The payout, as its processor names it.
    pub connector_payout_id: Option<PayoutId>,
    /// The order, as its processor names it.
    pub connector_order_id: Option<OrderId>,
    /// The mandate, as its processor names it.
    pub connector_mandate_id: Option<MandateId>,
    /// What the merchant called it.
    pub connector_request_reference_id: Option<MerchantReference>,
}

impl WebhookIds {
    /// Reads them, each at the path that is declared for it. What cannot be an id is none.
    pub(super) fn read(part: Document<'_>, places: &[(&str, &str)]) -> Self {
        let mut ids = Self::default();
        for (name, path) in places {
            let Some(text) = part.text(path) else { continue };
            match *name {
                "connector_transaction_id" => {
                    set(&mut ids.connector_transaction_id, text, PaymentId::new);
                }
                "connector_refund_id" => set(&mut ids.connector_refund_id, text, RefundId::new),
                "connector_dispute_id" => set(&mut ids.connector_dispute_id, text, DisputeId::new),
                "connector_payout_id" => set(&mut ids.connector_payout_id, text, PayoutId::new),
                "connector_order_id" => set(&mut ids.connector_order_id, text, OrderId::new),
                "connector_mandate_id" => set(&mut ids.connector_mandate_id, text, MandateId::new),
                "connector_request_reference_id" => {
                    set(&mut ids.connector_request_reference_id, text, MerchantReference::new);
                }
                _ => {}
            }
        }
        ids
    }

    /// Writes them into a report, each where nothing stands yet.
    pub(super) fn report(&self, report: &mut Report) {
        let Report { connector_transaction_id, connector_refund_id, .. } = report;
        fill(connector_transaction_id, &self.connector_transaction_id);
        fill(connector_refund_id, &self.connector_refund_id);
        fill(&mut report.connector_dispute_id, &self.connector_dispute_id);
        fill(&mut report.connector_payout_id, &self.connector_payout_id);
        fill(&mut report.connector_order_id, &self.connector_order_id);
        fill(&mut report.connector_mandate_id, &self.connector_mandate_id);
        fill(&mut report.connector_response_reference_id, &self.connector_request_reference_id);
    }
}

fn set<T>(place: &mut Option<T>, text: Box<str>, read: fn(Box<str>) -> Result<T, IdError>) {
    *place = read(text).ok();
}

fn fill<T: AsRef<str>>(place: &mut Option<Box<str>>, id: &Option<T>) {
    if place.is_none() {
        *place = id_text(id);
    }
}
