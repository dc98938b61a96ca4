//! What is made before a payment, for it: a customer, an order, a token.

use std::time::Duration;

use super::{
    Address, CaptureMethod, Customer, OrderLine, PaymentMethodData, ResponseData, add_up, learned,
    record,
};
use crate::id::{CustomerId, IdempotencyKey, OrderId, PaymentId, RecipientId};
use crate::money::Money;
use crate::report::{Report, id_text};
use crate::request::BuildError;
use crate::response::{Discrepancy, Mask};
use crate::secret::Secret;
use crate::status::{CreationStatus, StatusReport};

record! {
    /// CreateOrder: announce what is to be paid.
    PaymentCreateOrderData {
        /// How much.
        amount: Money,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Who takes the money, and when, where the processor wants to know that when the order is made.
        capture_method: CaptureMethod,
        /// Who pays.
        customer: Customer,
        /// Where the bill goes.
        billing_address: Address,
        /// What is paid for.
        order_lines: Vec<OrderLine>,
        /// Where the customer comes back to.
        return_url: Box<str>,
    }
}

impl PaymentCreateOrderData {
    /// That no part of the order contradicts another.
    pub(crate) fn is_consistent(&self) -> Result<(), BuildError> {
        add_up(self.order_lines.as_deref(), self.amount)
    }
}

record! {
    /// CreateConnectorCustomer: let the processor know a customer.
    ConnectorCustomerData {
        /// Who.
        customer: Customer,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Where they are.
        address: Address,
        /// What the merchant wants to find again with the customer.
        description: Box<str>,
    }
}

record! {
    /// PaymentMethodToken: let the processor keep a way to pay.
    PaymentMethodTokenizationData {
        /// The way to pay.
        payment_method_data: PaymentMethodData,
        /// The same in every attempt to carry out this order, and in no other order's.
        idempotency_key: IdempotencyKey,
    }
    optional {
        /// Whose it is, as the processor names them.
        connector_customer_id: CustomerId,
        /// Where the bill goes.
        billing_address: Address,
    }
}

record! {
    /// ServerAuthenticationToken: what the credentials are exchanged for (OAuth 2.0, RFC 6749,
    /// section 4.4). It asks nothing beyond the credentials.
    ServerAuthenticationTokenRequestData {}
}

record! {
    /// ServerSessionAuthenticationToken: a token for the requests about one payment.
    ServerSessionAuthenticationTokenRequestData {
        /// How much is to be paid.
        amount: Money,
    }
}

record! {
    /// ClientAuthenticationToken: a token with which the customer's device may act for one payment.
    ClientAuthenticationTokenRequestData {
        /// How much is to be paid.
        amount: Money,
    }
    optional {
        /// The payment, as its processor names it, where it exists already.
        connector_transaction_id: PaymentId,
        /// Who pays.
        customer: Customer,
    }
}

/// Declares what a flow learns that makes something: a status, the one thing, and why not. An id and an amount
/// are told in the report, in the field of their name; what stands `beside` them or is `hidden` is not.
macro_rules! created {
    ($(
        $(#[$meta:meta])*
        $name:ident {
            $(id { $(#[$id_doc:meta])* $id:ident: $id_type:ty })?
            $(told { $(#[$amount_doc:meta])* $amount:ident })?
            $(beside { $(#[$beside_doc:meta])* $beside:ident: $beside_type:ty })?
            $(hidden { $(#[$doc:meta])* $field:ident })?
        }
    )+) => {$(
        learned! {
            $(#[$meta])*
            $name {
                /// Whether it was made.
                status: CreationStatus,
                $($(#[$id_doc])* $id: $id_type,)?
                $($(#[$amount_doc])* $amount: Money,)?
                $($(#[$beside_doc])* $beside: $beside_type,)?
            }
            $(secret { $(#[$doc])* $field: Secret, })?
        }

        impl ResponseData for $name {
            type Status = CreationStatus;

            fn reported(status: StatusReport<CreationStatus>) -> Self {
                Self::new(status)
            }

            fn status(&self) -> &StatusReport<CreationStatus> {
                &self.status
            }

            fn mask(&mut self, mask: Mask<'_>) {
                mask.text(&mut self.status.connector_status);
                $(mask.id(&mut self.$id);)?
                self.error.iter_mut().for_each(|error| mask.error(error));
            }

            fn report(&self, report: &mut Report) {
                $(report.$id = id_text(&self.$id);)?
                $(report.set_amount(self.$amount);)?
                report.error = self.error.clone();
            }
        }
    )+};
}

/// How long something is good for, as JSON: whole seconds.
mod seconds {
    use std::time::Duration;

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    pub(super) fn serialize<S: Serializer>(
        time: &Option<Duration>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        time.as_ref().map(Duration::as_secs).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Duration>, D::Error> {
        Ok(Option::<u64>::deserialize(deserializer)?.map(Duration::from_secs))
    }
}

created! {
    /// What CreateOrder learns.
    PaymentCreateOrderResponse {
        id {
            /// The order, as its processor names it.
            connector_order_id: OrderId
        }
        told {
            /// What is to be paid.
            amount
        }
        hidden {
            /// What the customer's device pays it with.
            session_token
        }
    }
    /// What CreateConnectorCustomer learns.
    ConnectorCustomerResponse {
        id {
            /// The customer, as the processor names them.
            connector_customer_id: CustomerId
        }
    }
    /// What PayoutCreateRecipient and PayoutEnrollDisburseAccount learn.
    PayoutRecipientResponse {
        id {
            /// The recipient, as the processor names them.
            connector_recipient_id: RecipientId
        }
    }
    /// What PaymentMethodToken learns.
    PaymentMethodTokenResponse {
        hidden {
            /// The processor's token for it.
            token
        }
    }
    /// What ServerAuthenticationToken learns.
    ServerAuthenticationTokenResponseData {
        beside {
            /// How long it is good for, from when the processor issued it.
            #[serde(with = "seconds")]
            expires_in: Duration
        }
        hidden {
            /// The token.
            access_token
        }
    }
    /// What ServerSessionAuthenticationToken learns.
    ServerSessionAuthenticationTokenResponseData {
        hidden {
            /// The token.
            session_token
        }
    }
    /// What ClientAuthenticationToken learns.
    ClientAuthenticationTokenResponseData {
        hidden {
            /// The token.
            client_token
        }
    }
}

impl PaymentCreateOrderResponse {
    /// That this announces another amount than the one asked for.
    pub(crate) fn of_another_amount(&self, asked: Money) -> Option<Discrepancy> {
        Discrepancy::of_money("amount", Some(&asked), self.amount.as_ref())
    }
}
