//! The order that is made of what the customer agreed to.

use std::borrow::Cow;

use connector_core::prelude::*;
use connector_core::{Address, OrderLine, PathValue, PaymentsAuthorizeData};
use serde::Serialize;

use super::{FraudStatus, Klarna};

/// Create an order. <https://docs.klarna.com/api/payments/#operation/createOrder>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Klarna,
    flow_name = Authorize,
    http_method = Post,
    url = "/payments/v1/authorizations/{authorization_token}/order",
    no_idempotency = "Klarna takes no key here: an authorization token is good for one order",
    response = CreatedOrder,
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = request.payment_method_data)]
    authorization_token: AuthorizationToken<'a>,
    #[connector_flow(from = request.capture_method)]
    auto_capture: CaptureNow,
    #[connector_flow(from = request.billing_address)]
    purchase_country: PurchaseCountry,
    #[connector_flow(from = request.amount)]
    purchase_currency: Currency,
    #[connector_flow(from = request.amount)]
    order_amount: MinorUnit,
    #[connector_flow(from = request, takes(order_lines))]
    order_lines: OrderLines<'a>,
    #[connector_flow(from = request.billing_address)]
    billing_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = request.shipping_address)]
    shipping_address: Option<PostalAddress<'a>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    merchant_reference1: Option<&'a MerchantReference>,
    #[connector_flow(from = request, takes(return_url, webhook_url))]
    #[serde(skip_serializing_if = "MerchantUrls::are_none")]
    merchant_urls: MerchantUrls<'a>,
    #[connector_flow(from = request.authentication_data)]
    authentication_data: Option<NotTaken>,
    #[connector_flow(from = request.authentication_type)] // the customer has agreed already
    three_ds: Option<NotWanted>,
    #[connector_flow(from = request.setup_future_usage)]
    kept_for: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.off_session)]
    absent: Option<NotWanted>,
}

/// The order that was made. What it is for was agreed to with the token: another amount is refused.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, RepeatPayment, no_amount = "the answer repeats nothing of the order")]
pub(super) struct CreatedOrder {
    #[flow_response(connector_transaction_id)]
    order_id: PaymentId,
    #[flow_response(status)]
    fraud_status: Option<Wire<FraudStatus>>,
}

/// What Klarna's widget gave when the customer agreed. It is good for one order.
pub(super) struct AuthorizationToken<'a>(&'a Secret);

impl PathValue for AuthorizationToken<'_> {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.expose())
    }
}

impl<'a> FromSource<'a, PaymentMethodData> for AuthorizationToken<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::StoredToken(stored) => Ok(Self(&stored.token)),
            PaymentMethodData::PayLater(_) => Err(Unfit::Refused(
                "is not enough: Klarna's widget gives an authorization token, which is a `stored_token`",
            )),
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

/// `auto_capture`: at once, or on an order, in as many parts as you like.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct CaptureNow(bool);

impl FromSource<'_, CaptureMethod> for CaptureNow {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that Klarna does not have"))
            }
            method => Ok(Self(method.is_automatic())),
        }
    }
}

/// Where the customer lives, as in the session of the widget.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct PurchaseCountry(&'static str);

impl FromSource<'_, Option<Address>> for PurchaseCountry {
    fn from_source(address: &Option<Address>) -> Result<Self, Unfit> {
        let address = address.as_ref().ok_or(Unfit::Absent)?;
        let country = address.country.ok_or(Unfit::Refused("names no country"))?;
        Ok(Self(country.alpha2()))
    }
}

/// What is paid for.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct OrderLines<'a>(Vec<Line<'a>>);

#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    quantity: u32,
    unit_price: MinorUnit,
    total_amount: MinorUnit,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    /// In hundredths of a percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    tax_rate: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total_tax_amount: Option<MinorUnit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_url: Option<&'a str>,
}

impl<'a> FromSource<'a, PaymentsAuthorizeData> for OrderLines<'a> {
    fn from_source(request: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        Self::of(request.order_lines.as_deref())
    }
}

impl<'a> OrderLines<'a> {
    pub(super) fn of(lines: Option<&'a [OrderLine]>) -> Result<Self, Unfit> {
        let lines = lines.unwrap_or_default();
        if lines.is_empty() {
            return Err(Unfit::Refused("has no `order_lines`, which Klarna wants"));
        }
        let lines: Result<_, Unfit> = lines.iter().map(Line::of).collect();
        lines.map(Self)
    }
}

impl<'a> Line<'a> {
    fn of(line: &'a OrderLine) -> Result<Self, Unfit> {
        Ok(Self {
            name: at_most(255, "name", &*line.name)?,
            quantity: line.quantity,
            unit_price: line.unit_price.into(),
            total_amount: line.total_amount.into(),
            reference: at_most(256, "reference", line.reference.as_deref())?,
            tax_rate: line.tax_rate,
            total_tax_amount: line.total_tax_amount.map(Into::into),
            product_url: at_most(1024, "product_url", line.product_url.as_deref())?,
            image_url: at_most(1024, "image_url", line.image_url.as_deref())?,
        })
    }
}

#[derive(Serialize)]
pub(super) struct PostalAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_address2: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Address> for PostalAddress<'a> {
    fn from_source(address: &'a Address) -> Result<Self, Unfit> {
        Ok(Self {
            given_name: at_most(99, "given_name", Exposed::of(&address.first_name))?,
            family_name: at_most(99, "family_name", Exposed::of(&address.last_name))?,
            street_address: at_most(99, "street_address", Exposed::of(&address.line1))?,
            street_address2: at_most(99, "street_address2", Exposed::of(&address.line2))?,
            postal_code: at_most(10, "postal_code", Exposed::of(&address.zip))?,
            city: at_most(99, "city", address.city.as_deref())?,
            region: at_most(99, "region", address.state.as_deref())?,
            country: address.country.map(connector_core::Country::alpha2),
            email: at_most(99, "email", Exposed::of(&address.email))?,
            phone: at_most(99, "phone", Exposed::of(&address.phone))?,
        })
    }
}

/// Where the customer and Klarna's news go.
#[derive(Serialize)]
struct MerchantUrls<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    confirmation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notification: Option<&'a str>,
}

impl MerchantUrls<'_> {
    const fn are_none(&self) -> bool {
        self.confirmation.is_none() && self.notification.is_none()
    }
}

impl<'a> FromSource<'a, PaymentsAuthorizeData> for MerchantUrls<'a> {
    fn from_source(request: &'a PaymentsAuthorizeData) -> Result<Self, Unfit> {
        Ok(Self {
            confirmation: at_most(2000, "confirmation", request.return_url.as_deref())?,
            notification: at_most(2000, "notification", request.webhook_url.as_deref())?,
        })
    }
}
