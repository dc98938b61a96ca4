//! What is made before a payment, for it: a customer, an order, a token.

use std::time::Duration;

use super::{Address, Customer, OrderLine, PaymentMethodData, ResponseData, record};
use crate::id::{CustomerId, IdempotencyKey, OrderId, PaymentId, RecipientId};
use crate::money::Money;
use crate::report::Report;
use crate::response::{Mask, ProcessorError};
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
        /// Who pays.
        customer: Customer,
        /// What is paid for.
        order_lines: Vec<OrderLine>,
        /// Where the customer comes back to.
        return_url: Box<str>,
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

/// Declares what a flow learns that makes something: a status, the one thing, and why not.
macro_rules! created {
    ($(
        $(#[$meta:meta])*
        $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty => $mask:expr, $tell:expr;)+ }
    )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $name {
            /// Whether it was made.
            pub status: StatusReport<CreationStatus>,
            $($(#[$doc])* pub $field: Option<$type>,)+
            /// Why it was not, where the processor says so.
            pub error: Option<ProcessorError>,
        }

        impl ResponseData for $name {
            type Status = CreationStatus;

            fn reported(status: StatusReport<CreationStatus>) -> Self {
                Self { status, $($field: None,)+ error: None }
            }

            fn status(&self) -> &StatusReport<CreationStatus> {
                &self.status
            }

            fn mask(&mut self, mask: Mask<'_>) {
                mask.text(&mut self.status.connector_status);
                $({
                    let mask_field: fn(Mask<'_>, &mut Option<$type>) = $mask;
                    mask_field(mask, &mut self.$field);
                })+
                self.error.iter_mut().for_each(|error| mask.error(error));
            }

            fn report(&self, report: &mut Report) {
                $({
                    let tell: fn(&mut Report, &Option<$type>) = $tell;
                    tell(report, &self.$field);
                })+
                report.error = self.error.clone();
            }
        }
    )+};
}

created! {
    /// What CreateOrder learns.
    PaymentCreateOrderResponse {
        /// The order, as its processor names it.
        connector_order_id: OrderId => |mask, id| mask.id(id), |report, id| {
            report.connector_order_id = id.as_ref().map(|id| id.as_str().into());
        };
        /// What the customer's device pays it with. A secret: the report leaves it out.
        session_token: Secret => |_, _| {}, |_, _| {};
    }
    /// What CreateConnectorCustomer learns.
    ConnectorCustomerResponse {
        /// The customer, as the processor names them.
        connector_customer_id: CustomerId => |mask, id| mask.id(id), |report, id| {
            report.connector_customer_id = id.as_ref().map(|id| id.as_str().into());
        };
    }
    /// What PayoutCreateRecipient and PayoutEnrollDisburseAccount learn.
    PayoutRecipientResponse {
        /// The recipient, as the processor names them.
        connector_recipient_id: RecipientId => |mask, id| mask.id(id), |report, id| {
            report.connector_recipient_id = id.as_ref().map(|id| id.as_str().into());
        };
    }
    /// What PaymentMethodToken learns.
    PaymentMethodTokenResponse {
        /// The processor's token for it. A secret: the report leaves it out.
        token: Secret => |_, _| {}, |_, _| {};
    }
    /// What ServerAuthenticationToken learns.
    ServerAuthenticationTokenResponseData {
        /// The token. A secret: the report leaves it out.
        access_token: Secret => |_, _| {}, |_, _| {};
        /// How long it is good for, from when the processor issued it.
        expires_in: Duration => |_, _| {}, |_, _| {};
    }
    /// What ServerSessionAuthenticationToken learns.
    ServerSessionAuthenticationTokenResponseData {
        /// The token. A secret: the report leaves it out.
        session_token: Secret => |_, _| {}, |_, _| {};
    }
    /// What ClientAuthenticationToken learns.
    ClientAuthenticationTokenResponseData {
        /// The token. A secret: the report leaves it out.
        client_token: Secret => |_, _| {}, |_, _| {};
    }
}
