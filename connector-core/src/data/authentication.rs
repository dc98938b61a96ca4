//! What 3-D Secure found out, by whoever carried it out.

use serde::{Deserialize, Serialize};

use super::record;
use crate::response::Mask;
use crate::secret::Secret;

record! {
    /// The result of a 3-D Secure authentication that was carried out before, to be sent along: elsewhere, or by the
    /// processor itself in steps of its own.
    AuthenticationData {
        /// The electronic commerce indicator.
        eci: Box<str>,
    }
    optional {
        /// The version of the protocol: `2.2.0`.
        version: Box<str>,
        /// The id of the transaction at the directory server.
        ds_transaction_id: Box<str>,
        /// The id of the transaction at the 3-D Secure server.
        threeds_server_transaction_id: Box<str>,
        /// The outcome (`transStatus`).
        transaction_status: TransactionStatus,
    }
    secret {
        /// The cryptogram (CAVV, AAV), base64.
        cavv: Secret,
    }
}

impl AuthenticationData {
    /// Masks secrets in every text that the processor supplied.
    pub(crate) fn mask(&mut self, mask: Mask<'_>) {
        mask.boxed(&mut self.eci);
        mask.option(&mut self.version);
        mask.option(&mut self.ds_transaction_id);
        mask.option(&mut self.threeds_server_transaction_id);
    }
}

/// The outcome of an authentication (EMV 3-D Secure, `transStatus`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TransactionStatus {
    /// Authenticated.
    #[serde(rename = "Y")]
    Success,
    /// Not authenticated.
    #[serde(rename = "N")]
    Failure,
    /// Could not be carried out.
    #[serde(rename = "U")]
    VerificationNotPerformed,
    /// Attempted: the issuer takes no part, the liability shifts all the same.
    #[serde(rename = "A")]
    NotVerified,
    /// The issuer rejects it.
    #[serde(rename = "R")]
    Rejected,
    /// The customer has to answer a challenge.
    #[serde(rename = "C")]
    ChallengeRequired,
    /// The customer has to answer a challenge outside of the browser.
    #[serde(rename = "D")]
    ChallengeRequiredDecoupled,
    /// For information only.
    #[serde(rename = "I")]
    InformationOnly,
}

/// Whether the customer is to be authenticated by the processor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthenticationType {
    /// The processor and the issuer decide.
    #[default]
    NoThreeDs,
    /// In any case.
    ThreeDs,
}
