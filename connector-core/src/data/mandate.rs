//! What the customer agreed to have charged again.

use serde::{Deserialize, Serialize};

use super::{ResponseData, learned, record};
use crate::id::{CustomerId, MandateId};
use crate::report::{Report, id_text};
use crate::response::{Discrepancy, Mask};
use crate::status::{MandateStatus, StatusReport};

/// For which payments a payment method is to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FutureUsage {
    /// For payments at which the customer is present.
    OnSession,
    /// For payments that the merchant makes without the customer.
    OffSession,
}

record! {
    /// MandateRevoke: never charge it again.
    MandateRevokeRequestData {
        /// The mandate, as its processor names it.
        connector_mandate_id: MandateId,
    }
    optional {
        /// Whose it is, as the processor names them. Some processors find a mandate only there; a
        /// connector of theirs says that it is missing before anything is sent.
        connector_customer_id: CustomerId,
    }
}

learned! {
    /// What MandateRevoke learns.
    MandateRevokeResponseData {
        /// What became of the mandate.
        status: MandateStatus,
        /// The mandate, as its processor names it.
        connector_mandate_id: MandateId,
    }
}

impl MandateRevokeResponseData {
    /// That this is about another mandate than the one asked for.
    pub(crate) fn of_another_mandate(&self, asked: &MandateId) -> Option<Discrepancy> {
        let told = self.connector_mandate_id.as_ref();
        Discrepancy::between("connector_mandate_id", Some(asked), told)
    }
}

impl ResponseData for MandateRevokeResponseData {
    type Status = MandateStatus;

    fn reported(status: StatusReport<MandateStatus>) -> Self {
        Self::new(status)
    }

    fn status(&self) -> &StatusReport<MandateStatus> {
        &self.status
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_mandate_id);
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_mandate_id = id_text(&self.connector_mandate_id);
        report.error = self.error.clone();
    }
}
