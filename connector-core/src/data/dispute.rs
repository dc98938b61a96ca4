//! Disputes: the customer's bank takes the customer's side, and the merchant may answer.

use serde::{Deserialize, Serialize};

use super::{ResponseData, learned, record};
use crate::id::{DisputeId, IdempotencyKey, PaymentId};
use crate::money::Money;
use crate::report::{Report, id_text};
use crate::response::{Discrepancy, Mask};
use crate::secret::Secret;
use crate::status::{DisputeStatus, StatusReport, WireStatus};

/// How far a dispute has come, in the order in which it comes there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisputeStage {
    /// An inquiry; no money has moved.
    PreDispute,
    /// A chargeback; the money is withdrawn from the merchant.
    Dispute,
    /// The merchant has won, and the bank objects.
    PreArbitration,
    /// They did not agree, and the card network decides in the last instance.
    Arbitration,
}

/// Words for the status of a dispute that say of which stage it is, as well: a field of them is
/// `#[flow_response(status, stage)]`.
#[diagnostic::on_unimplemented(
    message = "the words `{Self}` do not say of which stage of a dispute they are",
    label = "words of no stage",
    note = "`impl StageOf for {Self}`, or mark the field as the `status` alone"
)]
pub trait StageOf: WireStatus {
    /// The stage; `None` where the word comes at more than one.
    fn stage(self) -> Option<DisputeStage>;
}

record! {
    /// What is known of a dispute, whatever is asked of it.
    #[derive(Default)]
    DisputeFlowData {}
    optional {
        /// The payment that is disputed, as its processor names it.
        connector_transaction_id: PaymentId,
    }
}

record! {
    /// Accept: the customer is right, or it is not worth it. The money is gone.
    AcceptDisputeData {
        /// The dispute, as its processor names it.
        connector_dispute_id: DisputeId,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
}

record! {
    /// A file that proves something.
    EvidenceDocument {
        /// What it proves, by the processor's code for such a document.
        document_type: Box<str>,
        /// What is in it (RFC 6838): `application/pdf`.
        content_type: Box<str>,
        /// The file itself, base64 (RFC 4648, section 4).
        #[serde(serialize_with = "crate::secret::masked")]
        content: Secret,
    }
}

record! {
    /// SubmitEvidence: hand in what proves that the merchant is right.
    SubmitEvidenceData {
        /// The dispute, as its processor names it.
        connector_dispute_id: DisputeId,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// By which the carrier knows the parcel.
        shipping_tracking_number: Box<str>,
        /// What the customer did with the service, and when.
        access_activity_log: Box<str>,
        /// What the customer agreed to about cancelling.
        cancellation_policy: Box<str>,
        /// What the customer agreed to about refunds.
        refund_policy: Box<str>,
        /// What was sold, in words for the bank.
        product_description: Box<str>,
        /// Whatever else the bank should read.
        uncategorized_text: Box<str>,
        /// Files, where the processor takes them with the call.
        documents: Vec<EvidenceDocument>,
    }
    secret {
        /// The customer's name, as it was given.
        customer_name: Secret,
        /// The customer's email address, as it was given.
        customer_email: Secret,
    }
}

record! {
    /// DefendDispute: declare that the merchant answers, and on which ground.
    DisputeDefendData {
        /// The dispute, as its processor names it.
        connector_dispute_id: DisputeId,
        /// The ground, by the processor's code for it.
        defense_reason_code: Box<str>,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
}

record! {
    /// DSync: what became of this dispute?
    DisputeSyncData {
        /// The dispute, as its processor names it.
        connector_dispute_id: DisputeId,
    }
}

learned! {
    /// What a dispute flow learns.
    DisputeResponseData {
        /// What became of the dispute, in our words and in the processor's.
        status: DisputeStatus,
        /// The dispute, as its processor names it. `None` tells nothing: it never erases an id.
        connector_dispute_id: DisputeId,
        /// The payment that is disputed, as its processor names it.
        connector_transaction_id: PaymentId,
        /// How far it has come.
        stage: DisputeStage,
        /// What is disputed.
        amount: Money,
        /// Why the customer disputes it, by the network's code.
        reason_code: Box<str>,
        /// The same in words.
        reason: Box<str>,
        /// Until when the merchant may answer, as the processor wrote it.
        respond_by: Box<str>,
    }
}

impl DisputeResponseData {
    /// That this is about another dispute than the one asked for.
    pub(crate) fn of_another_dispute(&self, asked: &DisputeId) -> Option<Discrepancy> {
        let told = self.connector_dispute_id.as_ref();
        Discrepancy::between("connector_dispute_id", Some(asked), told)
    }
}

impl ResponseData for DisputeResponseData {
    type Status = DisputeStatus;

    fn reported(status: StatusReport<DisputeStatus>) -> Self {
        Self::new(status)
    }

    fn status(&self) -> &StatusReport<DisputeStatus> {
        &self.status
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_dispute_id);
        mask.id(&mut self.connector_transaction_id);
        for text in [&mut self.reason_code, &mut self.reason, &mut self.respond_by] {
            mask.option(text);
        }
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_dispute_id = id_text(&self.connector_dispute_id);
        report.connector_transaction_id = id_text(&self.connector_transaction_id);
        report.dispute_stage = self.stage;
        report.reason_code = self.reason_code.clone();
        report.respond_by = self.respond_by.clone();
        report.set_amount(self.amount);
        report.error = self.error.clone();
    }
}
