//! What stands in the orders, in Authorize.Net's shapes. The fields of each struct stand in the order of
//! the schema's elements.

use std::collections::BTreeMap;
use std::net::IpAddr;

use connector_core::{
    Address, AuthenticationData, BeyondLimit, BrowserInformation, CaptureMethod, Card, Country,
    Customer, Exposed, FromSource, PaymentMethodData, Secret, Unfit, at_most,
};
use serde::{Serialize, Serializer};

/// `transactionType` of a new payment.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum AuthorizationType {
    AuthCaptureTransaction,
    AuthOnlyTransaction,
}

impl FromSource<'_, CaptureMethod> for AuthorizationType {
    fn from_source(method: &CaptureMethod) -> Result<Self, Unfit> {
        match method {
            CaptureMethod::Automatic | CaptureMethod::SequentialAutomatic => {
                Ok(Self::AuthCaptureTransaction)
            }
            CaptureMethod::Manual => Ok(Self::AuthOnlyTransaction),
            // A capture releases what it does not take.
            CaptureMethod::ManualMultiple | CaptureMethod::Scheduled => {
                Err(Unfit::Refused("is a way to capture that Authorize.Net does not have"))
            }
        }
    }
}

/// `paymentType`: one way to pay.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Payment<'a> {
    CreditCard(CreditCard<'a>),
}

/// `creditCardType`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CreditCard<'a> {
    card_number: Exposed<'a>,
    expiration_date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    card_code: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, PaymentMethodData> for Payment<'a> {
    fn from_source(method: &'a PaymentMethodData) -> Result<Self, Unfit> {
        match method {
            PaymentMethodData::Card(card) => CreditCard::of(card).map(Self::CreditCard),
            _ => Err(Unfit::Refused("is a way to pay that this connector does not take")),
        }
    }
}

impl<'a> CreditCard<'a> {
    fn of(card: &'a Card) -> Result<Self, Unfit> {
        if card.number.expose().len() > 16 {
            return Err(Unfit::Refused("has a card number of more than 16 digits"));
        }
        Ok(Self {
            card_number: (&card.number).into(),
            expiration_date: format!("{}-{}", card.expiry.year(), card.expiry.month()),
            card_code: Exposed::of(&card.security_code),
        })
    }
}

/// `customerDataType`.
#[derive(Serialize)]
pub(super) struct Payer<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Customer> for Payer<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let id = customer.merchant_customer_id.as_deref();
        Ok(Self {
            id: at_most(20, "id", id)?,
            email: at_most(255, "email", Exposed::of(&customer.email))?,
        })
    }
}

/// `customerAddressType`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BillTo<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<Street<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zip: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
}

impl<'a> FromSource<'a, Address> for BillTo<'a> {
    fn from_source(address: &'a Address) -> Result<Self, Unfit> {
        Ok(Self {
            first_name: at_most(50, "firstName", Exposed::of(&address.first_name))?,
            last_name: at_most(50, "lastName", Exposed::of(&address.last_name))?,
            address: Street::of(address)?,
            city: at_most(40, "city", address.city.as_deref())?,
            state: at_most(40, "state", address.state.as_deref())?,
            zip: at_most(20, "zip", Exposed::of(&address.zip))?,
            country: address.country.map(Country::alpha2),
            phone_number: at_most(25, "phoneNumber", Exposed::of(&address.phone))?,
            email: at_most(255, "email", Exposed::of(&address.email))?,
        })
    }
}

/// Two lines of an address, where Authorize.Net has one.
struct Street<'a>(&'a Secret, Option<&'a Secret>);

impl<'a> Street<'a> {
    const LONGEST: u8 = 60;

    fn of(address: &'a Address) -> Result<Option<Self>, Unfit> {
        let Some(first) = &address.line1 else { return Ok(None) };
        let street = Self(first, address.line2.as_ref());
        let length = |line: &Secret| line.expose().chars().count();
        let second = street.1.map_or(0, |second| length(second).saturating_add(", ".len()));
        let length = length(first).saturating_add(second);
        if length > usize::from(Self::LONGEST) {
            let problem = BeyondLimit::TooLong { length, max_len: Self::LONGEST.into() };
            return Err(Unfit::Limit { wire: "address", problem });
        }
        Ok(Some(street))
    }
}

impl Serialize for Street<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.1 {
            Some(second) => {
                serializer.collect_str(&format_args!("{}, {}", self.0.expose(), second.expose()))
            }
            None => serializer.serialize_str(self.0.expose()),
        }
    }
}

/// `customerIP`: all that is taken of a browser.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct CustomerIp(Option<IpAddr>);

impl CustomerIp {
    pub(super) const fn is_none(&self) -> bool {
        self.0.is_none()
    }
}

impl FromSource<'_, Option<BrowserInformation>> for CustomerIp {
    fn from_source(browser: &Option<BrowserInformation>) -> Result<Self, Unfit> {
        Ok(Self(browser.as_ref().and_then(|browser| browser.ip_address)))
    }
}

/// `ccAuthenticationType`: a 3-D Secure that was carried out elsewhere.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CardholderAuthentication<'a> {
    authentication_indicator: &'a str,
    cardholder_authentication_value: Exposed<'a>,
}

impl<'a> FromSource<'a, AuthenticationData> for CardholderAuthentication<'a> {
    fn from_source(data: &'a AuthenticationData) -> Result<Self, Unfit> {
        let cavv = data.cavv.as_ref();
        let cavv = cavv.ok_or(Unfit::Refused("has no cryptogram, which Authorize.Net asks for"))?;
        Ok(Self {
            authentication_indicator: &data.eci,
            cardholder_authentication_value: cavv.into(),
        })
    }
}

/// `userField`: up to twenty.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct UserFields<'a>(Vec<UserField<'a>>);

#[derive(Serialize)]
struct UserField<'a> {
    name: &'a str,
    value: &'a str,
}

impl<'a> FromSource<'a, BTreeMap<Box<str>, Box<str>>> for UserFields<'a> {
    fn from_source(metadata: &'a BTreeMap<Box<str>, Box<str>>) -> Result<Self, Unfit> {
        if metadata.len() > 20 {
            return Err(Unfit::Refused("has more than the 20 entries that Authorize.Net takes"));
        }
        Ok(Self(metadata.iter().map(|(name, value)| UserField { name, value }).collect()))
    }
}
