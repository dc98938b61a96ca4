//! What a payment is made with, in Mollie's words. <https://docs.mollie.com/reference/create-payment>

use connector_core::{
    BankRedirect, BankTransfer, Exposed, FromSource, PayLater, PaymentMethodData, Unfit, Wallet,
};
use serde::Serialize;

/// The method, and what Mollie has to know for it. All but a token send the customer to a page of
/// Mollie's or of the bank.
#[derive(Serialize)]
#[serde(tag = "method", rename_all = "lowercase")]
pub(super) enum Method<'a> {
    Alma,
    #[serde(rename_all = "camelCase")]
    ApplePay { apple_pay_payment_token: Exposed<'a> },
    Bancontact,
    BankTransfer,
    Blik,
    #[serde(rename_all = "camelCase")]
    CreditCard { card_token: Exposed<'a> },
    Eps,
    /// Google Pay is a card with a token of another kind.
    #[serde(rename = "creditcard", rename_all = "camelCase")]
    GooglePay { google_pay_payment_token: Exposed<'a> },
    Ideal,
    MbWay,
    Multibanco,
    PayPal,
    Przelewy24,
    Trustly,
    Twint,
}

impl<'a> FromSource<'a, PaymentMethodData> for Method<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        Ok(match method {
            PaymentMethodData::Card(_) => {
                return Err(Unfit::Refused(
                    "has a card's number, which Mollie takes from the customer's browser alone: \
                     pass the token of its card component, as a stored token",
                ));
            }
            PaymentMethodData::StoredToken(stored) => {
                Self::CreditCard { card_token: (&stored.token).into() }
            }
            PaymentMethodData::Wallet(Wallet::ApplePay { token }) => {
                Self::ApplePay { apple_pay_payment_token: token.into() }
            }
            PaymentMethodData::Wallet(Wallet::GooglePay { token }) => {
                Self::GooglePay { google_pay_payment_token: token.into() }
            }
            PaymentMethodData::Wallet(Wallet::PayPal {}) => Self::PayPal,
            PaymentMethodData::Wallet(Wallet::MbWay {}) => Self::MbWay,
            PaymentMethodData::Wallet(Wallet::Twint {}) => Self::Twint,
            // The bank and the code are asked for on the page.
            PaymentMethodData::BankRedirect(redirect) => match redirect {
                BankRedirect::Bancontact {} => Self::Bancontact,
                BankRedirect::Blik { code: None } => Self::Blik,
                BankRedirect::Eps { bank: None } => Self::Eps,
                BankRedirect::Ideal { bank: None } => Self::Ideal,
                BankRedirect::Przelewy24 { bank: None } => Self::Przelewy24,
                BankRedirect::Trustly {} => Self::Trustly,
                _ => return Err(NOT_TAKEN),
            },
            PaymentMethodData::BankTransfer(BankTransfer::Sepa) => Self::BankTransfer,
            PaymentMethodData::BankTransfer(BankTransfer::Multibanco) => Self::Multibanco,
            PaymentMethodData::PayLater(PayLater::Alma) => Self::Alma,
            _ => return Err(NOT_TAKEN),
        })
    }
}

const NOT_TAKEN: Unfit = Unfit::Refused("is a way to pay that this connector does not take");
