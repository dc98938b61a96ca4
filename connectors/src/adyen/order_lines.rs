//! What is paid for, in Adyen's words.

use connector_core::{FromSource, MinorUnit, OrderLine, Unfit};
use serde::Serialize;

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct LineItems<'a>(Vec<LineItem<'a>>);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineItem<'a> {
    description: &'a str,
    quantity: u32,
    /// Of one of them.
    amount_including_tax: MinorUnit,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    /// In hundredths of a percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    tax_percentage: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_url: Option<&'a str>,
}

impl<'a> FromSource<'a, Vec<OrderLine>> for LineItems<'a> {
    fn from_source(lines: &'a Vec<OrderLine>) -> Result<Self, Unfit> {
        Ok(Self(lines.iter().map(LineItem::from).collect()))
    }
}

impl<'a> From<&'a OrderLine> for LineItem<'a> {
    fn from(line: &'a OrderLine) -> Self {
        Self {
            description: &line.name,
            quantity: line.quantity,
            amount_including_tax: line.unit_price,
            id: line.reference.as_deref(),
            tax_percentage: line.tax_rate,
            product_url: line.product_url.as_deref(),
            image_url: line.image_url.as_deref(),
        }
    }
}
