//! What Checkout.com keeps: cards, as instruments, and customers.

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::{Customer, FutureUsage, RedirectForm, RepeatPaymentData};
use serde::{Deserializer, Serialize};

use super::orders::{CaptureNow, RequestedPayment, Source};
use super::{Checkout, PaymentStatus};

/// Keep a card: a payment of nothing verifies it, and one of a small amount holds that.
/// <https://api-reference.checkout.com/#operation/requestAPaymentOrPayout>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/payments",
    response = KeptCard,
)]
struct SetupMandateRequest<'a> {
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.payment_method_data)]
    source: Source<'a>,
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Checkout>,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(value = false)]
    capture: bool,
    #[connector_flow(from = request.setup_future_usage)]
    payment_type: PaymentType,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 50)]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(from = request.customer)]
    customer: Option<Payer<'a>>,
    #[connector_flow(from = request.return_url, max_len = 255)]
    success_url: Option<&'a str>,
    #[connector_flow(from = request.return_url, max_len = 255)]
    failure_url: Option<&'a str>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// The card is kept with every payment by it; its name is told when it is verified.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate)]
struct KeptCard {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<PaymentStatus>,
    #[flow_response(amount)]
    amount: Option<Counted<MinorUnit, Checkout>>,
    #[flow_response(currency)]
    currency: Option<Currency>,
    #[flow_response(connector_mandate_id)]
    #[serde(rename = "source", default, deserialize_with = "instrument")]
    instrument: Option<MandateId>,
    #[flow_response(network_transaction_id)]
    scheme_id: Option<Box<str>>,
    #[flow_response(error_code)]
    response_code: Option<Box<str>>,
    #[flow_response(error_message)]
    response_summary: Option<Box<str>>,
    #[flow_response(redirect)]
    #[serde(rename = "_links", default, deserialize_with = "super::orders::redirect")]
    links: Option<RedirectForm>,
}

#[derive(Deserialize)]
struct Instrument {
    id: Option<MandateId>,
}

fn instrument<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<MandateId>, D::Error> {
    Ok(Option::<Instrument>::deserialize(deserializer)?.and_then(|source| source.id))
}

/// Pay again, by an instrument or by a card whose network knows what was agreed to.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/payments",
    response = RequestedPayment,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(header = "Cko-Idempotency-Key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request, takes(mandate_reference, payment_method_data, off_session))]
    #[serde(flatten)]
    kept: Kept<'a>,
    #[connector_flow(from = request.amount)]
    amount: Counted<MinorUnit, Checkout>,
    #[connector_flow(from = request.amount)]
    currency: Currency,
    #[connector_flow(from = request.capture_method)]
    capture: CaptureNow,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 50)]
    reference: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description, max_len = 100)]
    description: Option<&'a str>,
    #[connector_flow(from = request.customer)]
    customer: Option<Payer<'a>>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
}

/// What is paid with, and what it has to do with an earlier payment.
#[derive(Serialize)]
struct Kept<'a> {
    source: StoredSource<'a>,
    merchant_initiated: bool,
    payment_type: PaymentType,
    /// The card network's id of the earlier payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    previous_payment_id: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum StoredSource<'a> {
    Instrument {
        r#type: &'static str,
        id: &'a MandateId,
    },
    /// A card in the clear, which the merchant has kept.
    Card {
        #[serde(flatten)]
        card: Source<'a>,
        stored: bool,
    },
}

impl<'a> FromSource<'a, RepeatPaymentData> for Kept<'a> {
    fn from_source(asked: &'a RepeatPaymentData) -> Result<Self, Unfit> {
        let (source, previous_payment_id) = match (&asked.mandate_reference, &asked.payment_method_data) {
            (MandateReference::ConnectorMandateId(id), None) => {
                (StoredSource::Instrument { r#type: "id", id }, None)
            }
            (MandateReference::ConnectorMandateId(_), Some(_)) => {
                return Err(Unfit::Refused("names an instrument, and another way to pay beside it"));
            }
            (MandateReference::NetworkTransactionId(id), Some(PaymentMethodData::Card(card))) => {
                (StoredSource::Card { card: card.into(), stored: true }, Some(id.as_str()))
            }
            _ => return Err(Unfit::Refused("names a card network's transaction, and no card is given")),
        };
        let is_absent = asked.off_session != Some(false);
        Ok(Self {
            source,
            merchant_initiated: is_absent,
            payment_type: if is_absent { PaymentType::Unscheduled } else { PaymentType::Regular },
            previous_payment_id: at_most(100, "previous_payment_id", previous_payment_id)?,
        })
    }
}

/// `payment_type`. Payments at certain times (`Recurring`) are not told from others in absence; the word for
/// those came after the description: <https://github.com/checkout/checkout-sdk-go> (`payments`, read 2026-11).
#[derive(Serialize)]
enum PaymentType {
    Regular,
    Unscheduled,
}

impl FromSource<'_, FutureUsage> for PaymentType {
    fn from_source(usage: &FutureUsage) -> Result<Self, Unfit> {
        Ok(match usage {
            FutureUsage::OnSession => Self::Regular,
            FutureUsage::OffSession => Self::Unscheduled,
        })
    }
}

/// `CustomerRequest`.
#[derive(Serialize)]
struct Payer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a CustomerId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for Payer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let id = customer.connector_customer_id.as_ref();
        let email = at_most(255, "email", Exposed::of(&customer.email))?;
        Ok(Self { id, email, name: at_most(255, "name", Exposed::of(&customer.name))? })
    }
}

/// Create a customer. <https://api-reference.checkout.com/#tag/Customers>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/customers",
    response = CreatedCustomer,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: NewCustomer<'a>,
}

/// `StoreCustomerRequest`. Checkout.com divides telephone numbers; ours are whole, and left out.
#[derive(Serialize)]
struct NewCustomer<'a> {
    email: Exposed<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for NewCustomer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let email = Exposed::of(&customer.email);
        let email =
            email.ok_or(Unfit::Refused("has no email address, by which Checkout.com knows it"))?;
        let email = at_most(255, "email", email)?;
        Ok(Self { email, name: at_most(255, "name", Exposed::of(&customer.name))? })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CreatedCustomer {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}

/// Make an instrument of a token of the customer's device.
/// <https://api-reference.checkout.com/#tag/Instruments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = PaymentMethodToken,
    http_method = Post,
    url = "/instruments",
    response = CreatedInstrument,
)]
struct PaymentMethodTokenRequest<'a> {
    #[connector_flow(value = "token")]
    r#type: &'static str,
    #[connector_flow(from = request.payment_method_data)]
    token: TokenForOnce<'a>,
    #[connector_flow(from = request.connector_customer_id, within = "customer")]
    id: Option<&'a CustomerId>,
}

#[derive(Serialize)]
#[serde(transparent)]
struct TokenForOnce<'a>(Exposed<'a>);

impl<'a> FromSource<'a, PaymentMethodData> for TokenForOnce<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::StoredToken(stored) if stored.token.expose().starts_with("tok_") => {
                Ok(Self((&stored.token).into()))
            }
            _ => Err(Unfit::Refused("is no token of the customer's device (`tok_…`), and of others none is made")),
        }
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PaymentMethodToken, status = Created)]
struct CreatedInstrument {
    #[flow_response(token)]
    id: Secret,
}

/// Delete an instrument. <https://api-reference.checkout.com/#tag/Instruments>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Checkout,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/instruments/{id}",
    response = DeletedInstrument,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct DeletedInstrument;
