//! What a payment is made with, in Stripe's words. <https://docs.stripe.com/api/payment_methods/create>

use connector_core::{
    BankDebit, BankRedirect, Card, Exposed, FromSource, PayLater, PaymentMethodData, Unfit, Wallet,
    at_most,
};
use serde::Serialize;

/// Either what Stripe keeps, or what it is told now.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PaymentMethod<'a> {
    /// The id of a PaymentMethod.
    #[serde(rename = "payment_method")]
    Stored(Exposed<'a>),
    /// The description leaves `card` out here and documents it for `/v1/payment_methods`; Stripe takes
    /// it from merchants who may handle card numbers, and the peer sends it, too.
    #[serde(rename = "payment_method_data")]
    New(NewPaymentMethod<'a>),
}

/// A PaymentMethod that Stripe does not have yet.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum NewPaymentMethod<'a> {
    AfterpayClearpay,
    Affirm,
    Alipay,
    AuBecsDebit { au_becs_debit: AuBecsDebit<'a> },
    BacsDebit { bacs_debit: BacsDebit<'a> },
    Bancontact,
    Card { card: CardDetails<'a> },
    Cashapp,
    Eps { eps: Bank<'a> },
    Fpx { fpx: Bank<'a> },
    Ideal { ideal: Bank<'a> },
    Klarna,
    P24 { p24: Bank<'a> },
    Paypal,
    SepaDebit { sepa_debit: SepaDebit<'a> },
}

#[derive(Serialize)]
pub(super) struct CardDetails<'a> {
    number: Exposed<'a>,
    exp_month: &'a str,
    exp_year: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cvc: Option<Exposed<'a>>,
}

#[derive(Serialize)]
pub(super) struct AuBecsDebit<'a> {
    bsb_number: Exposed<'a>,
    account_number: Exposed<'a>,
}

#[derive(Serialize)]
pub(super) struct BacsDebit<'a> {
    sort_code: Exposed<'a>,
    account_number: Exposed<'a>,
}

#[derive(Serialize)]
pub(super) struct SepaDebit<'a> {
    iban: Exposed<'a>,
}

/// The bank that the customer chose; without it Stripe asks.
#[derive(Serialize)]
pub(super) struct Bank<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    bank: Option<&'a str>,
}

const NOT_TAKEN: Unfit = Unfit::Refused("is a way to pay that this connector does not take");

impl<'a> FromSource<'a, PaymentMethodData> for PaymentMethod<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::StoredToken(stored) => {
                Ok(Self::Stored(at_most(5000, "payment_method", (&stored.token).into())?))
            }
            method => NewPaymentMethod::from_source(method).map(Self::New),
        }
    }
}

impl<'a> FromSource<'a, PaymentMethodData> for NewPaymentMethod<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        Ok(match method {
            PaymentMethodData::Card(card) => Self::Card { card: card.into() },
            PaymentMethodData::Wallet(wallet) => match wallet {
                Wallet::Alipay {} => Self::Alipay,
                Wallet::CashApp {} => Self::Cashapp,
                Wallet::PayPal {} => Self::Paypal,
                _ => return Err(NOT_TAKEN),
            },
            PaymentMethodData::BankRedirect(redirect) => match redirect {
                BankRedirect::Bancontact {} => Self::Bancontact,
                BankRedirect::Eps { bank } => Self::Eps { eps: Bank { bank: bank.as_deref() } },
                BankRedirect::Fpx { bank } => Self::Fpx { fpx: Bank { bank: Some(bank) } },
                BankRedirect::Ideal { bank } => Self::Ideal { ideal: Bank { bank: bank.as_deref() } },
                BankRedirect::Przelewy24 { bank } => Self::P24 { p24: Bank { bank: bank.as_deref() } },
                _ => return Err(NOT_TAKEN),
            },
            PaymentMethodData::BankDebit(debit) => match debit {
                BankDebit::Bacs { sort_code, account_number } => Self::BacsDebit {
                    bacs_debit: BacsDebit {
                        sort_code: at_most(5000, "sort_code", sort_code.into())?,
                        account_number: at_most(5000, "account_number", account_number.into())?,
                    },
                },
                BankDebit::Becs { bsb_number, account_number } => Self::AuBecsDebit {
                    au_becs_debit: AuBecsDebit {
                        bsb_number: bsb_number.into(),
                        account_number: account_number.into(),
                    },
                },
                BankDebit::Sepa { iban } => {
                    Self::SepaDebit { sepa_debit: SepaDebit { iban: iban.into() } }
                }
                _ => return Err(NOT_TAKEN),
            },
            PaymentMethodData::PayLater(later) => match later {
                PayLater::Affirm => Self::Affirm,
                PayLater::AfterpayClearpay => Self::AfterpayClearpay,
                PayLater::Klarna => Self::Klarna,
                _ => return Err(NOT_TAKEN),
            },
            _ => return Err(NOT_TAKEN),
        })
    }
}

impl<'a> From<&'a Card> for CardDetails<'a> {
    fn from(card: &'a Card) -> Self {
        Self {
            number: (&card.number).into(),
            exp_month: card.expiry.month(),
            exp_year: card.expiry.year(),
            cvc: Exposed::of(&card.security_code),
        }
    }
}
