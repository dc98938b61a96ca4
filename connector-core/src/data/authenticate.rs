//! 3-D Secure by the processor, in steps: before, during and after the customer's part in it.

use std::collections::BTreeMap;

use super::{Address, BrowserInformation, CaptureMethod, Customer, PaymentMethodData, record};
use crate::id::{IdempotencyKey, PaymentId};
use crate::money::Money;
use crate::secret::Secret;

record! {
    /// PreAuthenticate: find out whether the card takes part, and collect the device's data.
    PaymentsPreAuthenticateData {
        /// How much is to be paid.
        amount: Money,
        /// What it is paid with.
        payment_method_data: PaymentMethodData,
    }
    optional {
        /// Who pays.
        customer: Customer,
        /// Where the bill goes.
        billing_address: Address,
        /// What is known of the customer's browser.
        browser_information: BrowserInformation,
        /// Where the customer comes back to.
        return_url: Box<str>,
    }
}

record! {
    /// Authenticate: ask the issuer, which may want to see the customer.
    PaymentsAuthenticateData {
        /// How much is to be paid.
        amount: Money,
        /// What it is paid with.
        payment_method_data: PaymentMethodData,
        /// What PreAuthenticate was told to be, as its processor names it.
        connector_transaction_id: PaymentId,
    }
    optional {
        /// Who pays.
        customer: Customer,
        /// Where the bill goes.
        billing_address: Address,
        /// What is known of the customer's browser.
        browser_information: BrowserInformation,
        /// Where the customer comes back to.
        return_url: Box<str>,
    }
}

record! {
    /// PostAuthenticate: fetch the result, when the customer is back. At some processors this carries the payment
    /// on: money is held or taken by it.
    PaymentsPostAuthenticateData {
        /// By which the processor knows this order again, if it is sent a second time.
        idempotency_key: IdempotencyKey,
        /// How much is to be paid. An answer about another amount is a mismatch: what the customer brought back may
        /// be of another payment. Some processors want to be told again what was authenticated.
        amount: Money,
    }
    optional {
        /// What is being authenticated, as its processor names it, where it has a name before the
        /// customer is back.
        connector_transaction_id: PaymentId,
        /// What the customer brought back: the parameters of the request with which they returned.
        redirect_parameters: BTreeMap<Box<str>, Box<str>>,
        /// How the payment was ordered to be captured, where this carries it on.
        capture_method: CaptureMethod,
        /// What it is paid with, where the processor wants to be told again.
        payment_method_data: PaymentMethodData,
    }
    secret {
        /// The same as a body, where it was posted.
        redirect_payload: Secret,
    }
}
