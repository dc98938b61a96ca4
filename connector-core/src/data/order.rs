//! What is paid for.

use super::record;
use crate::money::{MinorUnit, Money};
use crate::request::BuildError;

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

/// That the totals of all lines, where there are any, are what is ordered.
pub(crate) fn add_up(lines: Option<&[OrderLine]>, ordered: Money) -> Result<(), BuildError> {
    let Some(lines @ [_, ..]) = lines else { return Ok(()) };
    // Wide enough for every number of lines that fits into memory.
    let sum: i128 = lines.iter().map(|line| i128::from(line.total_amount.get())).sum();
    if sum == i128::from(ordered.minor_amount.get()) {
        return Ok(());
    }
    Err(BuildError::invalid("request.order_lines", "adds up to another amount than is ordered"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_add_up_to_another_amount_are_refused() {
        let money = |minor: i64| Money::new(minor.try_into().unwrap(), "EUR".parse().unwrap());
        let line = |total: i64| {
            let total = money(total).minor_amount;
            OrderLine::new("Mask".into(), 1, total, total)
        };
        let agree = |totals: &[i64], ordered| {
            let lines: Vec<OrderLine> = totals.iter().map(|total| line(*total)).collect();
            add_up(Some(&lines), money(ordered)).is_ok()
        };
        assert!(agree(&[700, 300], 1_000) && agree(&[], 1_000));
        assert!(add_up(None, money(1_000)).is_ok());
        assert!(!agree(&[700, 301], 1_000) && !agree(&[0], 1_000));
        assert!(!agree(&[i64::MAX, i64::MAX], 1_000) && !agree(&[i64::MAX, i64::MAX], i64::MAX));
    }
}
