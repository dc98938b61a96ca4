//! The data that flows carry, under the names of the field.

mod address;
mod asked;
mod authenticate;
mod authentication;
mod authorize;
mod browser;
mod capture;
mod capture_method;
mod captures;
mod created;
mod customer;
mod dispute;
mod dispute_state;
mod known_capture;
mod known_ids;
mod mandate;
mod order;
mod payment;
mod payment_amounts;
mod payment_integrity;
mod payment_method;
mod payment_state;
mod payout;
mod record;
mod redirect;
mod refund;
mod split;
mod void;
mod webhook;

pub use address::{Address, Country, UnknownCountry};
pub use asked::{AsksAmount, AsksById};
pub use authenticate::{
    PaymentsAuthenticateData, PaymentsPostAuthenticateData, PaymentsPreAuthenticateData,
};
pub use authentication::{AuthenticationData, AuthenticationType, TransactionStatus};
pub use authorize::{
    PaymentsAuthorizeData, PaymentsCancelPostCaptureData, PaymentsIncrementalAuthorizationData,
    RepeatPaymentData, SetupMandateRequestData,
};
pub use browser::BrowserInformation;
pub use capture::PaymentsCaptureData;
pub use capture_method::CaptureMethod;
pub use captures::{CaptureReport, CaptureResult, SyncRequestType};
pub use created::{
    ClientAuthenticationTokenRequestData, ClientAuthenticationTokenResponseData,
    ConnectorCustomerData, ConnectorCustomerResponse, PaymentCreateOrderData,
    PaymentCreateOrderResponse, PaymentMethodTokenResponse, PaymentMethodTokenizationData,
    PayoutRecipientResponse, ServerAuthenticationTokenRequestData,
    ServerAuthenticationTokenResponseData, ServerSessionAuthenticationTokenRequestData,
    ServerSessionAuthenticationTokenResponseData,
};
pub use customer::Customer;
pub use dispute::{
    AcceptDisputeData, DisputeDefendData, DisputeFlowData, DisputeResponseData, DisputeStage,
    DisputeSyncData, EvidenceDocument, StageOf, SubmitEvidenceData,
};
pub use dispute_state::{DisputeState, KnownDispute};
pub use known_capture::KnownCapture;
pub use known_ids::KnownIds;
pub use mandate::{FutureUsage, MandateRevokeRequestData, MandateRevokeResponseData};
pub use order::OrderLine;
use order::add_up;
pub use payment::{PaymentFlowData, PaymentsResponseData, PaymentsSyncData};
pub use payment_method::{
    BankDebit, BankRedirect, BankTransfer, Card, CardExpiry, CardExpiryError, CardLastFour,
    CardNetwork, CardNumber, CardNumberError, CardSecurityCode, MandateReference, NetworkToken,
    PayLater, PaymentMethodData, StoredToken, Wallet,
};
pub use payment_state::PaymentState;
pub use payout::{
    PayoutCreateLinkRequest, PayoutCreateRecipientRequest, PayoutCreateRequest,
    PayoutEnrollDisburseAccountRequest, PayoutFlowData, PayoutGetRequest, PayoutMethodData,
    PayoutResponseData, PayoutStageRequest, PayoutTransferRequest, PayoutVoidRequest,
};
pub use redirect::RedirectForm;
pub use refund::{RefundFlowData, RefundSyncData, RefundsData, RefundsResponseData};
pub use split::{PaymentPart, SplitError, SplitPayments};
pub use void::PaymentVoidData;
pub(crate) use webhook::WhichWebhook;
pub use webhook::{
    VerifyWebhookSourceFlowData, VerifyWebhookSourceRequestData, VerifyWebhookSourceResponseData,
};

use record::{learned, record};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

use crate::flow::Flow;
use crate::report::Report;
use crate::response::{Discrepancy, Mask};
use crate::router_data::{DataError, read_json};
use crate::status::{Status, StatusReport};

/// The status that the flow `F` learns.
pub type StatusIn<F> = <<F as Flow>::Response as ResponseData>::Status;

/// What a flow learns: always a status, and whatever else the processor told.
///
/// Its JSON form is that of its fields, as that of [`RouterData`](crate::RouterData) is; what is not told is left
/// out:
///
/// ```
/// use connector_core::{PaymentMethodTokenResponse, ResponseData as _};
///
/// let kept = br#"{"status": {"status": "created", "connector_status": "ok", "recognised": true}, "token": "tok_1"}"#;
/// let learned = PaymentMethodTokenResponse::from_json(kept)?;
/// assert!(learned.to_json()?.ends_with(r#""token":"***"}"#));
/// assert_eq!(PaymentMethodTokenResponse::from_json(learned.to_json_with_secrets()?.as_bytes())?, learned);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait ResponseData: Debug + Clone + Serialize + DeserializeOwned + Send + Sync {
    /// The status of what the flow is about.
    type Status: Status;

    /// A response that knows the status and nothing else yet.
    fn reported(status: StatusReport<Self::Status>) -> Self;

    /// The status as it was told.
    fn status(&self) -> &StatusReport<Self::Status>;

    /// Whether the status says that it went well, so that no code beside it is an error's.
    fn has_succeeded(&self) -> bool {
        false
    }

    /// The same, where another field of it says more of the status than its word does.
    #[must_use]
    fn agreed(self) -> Self {
        self
    }

    /// What of it contradicts its status, whatever was asked.
    #[doc(hidden)]
    fn contradiction(&self) -> Option<Discrepancy> {
        None
    }

    /// The same as one capture of a payment, where it can be that.
    #[must_use]
    fn into_capture(self) -> Option<CaptureResult> {
        None
    }

    /// What the merchant called it, where the processor tells that.
    #[doc(hidden)]
    fn reference(&self) -> Option<&str> {
        None
    }

    /// Masks secrets in every text that the processor supplied.
    fn mask(&mut self, mask: Mask<'_>);

    /// Writes what is known into the report that is shown and logged.
    fn report(&self, report: &mut Report);

    /// Reads the JSON form.
    ///
    /// # Errors
    /// [`DataError`] with the path of the first field that is missing, unknown or wrong, and without its value.
    fn from_json(json: &[u8]) -> Result<Self, DataError> {
        read_json(json)
    }

    /// Writes the JSON form, with every secret in it masked. A masked value is refused when it is read.
    ///
    /// # Errors
    /// Whatever the data refuse to be written as; ours refuse nothing.
    fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }

    /// Writes the JSON form with its secrets: tokens, cryptograms. It can be read again, and belongs into no log.
    ///
    /// # Errors
    /// Whatever the data refuse to be written as; ours refuse nothing.
    fn to_json_with_secrets(&self) -> Result<String, serde_json::Error> {
        crate::secret::with_secrets(|| serde_json::to_string(self))
    }
}
