//! What a check of the payer found out: that the issuer knows them, that it wants to see them, or that it does not.

use connector_core::prelude::*;
use connector_core::{AuthenticationData, TransactionStatus};

use super::Reason;
use super::payer::with_token;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Found {
    status: Wire<CheckWord>,
    consumer_authentication_information: Option<Information>,
    error_information: Option<Reason>,
}

/// Every status of a check, and of its validation. That of a failure came after the description:
/// <https://developer.cybersource.com/docs/cybs/en-us/payer-authentication/developer/all/rest/payer-auth/pa2-ccdc-validate-intro.html>
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum CheckWord {
    #[wire_status(AuthenticationSuccessful)]
    AuthenticationSuccessful,
    #[wire_status(AuthenticationPending)] // the customer has to go to their bank
    PendingAuthentication,
    #[wire_status(AuthenticationFailed)]
    AuthenticationFailed,
}

/// `consumerAuthenticationInformation`.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Information {
    authentication_transaction_id: Option<PaymentId>,
    step_up_url: Option<Box<str>>,
    access_token: Option<Box<str>>,
    eci_raw: Option<Box<str>>,
    eci: Option<Box<str>>,
    cavv: Option<Secret>,
    /// Mastercard's name for it.
    ucaf_authentication_data: Option<Secret>,
    pares_status: Option<Box<str>>,
    directory_server_transaction_id: Option<Box<str>>,
    specification_version: Option<Box<str>>,
    #[serde(rename = "threeDSServerTransactionId")]
    threeds_server_transaction_id: Option<Box<str>>,
}

impl Found {
    fn payment(self) -> Result<PaymentsResponseData, Fault> {
        let mut payment = PaymentsResponseData::reported(self.status.report()?);
        payment.error = self.error_information.map(ProcessorError::from);
        let Some(told) = self.consumer_authentication_information else { return Ok(payment) };
        let Information { authentication_transaction_id, step_up_url, access_token, .. } = told;
        payment.connector_transaction_id = authentication_transaction_id;
        match payment.status.status {
            AttemptStatus::AuthenticationPending => {
                payment.redirection_data = with_token(step_up_url, access_token);
            }
            AttemptStatus::AuthenticationSuccessful => {
                payment.authentication_data = told.eci_raw.or(told.eci).map(|eci| {
                    let mut found = AuthenticationData::new(eci);
                    found.cavv = told.cavv.or(told.ucaf_authentication_data);
                    found.version = told.specification_version;
                    found.ds_transaction_id = told.directory_server_transaction_id;
                    found.threeds_server_transaction_id = told.threeds_server_transaction_id;
                    found.transaction_status = told.pares_status.as_deref().and_then(outcome);
                    Box::new(found)
                });
            }
            _ => {}
        }
        Ok(payment)
    }
}

/// `paresStatus`, in the words of EMV 3-D Secure.
fn outcome(word: &str) -> Option<TransactionStatus> {
    Some(match word {
        "Y" => TransactionStatus::Success,
        "A" => TransactionStatus::NotVerified,
        "U" => TransactionStatus::VerificationNotPerformed,
        "N" => TransactionStatus::Failure,
        "R" => TransactionStatus::Rejected,
        "I" => TransactionStatus::InformationOnly,
        _ => return None,
    })
}

const STATUSES: &[StatusMapping] = <CheckWord as StatusOf<AttemptStatus>>::MAPPINGS;

impl FlowResponse<Authenticate> for Found {
    const STATUSES: &'static [StatusMapping] = STATUSES;
    const INTEGRITY: Integrity = Integrity {
        id: Evidence::Told,
        amount: Evidence::Absent("the answer repeats the currency alone"),
        ..Integrity::TOLD
    };

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    fn into_outcome(self, _: &RouterData<Authenticate>) -> Outcome<Authenticate> {
        self.payment().map_or_else(Outcome::of_fault, Outcome::Status)
    }
}

impl FlowResponse<PostAuthenticate> for Found {
    const STATUSES: &'static [StatusMapping] = STATUSES;
    const INTEGRITY: Integrity = Integrity {
        id: Evidence::Absent("the id is the validation's own, not that of what was authenticated"),
        amount: Evidence::Absent("an authentication is of no amount; that of the payment is told by the payment"),
        ..Integrity::TOLD
    };

    fn read(body: ResponseBody<'_>) -> Result<Self, ReadError> {
        body.json()
    }

    fn into_outcome(self, _: &RouterData<PostAuthenticate>) -> Outcome<PostAuthenticate> {
        self.payment().map_or_else(Outcome::of_fault, Outcome::Status)
    }
}
