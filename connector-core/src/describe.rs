//! What a connector can do, read from its declarations.

use serde::Serialize;

use crate::connector::{Connector, Integration};
use crate::credentials::{Auth, BaseUrls, CredentialField};
use crate::flow::Flow;
use crate::status::StatusMapping;

/// A connector, as its declarations describe it.
#[derive(Debug, Clone, Serialize)]
pub struct ConnectorDescription {
    /// Its name.
    pub name: &'static str,
    /// Where the processor is.
    pub base_urls: BaseUrls,
    /// The scheme of authentication.
    pub auth: &'static str,
    /// What a set of credentials has to name.
    pub credentials: &'static [CredentialField],
    /// Headers that every request carries.
    pub headers: &'static [(&'static str, &'static str)],
    /// Its flows.
    pub flows: Vec<FlowDescription>,
}

/// One flow of a connector.
#[derive(Debug, Clone, Serialize)]
pub struct FlowDescription {
    /// Its name.
    pub name: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// The HTTP method.
    pub method: String,
    /// The URL template, relative to the base URL.
    pub url: &'static str,
    /// Where each value goes and comes from.
    pub places: &'static [Place],
    /// What the processor's words for the status mean.
    pub statuses: Vec<StatusMapping>,
}

/// Where a value of a request goes, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The name on the wire.
    pub name: &'static str,
    /// `path`, `query`, `header` or `body`.
    pub place: &'static str,
    /// Its place in the flow's data (`request.…`) or credentials (`auth.…`); `None` where a
    /// transformer written by hand supplies it.
    pub from: Option<&'static str>,
}

/// Describes the flow `F` of the connector `C`.
#[must_use]
pub(crate) fn describe_flow<C: Integration<F>, F: Flow>() -> FlowDescription {
    FlowDescription {
        name: F::NAME,
        purpose: F::PURPOSE,
        method: C::METHOD.to_string(),
        url: C::URL.text,
        places: C::PLACES,
        statuses: StatusMapping::of_flow::<F>(C::RESPONSE.statuses).collect(),
    }
}

/// Describes the connector `C`.
#[must_use]
pub(crate) fn describe_connector<C: Connector>() -> ConnectorDescription {
    ConnectorDescription {
        name: C::NAME,
        base_urls: C::BASE_URLS,
        auth: C::Auth::SCHEME,
        credentials: C::Auth::FIELDS,
        headers: C::HEADERS,
        flows: C::FLOWS.descriptions(),
    }
}
