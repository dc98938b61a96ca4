//! A payment of which a part goes to a connected account: a destination charge.
//! <https://docs.stripe.com/connect/destination-charges> (read 2026-11-27)

use connector_core::{AccountId, Counted, FromSource, MinorUnit, SplitPayments, Unfit};
use serde::Serialize;

use super::Stripe;

/// `transfer_data`. What is not transferred stays with the platform, so no application fee is taken.
#[derive(Serialize)]
pub(super) struct TransferData<'a> {
    destination: &'a AccountId,
    amount: Counted<MinorUnit, Stripe>,
}

impl<'a> FromSource<'a, SplitPayments> for TransferData<'a> {
    fn from_source(split: &'a SplitPayments) -> Result<Self, Unfit> {
        let [part] = split.parts() else {
            return Err(Unfit::Refused("has several parts, and a PaymentIntent transfers one"));
        };
        if part.reference.is_some() {
            return Err(Unfit::Refused("has a part with a reference, which Stripe does not take"));
        }
        let amount = Counted::of(part.amount).map_err(Unfit::Amount)?;
        Ok(Self { destination: &part.account, amount })
    }
}
