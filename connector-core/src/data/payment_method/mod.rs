//! What a payment is made with.

mod bank;
mod card;
mod card_number;
mod last_four;
mod stored;
mod wallet;

pub use bank::{BankDebit, BankRedirect, BankTransfer, PayLater};
pub use card::{Card, CardExpiry, CardExpiryError, CardNetwork, CardSecurityCode};
pub use card_number::{CardNumber, CardNumberError};
pub use last_four::CardLastFour;
pub use stored::{MandateReference, NetworkToken, StoredToken};
pub use wallet::Wallet;

use serde::{Deserialize, Serialize};

/// What a payment is made with. A connector matches on what its processor takes and refuses the rest
/// before anything is sent.
///
/// ```
/// use connector_core::PaymentMethodData;
/// let json = r#"{"card": {"number": "4242 4242 4242 4242", "expiry": "2030-12"}}"#;
/// let method: PaymentMethodData = serde_json::from_str(json)?;
/// assert_eq!(
///     serde_json::to_string(&method)?,
///     r#"{"card":{"number":"424242******4242","expiry":"2030-12"}}"#,
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PaymentMethodData {
    /// A card, with its number.
    Card(Card),
    /// A card, by the token that its network issued for it.
    NetworkToken(NetworkToken),
    /// What the processor keeps for the merchant, by its token.
    StoredToken(StoredToken),
    /// What the customer agreed to have charged again.
    Mandate(MandateReference),
    /// A wallet.
    Wallet(Wallet),
    /// The customer goes to their bank and comes back.
    BankRedirect(BankRedirect),
    /// The money is drawn from the customer's account.
    BankDebit(BankDebit),
    /// The customer sends the money.
    BankTransfer(BankTransfer),
    /// Somebody else pays now and the customer pays them later.
    PayLater(PayLater),
}

impl PaymentMethodData {
    /// What kind of payment method it is, in words for an error.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Card(_) => "a card",
            Self::NetworkToken(_) => "a network token",
            Self::StoredToken(_) => "a stored token",
            Self::Mandate(_) => "a mandate",
            Self::Wallet(_) => "a wallet",
            Self::BankRedirect(_) => "a bank redirect",
            Self::BankDebit(_) => "a bank debit",
            Self::BankTransfer(_) => "a bank transfer",
            Self::PayLater(_) => "pay later",
        }
    }
}
