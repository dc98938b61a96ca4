//! The request of one flow: which value fills each placeholder.

use connector_core::{Flow as _, PSync, RSync};

use super::auth::AuthKind;
use super::endpoint::{Endpoint, Method};
use super::words::{Word, Words};

/// What differs between the flows that are generated.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Kind {
    pub(super) flag: &'static str,
    pub(super) name: &'static str,
    pub(super) purpose: &'static str,
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

const PAYMENT: Value = Value {
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
const REFERENCE: Value = Value {
    source: "resource_common_data.connector_request_reference_id",
    ty: "MerchantReference",
    name: "reference",
    example: "order/1",
};

pub(super) static PAYMENTS: Kind = Kind {
    flag: "--reads",
    name: PSync::NAME,
    purpose: PSync::PURPOSE,
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
    purpose: RSync::PURPOSE,
    thing: "refund",
    response: "Refund",
    words: "RefundWord",
    status: "RefundStatus",
    data: "RefundSyncData",
    id: REFUND,
    placeholders: &[("open", "Pending"), ("done", "Success"), ("refused", "Failure")],
};

/// A flow that is generated.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) kind: &'static Kind,
    pub(super) endpoint: Endpoint,
    /// Each field of the request with its value: those of the URL, then those of the body.
    pub(super) fields: Vec<(String, Value)>,
    pub(super) words: Vec<Word>,
    /// Whether nobody has named the processor's words.
    pub(super) has_placeholders: bool,
}

impl Flow {
    /// Finds a value for every placeholder, and a place for every value.
    pub(super) fn new(
        kind: &'static Kind,
        endpoint: Endpoint,
        words: Option<Words>,
        auth: AuthKind,
    ) -> Result<Self, String> {
        let Kind { flag, id, thing, .. } = kind;
        let mut fields: Vec<(String, Value)> = Vec::new();
        for name in endpoint.template.names() {
            let value = value(kind, name).map_err(|problem| format!("`{flag}`: {problem}"))?;
            if let Some((earlier, _)) = fields.iter().find(|(_, earlier)| *earlier == value) {
                return Err(format!(
                    "`{flag}`: `{{{earlier}}}` and `{{{name}}}` would both be `{}`; what is always \
                     the same stands in the URL as it is",
                    value.source
                ));
            }
            fields.push((name.to_owned(), value));
        }
        let has_body = endpoint.method == Method::Post;
        if auth == AuthKind::Body && !has_body {
            return Err(format!(
                "`{flag}`: a GET has no body for the credentials; with `--auth body` it is a POST"
            ));
        }
        if !fields.iter().any(|(_, value)| value == id) {
            if !has_body {
                return Err(format!(
                    "`{flag}`: the URL does not say which {thing} is meant; name it with `{{{}}}`",
                    id.name
                ));
            }
            fields.push((id.name.to_owned(), *id));
        }
        let has_placeholders = words.is_none();
        let words = words.map_or_else(|| kind.placeholder_words(), |Words(words)| words);
        Ok(Self { kind, endpoint, fields, words, has_placeholders })
    }

    /// The fields that the URL does not name.
    pub(super) fn body(&self) -> impl Iterator<Item = &(String, Value)> {
        let in_url = |name: &str| self.endpoint.template.names().any(|other| other == name);
        self.fields.iter().filter(move |(name, _)| !in_url(name))
    }

    pub(super) fn uses_reference(&self) -> bool {
        self.fields.iter().any(|(_, value)| *value == REFERENCE)
    }

    /// Whether it is a refund that is asked for as one of its payment's.
    pub(super) fn uses_payment_of_refund(&self) -> bool {
        self.kind == &REFUNDS && self.fields.iter().any(|(_, value)| *value == PAYMENT)
    }

    /// What the generated test puts into the field of this name.
    pub(super) fn example(&self, field: &str) -> &'static str {
        let named = self.fields.iter().find(|(name, _)| name == field);
        named.map_or(self.kind.id.example, |(_, value)| value.example)
    }
}

impl Kind {
    fn placeholder_words(&self) -> Vec<Word> {
        let word = |(text, meaning): &(&str, &str)| Word {
            text: (*text).to_owned(),
            meaning: Some((*meaning).to_owned()),
        };
        self.placeholders.iter().map(word).collect()
    }
}

/// What a placeholder stands for, by the words in its name; any other name is the id.
fn value(kind: &Kind, name: &str) -> Result<Value, String> {
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
