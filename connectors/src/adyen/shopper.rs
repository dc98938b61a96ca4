//! Who pays, from where, and what they agreed to.

use connector_core::{
    Address, AuthenticationData, AuthenticationType, BrowserInformation, Customer, Exposed,
    FromSource, FutureUsage, PaymentMethodData, PaymentsAuthorizeData, RepeatPaymentData,
    SetupMandateRequestData, TransactionStatus, Unfit, at_most,
};
use serde::Serialize;

/// The customer. Ways to pay are kept under the merchant's own name for them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Shopper<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    shopper_reference: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shopper_email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    telephone_number: Option<Exposed<'a>>,
}

fn shopper_reference(customer: &Customer) -> Option<&str> {
    let theirs = customer.connector_customer_id.as_ref().map(connector_core::CustomerId::as_str);
    customer.merchant_customer_id.as_deref().or(theirs)
}

impl<'a> FromSource<'a, Customer> for Shopper<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let shopper_reference = shopper_reference(customer);
        if shopper_reference.is_some_and(|name| name.chars().count() < 3) {
            return Err(Unfit::Refused("has a name shorter than 3 characters, which Adyen does not take"));
        }
        Ok(Self {
            shopper_reference: at_most(256, "shopperReference", shopper_reference)?,
            shopper_email: Exposed::of(&customer.email),
            telephone_number: Exposed::of(&customer.phone),
        })
    }
}

/// Whether the customer is there, and whether what they pay with is kept.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Agreement {
    shopper_interaction: Interaction,
    #[serde(skip_serializing_if = "Option::is_none")]
    recurring_processing_model: Option<Model>,
    #[serde(skip_serializing_if = "Option::is_none")]
    store_payment_method: Option<bool>,
}

#[derive(Serialize, Clone, Copy)]
enum Interaction {
    Ecommerce,
    /// With what is kept, the customer there or not.
    ContAuth,
}

/// `recurringProcessingModel`; subscriptions are not told from other payments in absence.
#[derive(Serialize, Clone, Copy)]
enum Model {
    CardOnFile,
    UnscheduledCardOnFile,
}

impl From<FutureUsage> for Model {
    fn from(usage: FutureUsage) -> Self {
        match usage {
            FutureUsage::OnSession => Self::CardOnFile,
            FutureUsage::OffSession => Self::UnscheduledCardOnFile,
        }
    }
}

fn known(customer: Option<&Customer>) -> Result<(), Unfit> {
    match customer.and_then(shopper_reference) {
        Some(_) => Ok(()),
        None => Err(Unfit::Refused(
            "keeps a way to pay, or pays with one that is kept, and does not name the customer \
             (`customer.merchant_customer_id`)",
        )),
    }
}

impl FromSource<'_, PaymentsAuthorizeData> for Agreement {
    fn from_source(request: &PaymentsAuthorizeData) -> Result<Self, Unfit> {
        let is_kept = matches!(request.payment_method_data, PaymentMethodData::StoredToken(_));
        let is_absent = request.off_session == Some(true);
        let is_to_be_kept = request.setup_future_usage.is_some() && !is_kept;
        if is_kept || is_to_be_kept {
            known(request.customer.as_ref())?;
        }
        let model = match request.setup_future_usage {
            Some(usage) => Some(usage.into()),
            None if is_absent => Some(Model::UnscheduledCardOnFile),
            None => is_kept.then_some(Model::CardOnFile),
        };
        Ok(Self {
            shopper_interaction: match is_kept || is_absent {
                true => Interaction::ContAuth,
                false => Interaction::Ecommerce,
            },
            recurring_processing_model: model,
            store_payment_method: is_to_be_kept.then_some(true),
        })
    }
}

impl FromSource<'_, SetupMandateRequestData> for Agreement {
    fn from_source(request: &SetupMandateRequestData) -> Result<Self, Unfit> {
        known(request.customer.as_ref())?;
        Ok(Self {
            shopper_interaction: Interaction::Ecommerce,
            recurring_processing_model: Some(request.setup_future_usage.into()),
            store_payment_method: Some(true),
        })
    }
}

impl FromSource<'_, RepeatPaymentData> for Agreement {
    fn from_source(request: &RepeatPaymentData) -> Result<Self, Unfit> {
        let is_there = request.off_session == Some(false);
        Ok(Self {
            shopper_interaction: Interaction::ContAuth,
            recurring_processing_model: Some(match is_there {
                true => Model::CardOnFile,
                false => Model::UnscheduledCardOnFile,
            }),
            store_payment_method: None,
        })
    }
}

/// The browser, and where it is. 3-D Secure wants all of it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Browser<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    browser_info: Option<BrowserInfo<'a>>,
    #[serde(rename = "shopperIP", skip_serializing_if = "Option::is_none")]
    shopper_ip: Option<std::net::IpAddr>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BrowserInfo<'a> {
    accept_header: &'a str,
    user_agent: &'a str,
    language: &'a str,
    color_depth: u8,
    screen_height: u32,
    screen_width: u32,
    time_zone_offset: i16,
    java_enabled: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    java_script_enabled: Option<bool>,
}

impl<'a> FromSource<'a, BrowserInformation> for Browser<'a> {
    fn from_source(browser: &'a BrowserInformation) -> Result<Self, Unfit> {
        let only_the_address = BrowserInformation { ip_address: browser.ip_address, ..BrowserInformation::new() };
        let browser_info = if *browser == only_the_address { None } else { Some(whole(browser)?) };
        Ok(Self { browser_info, shopper_ip: browser.ip_address })
    }
}

fn whole(browser: &BrowserInformation) -> Result<BrowserInfo<'_>, Unfit> {
    let info = || {
        Some(BrowserInfo {
            accept_header: browser.accept_header.as_deref()?,
            user_agent: browser.user_agent.as_deref()?,
            language: browser.language.as_deref()?,
            color_depth: browser.color_depth?,
            screen_height: browser.screen_height?,
            screen_width: browser.screen_width?,
            time_zone_offset: browser.time_zone_offset_minutes?,
            java_enabled: browser.java_enabled?,
            java_script_enabled: browser.java_script_enabled,
        })
    };
    info().ok_or(Unfit::Refused(
        "lacks a part; Adyen wants the accept header, user agent, language, colour depth, screen, \
         time zone and whether there is Java, or nothing of it",
    ))
}

/// An address. The house's number is a part of the street with us.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PostalAddress<'a> {
    street: Exposed<'a>,
    house_number_or_name: &'a str,
    city: &'a str,
    postal_code: Exposed<'a>,
    country: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    state_or_province: Option<&'a str>,
}

impl<'a> FromSource<'a, Address> for PostalAddress<'a> {
    fn from_source(address: &'a Address) -> Result<Self, Unfit> {
        let (Some(street), Some(city), Some(zip)) = (&address.line1, &address.city, &address.zip)
        else {
            return Err(Unfit::Refused(
                "lacks a part; Adyen wants the street, the city and the postal code",
            ));
        };
        let house = address.line2.as_ref().map_or("N/A", |line| line.expose());
        Ok(Self {
            street: at_most(3000, "street", street.into())?,
            house_number_or_name: at_most(3000, "houseNumberOrName", house)?,
            city: at_most(3000, "city", &**city)?,
            postal_code: zip.into(),
            country: address.country.map_or("ZZ", |country| country.alpha2()), // as documented
            state_or_province: at_most(1000, "stateOrProvince", address.state.as_deref())?,
        })
    }
}

/// `authenticationData`: in any case. Otherwise the account's settings decide.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Authentication {
    #[serde(skip_serializing_if = "Option::is_none")]
    attempt_authentication: Option<&'static str>,
}

impl Authentication {
    pub(super) fn is_left_to_the_account(this: &Option<Self>) -> bool {
        this.as_ref().is_none_or(|this| this.attempt_authentication.is_none())
    }
}

impl FromSource<'_, AuthenticationType> for Authentication {
    fn from_source(wanted: &AuthenticationType) -> Result<Self, Unfit> {
        let always = matches!(wanted, AuthenticationType::ThreeDs);
        Ok(Self { attempt_authentication: always.then_some("always") })
    }
}

/// `mpiData`: an authentication that was carried out elsewhere.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MpiData<'a> {
    eci: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    cavv: Option<Exposed<'a>>,
    #[serde(rename = "dsTransID", skip_serializing_if = "Option::is_none")]
    ds_transaction_id: Option<&'a str>,
    #[serde(rename = "threeDSVersion", skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    directory_response: Option<TransactionStatus>,
    /// After a challenge. Only these four there.
    #[serde(skip_serializing_if = "Option::is_none")]
    authentication_response: Option<TransactionStatus>,
}

impl<'a> FromSource<'a, AuthenticationData> for MpiData<'a> {
    fn from_source(data: &'a AuthenticationData) -> Result<Self, Unfit> {
        use TransactionStatus::{Failure, NotVerified, Success, VerificationNotPerformed};
        let status = data.transaction_status;
        Ok(Self {
            eci: &data.eci,
            cavv: Exposed::of(&data.cavv),
            ds_transaction_id: data.ds_transaction_id.as_deref(),
            version: data.version.as_deref(),
            directory_response: status,
            authentication_response: status.filter(|status| {
                matches!(status, Success | Failure | VerificationNotPerformed | NotVerified)
            }),
        })
    }
}
