//! Ways to pay from a bank account, and on account.

use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// The customer goes to their bank, or to a scheme of the banks, and comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", rename_all_fields = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum BankRedirect {
    /// Bancontact, in Belgium.
    Bancontact {},
    /// BLIK, in Poland.
    Blik {
        /// The six digits of the customer's app; without them the customer is asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[serde(serialize_with = "crate::secret::masked_option")]
        code: Option<Secret>,
    },
    /// EPS, in Austria.
    Eps {
        /// The bank, by the processor's word for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bank: Option<Box<str>>,
    },
    /// FPX, in Malaysia.
    Fpx {
        /// The bank, by the processor's word for it.
        bank: Box<str>,
    },
    /// iDEAL, in the Netherlands.
    Ideal {
        /// The bank, by the processor's word for it; without it the customer chooses there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bank: Option<Box<str>>,
    },
    /// Przelewy24, in Poland.
    Przelewy24 {
        /// The bank, by the processor's word for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bank: Option<Box<str>>,
    },
    /// Trustly.
    Trustly {},
    /// UPI, in India.
    Upi {
        /// The customer's address, `name@bank`; without it a link is made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[serde(serialize_with = "crate::secret::masked_option")]
        vpa: Option<Secret>,
    },
}

/// The money is drawn from the customer's account, by their leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", rename_all_fields = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum BankDebit {
    /// ACH, in the United States.
    Ach {
        /// The bank's routing number.
        #[serde(serialize_with = "crate::secret::masked")]
        routing_number: Secret,
        /// The account's number.
        #[serde(serialize_with = "crate::secret::masked")]
        account_number: Secret,
    },
    /// Bacs, in the United Kingdom.
    Bacs {
        /// The bank's sort code.
        #[serde(serialize_with = "crate::secret::masked")]
        sort_code: Secret,
        /// The account's number.
        #[serde(serialize_with = "crate::secret::masked")]
        account_number: Secret,
    },
    /// BECS, in Australia and New Zealand.
    Becs {
        /// The bank's BSB number.
        #[serde(serialize_with = "crate::secret::masked")]
        bsb_number: Secret,
        /// The account's number.
        #[serde(serialize_with = "crate::secret::masked")]
        account_number: Secret,
    },
    /// SEPA direct debit.
    Sepa {
        /// The account (ISO 13616).
        #[serde(serialize_with = "crate::secret::masked")]
        iban: Secret,
    },
}

/// The customer sends the money, to where the processor says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BankTransfer {
    /// ACH, in the United States.
    Ach,
    /// Bacs, in the United Kingdom.
    Bacs,
    /// Multibanco, in Portugal.
    Multibanco,
    /// Pix, in Brazil.
    Pix,
    /// SEPA credit transfer.
    Sepa,
    /// An account that exists for this payment alone.
    VirtualAccount,
}

/// Somebody else pays now and the customer pays them later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PayLater {
    /// Affirm.
    Affirm,
    /// Afterpay, in the United Kingdom Clearpay.
    AfterpayClearpay,
    /// Alma.
    Alma,
    /// Klarna.
    Klarna,
    /// Atome.
    Atome,
}
