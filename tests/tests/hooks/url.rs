//! `url = function`.

use connector_core::prelude::*;
use connector_core::{BuildError, RequestUrl};

use super::{Payment, Problem, capture, connection, psync};

#[derive(Debug, Connector)]
#[connector(name = "computed", base_url = "https://host/v1", auth = BearerAuth, error = Problem)]
struct Computed;

#[derive(ConnectorFlow)]
#[connector_flow(connector = Computed, flow_name = PSync, http_method = Get, response = Payment)]
#[connector_flow(url = payment_url)]
struct Ask<'a> {
    #[connector_flow(read_by = payment_url, from = request.connector_transaction_id)]
    id: &'a PaymentId,
    #[connector_flow(query, from = request.connector_transaction_id)]
    again: &'a PaymentId,
}

fn payment_url(request: &Ask<'_>) -> Result<RequestUrl, BuildError> {
    let url = RequestUrl::new("/payments/")?.value("id", request.id)?;
    // Optional segments are what templates cannot say.
    if request.id.as_str().len() > 1 { url.literal("/details") } else { Ok(url) }
}

#[derive(ConnectorFlow)]
#[connector_flow(connector = Computed, flow_name = Capture, http_method = Post, response = Payment)]
#[connector_flow(no_idempotency = "left out here")]
#[connector_flow(url = linked)]
struct Follow {
    #[connector_flow(read_by = linked)]
    link: &'static str,
    #[connector_flow(query)]
    page: u8,
}

impl TryFrom<&RouterData<Capture>> for Follow {
    type Error = BuildError;

    fn try_from(data: &RouterData<Capture>) -> Result<Self, BuildError> {
        let is_evil = data.request.connector_transaction_id.as_str() == "evil";
        let link = if is_evil { "https://evil/c" } else { "https://host/v1/c?cursor=a%26b" };
        Ok(Self { link, page: 2 })
    }
}

fn linked(request: &Follow) -> Result<RequestUrl, BuildError> {
    Ok(RequestUrl::link(request.link))
}

#[test]
fn segments_are_encoded_and_the_base_url_stays() {
    let request = connection::<Computed>().build_request(&psync()).unwrap();
    assert_eq!(request.uri(), "https://host/v1/payments/p%2F1/details?again=p%2F1");
}

#[test]
fn a_link_is_followed_at_the_same_host_alone() {
    let mut data = capture();
    let request = connection::<Computed>().build_request(&data).unwrap();
    assert_eq!(request.uri(), "https://host/v1/c?cursor=a%26b&page=2");
    data.request.connector_transaction_id = PaymentId::new("evil").unwrap();
    let error = connection::<Computed>().build_request(&data).unwrap_err();
    assert_eq!(error.to_string(), "the link of an earlier answer leads to another host");
}
