//! Payer authentication: 3-D Secure by Cybersource, in three steps before the payment, which then says what came of
//! them. <https://developer.cybersource.com/docs/cybs/en-us/payer-authentication/developer/all/rest/payer-auth/>
//! (read 2026-11-27)

use std::net::IpAddr;

use connector_core::prelude::*;
use connector_core::{BrowserInformation, PaymentsAuthenticateData, RedirectForm};
use serde::Serialize;

use super::authorize::{BillTo, card_type};
use super::found::Found;
use super::{Amount, Cybersource, Reason};

/// Set payer authentication up: the browser then sends what there is to know of it to the page that is told.
/// <https://developer.cybersource.com/api-reference-assets/index.html#payer-authentication>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = PreAuthenticate,
    http_method = Post,
    url = "/risk/v1/authentication-setups",
    ignores(amount = "the check is told it"),
    response = Setup,
)]
#[serde(rename_all = "camelCase")]
struct PreAuthenticateRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request.payment_method_data, within = "paymentInformation")]
    card: PayerCard<'a>,
}

/// Check whether the card takes part, and ask its issuer, who may want to see the customer.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = Authenticate,
    http_method = Post,
    url = "/risk/v1/authentications",
    response = Found,
)]
#[serde(rename_all = "camelCase")]
struct AuthenticateRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request.amount, within = "orderInformation")]
    amount_details: Amount,
    #[connector_flow(from = request, takes(billing_address, customer), within = "orderInformation")]
    bill_to: KnownPayer<'a>,
    #[connector_flow(from = request.payment_method_data, within = "paymentInformation")]
    card: PayerCard<'a>,
    #[connector_flow(from = request.browser_information)]
    device_information: Option<Device<'a>>,
    #[connector_flow(from = request.connector_transaction_id, within = "consumerAuthenticationInformation", max_len = 50)]
    reference_id: &'a PaymentId,
    #[connector_flow(value = "Browser", within = "consumerAuthenticationInformation")]
    device_channel: &'static str,
    #[connector_flow(value = "S", within = "consumerAuthenticationInformation")] // eCommerce
    transaction_mode: &'static str,
    #[connector_flow(from = request.return_url, within = "consumerAuthenticationInformation")]
    return_url: Option<&'a str>,
}

/// Validate what the customer brought back; it wants to be told once more what was to be paid, and with what.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Cybersource,
    flow_name = PostAuthenticate,
    no_idempotency = "it asks what came of the authentication; the payment is ordered by itself",
    http_method = Post,
    url = "/risk/v1/authentication-results",
    response = Found,
)]
#[serde(rename_all = "camelCase")]
struct PostAuthenticateRequest<'a> {
    #[connector_flow(from = resource_common_data.connector_request_reference_id, within = "clientReferenceInformation", max_len = 50)]
    code: &'a MerchantReference,
    #[connector_flow(from = request.amount, within = "orderInformation")]
    amount_details: Amount,
    #[connector_flow(from = request.payment_method_data, within = "paymentInformation")]
    card: PayerCard<'a>,
    #[connector_flow(from = request.connector_transaction_id, within = "consumerAuthenticationInformation", max_len = 20)]
    authentication_transaction_id: &'a PaymentId,
}

/// The card, without its code: the bank asks for that, and not the issuer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PayerCard<'a> {
    number: Exposed<'a>,
    expiration_month: &'a str,
    expiration_year: &'a str,
    r#type: &'static str,
}

impl<'a> PayerCard<'a> {
    fn of(card: &'a Card) -> Result<Self, Unfit> {
        let network = "is a card whose network is not given, or none that Cybersource authenticates";
        Ok(Self {
            number: (&card.number).into(),
            expiration_month: card.expiry.month(),
            expiration_year: card.expiry.year(),
            r#type: card.network.and_then(card_type).ok_or(Unfit::Refused(network))?,
        })
    }
}

impl<'a> FromSource<'a, PaymentMethodData> for PayerCard<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => Self::of(card),
            _ => Err(Unfit::Refused("is a way to pay whose payer Cybersource does not authenticate")),
        }
    }
}

impl<'a> FromSource<'a, Option<PaymentMethodData>> for PayerCard<'a> {
    fn from_source(method: &'a Option<PaymentMethodData>) -> Result<Self, Unfit> {
        Self::from_source(method.as_ref().ok_or(Unfit::Absent)?)
    }
}

/// Of whom the issuer is asked nobody says nothing: all of this has to be there, but for the state and the postal
/// code, which are asked for in some countries alone.
#[derive(Serialize)]
#[serde(transparent)]
struct KnownPayer<'a>(BillTo<'a>);

impl<'a> FromSource<'a, PaymentsAuthenticateData> for KnownPayer<'a> {
    fn from_source(asked: &'a PaymentsAuthenticateData) -> Result<Self, Unfit> {
        let address = asked.billing_address.as_ref();
        let bill = BillTo::of(address, asked.customer.as_ref())?;
        let country = address.and_then(|known| known.country).map(connector_core::Country::alpha2);
        if !bill.is_known() {
            return Err(Unfit::Refused(
                "names no first name, last name, street, city, country and email address of the payer, all of \
                 which Cybersource wants to be told before it asks the issuer",
            ));
        }
        if matches!(country, Some("US" | "CA" | "CN")) && !bill.has_a_region() {
            return Err(Unfit::Refused("names no state and postal code of the payer, which are asked for in this country"));
        }
        Ok(Self(bill))
    }
}

/// `deviceInformation`. All numbers are texts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Device<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    ip_address: Option<IpAddr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_accept_content: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_java_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_java_script_enabled: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_color_depth: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_screen_height: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_screen_width: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    http_browser_time_difference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_agent_browser_value: Option<&'a str>,
}

impl<'a> FromSource<'a, BrowserInformation> for Device<'a> {
    fn from_source(browser: &'a BrowserInformation) -> Result<Self, Unfit> {
        Ok(Self {
            ip_address: browser.ip_address,
            http_accept_content: at_most(
                256,
                "httpAcceptContent",
                browser.accept_header.as_deref(),
            )?,
            http_browser_language: at_most(8, "httpBrowserLanguage", browser.language.as_deref())?,
            http_browser_java_enabled: browser.java_enabled,
            http_browser_java_script_enabled: browser.java_script_enabled,
            http_browser_color_depth: browser.color_depth.map(|bits| bits.to_string()),
            http_browser_screen_height: browser.screen_height.map(|pixels| pixels.to_string()),
            http_browser_screen_width: browser.screen_width.map(|pixels| pixels.to_string()),
            http_browser_time_difference: browser
                .time_zone_offset_minutes
                .map(|minutes| minutes.to_string()),
            user_agent_browser_value: at_most(
                255,
                "userAgentBrowserValue",
                browser.user_agent.as_deref(),
            )?,
        })
    }
}

/// The check is asked for by the reference of the setup.
#[derive(Deserialize, FlowResponse)]
#[serde(from = "Wired")]
#[flow_response(PreAuthenticate, no_amount = "a setup is told no amount")]
struct Setup {
    #[flow_response(connector_transaction_id)]
    reference_id: Option<PaymentId>,
    #[flow_response(status)]
    status: Wire<SetupWord>,
    #[flow_response(redirect)]
    collection: Option<RedirectForm>,
    #[flow_response(error)]
    error: Option<Reason>,
}

/// Every status of a setup.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "SCREAMING_SNAKE_CASE", no_success = "nobody is authenticated by it")]
enum SetupWord {
    #[wire_status(DeviceDataCollectionPending)]
    Completed,
    #[wire_status(Failure)]
    Failed,
}

/// The same as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wired {
    status: Wire<SetupWord>,
    consumer_authentication_information: Option<Collection>,
    error_information: Option<Reason>,
}

/// What the browser sends to the page, in a frame that nobody sees.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Collection {
    reference_id: Option<PaymentId>,
    device_data_collection_url: Option<Box<str>>,
    access_token: Option<Box<str>>,
}

/// A page that a token is sent to.
pub(super) fn with_token(page: Option<Box<str>>, token: Option<Box<str>>) -> Option<RedirectForm> {
    let (page, token) = page.zip(token)?;
    Some(RedirectForm::post(page, [("JWT".into(), token)]))
}

impl From<Wired> for Setup {
    fn from(wired: Wired) -> Self {
        let (reference_id, collection) = match wired.consumer_authentication_information {
            Some(told) => {
                (told.reference_id, with_token(told.device_data_collection_url, told.access_token))
            }
            None => (None, None),
        };
        Self { reference_id, status: wired.status, collection, error: wired.error_information }
    }
}
