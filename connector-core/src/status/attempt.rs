//! What can be true of one attempt to pay.

use super::statuses;

statuses! {
    /// What is true of one attempt to pay.
    ///
    /// The order is that of a payment's life. `Pending` stands behind the customer's steps: a processor
    /// that says it has nothing to ask of the customer any more. What is final is an end of this attempt,
    /// and stays: a refund, a dispute or a void after the capture has a status of its own, and the
    /// attempt was `Charged` all the same. `VoidFailed` and `CaptureFailed` are no ends, because the payment
    /// lives on: the money is still held, or an earlier capture has taken a part of it.
    ///
    /// ```
    /// use connector_core::{AttemptStatus, Status};
    /// assert!(AttemptStatus::Charged.is_terminal());
    /// assert!(!AttemptStatus::Authorized.is_terminal());
    /// assert_eq!(AttemptStatus::PartialCharged.name(), "partial_charged");
    /// ```
    AttemptStatus {
        /// The attempt exists and nothing has happened yet.
        Started = "started", Processor;
        /// The customer has yet to choose how to pay.
        PaymentMethodAwaited = "payment_method_awaited", Customer;
        /// The customer or the merchant has yet to confirm.
        ConfirmationAwaited = "confirmation_awaited", Customer;
        /// 3-D Secure collects data of the customer's device.
        DeviceDataCollectionPending = "device_data_collection_pending", Customer;
        /// The customer has to authenticate: 3-D Secure, a redirect, a code.
        AuthenticationPending = "authentication_pending", Customer;
        /// The customer has authenticated; nothing is authorized yet.
        AuthenticationSuccessful = "authentication_successful", Processor;
        /// To be paid in cash on delivery.
        CodInitiated = "cod_initiated", Customer;
        /// Under way, and nothing more is known.
        Pending = "pending", Processor;
        /// The authorization is under way.
        Authorizing = "authorizing", Processor;
        /// Held for somebody's review.
        Unresolved = "unresolved", Merchant;
        /// A part of the money is held, and not taken.
        PartiallyAuthorized = "partially_authorized", Merchant;
        /// The money is held, and not taken.
        Authorized = "authorized", Merchant;
        /// The processor has taken the order to cancel.
        VoidInitiated = "void_initiated", Processor;
        /// The order to cancel was refused. The payment itself lives on: look at it again.
        VoidFailed = "void_failed", Merchant;
        /// The processor has taken the order to capture.
        CaptureInitiated = "capture_initiated", Processor;
        /// The order to capture was refused, or failed at the bank. The payment itself lives on: look at it again.
        CaptureFailed = "capture_failed", Merchant;
        /// A part of the money is taken, and more can be.
        PartialChargedAndChargeable = "partial_charged_and_chargeable", Merchant;
        /// The processor has taken the order to reverse what was captured.
        VoidPostCaptureInitiated = "void_post_capture_initiated", Processor;
        /// All the money is taken.
        Charged = "charged", Nobody;
        /// A part of the money is taken, and no more can be.
        PartialCharged = "partial_charged", Nobody;
        /// Reversed after the money was taken.
        VoidedPostCapture = "voided_post_capture", Nobody;
        /// The processor has given the money back by itself.
        AutoRefunded = "auto_refunded", Nobody;
        /// Cancelled before any money was taken.
        Voided = "voided", Nobody;
        /// Nobody paid, or nobody captured, in time.
        Expired = "expired", Nobody;
        /// The customer could not be authenticated.
        AuthenticationFailed = "authentication_failed", Nobody;
        /// The authorization was declined.
        AuthorizationFailed = "authorization_failed", Nobody;
        /// Refused by the application before any processor was asked.
        RouterDeclined = "router_declined", Nobody;
        /// Failed, and nothing more is known.
        Failure = "failure", Nobody;
    }
    gives_back: |back, end| {
        matches!(back, Self::VoidedPostCapture | Self::AutoRefunded)
            && matches!(end, Self::Charged | Self::PartialCharged)
    };
    denies: |told, other| match told {
        // Of an earlier capture that was refused this says too much, and of the one that was believed too little
        // would be said without it: goods are shipped for it.
        Self::CaptureFailed => matches!(other, Self::Charged | Self::PartialCharged),
        Self::Authorized | Self::PartiallyAuthorized => other.is_refusal(),
        Self::PartialChargedAndChargeable => other.took_nothing(),
        _ => told.took_nothing() && matches!(other, Self::PartialChargedAndChargeable),
    };
    agrees: |known, other| {
        // Whatever it is called: no money was taken, or none is there any more. And whose rest is let go has what was taken before.
        let has_nothing = |end: Self| end.took_nothing() || matches!(end, Self::VoidedPostCapture);
        (has_nothing(known) && has_nothing(other))
            || (matches!(known, Self::PartialCharged) && other.lets_go())
    };
    ends_with: |known, reported| {
        (matches!(known, Self::PartialChargedAndChargeable) && reported.lets_go())
            .then_some(Self::PartialCharged)
    };
    never_unknown: [
        PartiallyAuthorized, Authorized, CaptureInitiated, PartialChargedAndChargeable
    ];
}

impl AttemptStatus {
    /// An end without any money that was taken.
    pub(crate) const fn took_nothing(self) -> bool {
        self.lets_go() || self.is_refusal()
    }

    /// A step before any of the money is held.
    pub(crate) const fn is_before_any_money(self) -> bool {
        matches!(
            self,
            Self::Started
                | Self::PaymentMethodAwaited
                | Self::ConfirmationAwaited
                | Self::DeviceDataCollectionPending
                | Self::AuthenticationPending
                | Self::AuthenticationSuccessful
                | Self::CodInitiated
        )
    }

    /// A part or all of the money is taken, and is still there.
    pub(crate) const fn took_something(self) -> bool {
        matches!(self, Self::Charged | Self::PartialCharged | Self::PartialChargedAndChargeable)
    }

    /// Of what is held, and may have been taken in part before.
    pub(crate) const fn lets_go(self) -> bool {
        matches!(self, Self::Voided | Self::Expired)
    }

    const fn is_refusal(self) -> bool {
        matches!(
            self,
            Self::AuthenticationFailed
                | Self::AuthorizationFailed
                | Self::RouterDeclined
                | Self::Failure
        )
    }
}
