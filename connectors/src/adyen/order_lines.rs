//! What is paid for, in Adyen's words.

use connector_core::prelude::*;
use connector_core::{OrderLine, PaymentCreateOrderData, PaymentsAuthorizeData};
use serde::Serialize;

use super::Adyen;

#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct LineItems<'a>(Option<Vec<LineItem<'a>>>);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LineItem<'a> {
    description: &'a str,
    quantity: u32,
    /// Of one of them.
    amount_including_tax: Counted<MinorUnit, Adyen>,
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

impl<'a> LineItems<'a> {
    fn of(lines: &'a Option<Vec<OrderLine>>) -> Result<Self, Unfit> {
        let lines = lines.as_ref().map(|lines| lines.iter().map(LineItem::of).collect());
        lines.transpose().map(Self)
    }

    pub(super) fn are_none(&self) -> bool {
        self.0.is_none()
    }
}

impl<'a> FromSource<'a, PaymentsAuthorizeData> for LineItems<'a> {
    fn from_source(asked: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        Self::of(&asked.order_lines)
    }
}

impl<'a> FromSource<'a, PaymentCreateOrderData> for LineItems<'a> {
    fn from_source(asked: &'a PaymentCreateOrderData) -> Result<Self, Unfit> {
        Self::of(&asked.order_lines)
    }
}

impl<'a> LineItem<'a> {
    fn of(line: &'a OrderLine) -> Result<Self, Unfit> {
        Ok(Self {
            description: at_most(10_000, "description", &*line.name)?,
            quantity: line.quantity,
            amount_including_tax: Counted::from_source(&line.unit_price)?,
            id: line.reference.as_deref(),
            tax_percentage: line.tax_rate,
            product_url: line.product_url.as_deref(),
            image_url: line.image_url.as_deref(),
        })
    }
}
