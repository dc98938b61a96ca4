//! Payment methods: what Xendit keeps of a card.
//! <https://github.com/xendit/xendit-go> (docs/PaymentMethodApi.md, read 2026-11)

use std::collections::BTreeMap;

use connector_core::prelude::*;
use connector_core::RedirectForm;

use super::authorize::{CardInformation, KnownCustomer};
use super::Xendit;

/// Create a payment method that can be paid with again.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = SetupMandate,
    http_method = Post,
    url = "/v2/payment_methods",
    no_idempotency = "payment methods take no key, and no money is taken by them",
    response = PaymentMethod,
)]
struct SetupMandateRequest<'a> {
    #[connector_flow(value = "CARD")]
    r#type: &'static str,
    #[connector_flow(value = "MULTIPLE_USE")]
    reusability: &'static str,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Option<KnownCustomer<'a>>,
    #[connector_flow(from = resource_common_data.connector_request_reference_id, max_len = 255)]
    reference_id: Option<&'a MerchantReference>,
    #[connector_flow(from = request.description)]
    description: Option<&'a str>,
    #[connector_flow(from = request.amount, within = "card")]
    currency: Currency,
    #[connector_flow(from = request.return_url, within = "card.channel_properties")]
    success_return_url: Option<&'a str>,
    #[connector_flow(from = request.return_url, within = "card.channel_properties")]
    failure_return_url: Option<&'a str>,
    #[connector_flow(from = request.payment_method_data, within = "card")]
    card_information: CardInformation<'a>,
    #[connector_flow(from = request.metadata)]
    metadata: Option<&'a BTreeMap<Box<str>, Box<str>>>,
}

/// Expire a payment method.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = MandateRevoke,
    http_method = Post,
    url = "/v2/payment_methods/{payment_method_id}/expire",
    response = PaymentMethod,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    payment_method_id: &'a MandateId,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke)]
#[flow_response(SetupMandate(no_id = "a payment method is no payment", no_amount = "nothing is to be paid"))]
struct PaymentMethod {
    #[flow_response(connector_mandate_id)]
    id: MandateId,
    #[flow_response(status)]
    status: Wire<MethodWord>,
    #[flow_response(SetupMandate(redirect))]
    #[serde(default, deserialize_with = "super::redirect")]
    actions: Option<RedirectForm>,
    #[flow_response(error_code)]
    failure_code: Option<Box<str>>,
}

/// Every status of a payment method: `PaymentMethodStatus` of Xendit's SDK.
#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, MandateStatus, rename_all = "SCREAMING_SNAKE_CASE")]
enum MethodWord {
    #[wire_status(AttemptStatus = Charged, MandateStatus = Active)] // nothing was to be taken
    Active,
    #[wire_status(Pending)]
    Pending,
    #[wire_status(AttemptStatus = AuthenticationPending, MandateStatus = Pending)]
    RequiresAction,
    #[wire_status(AttemptStatus = Failure, MandateStatus = Inactive)]
    Failed,
    #[wire_status(AttemptStatus = Voided, MandateStatus = Inactive)]
    Inactive,
    #[wire_status(AttemptStatus = Expired, MandateStatus = Revoked)]
    Expired,
}
