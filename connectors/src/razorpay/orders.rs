//! What is to be paid is announced by an order, and a payment pays it.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::{BrowserInformation, Customer, RedirectForm};
use serde::{Deserializer, Serialize};

use super::Razorpay;

/// Create an order. <https://razorpay.com/docs/api/orders/create>
/// How its payment is captured stands here, and nowhere else.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = CreateOrder,
    http_method = Post,
    url = "/v1/orders",
    no_idempotency = "no money moves by it: an order that nobody pays stays unpaid",
    response = OrderObject,
)]
struct CreateOrderRequest<'a> {
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Razorpay>,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 40)]
    receipt: Option<&'a MerchantReference>,
    #[connector_flow(from = request.capture_method, within = "payment")]
    capture: Option<CaptureSetting>, // without it, as the account is set
}

/// <https://razorpay.com/docs/payments/payments/capture-settings/api>
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum CaptureSetting {
    Automatic,
    Manual,
}

impl FromSource<'_, CaptureMethod> for CaptureSetting {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self::Automatic),
            CaptureMethod::Manual => Ok(Self::Manual),
            CaptureMethod::ManualMultiple | CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that Razorpay does not have"))
            }
        }
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateOrder, status = Created)]
struct OrderObject {
    #[flow_response(connector_order_id)]
    id: OrderId,
    #[flow_response(amount)]
    amount: Counted<MinorUnit, Razorpay>,
    #[flow_response(currency)]
    currency: Currency,
}

/// Create a customer, or find the one with this address.
/// <https://razorpay.com/docs/api/customers/create>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/v1/customers",
    response = CustomerObject,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: CustomerDetails<'a>,
    #[connector_flow(value = "0")] // who is known already is no error
    fail_existing: &'static str,
}

#[derive(Serialize)]
struct CustomerDetails<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for CustomerDetails<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let Customer { name, email, phone, .. } = customer;
        Ok(Self { name: Exposed::of(name), email: Exposed::of(email), contact: Exposed::of(phone) })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CustomerObject {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Create a payment of an order.
/// <https://razorpay.com/docs/payments/payment-gateway/s2s-integration/json/v2/build-integration/cards>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Razorpay,
    flow_name = Authorize,
    http_method = Post,
    url = "/v1/payments/create/json",
    no_idempotency = "Razorpay takes no key here: an order is paid once, and then takes no other payment",
    ignores(capture_method = "the order was announced with it"),
    response = CreatedPayment,
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Razorpay>,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    payer: Payer<'a>,
    #[connector_flow(from = resource_common_data.connector_order_id)]
    order_id: &'a OrderId,
    #[connector_flow(value = "card")]
    method: &'static str,
    #[connector_flow(from = request.payment_method_data)]
    card: CardDetails<'a>,
    #[connector_flow(value = "browser", within = "authentication")]
    authentication_channel: &'static str,
    #[connector_flow(from = request.browser_information)]
    #[serde(flatten)]
    device: Device<'a>,
    #[connector_flow(from = request.return_url)]
    callback_url: Option<&'a str>,
    #[connector_flow(from = request.description)]
    description: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    notes: Option<&'a BTreeMap<Box<str>, Box<str>>>,
    #[connector_flow(from = request.authentication_data)]
    authenticated: Option<NotTaken>,
    #[connector_flow(from = request.setup_future_usage)]
    kept_for: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = request.authentication_type)] // Razorpay decides
    three_ds: Option<NotWanted>,
    #[connector_flow(from = request.off_session)]
    absent: Option<NotWanted>,
}

/// A payment that the customer has to go on with, or that needs no more of them.
#[derive(FlowResponse)]
#[flow_response(Authorize)]
enum CreatedPayment {
    Waiting(WaitingPayment),
    Done(DonePayment),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, status = AuthenticationPending)]
#[flow_response(no_amount = "the order has it, and a sync compares it")]
struct WaitingPayment {
    #[flow_response(connector_transaction_id)]
    razorpay_payment_id: PaymentId,
    #[flow_response(redirect)]
    #[serde(deserialize_with = "redirect")]
    next: Option<RedirectForm>,
}

/// Signed by Razorpay, which it does when the money is held. Whether it is taken, too, a sync tells.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Authorize, status = Authorized)]
#[flow_response(no_amount = "the order has it, and a sync compares it")]
struct DonePayment {
    #[flow_response(connector_transaction_id)]
    razorpay_payment_id: PaymentId,
    #[serde(rename = "razorpay_signature")]
    _signature: Box<str>,
}

/// What the customer may do next: one of these.
#[derive(Deserialize)]
struct Step {
    action: Box<str>,
    url: Option<Box<str>>,
}

fn redirect<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<RedirectForm>, D::Error> {
    let steps = Vec::<Step>::deserialize(deserializer)?;
    let step = steps.into_iter().find(|step| &*step.action == "redirect");
    Ok(step.and_then(|step| step.url).map(RedirectForm::get))
}

/// Who pays; Razorpay writes to them.
#[derive(Serialize)]
pub(super) struct Payer<'a> {
    email: Exposed<'a>,
    contact: Exposed<'a>,
}

impl<'a> FromSource<'a, Option<Customer>> for Payer<'a> {
    fn from_source(customer: &'a Option<Customer>) -> Result<Self, Unfit> {
        let customer = customer.as_ref().ok_or(Unfit::Absent)?;
        let (email, phone) = (customer.email.as_ref(), customer.phone.as_ref());
        let both = "needs the email address and the telephone number, which Razorpay asks for";
        let (email, phone) = email.zip(phone).ok_or(Unfit::Refused(both))?;
        Ok(Self { email: email.into(), contact: phone.into() })
    }
}

#[derive(Serialize)]
struct CardDetails<'a> {
    number: Exposed<'a>,
    name: Exposed<'a>,
    expiry_month: &'a str,
    expiry_year: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cvv: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, PaymentMethodData> for CardDetails<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => Self::of(card),
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

impl<'a> CardDetails<'a> {
    fn of(card: &'a Card) -> Result<Self, Unfit> {
        let name = card.holder_name.as_ref();
        let name = name.ok_or(Unfit::Refused("has no name on the card, which Razorpay asks for"))?;
        Ok(Self {
            number: (&card.number).into(),
            name: name.into(),
            expiry_month: card.expiry.month(),
            expiry_year: card.expiry.short_year(),
            cvv: Exposed::of(&card.security_code),
        })
    }
}

/// The customer's device, which 3-D Secure looks at.
#[derive(Serialize)]
struct Device<'a> {
    ip: String,
    user_agent: &'a str,
    browser: Browser<'a>,
}

#[derive(Serialize)]
struct Browser<'a> {
    java_enabled: bool,
    javascript_enabled: bool,
    timezone_offset: i16,
    color_depth: u8,
    screen_width: u32,
    screen_height: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

impl<'a> FromSource<'a, Option<BrowserInformation>> for Device<'a> {
    fn from_source(known: &'a Option<BrowserInformation>) -> Result<Self, Unfit> {
        let known = known.as_ref().ok_or(Unfit::Absent)?;
        let all = "is not complete, and Razorpay asks for the address, the user agent and the screen";
        Self::of(known).ok_or(Unfit::Refused(all))
    }
}

impl<'a> Device<'a> {
    fn of(known: &'a BrowserInformation) -> Option<Self> {
        let browser = Browser {
            java_enabled: known.java_enabled?,
            javascript_enabled: known.java_script_enabled?,
            timezone_offset: known.time_zone_offset_minutes?,
            color_depth: known.color_depth?,
            screen_width: known.screen_width?,
            screen_height: known.screen_height?,
            language: known.language.as_deref(),
        };
        Some(Self { ip: known.ip_address?.to_string(), user_agent: known.user_agent.as_deref()?, browser })
    }
}
