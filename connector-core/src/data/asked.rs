//! What a flow's data says about what it asks for, for answers that do not say it themselves.

use super::{PaymentVoidData, PaymentsCaptureData, PaymentsSyncData, RefundSyncData, RefundsData};
use crate::id::{PaymentId, RefundId};
use crate::money::Currency;

/// What is asked is about one thing that has an id. An order that makes something new has none yet.
#[diagnostic::on_unimplemented(
    message = "`{Self}` asks for nothing that has an id already",
    label = "no id to search by",
    note = "choose an entry of the list by its place: `list = first`, `list = last`"
)]
pub trait AsksById {
    /// The kind of id.
    type Id: AsRef<str>;
    /// The id, where it is known.
    fn asked_id(&self) -> Option<&Self::Id>;
}

/// An id that is always known, or only at times.
struct Known<'a, T>(&'a T);

impl<'a> Known<'a, PaymentId> {
    const fn known(self) -> Option<&'a PaymentId> {
        Some(self.0)
    }
}

impl<'a> Known<'a, RefundId> {
    const fn known(self) -> Option<&'a RefundId> {
        Some(self.0)
    }
}

impl<'a> Known<'a, Option<PaymentId>> {
    const fn known(self) -> Option<&'a PaymentId> {
        self.0.as_ref()
    }
}

macro_rules! asks {
    ($($data:ty: $id:ident($field:ident);)+) => {$(
        impl AsksById for $data {
            type Id = $id;

            fn asked_id(&self) -> Option<&$id> {
                Known(&self.$field).known()
            }
        }
    )+};
}
asks! {
    PaymentsSyncData: PaymentId(connector_transaction_id);
    PaymentsCaptureData: PaymentId(connector_transaction_id);
    PaymentVoidData: PaymentId(connector_transaction_id);
    RefundSyncData: RefundId(connector_refund_id);
}

/// What is asked may name an amount, and so the currency of an answer that names none.
#[diagnostic::on_unimplemented(
    message = "`currency = asked` is for the answers to questions, captures and refunds, and `{Self}` is none of them",
    label = "its answers tell a currency of their own",
    note = "mark a field `#[flow_response(currency)]`"
)]
pub trait AsksAmount {
    /// The currency that is asked about, where one is.
    fn asked_currency(&self) -> Option<Currency>;
}

macro_rules! amounts {
    ($($data:ty: $field:ident;)+) => {$(
        impl AsksAmount for $data {
            fn asked_currency(&self) -> Option<Currency> {
                self.$field.map(|asked| asked.currency)
            }
        }
    )+};
}
amounts! {
    PaymentsSyncData: amount;
    PaymentsCaptureData: amount_to_capture;
    RefundsData: refund_amount;
    RefundSyncData: refund_amount;
}
