//! Authorize, and the orders that are like it: keep a way to pay, and pay with it again.

use std::collections::BTreeMap;

use super::{
    Address, AuthenticationData, AuthenticationType, BrowserInformation, CaptureMethod, Customer,
    FutureUsage, MandateReference, OrderLine, PaymentMethodData, SplitPayments, add_up, record,
};
use crate::id::{CaptureId, IdempotencyKey, PaymentId};
use crate::money::Money;
use crate::request::BuildError;

record! {
    /// Authorize: hold the money, or take it, as the capture method says.
    PaymentsAuthorizeData {
        /// How much.
        amount: Money,
        /// What it is paid with.
        payment_method_data: PaymentMethodData,
        /// Who takes the money that is held, and when.
        capture_method: CaptureMethod,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Who pays.
        customer: Customer,
        /// Where the bill goes.
        billing_address: Address,
        /// Where the goods go.
        shipping_address: Address,
        /// What is known of the customer's browser.
        browser_information: BrowserInformation,
        /// Whether the processor is to authenticate the customer.
        authentication_type: AuthenticationType,
        /// The result of an authentication that was carried out elsewhere.
        authentication_data: AuthenticationData,
        /// What is paid for. Its totals add up to the amount.
        order_lines: Vec<OrderLine>,
        /// What it is for, in words for the merchant.
        description: Box<str>,
        /// What the customer reads on their statement.
        statement_descriptor: Box<str>,
        /// Where the customer comes back to.
        return_url: Box<str>,
        /// Where the processor sends its webhooks, where it takes that with each payment.
        webhook_url: Box<str>,
        /// Whether the payment method is to be kept, and for what.
        setup_future_usage: FutureUsage,
        /// Whether the customer is absent.
        off_session: bool,
        /// Whether less than the amount may be held, where the payer has no more. Where that cannot be asked
        /// for, such a payment is declined.
        enable_partial_authorization: bool,
        /// Which parts of it go to other accounts of the platform.
        split_payments: SplitPayments,
        /// What the merchant wants to find again with the payment.
        metadata: BTreeMap<Box<str>, Box<str>>,
    }
}

impl PaymentsAuthorizeData {
    /// That no part of the order contradicts another.
    pub(crate) fn is_consistent(&self) -> Result<(), BuildError> {
        make_up(self.amount, self.split_payments.as_ref(), self.order_lines.as_deref())
    }
}

/// That what is divided, and what is paid for, is the amount.
fn make_up(
    amount: Money,
    split: Option<&SplitPayments>,
    lines: Option<&[OrderLine]>,
) -> Result<(), BuildError> {
    if let Some(split) = split {
        split.divides(amount)?;
    }
    add_up(lines, amount)
}

record! {
    /// SetupMandate: keep a way to pay, and take nothing.
    SetupMandateRequestData {
        /// The way to pay.
        payment_method_data: PaymentMethodData,
        /// Nothing, or the small amount that some processors want to hold, in the currency that will
        /// be paid with.
        amount: Money,
        /// For which payments it is kept.
        setup_future_usage: FutureUsage,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Whose it is.
        customer: Customer,
        /// Where the bill goes.
        billing_address: Address,
        /// What is known of the customer's browser.
        browser_information: BrowserInformation,
        /// What it is kept for, in words for the customer.
        description: Box<str>,
        /// Where the customer comes back to.
        return_url: Box<str>,
        /// What the merchant wants to find again with it.
        metadata: BTreeMap<Box<str>, Box<str>>,
    }
}

record! {
    /// RepeatPayment: pay again with what was kept.
    RepeatPaymentData {
        /// How much.
        amount: Money,
        /// What the customer agreed to.
        mandate_reference: MandateReference,
        /// Who takes the money that is held, and when.
        capture_method: CaptureMethod,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// The card itself, where the reference is a card network's.
        payment_method_data: PaymentMethodData,
        /// Who pays.
        customer: Customer,
        /// What is paid for. Its totals add up to the amount.
        order_lines: Vec<OrderLine>,
        /// What it is for, in words for the merchant.
        description: Box<str>,
        /// What the customer reads on their statement.
        statement_descriptor: Box<str>,
        /// Where a customer would come back to. Some processors insist on it although nobody does.
        return_url: Box<str>,
        /// Whether the customer is absent.
        off_session: bool,
        /// Which parts of it go to other accounts of the platform.
        split_payments: SplitPayments,
        /// What the merchant wants to find again with the payment.
        metadata: BTreeMap<Box<str>, Box<str>>,
    }
}

impl RepeatPaymentData {
    /// That no part of the order contradicts another.
    pub(crate) fn is_consistent(&self) -> Result<(), BuildError> {
        make_up(self.amount, self.split_payments.as_ref(), self.order_lines.as_deref())
    }
}

record! {
    /// IncrementalAuthorization: hold more than was held.
    PaymentsIncrementalAuthorizationData {
        /// The payment, as its processor names it.
        connector_transaction_id: PaymentId,
        /// How much is to be held in all, what is held already included.
        total_amount: Money,
        /// How much is to be held on top of what is held already.
        additional_amount: Money,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Why, in words for the merchant.
        reason: Box<str>,
    }
}

impl PaymentsIncrementalAuthorizationData {
    /// That what is added is a part of what is held then.
    pub(crate) fn is_consistent(&self) -> Result<(), BuildError> {
        let (total, more) = (self.total_amount, self.additional_amount);
        if more.currency == total.currency && more.minor_amount <= total.minor_amount {
            return Ok(());
        }
        let problem = "is more than the total, or in another currency";
        Err(BuildError::invalid("request.additional_amount", problem))
    }
}

record! {
    /// VoidPC: take a capture back, before it is settled.
    PaymentsCancelPostCaptureData {
        /// The payment, as its processor names it.
        connector_transaction_id: PaymentId,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// The capture, where the processor names it apart from the payment.
        connector_capture_id: CaptureId,
        /// Why, in words for the merchant.
        cancellation_reason: Box<str>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_added_is_a_part_of_what_is_held_then() {
        let money = |minor: i64, currency: &str| {
            Money::new(minor.try_into().unwrap(), currency.parse().unwrap())
        };
        let agree = |total, more| {
            let (payment, key) = (PaymentId::new("p").unwrap(), IdempotencyKey::new("k").unwrap());
            let order = PaymentsIncrementalAuthorizationData::new(payment, total, more, key);
            order.is_consistent().is_ok()
        };
        assert!(agree(money(1_500, "EUR"), money(500, "EUR")));
        assert!(!agree(money(1_500, "EUR"), money(1_501, "EUR")));
        assert!(!agree(money(1_500, "EUR"), money(500, "USD")));
    }
}
