//! Customers. <https://developers.xendit.co/api-reference/#create-customer>

use connector_core::prelude::*;
use connector_core::Customer;
use serde::Serialize;

use super::Xendit;

/// Create customer.
#[derive(ConnectorFlow)]
#[connector_flow(
    connector = Xendit,
    flow_name = CreateConnectorCustomer,
    http_method = Post,
    url = "/customers",
    response = CustomerObject,
)]
struct CreateConnectorCustomerRequest<'a> {
    #[connector_flow(header = "idempotency-key", from = request.idempotency_key)]
    idempotency_key: &'a IdempotencyKey,
    #[connector_flow(header = "api-version", value = "2020-10-31")]
    api_version: &'static str,
    #[connector_flow(value = "INDIVIDUAL")]
    r#type: &'static str,
    #[connector_flow(from = request.customer)]
    #[serde(flatten)]
    customer: Individual<'a>,
    #[connector_flow(from = request.description)]
    description: Option<&'a str>,
}

#[derive(Serialize)]
struct Individual<'a> {
    reference_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    individual_detail: Option<IndividualDetail<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<Exposed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mobile_number: Option<Exposed<'a>>,
}

/// Xendit divides names; one that is not divided is all of it.
#[derive(Serialize)]
struct IndividualDetail<'a> {
    given_names: Exposed<'a>,
}

impl<'a> FromSource<'a, Customer> for Individual<'a> {
    fn from_source(customer: &'a Customer) -> Result<Self, Unfit> {
        let own = customer.merchant_customer_id.as_deref();
        let own = own.ok_or(Unfit::Refused("lacks the merchant's own id, which Xendit wants"))?;
        let name = Exposed::of(&customer.name);
        Ok(Self {
            reference_id: own,
            individual_detail: name.map(|given_names| IndividualDetail { given_names }),
            email: Exposed::of(&customer.email),
            mobile_number: Exposed::of(&customer.phone),
        })
    }
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(CreateConnectorCustomer, status = Created)]
struct CustomerObject {
    #[flow_response(connector_customer_id)]
    id: CustomerId,
}
