//! A payment of which parts go to connected organizations. What no route takes stays with the merchant.
//! `routing` in Mollie's OpenAPI description, which has it at <https://docs.mollie.com/reference/create-payment>.

use connector_core::{AccountId, FromSource, PaymentPart, SplitPayments, Unfit};
use serde::Serialize;

use super::Amount;

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Routes<'a>(Vec<Route<'a>>);

#[derive(Serialize)]
struct Route<'a> {
    amount: Amount,
    destination: Destination<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Destination<'a> {
    r#type: &'static str,
    organization_id: &'a AccountId,
}

impl<'a> FromSource<'a, SplitPayments> for Routes<'a> {
    fn from_source(split: &'a SplitPayments) -> Result<Self, Unfit> {
        if split.amount().currency.code() != "EUR" {
            return Err(Unfit::Refused("divides another currency than EUR, which Mollie does not"));
        }
        Ok(Self(split.parts().iter().map(Route::of).collect::<Result<_, _>>()?))
    }
}

impl<'a> Route<'a> {
    fn of(part: &'a PaymentPart) -> Result<Self, Unfit> {
        if part.reference.is_some() {
            return Err(Unfit::Refused("has a part with a reference, which Mollie does not take"));
        }
        let destination = Destination { r#type: "organization", organization_id: &part.account };
        Ok(Self { amount: Amount::from_source(&part.amount)?, destination })
    }
}
