//! What a payment is made with, in Adyen's words.
//! <https://docs.adyen.com/payment-methods> (read 2026-11)

use connector_core::{
    BankDebit, BankRedirect, Card, Customer, Exposed, FromSource, MandateReference, PayLater,
    PaymentMethodData, RepeatPaymentData, Unfit, Wallet, at_most,
};
use serde::Serialize;

/// `paymentMethod`.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase", rename_all_fields = "camelCase")]
pub(super) enum PaymentMethod<'a> {
    Affirm,
    Blik {
        #[serde(skip_serializing_if = "Option::is_none")]
        blik_code: Option<Exposed<'a>>,
    },
    Eps {
        issuer: &'a str,
    },
    GooglePay {
        google_pay_token: Exposed<'a>,
    },
    Ideal {
        #[serde(skip_serializing_if = "Option::is_none")]
        issuer: Option<&'a str>,
    },
    Klarna,
    #[serde(rename = "onlineBanking_PL")]
    Przelewy24 {
        issuer: &'a str,
    },
    PayPal,
    #[serde(rename = "scheme")]
    Card {
        number: Exposed<'a>,
        expiry_month: &'a str,
        expiry_year: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        cvc: Option<Exposed<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        holder_name: Option<Exposed<'a>>,
        /// The card network's id of the first payment, where this one repeats it.
        #[serde(skip_serializing_if = "Option::is_none")]
        network_payment_reference: Option<&'a str>,
    },
    /// A card that Adyen keeps.
    #[serde(rename = "scheme")]
    Stored {
        stored_payment_method_id: &'a str,
    },
    SepaDirectDebit {
        iban: Exposed<'a>,
        owner_name: Exposed<'a>,
    },
    Twint,
}

const NOT_TAKEN: Unfit = Unfit::Refused("is a way to pay that this connector does not take");
const NO_BANK: Unfit = Unfit::Refused("needs the bank, by Adyen's word for it");

impl<'a> PaymentMethod<'a> {
    /// The name of the account's owner is the customer's, not the account's, with us.
    pub(super) fn new(method: &'a PaymentMethodData, customer: Option<&'a Customer>) -> Result<Self, Unfit> {
        let payer = customer.and_then(|customer| customer.name.as_ref());
        Ok(match method {
            PaymentMethodData::Card(card) => Self::card(card, None)?,
            PaymentMethodData::StoredToken(stored) => Self::Stored {
                stored_payment_method_id: at_most(
                    64,
                    "storedPaymentMethodId",
                    stored.token.expose(),
                )?,
            },
            PaymentMethodData::Wallet(wallet) => match wallet {
                Wallet::GooglePay { token } => Self::GooglePay {
                    google_pay_token: at_most(10_000, "googlePayToken", token.into())?,
                },
                Wallet::PayPal {} => Self::PayPal,
                Wallet::Twint {} => Self::Twint,
                _ => return Err(NOT_TAKEN),
            },
            PaymentMethodData::BankRedirect(redirect) => match redirect {
                BankRedirect::Blik { code } => {
                    Self::Blik { blik_code: Exposed::of(code) }
                }
                BankRedirect::Eps { bank } => {
                    Self::Eps { issuer: bank.as_deref().ok_or(NO_BANK)? }
                }
                BankRedirect::Ideal { bank } => Self::Ideal { issuer: bank.as_deref() },
                BankRedirect::Przelewy24 { bank } => {
                    Self::Przelewy24 { issuer: bank.as_deref().ok_or(NO_BANK)? }
                }
                _ => return Err(NOT_TAKEN),
            },
            PaymentMethodData::BankDebit(BankDebit::Sepa { iban }) => {
                let payer = payer.ok_or(Unfit::Refused("needs the customer's name beside it"))?;
                Self::SepaDirectDebit { iban: iban.into(), owner_name: payer.into() }
            }
            PaymentMethodData::PayLater(PayLater::Affirm) => Self::Affirm,
            PaymentMethodData::PayLater(PayLater::Klarna) => Self::Klarna,
            _ => return Err(NOT_TAKEN),
        })
    }

    fn card(card: &'a Card, network_payment_reference: Option<&'a str>) -> Result<Self, Unfit> {
        Ok(Self::Card {
            number: (&card.number).into(),
            expiry_month: card.expiry.month(),
            expiry_year: card.expiry.year(),
            cvc: Exposed::of(&card.security_code),
            holder_name: at_most(15_000, "holderName", Exposed::of(&card.holder_name))?,
            network_payment_reference,
        })
    }
}

/// What was agreed to: a card that Adyen keeps, or the card itself with its network's id.
impl<'a> FromSource<'a, RepeatPaymentData> for PaymentMethod<'a> {
    fn from_source(request: &'a RepeatPaymentData) -> Result<Self, Unfit> {
        match (&request.mandate_reference, &request.payment_method_data) {
            (MandateReference::ConnectorMandateId(_), Some(_)) => {
                Err(Unfit::Refused("names what Adyen keeps, and another way to pay beside it"))
            }
            (MandateReference::ConnectorMandateId(id), None) => Ok(Self::Stored {
                stored_payment_method_id: at_most(64, "storedPaymentMethodId", id.as_str())?,
            }),
            (MandateReference::NetworkTransactionId(id), Some(PaymentMethodData::Card(card))) => {
                Self::card(card, Some(id.as_str()))
            }
            (MandateReference::NetworkTransactionId(_), _) => Err(Unfit::Refused(
                "names the card network's id of a payment, and not the card, which goes with it",
            )),
        }
    }
}
