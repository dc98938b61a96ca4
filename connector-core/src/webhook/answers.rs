//! The flows whose answers come as events, too.

use super::event::{EventTold, Question};
use super::ids::WebhookIds;
use crate::data::{DisputeSyncData, PaymentsSyncData, PayoutGetRequest, RefundSyncData};
use crate::dispatch::{DSync, PSync, PayoutGet, RSync};
use crate::flow::Flow;
use crate::response::Outcome;
use crate::router_data::RouterData;

/// A flow whose answers come as events, too.
#[diagnostic::on_unimplemented(
    message = "no event tells what `{Self}` does",
    label = "not a question about one thing",
    note = "an event tells what `PSync`, `RSync`, `DSync` or `PayoutGet` would have told"
)]
pub trait EventFlow: Flow {
    /// What the compiler says where an event does not say where the flow's id stands.
    const LACKS: &'static str;

    /// The question that the event answers; `None` where it does not say about what.
    fn question(ids: &WebhookIds) -> Option<RouterData<Self>>;

    /// What an event tells with this answer.
    fn told(outcome: Outcome<Self>) -> EventTold;

    /// What an event tells that only says what to ask.
    fn ask(data: RouterData<Self>) -> EventTold;
}

impl EventFlow for PSync {
    const LACKS: &'static str =
        "the event is about a payment, and does not say which: `connector_transaction_id = \"…\"`";

    fn question(ids: &WebhookIds) -> Option<RouterData<Self>> {
        let asked = PaymentsSyncData::new(ids.connector_transaction_id.clone()?);
        let mut data = RouterData::<Self>::new(asked);
        let common = &mut data.resource_common_data;
        common.connector_request_reference_id = ids.connector_request_reference_id.clone();
        common.connector_order_id = ids.connector_order_id.clone();
        Some(data)
    }

    fn told(outcome: Outcome<Self>) -> EventTold {
        EventTold::Payment(outcome)
    }

    fn ask(data: RouterData<Self>) -> EventTold {
        EventTold::Ask(Question::Payment(data))
    }
}

impl EventFlow for RSync {
    const LACKS: &'static str =
        "the event is about a refund, and does not say which: `connector_refund_id = \"…\"`";

    fn question(ids: &WebhookIds) -> Option<RouterData<Self>> {
        let mut asked = RefundSyncData::new(ids.connector_refund_id.clone()?);
        asked.connector_transaction_id = ids.connector_transaction_id.clone();
        let mut data = RouterData::<Self>::new(asked);
        data.resource_common_data.connector_request_reference_id =
            ids.connector_request_reference_id.clone();
        Some(data)
    }

    fn told(outcome: Outcome<Self>) -> EventTold {
        EventTold::Refund(outcome)
    }

    fn ask(data: RouterData<Self>) -> EventTold {
        EventTold::Ask(Question::Refund(data))
    }
}

impl EventFlow for DSync {
    const LACKS: &'static str =
        "the event is about a dispute, and does not say which: `connector_dispute_id = \"…\"`";

    fn question(ids: &WebhookIds) -> Option<RouterData<Self>> {
        let mut data =
            RouterData::<Self>::new(DisputeSyncData::new(ids.connector_dispute_id.clone()?));
        data.resource_common_data.connector_transaction_id = ids.connector_transaction_id.clone();
        Some(data)
    }

    fn told(outcome: Outcome<Self>) -> EventTold {
        EventTold::Dispute(outcome)
    }

    fn ask(data: RouterData<Self>) -> EventTold {
        EventTold::Ask(Question::Dispute(data))
    }
}

impl EventFlow for PayoutGet {
    const LACKS: &'static str =
        "the event is about a payout, and does not say which: `connector_payout_id = \"…\"`";

    fn question(ids: &WebhookIds) -> Option<RouterData<Self>> {
        let mut data =
            RouterData::<Self>::new(PayoutGetRequest::new(ids.connector_payout_id.clone()?));
        data.resource_common_data.connector_request_reference_id =
            ids.connector_request_reference_id.clone();
        Some(data)
    }

    fn told(outcome: Outcome<Self>) -> EventTold {
        EventTold::Payout(outcome)
    }

    fn ask(data: RouterData<Self>) -> EventTold {
        EventTold::Ask(Question::Payout(data))
    }
}
