//! What Adyen keeps of a way to pay is taken back.

use std::borrow::Cow;

use connector_core::prelude::*;
use connector_core::{CustomerId, FromSource, MandateId, MandateRevoke, PathValue, Unfit};

use super::Adyen;

/// Delete a token of stored payment details. Adyen has them under the merchant's name for the customer.
/// <https://docs.adyen.com/api-explorer/Checkout/71/delete/storedPaymentMethods/(storedPaymentMethodId)>
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Adyen,
    flow_name = MandateRevoke,
    http_method = Delete,
    url = "/storedPaymentMethods/{stored_payment_method_id}",
    response = DeletedMethod,
)]
struct MandateRevokeRequest<'a> {
    #[connector_flow(from = request.connector_mandate_id)]
    stored_payment_method_id: &'a MandateId,
    #[connector_flow(query = "shopperReference", from = request.connector_customer_id, min_len = 3)]
    shopper_reference: &'a CustomerId,
    #[connector_flow(query = "merchantAccount", from = auth.merchant_account)]
    merchant_account: AccountName<'a>,
}

/// The one place where Adyen takes it is the URL. It names an account, and nobody gets in by it.
struct AccountName<'a>(&'a Secret);

impl<'a> FromSource<'a, Secret> for AccountName<'a> {
    fn from_source(name: &'a Secret) -> Result<Self, Unfit> {
        Ok(Self(name))
    }
}

impl PathValue for AccountName<'_> {
    fn path_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.expose())
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(MandateRevoke, status = Revoked, format = Empty, no_id = "nothing is said at all")]
struct DeletedMethod;
