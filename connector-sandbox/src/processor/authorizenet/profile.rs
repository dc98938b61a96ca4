//! `createCustomerProfile` and `createCustomerPaymentProfile`: what is kept for later payments.

use serde::Serialize;

use super::body::Messages;
use super::ordered::Node;
use super::request::{What, field, in_order, text};
use super::transaction::ADDRESS_FIELDS;

pub(super) const CUSTOMER: &str = "createCustomerProfileRequest";
pub(super) const PAYMENT: &str = "createCustomerPaymentProfileRequest";

pub(super) const DELETION: &str = "deleteCustomerPaymentProfileRequest";

pub(super) const CUSTOMER_FIELDS: &[&str] =
    &["merchantAuthentication", "clientId", "refId", "profile", "validationMode"];
pub(super) const PAYMENT_FIELDS: &[&str] = &[
    "merchantAuthentication",
    "clientId",
    "refId",
    "customerProfileId",
    "paymentProfile",
    "validationMode",
];

pub(super) const DELETION_FIELDS: &[&str] = &[
    "merchantAuthentication",
    "clientId",
    "refId",
    "customerProfileId",
    "customerPaymentProfileId",
];

/// Without the payment profiles and addresses that the schema has room for, too.
const PROFILE_FIELDS: &[&str] = &["merchantCustomerId", "description", "email"];

const PAYMENT_PROFILE_FIELDS: &[&str] = &[
    "customerType",
    "billTo",
    "payment",
    "driversLicense",
    "taxId",
    "defaultPaymentProfile",
    "subsequentAuthInformation",
    "excludeFromAccountUpdater",
];

/// What is to be kept, or what is wrong with its form.
pub(super) fn read(name: &str, request: &[(String, Node)]) -> Result<What, String> {
    if let Some(mode) = text(request, "validationMode", usize::MAX)?
        && !["none", "testMode", "liveMode", "oldLiveMode"].contains(&mode.as_str())
    {
        return Err(format!("There is no validationMode '{mode}'."));
    }
    if name == CUSTOMER {
        let Some(Node::Object(profile)) = field(request, "profile") else {
            return Err(format!("'{name}' needs an object 'profile'."));
        };
        in_order("profile", profile, PROFILE_FIELDS)?;
        let id = text(profile, "merchantCustomerId", 20)?;
        let (description, email) =
            (text(profile, "description", 255)?, text(profile, "email", 255)?);
        if id.or(description).or(email).is_none() {
            return Err("One or more fields in the profile must contain a value.".to_owned());
        }
        return Ok(What::Customer);
    }
    let owner = number(request, "customerProfileId")?;
    if name == DELETION {
        return number(request, "customerPaymentProfileId").map(What::NoProfile);
    }
    let Some(Node::Object(profile)) = field(request, "paymentProfile") else {
        return Err(format!("'{name}' needs an object 'paymentProfile'."));
    };
    in_order("paymentProfile", profile, PAYMENT_PROFILE_FIELDS)?;
    if let Some(Node::Object(address)) = field(profile, "billTo") {
        in_order("billTo", address, ADDRESS_FIELDS)?;
    }
    Ok(What::PaymentProfile(owner, profile.clone()))
}

fn number(request: &[(String, Node)], name: &str) -> Result<String, String> {
    let number = text(request, name, usize::MAX)?.unwrap_or_default();
    if number.is_empty() || !number.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(format!("'{name}' has to be a text of digits."));
    }
    Ok(number)
}

/// `deleteCustomerPaymentProfileResponse`: nothing but that it went well.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Deleted {
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_id: Option<String>,
    messages: Messages,
}

/// `createCustomerProfileResponse`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Customer {
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_id: Option<String>,
    messages: Messages,
    customer_profile_id: String,
    customer_payment_profile_id_list: [String; 0],
    customer_shipping_address_id_list: [String; 0],
    validation_direct_response_list: [String; 0],
}

/// `createCustomerPaymentProfileResponse`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct PaymentProfile {
    #[serde(skip_serializing_if = "Option::is_none")]
    ref_id: Option<String>,
    messages: Messages,
    customer_profile_id: String,
    customer_payment_profile_id: String,
}

impl Deleted {
    pub(super) fn new(ref_id: Option<String>) -> Self {
        Self { ref_id, messages: Messages::new("Ok", "I00001", "Successful.") }
    }
}

impl Customer {
    pub(super) fn new(ref_id: Option<String>, id: &str) -> Self {
        Self {
            ref_id,
            messages: Messages::new("Ok", "I00001", "Successful."),
            customer_profile_id: id.to_owned(),
            customer_payment_profile_id_list: [],
            customer_shipping_address_id_list: [],
            validation_direct_response_list: [],
        }
    }
}

impl PaymentProfile {
    pub(super) fn new(ref_id: Option<String>, owner: String, id: &str) -> Self {
        Self {
            ref_id,
            messages: Messages::new("Ok", "I00001", "Successful."),
            customer_profile_id: owner,
            customer_payment_profile_id: id.to_owned(),
        }
    }
}
