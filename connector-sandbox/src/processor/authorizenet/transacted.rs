//! What Authorize.Net answers to a `createTransactionRequest`. The fields of each struct stand in the
//! order of the schema's elements.

use serde::Serialize;

use super::body::Messages;
use crate::card::Card;
use crate::ledger::{Refusal, Stage};
use crate::order::Order;
use crate::resource::{Seen, Subject};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Transacted {
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_id: Option<String>,
    messages: Messages,
    transaction_response: Response,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    response_code: &'static str,
    auth_code: &'static str,
    avs_result_code: &'static str,
    cvv_result_code: &'static str,
    cavv_result_code: &'static str,
    trans_id: String,
    #[serde(rename = "refTransID")]
    ref_trans_id: String,
    trans_hash: &'static str,
    test_request: &'static str,
    account_number: String,
    account_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    messages: Option<[Message; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<[Error; 1]>,
    trans_hash_sha2: &'static str,
}

#[derive(Serialize)]
struct Message {
    code: &'static str,
    description: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Error {
    error_code: &'static str,
    error_text: &'static str,
}

const APPROVED: Message = Message { code: "1", description: "This transaction has been approved." };

impl Transacted {
    /// An order that was carried out. A decline is `Ok`, too: it is the response code that tells.
    pub(super) fn done(ref_id: Option<String>, order: &Order, seen: &Seen) -> Self {
        let messages = Messages::new("Ok", "I00001", "Successful.");
        let payment = &seen.payment;
        let mut response = Response::about(payment);
        if let Order::Refund { .. } = order {
            response.ref_trans_id.clone_from(&payment.id);
            response.auth_code = "";
            if let Some(refund) = seen.refunds.first() {
                response.trans_id.clone_from(&refund.id);
            }
        } else if !matches!(order, Order::Pay(_)) {
            response.ref_trans_id.clone_from(&payment.id);
        }
        if payment.reason.is_some() {
            response.response_code = "2";
            response.auth_code = "";
            let error_text = "This transaction has been declined.";
            response.errors = Some([Error { error_code: "2", error_text }]);
        } else {
            response.messages = Some([APPROVED]);
        }
        Self { ref_id, messages, transaction_response: response }
    }

    /// An order that was not carried out. To capture or to void again is no error to this processor:
    /// it says so in a message, and nothing moves.
    pub(super) fn refused(
        ref_id: Option<String>,
        order: &Order,
        refusal: Refusal,
        seen: Option<&Seen>,
    ) -> Self {
        let stage = seen.and_then(|seen| seen.payment.made.as_ref()).map(|made| made.ledger.stage);
        let again = match (refusal, order, stage) {
            (Refusal::Stage, Order::Capture { .. }, Some(Stage::Taken)) => {
                Some(("311", "This transaction has already been captured."))
            }
            (Refusal::Stage, Order::Void { .. }, Some(Stage::Voided)) => {
                Some(("310", "This transaction has already been voided."))
            }
            _ => None,
        };
        if let (Some((code, description)), Some(seen)) = (again, seen) {
            let mut response = Response::about(&seen.payment);
            response.ref_trans_id.clone_from(&seen.payment.id);
            response.messages = Some([Message { code, description }]);
            let messages = Messages::new("Ok", "I00001", description);
            return Self { ref_id, messages, transaction_response: response };
        }
        let (error_code, error_text) = reason(order, refusal);
        let errors = Some([Error { error_code, error_text }]);
        let response = Response { response_code: "3", errors, ..Response::empty() };
        let messages = Messages::new("Error", "E00027", "The transaction was unsuccessful.");
        Self { ref_id, messages, transaction_response: response }
    }
}

impl Response {
    const fn empty() -> Self {
        Self {
            response_code: "1",
            auth_code: "",
            avs_result_code: "P",
            cvv_result_code: "",
            cavv_result_code: "",
            trans_id: String::new(),
            ref_trans_id: String::new(),
            trans_hash: "",
            test_request: "0",
            account_number: String::new(),
            account_type: "",
            messages: None,
            errors: None,
            trans_hash_sha2: "",
        }
    }

    fn about(payment: &Subject) -> Self {
        let card = payment.made.as_ref().and_then(|made| made.card.as_ref());
        Self {
            auth_code: "S4ND8X",
            trans_id: payment.id.clone(),
            account_number: card.map_or("XXXX4444".to_owned(), masked),
            account_type: card.map_or("MasterCard", brand),
            ..Self::empty()
        }
    }
}

/// The reason codes are those of the processor's list.
fn reason(order: &Order, refusal: Refusal) -> (&'static str, &'static str) {
    let is_refund = matches!(order, Order::Refund { .. });
    match refusal {
        Refusal::Amount => ("5", "A valid amount is required."),
        Refusal::CardNumber | Refusal::UnknownMethod => ("6", "The credit card number is invalid."),
        Refusal::CardExpired => ("8", "The credit card has expired."),
        Refusal::Duplicate => ("11", "A duplicate transaction has been submitted."),
        Refusal::TooMuch { .. } if !is_refund => {
            ("47", "The amount to settle cannot be greater than the amount authorized.")
        }
        Refusal::TooMuch { .. } | Refusal::NothingLeft => {
            ("55", "The sum of credits would exceed the original debit amount.")
        }
        Refusal::Stage | Refusal::AnotherCard if is_refund => {
            ("54", "The referenced transaction does not meet the criteria for a credit.")
        }
        Refusal::Unknown | Refusal::Stage | Refusal::AnotherCard => {
            ("16", "The transaction cannot be found.")
        }
    }
}

pub(super) fn masked(card: &Card) -> String {
    format!("XXXX{}", card.last4())
}

pub(super) fn brand(card: &Card) -> &'static str {
    match card.network() {
        "visa" => "Visa",
        "mastercard" => "MasterCard",
        "amex" => "AmericanExpress",
        "jcb" => "JCB",
        "diners" => "DinersClub",
        _ => "Discover",
    }
}
