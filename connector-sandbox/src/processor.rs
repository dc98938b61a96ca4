//! The processors that the sandbox knows.

use std::fmt;
use std::str::FromStr;

use crate::card::TestCard;
use crate::case::Kind;
use crate::token::TestToken;
use crate::wire::Wire;

mod adyen;
mod authorizenet;
mod braintree;
mod checkout;
mod cybersource;
mod klarna;
mod mollie;
mod paypal;
mod razorpay;
mod square;
mod stripe;
mod xendit;

/// From one row a processor: the variant, its name and the wire behind it.
macro_rules! processors {
    ($($(#[$doc:meta])* $variant:ident = $name:literal => $wire:path;)+) => {
        /// A processor whose wire the sandbox speaks.
        ///
        /// ```
        /// use connector_sandbox::Processor;
        ///
        /// for processor in Processor::ALL {
        ///     assert_eq!(processor.name().parse(), Ok(*processor));
        /// }
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Processor {
            $($(#[$doc])* $variant,)+
        }

        impl Processor {
            /// Every processor.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in lower case, which is also the first segment of the path.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The cards that it publishes for tests, and what they do. Of several rows of one number
            /// the first counts whose condition the request meets.
            #[must_use]
            pub fn test_cards(self) -> &'static [TestCard] {
                self.wire().cards()
            }

            /// Where its test values are published, and what of them is the sandbox's own; as Markdown.
            ///
            /// ```
            /// use connector_sandbox::Processor;
            ///
            /// assert!(Processor::Stripe.test_values().contains("https://docs.stripe.com/testing"));
            /// ```
            #[must_use]
            pub fn test_values(self) -> &'static str {
                self.wire().test_values()
            }

            /// The tokens that are taken where it takes no cards.
            #[must_use]
            pub fn test_tokens(self) -> &'static [TestToken] {
                self.wire().tokens()
            }

            /// Whether it can be asked about payments, or about refunds. Of one that cannot there are no
            /// cases.
            #[must_use]
            pub fn answers(self, kind: Kind) -> bool {
                !self.wire().statuses(kind).is_empty()
            }

            /// Every status of its disputes, where it is asked or told about them: the processor's words,
            /// with what decides one behind a colon.
            #[must_use]
            pub fn dispute_statuses(self) -> &'static [&'static str] {
                self.wire().disputes().map_or(&[], |disputes| disputes.statuses())
            }

            /// The status of a dispute that can be accepted and answered, where any can.
            #[must_use]
            pub fn open_dispute(self) -> Option<&'static str> {
                self.wire().disputes()?.moves().first().map(|(from, ..)| *from)
            }

            /// The status of a dispute that the merchant has won.
            #[must_use]
            pub fn won_dispute(self) -> Option<&'static str> {
                self.wire().disputes().map(|disputes| disputes.won())
            }

            /// Whether an order can be repeated under its key, and is answered as it was the first time.
            #[must_use]
            pub fn has_idempotency_keys(self) -> bool {
                self.wire().has_idempotency_keys()
            }

            pub(crate) const fn wire(self) -> &'static dyn Wire {
                match self {
                    $(Self::$variant => &$wire,)+
                }
            }
        }
    };
}

processors! {
    /// Stripe: payment intents and refunds.
    Stripe = "stripe" => stripe::Stripe;
    /// Checkout.com: payments and their actions.
    Checkout = "checkout" => checkout::Checkout;
    /// PayPal: orders, with their authorizations and captures.
    PayPal = "paypal" => paypal::PayPal;
    /// Authorize.Net: transaction details, in JSON.
    AuthorizeNet = "authorizenet" => authorizenet::AuthorizeNet;
    /// Braintree: transactions and refunds, in GraphQL.
    Braintree = "braintree" => braintree::Braintree;
    /// Adyen: payments and what is done with them; nothing can be asked.
    Adyen = "adyen" => adyen::Adyen;
    /// Klarna: orders, made of what a customer agreed to.
    Klarna = "klarna" => klarna::Klarna;
    /// Mollie: payments, captures, refunds, customers and mandates.
    Mollie = "mollie" => mollie::Mollie;
    /// Razorpay: orders, payments and refunds.
    Razorpay = "razorpay" => razorpay::Razorpay;
    /// Cybersource: payments and what is done with them, each with a record of its own.
    Cybersource = "cybersource" => cybersource::Cybersource;
    /// Square: payments, refunds, customers and their cards.
    Square = "square" => square::Square;
    /// Xendit: payment requests, captures, refunds and customers.
    Xendit = "xendit" => xendit::Xendit;
}

impl fmt::Display for Processor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Processor {
    type Err = UnknownProcessor;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .find(|processor| processor.name() == text)
            .copied()
            .ok_or_else(|| UnknownProcessor(text.to_owned()))
    }
}

/// A name that belongs to no processor of the sandbox.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no processor `{0}` in the sandbox; there are {known}", known = known())]
pub struct UnknownProcessor(String);

fn known() -> String {
    Processor::ALL.iter().map(|processor| processor.name()).collect::<Vec<_>>().join(", ")
}
