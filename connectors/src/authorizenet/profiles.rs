//! What is kept for later payments: a customer's profile, and in it a profile for each way to pay.
//! <https://developer.authorize.net/api/reference/index.html#customer-profiles>

use connector_core::prelude::*;
use connector_core::Customer;
use serde::Serialize;

use super::fields::{AuthorizationType, BillTo, Payment, UserFields};
use super::transacted::{RefusedRequest, Transacted};
use super::{AuthorizeNet, MerchantAuthentication};

/// Create a customer profile. Two of the same are refused, with the number of the first in the text.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createCustomerProfileRequest",
    response = CreatedProfile,
)]
#[serde(rename_all = "camelCase")]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = request.customer.merchant_customer_id, within = "profile", max_len = 20)]
    merchant_customer_id: Option<&'a str>,
    #[connector_flow(from = request.description, within = "profile", max_len = 255)]
    description: Option<&'a str>,
    #[connector_flow(from = request.customer.email, within = "profile", max_len = 255)]
    email: Option<Exposed<'a>>,
    #[connector_flow(from = request.customer)]
    #[serde(skip_serializing_if = "Somebody::is_unsaid")]
    somebody: Somebody,
}

/// A profile is somebody's: one without a name for them and without an address is refused.
#[derive(Serialize)]
struct Somebody;

impl Somebody {
    /// The fields above say who.
    const fn is_unsaid(&self) -> bool {
        true
    }
}

impl FromSource<'_, Customer> for Somebody {
    fn from_source(customer: &Customer) -> Result<Self, Unfit> {
        let is_known = customer.merchant_customer_id.is_some() || customer.email.is_some();
        let nobody = "has neither a merchant_customer_id nor an email, by which it would be known";
        if is_known { Ok(Self) } else { Err(Unfit::Refused(nobody)) }
    }
}

#[derive(FlowResponse)]
#[flow_response(CreateConnectorCustomer)]
enum CreatedProfile {
    Created(CustomerProfile),
    #[flow_response(error)]
    Refused(RefusedRequest),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
#[serde(rename_all = "camelCase")]
struct CustomerProfile {
    #[flow_response(connector_customer_id)]
    customer_profile_id: CustomerId, // only there if it was created
}

/// Create a payment profile of a customer. The card is checked with its bank, and nothing is taken.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createCustomerPaymentProfileRequest",
    no_idempotency = "Authorize.Net has no keys: no money is taken, and a profile that is there already is refused",
    response = KeptProfile,
)]
#[serde(rename_all = "camelCase")]
struct SetupMandateRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = request.customer)]
    customer_profile_id: ProfileOwner<'a>,
    #[connector_flow(from = request.billing_address, within = "paymentProfile")]
    bill_to: Option<BillTo<'a>>,
    #[connector_flow(from = request.payment_method_data, within = "paymentProfile")]
    payment: Payment<'a>,
    #[connector_flow(value = "liveMode")]
    validation_mode: &'static str,
}

/// The customer, who has to be known by a profile.
#[derive(Serialize)]
#[serde(transparent)]
struct ProfileOwner<'a>(&'a CustomerId);

impl<'a> FromSource<'a, Option<Customer>> for ProfileOwner<'a> {
    fn from_source(customer: &'a Option<Customer>) -> Result<Self, Unfit> {
        let id = customer.as_ref().and_then(|customer| customer.connector_customer_id.as_ref());
        let none = "has no connector_customer_id: Authorize.Net keeps a way to pay with its customer";
        let id = id.ok_or(Unfit::Refused(none))?;
        let is_number = is_number(id.as_str());
        is_number.then_some(Self(id)).ok_or(Unfit::Refused("is no customer of Authorize.Net's"))
    }
}

#[derive(FlowResponse)]
#[flow_response(SetupMandate)]
enum KeptProfile {
    Kept(PaymentProfile),
    #[flow_response(error)]
    Refused(RefusedRequest),
}

/// A payment profile, new or found: a card that is kept already is refused with its profile.
#[derive(Deserialize, FlowResponse)]
#[flow_response(SetupMandate, status = Charged)]
#[flow_response(no_id = "a profile is no payment", no_amount = "nothing is to be paid")]
#[serde(try_from = "ProfileIds")]
struct PaymentProfile {
    #[flow_response(connector_mandate_id)]
    ids: MandateId,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ProfileIds {
    customer_profile_id: Box<str>,
    customer_payment_profile_id: Box<str>,
}

impl TryFrom<ProfileIds> for PaymentProfile {
    type Error = connector_core::IdError;

    fn try_from(ids: ProfileIds) -> Result<Self, Self::Error> {
        let both = format!("{}-{}", ids.customer_profile_id, ids.customer_payment_profile_id);
        Ok(Self { ids: MandateId::new(both)? })
    }
}

/// Charge a customer profile.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = RepeatPayment,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "createTransactionRequest",
    no_idempotency = "Authorize.Net has no keys: it refuses the same amount of the same card under the same invoice number for two minutes, and later it is another payment",
    response = Transacted,
)]
#[serde(rename_all = "camelCase")]
struct RepeatPaymentRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    ref_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.capture_method, within = "transactionRequest")]
    transaction_type: AuthorizationType,
    #[connector_flow(from = request.amount, within = "transactionRequest")]
    amount: FloatMajorUnit,
    #[connector_flow(from = request.amount, within = "transactionRequest")]
    currency_code: Currency,
    #[connector_flow(from = request.mandate_reference, within = "transactionRequest")]
    profile: Profile<'a>,
    #[connector_flow(from = request.payment_method_data)] // what is kept is paid with
    other: Option<NotTaken>,
    #[connector_flow(from = request.split_payments)]
    split: Option<NotTaken>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 20)]
    #[connector_flow(within = "transactionRequest.order")]
    invoice_number: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description, within = "transactionRequest.order", max_len = 255)]
    description: Option<&'a str>,
    #[connector_flow(from = request.metadata, within = "transactionRequest.userFields")]
    user_field: Option<UserFields<'a>>,
    #[connector_flow(from = request.statement_descriptor, within = "transactionRequest")]
    merchant_descriptor: Option<&'a str>,
    #[connector_flow(value = true, within = "transactionRequest.processingOptions")]
    is_subsequent_auth: bool,
}

/// `numericString`.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `customerProfilePaymentType`: the two numbers of a mandate.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Profile<'a> {
    customer_profile_id: &'a str,
    payment_profile: ProfileNumber<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ProfileNumber<'a> {
    payment_profile_id: &'a str,
}

impl<'a> FromSource<'a, MandateReference> for Profile<'a> {
    fn from_source(reference: &'a MandateReference) -> Result<Self, Unfit> {
        let MandateReference::ConnectorMandateId(id) = reference else {
            return Err(Unfit::Refused("is a card network's, and this connector cannot send it"));
        };
        let (customer_profile_id, payment_profile_id) = numbers(id)?;
        Ok(Self { customer_profile_id, payment_profile: ProfileNumber { payment_profile_id } })
    }
}

/// A mandate is a customer profile and a payment profile of theirs.
fn numbers(mandate: &MandateId) -> Result<(&str, &str), Unfit> {
    let both = mandate.as_str().split_once('-');
    let both = both.filter(|(customer, payment)| is_number(customer) && is_number(payment));
    both.ok_or(Unfit::Refused(
        "is no mandate of Authorize.Net's: a customer profile and a payment profile, `123-456`",
    ))
}

/// Delete a payment profile of a customer.
/// <https://developer.authorize.net/api/reference/index.html#customer-profiles-delete-customer-payment-profile>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = AuthorizeNet,
    flow_name = MandateRevoke,
    http_method = Post,
    url = "/xml/v1/request.api",
    envelope = "deleteCustomerPaymentProfileRequest",
    response = DeletedProfile,
)]
#[serde(rename_all = "camelCase")]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = auth)]
    merchant_authentication: &'a MerchantAuthentication,
    #[connector_flow(from = request.connector_mandate_id)]
    #[serde(flatten)]
    profile: BothProfiles<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BothProfiles<'a> {
    customer_profile_id: &'a str,
    customer_payment_profile_id: &'a str,
}

impl<'a> FromSource<'a, MandateId> for BothProfiles<'a> {
    fn from_source(mandate: &'a MandateId) -> Result<Self, Unfit> {
        let (customer_profile_id, customer_payment_profile_id) = numbers(mandate)?;
        Ok(Self { customer_profile_id, customer_payment_profile_id })
    }
}

#[derive(FlowResponse)]
#[flow_response(MandateRevoke)]
enum DeletedProfile {
    #[flow_response(error)]
    Refused(RefusedRequest),
    #[flow_response(within = "messages")]
    Deleted(Deleted),
}

/// Whether it went well is all that is said.
#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, no_id = "the answer repeats neither of the two numbers")]
#[serde(rename_all = "camelCase")]
struct Deleted {
    #[flow_response(status)]
    result_code: Wire<ResultCode>,
}

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(MandateStatus, no_failure = "what is refused tells why, and no status")]
enum ResultCode {
    #[wire_status(Revoked)]
    Ok,
    #[wire_status(none)] // with the reason: see `RefusedRequest`
    Error,
}
