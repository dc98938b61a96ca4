//! What is paid for.

use super::record;
use crate::money::Money;
use crate::request::BuildError;

record! {
    /// One line of an order, in the payment's currency.
    OrderLine {
        /// What it is, for people.
        name: Box<str>,
        /// How many.
        quantity: u32,
        /// What one of them costs, with tax.
        unit_price: Money,
        /// What all of them cost, with tax.
        total_amount: Money,
    }
    optional {
        /// What the merchant calls it.
        reference: Box<str>,
        /// The tax in the total.
        total_tax_amount: Money,
        /// The rate of the tax, in hundredths of a percent: 1900 for 19 %.
        tax_rate: u32,
        /// Where it can be seen.
        product_url: Box<str>,
        /// A picture of it.
        image_url: Box<str>,
    }
}

impl OrderLine {
    /// All amounts of it.
    fn amounts(&self) -> impl Iterator<Item = Money> {
        [self.unit_price, self.total_amount].into_iter().chain(self.total_tax_amount)
    }
}

/// That the totals of all lines, where there are any, are what is ordered. No connector has to see to it again,
/// nor to the currency of a line: on most wires it is the order's, and stands there once.
pub(crate) fn add_up(lines: Option<&[OrderLine]>, ordered: Money) -> Result<(), BuildError> {
    let refused = |why| Err(BuildError::invalid("request.order_lines", why));
    let Some(lines @ [_, ..]) = lines else { return Ok(()) };
    let mut amounts = lines.iter().flat_map(OrderLine::amounts);
    if amounts.any(|amount| amount.currency != ordered.currency) {
        return refused("has an amount in another currency than is ordered");
    }
    // Wide enough for every number of lines that fits into memory.
    let sum: i128 = lines.iter().map(|line| i128::from(line.total_amount.minor_amount.get())).sum();
    if sum != i128::from(ordered.minor_amount.get()) {
        return refused("adds up to another amount than is ordered");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_add_up_to_another_amount_are_refused() {
        let money = |minor: i64| Money::new(minor.try_into().unwrap(), "EUR".parse().unwrap());
        let line = |total: i64| OrderLine::new("Mask".into(), 1, money(total), money(total));
        let agree = |totals: &[i64], ordered| {
            let lines: Vec<OrderLine> = totals.iter().map(|total| line(*total)).collect();
            add_up(Some(&lines), money(ordered)).is_ok()
        };
        assert!(agree(&[700, 300], 1_000) && agree(&[], 1_000));
        assert!(add_up(None, money(1_000)).is_ok());
        assert!(!agree(&[700, 301], 1_000) && !agree(&[0], 1_000));
        assert!(!agree(&[i64::MAX, i64::MAX], 1_000) && !agree(&[i64::MAX, i64::MAX], i64::MAX));
    }

    #[test]
    fn a_line_in_another_currency_is_refused_whatever_it_adds_up_to() {
        let money = |code: &str| Money::new(700.try_into().unwrap(), code.parse().unwrap());
        let (euros, dollars) = (money("EUR"), money("USD"));
        let refused = |price, total, tax| {
            let mut line = OrderLine::new("Mask".into(), 1, price, total);
            line.total_tax_amount = Some(tax);
            add_up(Some(&[line]), euros).err().map(|error| error.to_string())
        };
        assert_eq!(refused(euros, euros, euros), None);
        let why = "`request.order_lines` has an amount in another currency than is ordered";
        for (price, total, tax) in
            [(dollars, euros, euros), (euros, dollars, euros), (euros, euros, dollars)]
        {
            assert_eq!(refused(price, total, tax).unwrap(), why);
        }
    }
}
