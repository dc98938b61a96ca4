//! Connectors to payment processors: one file each, one cargo feature each.
//!
//! By type, where the processor is known when the program is written:
//!
//! ```
//! use connector_core::{Connection, CredentialFields, PSync, PaymentId, PaymentsSyncData, RouterData};
//! use connectors::Stripe;
//!
//! let credentials = CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#)?;
//! let stripe = Connection::<Stripe>::new(credentials)?;
//! let payment = RouterData::<PSync>::new(PaymentsSyncData::new(PaymentId::new("pi_123")?));
//! let request = stripe.build_request(&payment)?;
//! assert_eq!(request.uri().path(), "/v1/payment_intents/pi_123");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! By name, where configuration decides; the flow keeps its type:
//!
//! ```
//! use connector_core::{CredentialFields, PSync};
//!
//! let connector = connectors::get("stripe")?;
//! let psync = connector.flow::<PSync>().ok_or("stripe has no PSync")?;
//! let psync = psync.connect(CredentialFields::from_json(br#"{"api_key": "sk_test_1"}"#)?)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod registry;

pub use registry::{UnknownConnector, all, get};

/// Declares each connector once: its module, its type, and its feature of the same name. A build that names none has
/// them all, by the feature `default`, which therefore does not list them.
macro_rules! connectors {
    ($($module:ident :: $connector:ident = $feature:literal),+ $(,)?) => {
        $(
            #[cfg(any(feature = "default", feature = $feature))]
            mod $module;
            #[cfg(any(feature = "default", feature = $feature))]
            pub use $module::$connector;
        )+

        /// Every connector of this build, by name.
        pub(crate) static ALL: &[&dyn connector_core::AnyConnector] = &[
            $(
                #[cfg(any(feature = "default", feature = $feature))]
                &connector_core::Registered::<$connector>::NEW,
            )+
        ];
    };
}

connectors! {
    adyen::Adyen = "adyen",
    authorizenet::AuthorizeNet = "authorizenet",
    braintree::Braintree = "braintree",
    checkout::Checkout = "checkout",
    cybersource::Cybersource = "cybersource",
    klarna::Klarna = "klarna",
    mollie::Mollie = "mollie",
    paypal::PayPal = "paypal",
    razorpay::Razorpay = "razorpay",
    square::Square = "square",
    stripe::Stripe = "stripe",
    xendit::Xendit = "xendit",
}
