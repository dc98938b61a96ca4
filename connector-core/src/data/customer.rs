//! Who pays.

use super::record;
use crate::id::CustomerId;
use crate::secret::Secret;

record! {
    /// Who pays, as far as the merchant says so.
    Customer {}
    optional {
        /// The customer, as the processor names them.
        connector_customer_id: CustomerId,
        /// The customer, as the merchant names them.
        merchant_customer_id: Box<str>,
    }
    secret {
        /// The whole name.
        name: Secret,
        /// The email address.
        email: Secret,
        /// The telephone number (E.164): `+4930123456`.
        phone: Secret,
    }
}
