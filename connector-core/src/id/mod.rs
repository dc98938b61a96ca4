//! Identity: each thing that a processor names has its own type, so that a refund is never synced by
//! a payment's id, and no id is ever empty.

mod idempotency_key;
mod learn;

use std::fmt;

use serde::{Deserialize, Serialize, de};

pub use learn::learn;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing, or nothing but white space: it would turn `/payments/{id}` into the list of all.
    #[error("is empty")]
    Empty,
    /// No processor issues such an id; most servers refuse the request line that it makes.
    #[error("is {length} bytes long; an id has at most {limit}", limit = MAX_ID_BYTES)]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// A control character (CR, LF, NUL, …): the sign of a cut or forged value.
    #[error("has a control character at byte {position}")]
    ControlCharacter {
        /// Where the first of them stands, in bytes from the start.
        position: usize,
    },
}

/// The longest id that is accepted, in bytes.
pub const MAX_ID_BYTES: usize = 1024;

fn check(text: &str) -> Result<(), IdError> {
    if text.trim().is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > MAX_ID_BYTES {
        return Err(IdError::TooLong { length: text.len() });
    }
    match text.char_indices().find(|(_, character)| character.is_control()) {
        Some((position, _)) => Err(IdError::ControlCharacter { position }),
        None => Ok(()),
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes the text as it is, if it can be an id.
            ///
            /// # Errors
            /// [`IdError`] where it is blank, too long, or has control characters.
            pub fn new(text: impl Into<Box<str>>) -> Result<Self, IdError> {
                let text = text.into();
                check(&text)?;
                Ok(Self(text))
            }

            /// The id as the processor spells it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl crate::request::Lent for $name {}

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Box::<str>::deserialize(deserializer)?;
                Self::new(text).map_err(|error| {
                    de::Error::custom(format_args!(concat!("a ", stringify!($name), " {}"), error))
                })
            }
        }

        #[diagnostic::do_not_recommend]
        impl crate::url::PathValue for $name {
            fn path_text(&self) -> std::borrow::Cow<'_, str> {
                std::borrow::Cow::Borrowed(&self.0)
            }
        }
    )+};
}

ids! {
    /// An account of a platform, which a part of a payment goes to, as the processor names it.
    AccountId,
    /// An account of the merchant's own, as the processor names it: the one that is paid. It is declared among
    /// the credentials, and lets nobody in.
    MerchantAccount,
    /// A payment, as its processor names it (`connector_transaction_id`).
    ///
    /// ```
    /// use connector_core::PaymentId;
    /// assert_eq!(PaymentId::new("pi_123")?.as_str(), "pi_123");
    /// assert!(PaymentId::new("").is_err());
    /// # Ok::<(), connector_core::IdError>(())
    /// ```
    ///
    /// It is not a [`RefundId`], and the compiler knows:
    ///
    /// ```compile_fail
    /// use connector_core::{PaymentId, RefundId};
    /// let refund: RefundId = PaymentId::new("pi_123").unwrap();
    /// ```
    PaymentId,
    /// A refund, as its processor names it (`connector_refund_id`).
    RefundId,
    /// A capture, as its processor names it (`connector_capture_id`), where it is not the payment's name.
    CaptureId,
    /// An authorization, as its processor names it (`connector_authorization_id`), where it is not the
    /// payment's name.
    AuthorizationId,
    /// A customer, as the processor names them (`connector_customer_id`).
    CustomerId,
    /// A dispute, as its processor names it (`connector_dispute_id`).
    DisputeId,
    /// A mandate, as its processor names it (`connector_mandate_id`).
    MandateId,
    /// A transaction, as the card's network names it (`network_transaction_id`), whoever processes it.
    NetworkTransactionId,
    /// An order, as its processor names it (`connector_order_id`).
    OrderId,
    /// A payout, as its processor names it (`connector_payout_id`).
    PayoutId,
    /// A recipient of payouts, as the processor names them (`connector_recipient_id`).
    RecipientId,
    /// What the merchant called the attempt when it asked for it (`connector_request_reference_id`).
    MerchantReference,
    /// What a processor calls something beside its id (`processor_reference_id`): the number of one operation, or one
    /// for people.
    ProcessorReference,
    /// By which a processor knows an order again that is sent a second time: the same for every try to carry
    /// out that order, never the same for two orders. It is made of the attempt ([`of`](Self::of)), or the
    /// application chooses one and keeps it.
    IdempotencyKey,
}

/// What an answer tells of a name that it need not have. Where there is none, some processors write an empty text.
macro_rules! told {
    ($($name:ident)+) => {$(
        impl $name {
            /// What an answer tells of it: an empty text tells of none.
            #[must_use]
            pub fn told(text: Option<Box<str>>) -> Option<Self> {
                text.and_then(|text| Self::new(text).ok())
            }
        }
    )+};
}
told!(NetworkTransactionId OrderId MerchantReference ProcessorReference);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_long_and_control_characters_are_refused_and_the_rest_is_kept_as_it_is() {
        assert_eq!(PaymentId::new(""), Err(IdError::Empty));
        assert_eq!(PaymentId::new(" \t"), Err(IdError::Empty));
        assert_eq!(PaymentId::new("a\r\nb"), Err(IdError::ControlCharacter { position: 1 }));
        assert_eq!(PaymentId::new("a\0"), Err(IdError::ControlCharacter { position: 1 }));
        let long = "x".repeat(MAX_ID_BYTES + 1);
        assert_eq!(PaymentId::new(long), Err(IdError::TooLong { length: MAX_ID_BYTES + 1 }));
        for kept in ["a/b", "a?b#c", "%2e%2e", "..", "ü", "a b"] {
            assert_eq!(PaymentId::new(kept).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn an_empty_text_tells_of_no_transaction() {
        let told = |text: &str| NetworkTransactionId::told(Some(text.into()));
        assert_eq!(told("016153570198200").unwrap().as_str(), "016153570198200");
        assert_eq!((told(""), told(" "), NetworkTransactionId::told(None)), (None, None, None));
        assert_eq!(MerchantReference::told(Some("".into())), None);
    }

    #[test]
    fn json_says_which_id_is_wrong_and_how() {
        let error = serde_json::from_str::<RefundId>("\"\"").unwrap_err();
        assert_eq!(error.to_string(), "a RefundId is empty");
        let json = r#"{"network_transaction_id": ""}"#;
        let error = serde_json::from_str::<crate::MandateReference>(json).unwrap_err();
        assert!(error.to_string().starts_with("a NetworkTransactionId is empty"), "{error}");
    }
}
