//! What is paid for.

use super::record;
use crate::money::MinorUnit;

record! {
    /// One line of an order. Amounts are in minor units of the payment's currency.
    OrderLine {
        /// What it is, for people.
        name: Box<str>,
        /// How many.
        quantity: u32,
        /// What one of them costs, with tax.
        unit_price: MinorUnit,
        /// What all of them cost, with tax.
        total_amount: MinorUnit,
    }
    optional {
        /// What the merchant calls it.
        reference: Box<str>,
        /// The tax in the total.
        total_tax_amount: MinorUnit,
        /// The rate of the tax, in hundredths of a percent: 1900 for 19 %.
        tax_rate: u32,
        /// Where it can be seen.
        product_url: Box<str>,
        /// A picture of it.
        image_url: Box<str>,
    }
}
