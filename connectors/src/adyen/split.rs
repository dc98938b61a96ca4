//! A payment that is divided between accounts of a platform.
//! <https://docs.adyen.com/platforms/online-payments/split-transactions/split-payments-at-authorization> (read 2026-11-27)

use connector_core::{AccountId, FromSource, MerchantReference, PaymentPart, SplitPayments, Unfit};
use serde::Serialize;

use super::Amount;

/// Every part, and what is left for the platform: together they are the payment.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Splits<'a>(Vec<Split<'a>>);

/// `Split`.
#[derive(Serialize)]
struct Split<'a> {
    r#type: SplitType,
    amount: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a AccountId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a MerchantReference>,
}

#[derive(Serialize)]
enum SplitType {
    BalanceAccount,
    /// What the platform keeps, in its liable account, which is not named.
    Commission,
}

impl<'a> FromSource<'a, SplitPayments> for Splits<'a> {
    fn from_source(split: &'a SplitPayments) -> Result<Self, Unfit> {
        let mut all = split.parts().iter().map(Split::of).collect::<Result<Vec<_>, _>>()?;
        if split.rest().minor_amount.get() > 0 {
            let amount = Amount::from_source(&split.rest())?;
            let r#type = SplitType::Commission;
            all.push(Split { r#type, amount, account: None, reference: None });
        }
        Ok(Self(all))
    }
}

impl<'a> Split<'a> {
    fn of(part: &'a PaymentPart) -> Result<Self, Unfit> {
        let reference = part.reference.as_ref();
        let nameless = "has a part without a reference, and Adyen wants one of each";
        Ok(Self {
            r#type: SplitType::BalanceAccount,
            amount: Amount::from_source(&part.amount)?,
            account: Some(&part.account),
            reference: Some(reference.ok_or(Unfit::Refused(nameless))?),
        })
    }
}
