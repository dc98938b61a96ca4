//! Orders that hold money or take it. <https://developer.paypal.com/docs/api/orders/v2/#orders_create>

use connector_core::prelude::*;
use connector_core::{Address, AuthenticationType, Country, FutureUsage, Wallet};
use serde::{Deserializer, Serialize};

use super::PayPal;
use super::money::{Amount, ToldAmount};
use super::order::Order;

/// Create an order that is paid at once; or pay one that was announced, and that the customer has
/// approved where it is a wallet's.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = Authorize,
    http_method = Post,
    url = authorize_url,
    response = Order,
    ignores(amount = "an order that was announced has its own, with which the answer is compared"),
)]
struct AuthorizeRequest<'a> {
    #[connector_flow(read_by = authorize_url)]
    announced: Option<(&'a OrderId, Intent)>,
    #[connector_flow(header = "PayPal-Request-Id", max_len = 108)]
    idempotency_key: &'a IdempotencyKey,
    intent: Option<Intent>,
    purchase_units: Option<[PurchaseUnit<'a>; 1]>,
    payment_source: Option<PaymentSource<'a>>,
}

fn authorize_url(request: &AuthorizeRequest<'_>) -> Result<RequestUrl, BuildError> {
    let Some((order, intent)) = request.announced else {
        return RequestUrl::new("/v2/checkout/orders");
    };
    carry_out(RequestUrl::new("/v2/checkout/orders/")?.value("connector_order_id", order)?, intent)
}

/// What is done with an order that is there, as it was announced to be.
pub(super) fn carry_out(url: RequestUrl, intent: Intent) -> Result<RequestUrl, BuildError> {
    match intent {
        Intent::Capture => url.literal("/capture"),
        Intent::Authorize => url.literal("/authorize"),
    }
}

impl<'a> TryFrom<&'a RouterData<Authorize>> for AuthorizeRequest<'a> {
    type Error = BuildError;

    fn try_from(data: &'a RouterData<Authorize>) -> Result<Self, BuildError> {
        let (known, asked) = (&data.resource_common_data, &data.request);
        let _: Option<NotTaken> =
            fit("request.authentication_data", FromSource::from_source(&asked.authentication_data))?;
        let _: Option<NotTaken> =
            fit("request.split_payments", FromSource::from_source(&asked.split_payments))?;
        // A payment without the customer is a RepeatPayment.
        let _: Option<NotWanted> = fit("request.off_session", FromSource::from_source(&asked.off_session))?;
        if !matches!(asked.payment_method_data, PaymentMethodData::Card(_)) {
            let wanted = FromSource::from_source(&asked.authentication_type);
            let _: Option<NotWanted> = fit("request.authentication_type", wanted)?;
            let _: Option<NotTaken> =
                fit("request.setup_future_usage", FromSource::from_source(&asked.setup_future_usage))?;
        }
        let intent = fit("request.capture_method", Intent::from_source(&asked.capture_method))?;
        let source = fit("request.payment_method_data", payment_source(asked))?;
        let idempotency_key = &asked.idempotency_key;
        if let Some(order) = &known.connector_order_id {
            // A wallet was chosen and approved on the order itself.
            let card = Some(source).filter(|source| matches!(source, PaymentSource::Card(_)));
            let announced = Some((order, intent));
            let (intent, purchase_units) = (None, None);
            return Ok(Self { announced, idempotency_key, intent, purchase_units, payment_source: card });
        }
        let custom_id = known.connector_request_reference_id.as_ref().map(MerchantReference::as_str);
        let field = "resource_common_data.connector_request_reference_id";
        let custom_id = fit(field, at_most(127, "custom_id", custom_id))?;
        let unit = PurchaseUnit {
            amount: fit("request.amount", Amount::from_source(&asked.amount))?,
            custom_id,
            description: fit("request.description", at_most(127, "description", asked.description.as_deref()))?,
            soft_descriptor: fit(
                "request.statement_descriptor",
                at_most(22, "soft_descriptor", asked.statement_descriptor.as_deref()),
            )?,
        };
        Ok(Self {
            announced: None,
            idempotency_key,
            intent: Some(intent),
            purchase_units: Some([unit]),
            payment_source: Some(source),
        })
    }
}

fn fit<T>(field: &'static str, made: Result<T, Unfit>) -> Result<T, BuildError> {
    made.map_err(|unfit| unfit.of(field))
}

/// Pay again with a card that PayPal keeps.
/// <https://developer.paypal.com/docs/checkout/save-payment-methods/>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/v2/checkout/orders",
    response = Order,
)]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(header = "PayPal-Request-Id", from = request.idempotency_key, max_len = 108)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.capture_method)]
    intent: Intent,
    #[connector_flow(from = request.amount)]
    #[serde(serialize_with = "as_unit")]
    purchase_units: Amount,
    #[connector_flow(from = request.mandate_reference)]
    payment_source: KeptSource<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
}

/// Announce what is to be paid; the customer approves it on PayPal's page.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = PayPal,
    flow_name = CreateOrder,
    http_method = Post,
    url = "/v2/checkout/orders",
    response = AnnouncedOrder,
)]
struct CreateOrderRequest<'a> {
    #[connector_flow(header = "PayPal-Request-Id", from = request.idempotency_key, max_len = 108)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(from = request.capture_method)]
    intent: AnnouncedIntent,
    #[connector_flow(from = request.amount)]
    #[serde(serialize_with = "as_unit")]
    purchase_units: Amount,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateOrder, status = Created)]
struct AnnouncedOrder {
    #[flow_response(connector_order_id)]
    id: OrderId,
    #[flow_response(amount)]
    #[serde(rename = "purchase_units", default, deserialize_with = "of_the_unit")]
    amount: Option<ToldAmount>,
}

/// The amount of the one unit that is announced.
fn of_the_unit<'de, D: Deserializer<'de>>(units: D) -> Result<Option<ToldAmount>, D::Error> {
    #[derive(Deserialize)]
    struct ToldUnit {
        amount: Option<ToldAmount>,
    }
    let units = Option::<Vec<ToldUnit>>::deserialize(units)?;
    Ok(units.into_iter().flatten().find_map(|unit| unit.amount))
}

/// `purchase_units`, of an amount alone.
fn as_unit<S: serde::Serializer>(amount: &Amount, serializer: S) -> Result<S::Ok, S::Error> {
    let (custom_id, description, soft_descriptor) = (None, None, None);
    let amount = amount.clone();
    [PurchaseUnit { amount, custom_id, description, soft_descriptor }].serialize(serializer)
}

#[derive(Serialize)]
struct PurchaseUnit<'a> {
    amount: Amount,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    soft_descriptor: Option<&'a str>,
}

/// `intent`.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(super) enum Intent {
    Capture,
    Authorize,
}

impl FromSource<'_, CaptureMethod> for Intent {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => Ok(Self::Capture),
            CaptureMethod::Manual | CaptureMethod::ManualMultiple => Ok(Self::Authorize),
            CaptureMethod::Scheduled => Err(Unfit::Refused("is a way to capture that PayPal lacks")),
        }
    }
}

/// The intent of an order that is announced. It cannot be changed when the order is paid.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct AnnouncedIntent(pub(super) Intent);

impl FromSource<'_, Option<CaptureMethod>> for AnnouncedIntent {
    fn from_source(method: &Option<CaptureMethod>) -> Result<Self, Unfit> {
        method.as_ref().ok_or(Unfit::Absent).and_then(Intent::from_source).map(Self)
    }
}

/// `payment_source`.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PaymentSource<'a> {
    Card(Box<CardSource<'a>>),
    #[serde(rename = "paypal")]
    PayPal(WalletSource<'a>),
}

#[derive(Serialize, Default)]
struct CardSource<'a> {
    #[serde(flatten)]
    card: Option<PlainCard<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    vault_id: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attributes: Option<Attributes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    experience_context: Option<Experience<'a>>,
}

/// A card, as orders and the vault take it.
#[derive(Serialize)]
pub(super) struct PlainCard<'a> {
    number: Exposed<'a>,
    expiry: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    security_code: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing_address: Option<PortableAddress<'a>>,
}

#[derive(Serialize)]
struct PortableAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    address_line_1: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_line_2: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    admin_area_2: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    admin_area_1: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    postal_code: Option<Exposed<'a>>,
    country_code: Country,
}

#[derive(Serialize)]
struct Attributes {
    #[serde(skip_serializing_if = "Option::is_none")]
    vault: Option<Vault>,
    #[serde(skip_serializing_if = "Option::is_none")]
    verification: Option<Verification>,
}

#[derive(Serialize)]
struct Vault {
    store_in_vault: &'static str,
}

#[derive(Serialize)]
struct Verification {
    method: &'static str,
}

#[derive(Serialize)]
struct WalletSource<'a> {
    experience_context: Experience<'a>,
}

#[derive(Serialize)]
struct Experience<'a> {
    return_url: &'a str,
    cancel_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_action: Option<&'static str>,
}

/// A card that PayPal keeps, for a payment without the customer.
#[derive(Serialize)]
struct KeptSource<'a> {
    card: KeptCard<'a>,
}

#[derive(Serialize)]
struct KeptCard<'a> {
    vault_id: &'a MandateId,
    stored_credential: StoredCredential,
}

#[derive(Serialize)]
struct StoredCredential {
    payment_initiator: &'static str,
    payment_type: &'static str,
    usage: &'static str,
}

impl<'a> FromSource<'a, MandateReference> for KeptSource<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let own = reference.connector_mandate_id();
        let vault_id =
            own.ok_or(Unfit::Refused("is a card network's id; PayPal wants that of its vault"))?;
        Ok(Self {
            card: KeptCard {
                vault_id: at_most(255, "vault_id", vault_id)?,
                stored_credential: StoredCredential {
                    payment_initiator: "MERCHANT",
                    payment_type: "UNSCHEDULED",
                    usage: "SUBSEQUENT",
                },
            },
        })
    }
}

impl<'a> PlainCard<'a> {
    /// The address is left out where it has no country, without which PayPal takes none.
    pub(super) fn new(card: &'a Card, address: Option<&'a Address>) -> Result<Self, Unfit> {
        let address = address.and_then(|address| Some((address, address.country?)));
        let address = address.map(|(address, country_code)| {
            Ok(PortableAddress {
                address_line_1: at_most(300, "address_line_1", Exposed::of(&address.line1))?,
                address_line_2: at_most(300, "address_line_2", Exposed::of(&address.line2))?,
                admin_area_2: at_most(120, "admin_area_2", address.city.as_deref())?,
                admin_area_1: at_most(300, "admin_area_1", address.state.as_deref())?,
                postal_code: at_most(60, "postal_code", Exposed::of(&address.zip))?,
                country_code,
            })
        });
        Ok(Self {
            number: (&card.number).into(),
            expiry: format!("{}-{}", card.expiry.year(), card.expiry.month()),
            security_code: Exposed::of(&card.security_code),
            name: at_most(300, "name", Exposed::of(&card.holder_name))?,
            billing_address: address.transpose()?,
        })
    }
}

fn payment_source(
    asked: &connector_core::PaymentsAuthorizeData,
) -> Result<PaymentSource<'_>, Unfit> {
    let context = |user_action| {
        let url = asked.return_url.as_deref()?;
        Some(Experience { return_url: url, cancel_url: url, user_action })
    };
    match &asked.payment_method_data {
        PaymentMethodData::Card(card) => Ok(PaymentSource::Card(Box::new(CardSource {
            card: Some(PlainCard::new(card, asked.billing_address.as_ref())?),
            attributes: attributes(asked.setup_future_usage, asked.authentication_type),
            experience_context: context(None),
            ..CardSource::default()
        }))),
        PaymentMethodData::StoredToken(stored) => Ok(PaymentSource::Card(Box::new(CardSource {
            vault_id: Some(at_most(255, "vault_id", (&stored.token).into())?),
            ..CardSource::default()
        }))),
        PaymentMethodData::Wallet(Wallet::PayPal {}) => {
            let context = context(Some("PAY_NOW"));
            let wanted = Unfit::Refused("needs `request.return_url`, where the customer comes back to");
            context.ok_or(wanted).map(|experience_context| {
                PaymentSource::PayPal(WalletSource { experience_context })
            })
        }
        _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
    }
}

/// Whether the card is kept, and whether the customer is authenticated in any case.
fn attributes(
    usage: Option<FutureUsage>,
    wanted: Option<AuthenticationType>,
) -> Option<Attributes> {
    let vault = usage.map(|_| Vault { store_in_vault: "ON_SUCCESS" });
    let verification = (wanted == Some(AuthenticationType::ThreeDs))
        .then_some(Verification { method: "SCA_ALWAYS" });
    let some = vault.is_some() || verification.is_some();
    some.then_some(Attributes { vault, verification })
}
