//! What the head of the file says: which column is what, and the question that a row asks.

use std::fmt::Display;
use std::path::Path;
use std::str::FromStr;

use connector_core::{
    AnyConnector, Currency, MerchantReference, Money, OrderId, PSync, PaymentId, PaymentsSyncData,
    RSync, RefundId, RefundSyncData, RouterData,
};
use csv::StringRecord;

use super::survey::reader;
use crate::ask::minor_unit;
use crate::failure::Failure;
use crate::lookup;

/// The columns that are understood.
const UNDERSTOOD: [&str; 7] =
    ["connector", "payment_id", "refund_id", "reference", "order_id", "amount", "currency"];
/// What the names of the columns begin with that an answer adds.
pub(super) const TOLD: &str = "told_";

/// Which column is what.
#[derive(Debug)]
pub(super) struct Columns {
    names: StringRecord,
    fallback: Option<&'static dyn AnyConnector>,
}

/// What a row asks.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) connector: &'static dyn AnyConnector,
    pub(super) question: Question,
}

/// About a payment, or about a refund.
#[derive(Debug)]
pub(super) enum Question {
    Payment(Box<RouterData<PSync>>),
    Refund(Box<RouterData<RSync>>),
}

impl Columns {
    /// Those of this file.
    pub(super) fn of(
        input: &Path,
        fallback: Option<&'static dyn AnyConnector>,
    ) -> Result<Self, Failure> {
        let wrong = |why: String| Failure::usage(format!("`{}`: {why}", input.display()));
        let mut reader = reader(input)?;
        let names = reader.headers().map_err(|error| wrong(error.to_string()))?.clone();
        let columns = Self { names, fallback };
        for (position, name) in columns.names.iter().enumerate() {
            if columns.position(name) != Some(position) {
                return Err(wrong(format!("there are two columns `{name}`")));
            }
        }
        let asks = ["payment_id", "refund_id", "reference", "order_id"];
        if !asks.iter().any(|name| columns.position(name).is_some()) {
            let head = columns.names.iter().collect::<Vec<_>>().join(", ");
            let near = columns.names.iter().map(|name| lookup::did_you_mean(name, &asks));
            let near = near.into_iter().find(|near| !near.is_empty()).unwrap_or_default();
            return Err(wrong(format!(
                "its first line is the head, and none of {} is in it: {head}{near}",
                asks.join(", ")
            )));
        }
        if columns.position("connector").is_none() && fallback.is_none() {
            return Err(wrong(
                "there is no column `connector`; --connector says it for all".into(),
            ));
        }
        Ok(columns)
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|column| column == name)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.names.len()
    }

    /// The names of those that stand in the output, too.
    pub(super) fn carried(&self) -> impl Iterator<Item = &str> {
        self.names.iter().filter(|name| !name.starts_with(TOLD))
    }

    /// The cells of those; a row that is too short has empty ones.
    pub(super) fn carried_of<'a>(&'a self, row: &'a StringRecord) -> impl Iterator<Item = &'a str> {
        let cells = row.iter().chain(std::iter::repeat(""));
        self.names
            .iter()
            .zip(cells)
            .filter(|(name, _)| !name.starts_with(TOLD))
            .map(|(_, cell)| cell)
    }

    /// The names of those that nobody here reads.
    pub(super) fn carried_only(&self) -> Vec<&str> {
        self.carried().filter(|name| !UNDERSTOOD.contains(name)).collect()
    }

    /// What the row asks, or why that cannot be asked.
    pub(super) fn question(&self, row: &StringRecord) -> Result<Asked, String> {
        if row.len() != self.count() {
            return Err(format!("it has {} columns, and the head {}", row.len(), self.count()));
        }
        let cell = |name: &str| {
            let cell = self.position(name).and_then(|position| row.get(position));
            cell.filter(|cell| !cell.is_empty())
        };
        let connector = match (cell("connector"), self.fallback) {
            (Some(name), _) => lookup::connector(name).map_err(|failure| failure.message)?,
            (None, Some(fallback)) => fallback,
            (None, None) => return Err("it names no connector".to_owned()),
        };
        let money = money(cell("amount"), cell("currency"))?;
        let payment_id: Option<PaymentId> = typed("payment_id", cell("payment_id"))?;
        let question = if let Some(id) = typed::<RefundId>("refund_id", cell("refund_id"))? {
            let mut request = RefundSyncData::new(id);
            (request.connector_transaction_id, request.refund_amount) = (payment_id, money);
            has(connector, connector.flow::<RSync>().is_some(), "RSync")?;
            Question::Refund(Box::new(RouterData::new(request)))
        } else {
            let reference: Option<MerchantReference> = typed("reference", cell("reference"))?;
            let order: Option<OrderId> = typed("order_id", cell("order_id"))?;
            if payment_id.is_none() && reference.is_none() && order.is_none() {
                return Err("it has no id to ask by".to_owned());
            }
            let mut request =
                payment_id.map_or_else(PaymentsSyncData::by_reference, PaymentsSyncData::new);
            request.amount = money;
            let mut data = RouterData::<PSync>::new(request);
            data.resource_common_data.connector_request_reference_id = reference;
            data.resource_common_data.connector_order_id = order;
            has(connector, connector.flow::<PSync>().is_some(), "PSync")?;
            Question::Payment(Box::new(data))
        };
        Ok(Asked { connector, question })
    }
}

fn has(connector: &dyn AnyConnector, it_has: bool, flow: &str) -> Result<(), String> {
    if it_has { Ok(()) } else { Err(lookup::lacks(connector, flow).message) }
}

fn typed<T: FromStr<Err: Display>>(name: &str, cell: Option<&str>) -> Result<Option<T>, String> {
    cell.map(str::parse).transpose().map_err(|error| format!("{name}: {error}"))
}

/// An amount needs its currency, and is a whole number of minor units; a currency alone says nothing.
fn money(amount: Option<&str>, currency: Option<&str>) -> Result<Option<Money>, String> {
    let Some(amount) = amount else { return Ok(None) };
    let amount = minor_unit(amount).map_err(|error| format!("amount: {error}"))?;
    let currency = currency.ok_or("amount: it has no currency")?;
    let currency: Currency = currency.parse().map_err(|error| format!("currency: {error}"))?;
    Ok(Some(Money::new(amount, currency)))
}
