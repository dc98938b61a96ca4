//! The flows that can be generated, and the values that they know.

use connector_core::{Flow as _, PSync, RSync};

use super::words::Word;

/// What differs between the flows that are generated.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) flag: &'static str,
    pub(super) name: &'static str,
    pub(super) thing: &'static str,
    /// The type of the response.
    pub(super) response: &'static str,
    /// The enum of the words.
    pub(super) words: &'static str,
    /// What the words are the status of.
    pub(super) status: &'static str,
    pub(super) data: &'static str,
    /// The value that says what is asked about.
    pub(super) id: Value,
    /// Words in the place of the processor's, with our status.
    placeholders: &'static [(&'static str, &'static str)],
}

/// A value of a flow's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) source: &'static str,
    pub(super) ty: &'static str,
    /// How the field is called where no placeholder names it.
    pub(super) name: &'static str,
    /// What the generated test puts there.
    pub(super) example: &'static str,
}

pub(super) const PAYMENT: Value = Value {
    source: "request.connector_transaction_id",
    ty: "PaymentId",
    name: "payment_id",
    example: "pay/1",
};
const REFUND: Value = Value {
    source: "request.connector_refund_id",
    ty: "RefundId",
    name: "refund_id",
    example: "ref/1",
};
pub(super) const REFERENCE: Value = Value {
    source: "resource_common_data.connector_request_reference_id",
    ty: "MerchantReference",
    name: "reference",
    example: "order/1",
};

pub(super) static PAYMENTS: Kind = Kind {
    flag: "--reads",
    name: PSync::NAME,
    thing: "payment",
    response: "Payment",
    words: "PaymentWord",
    status: "AttemptStatus",
    data: "PaymentsSyncData",
    id: PAYMENT,
    placeholders: &[("open", "Pending"), ("paid", "Charged"), ("refused", "Failure")],
};

pub(super) static REFUNDS: Kind = Kind {
    flag: "--refunds",
    name: RSync::NAME,
    thing: "refund",
    response: "RefundObject",
    words: "RefundWord",
    status: "RefundStatus",
    data: "RefundSyncData",
    id: REFUND,
    placeholders: &[("open", "Pending"), ("done", "Success"), ("refused", "Failure")],
};

impl Kind {
    pub(super) fn placeholder_words(&self) -> Vec<Word> {
        let word = |(text, meaning): &(&str, &str)| Word {
            text: (*text).to_owned(),
            meaning: Some((*meaning).to_owned()),
        };
        self.placeholders.iter().map(word).collect()
    }
}

/// What a placeholder stands for, by the words in its name; any other name is the id.
pub(super) fn value(kind: &Kind, name: &str) -> Result<Value, String> {
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&["refund"]) {
        return if kind == &REFUNDS {
            Ok(REFUND)
        } else {
            Err(format!("`{{{name}}}`: {} knows no refund", kind.name))
        };
    }
    if says(&["reference"]) {
        return Ok(REFERENCE);
    }
    if says(&["merchant", "account", "shop", "store"]) {
        return Err(format!(
            "`{{{name}}}` is the same in every request; a placeholder is a {}'s id, \
             `{{payment_id}}`, `{{refund_id}}` or `{{reference}}`",
            kind.thing
        ));
    }
    Ok(if says(&["payment", "transaction", "charge", "order"]) { PAYMENT } else { kind.id })
}
