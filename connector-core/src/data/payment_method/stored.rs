//! Payment methods that somebody keeps: the processor, a card network, or nobody but the mandate.

use serde::{Deserialize, Serialize};

use super::{CardExpiry, CardNetwork, CardNumber};
use crate::data::record;
use crate::id::{MandateId, NetworkTransactionId};
use crate::secret::Secret;

record! {
    /// What the processor keeps for the merchant.
    StoredToken {
        /// The processor's token for it.
        #[serde(serialize_with = "crate::secret::masked")]
        token: Secret,
    }
}

record! {
    /// A card, by the token that its network issued for it (EMV Payment Tokenisation).
    NetworkToken {
        /// The token; it is built like a card's number.
        #[serde(serialize_with = "crate::secret::masked")]
        number: CardNumber,
        /// The last month in which the token is valid.
        expiry: CardExpiry,
    }
    optional {
        /// The network that issued it.
        network: CardNetwork,
        /// The electronic commerce indicator that came with the cryptogram.
        eci: Box<str>,
    }
    secret {
        /// The proof for this one payment.
        cryptogram: Secret,
    }
}

/// What the customer agreed to have charged again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MandateReference {
    /// A mandate, as its processor names it.
    ConnectorMandateId(MandateId),
    /// The first transaction, as the card network names it; the card itself is sent along.
    NetworkTransactionId(NetworkTransactionId),
}

impl MandateReference {
    /// The processor's mandate; `None` where the card network names what was agreed to.
    #[must_use]
    pub const fn connector_mandate_id(&self) -> Option<&MandateId> {
        match self {
            Self::ConnectorMandateId(id) => Some(id),
            Self::NetworkTransactionId(_) => None,
        }
    }
}
