//! Payouts: the merchant's money goes out.

use serde::{Deserialize, Serialize};

use super::{Address, BankDebit, Card, Customer, ResponseData, learned, record};
use crate::id::{IdempotencyKey, PayoutId, RecipientId};
use crate::money::Money;
use crate::report::{Report, id_text};
use crate::response::{Discrepancy, Mask};
use crate::secret::Secret;
use crate::status::{PayoutStatus, StatusReport};

/// Where the money goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PayoutMethodData {
    /// To a card.
    Card(Card),
    /// To a bank account.
    BankAccount(BankDebit),
    /// To a recipient whom the processor knows.
    Recipient(RecipientId),
    /// To a wallet, by the address that it is known by.
    Wallet {
        /// The address: an email address or a number, as a rule.
        #[serde(serialize_with = "crate::secret::masked")]
        address: Secret,
    },
}

record! {
    /// What is known of a payout, whatever is asked of it.
    #[derive(Default)]
    PayoutFlowData {}
    optional {
        /// What the merchant calls it.
        connector_request_reference_id: crate::id::MerchantReference,
    }
}

record! {
    /// PayoutCreate: announce a payout.
    PayoutCreateRequest {
        /// How much.
        amount: Money,
        /// Where it goes.
        payout_method_data: PayoutMethodData,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// To whom.
        customer: Customer,
        /// Where they are.
        billing_address: Address,
        /// What it is for, in words for the recipient.
        description: Box<str>,
    }
}

record! {
    /// PayoutTransfer: send the money.
    PayoutTransferRequest {
        /// How much.
        amount: Money,
        /// Where it goes.
        payout_method_data: PayoutMethodData,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// The payout that was announced, as its processor names it.
        connector_payout_id: PayoutId,
        /// To whom.
        customer: Customer,
        /// What it is for, in words for the recipient.
        description: Box<str>,
    }
}

record! {
    /// PayoutGet: what became of this payout?
    PayoutGetRequest {
        /// The payout, as its processor names it.
        connector_payout_id: PayoutId,
    }
    optional {
        /// How much it was. Where it is given, a reply about another amount is a mismatch.
        amount: Money,
    }
}

record! {
    /// PayoutVoid: take a payout back that was not sent yet.
    PayoutVoidRequest {
        /// The payout, as its processor names it.
        connector_payout_id: PayoutId,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
}

record! {
    /// PayoutStage: reserve the money, or the rate, for a payout.
    PayoutStageRequest {
        /// How much.
        amount: Money,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
}

record! {
    /// PayoutCreateLink: a page on which the recipient says where the money shall go.
    PayoutCreateLinkRequest {
        /// How much.
        amount: Money,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// To whom.
        customer: Customer,
        /// Where the recipient comes back to.
        return_url: Box<str>,
    }
}

record! {
    /// PayoutCreateRecipient: let the processor know a recipient.
    PayoutCreateRecipientRequest {
        /// Who.
        customer: Customer,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Where the money shall go.
        payout_method_data: PayoutMethodData,
        /// Where they are.
        billing_address: Address,
    }
}

record! {
    /// PayoutEnrollDisburseAccount: let a recipient's account be paid out to.
    PayoutEnrollDisburseAccountRequest {
        /// The recipient, as the processor names them.
        connector_recipient_id: RecipientId,
        /// The account.
        payout_method_data: PayoutMethodData,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
}

learned! {
    /// What a payout flow learns.
    PayoutResponseData {
        /// What became of the payout, in our words and in the processor's.
        status: PayoutStatus,
        /// The payout, as its processor names it. `None` tells nothing: it never erases an id.
        connector_payout_id: PayoutId,
        /// The page on which the recipient goes on.
        link: Box<str>,
        /// How much is paid out.
        amount: Money,
    }
}

impl PayoutResponseData {
    /// That this is about another payout than the one asked for.
    pub(crate) fn of_another_payout(&self, asked: Option<&PayoutId>) -> Option<Discrepancy> {
        let told = self.connector_payout_id.as_ref();
        Discrepancy::between("connector_payout_id", asked, told)
    }

    /// That this is for another amount than the one asked about.
    pub(crate) fn of_another_amount(&self, asked: Option<Money>) -> Option<Discrepancy> {
        Discrepancy::of_money("amount", asked.as_ref(), self.amount.as_ref())
    }
}

impl ResponseData for PayoutResponseData {
    type Status = PayoutStatus;

    fn reported(status: StatusReport<PayoutStatus>) -> Self {
        Self::new(status)
    }

    fn status(&self) -> &StatusReport<PayoutStatus> {
        &self.status
    }

    fn mask(&mut self, mask: Mask<'_>) {
        mask.text(&mut self.status.connector_status);
        mask.id(&mut self.connector_payout_id);
        mask.option(&mut self.link);
        self.error.iter_mut().for_each(|error| mask.error(error));
    }

    fn report(&self, report: &mut Report) {
        report.connector_payout_id = id_text(&self.connector_payout_id);
        report.set_amount(self.amount);
        report.error = self.error.clone();
    }
}
