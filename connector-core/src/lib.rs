//! Flows, data, status, money, secrets, errors and dispatch of payment connectors. No IO.
//!
//! A connector is declared, not programmed: see [`Connector`](macro@Connector),
//! [`ConnectorFlow`](macro@ConnectorFlow), [`FlowResponse`](macro@FlowResponse) and
//! [`WireStatus`](macro@WireStatus). What comes of it are two functions per flow,
//! [`build_request`](FlowHandler::build_request) and
//! [`handle_response`](FlowHandler::handle_response), and an [`Outcome`] that has to be matched.

// The derives name this crate `::connector_core`, inside of it too.
extern crate self as connector_core;

mod body;
mod connection;
mod connector;
mod credentials;
mod data;
mod describe;
mod dispatch;
mod flow;
mod id;
mod money;
mod report;
mod request;
mod response;
mod router_data;
mod secret;
mod status;
mod unfinished;
mod url;

pub use body::{BodyKind, EncodeError, FilePart, PartValue};
pub use connection::Connection;
pub use connector::{Connector, Integration};
#[doc = include_str!("derives/auth.md")]
pub use connector_macros::Auth;
#[doc = include_str!("derives/connector.md")]
pub use connector_macros::Connector;
#[doc = include_str!("derives/connector_flow.md")]
pub use connector_macros::ConnectorFlow;
#[doc = include_str!("derives/flow_response.md")]
pub use connector_macros::FlowResponse;
#[doc = include_str!("derives/wire_status.md")]
pub use connector_macros::WireStatus;
pub use credentials::{
    Auth, BaseUrl, BaseUrlError, BaseUrls, BearerAuth, CredentialField, CredentialFields,
    CredentialsError, Environment, sensitive_header,
};
pub use data::{
    CaptureMethod, PaymentFlowData, PaymentVoidData, PaymentsCaptureData, PaymentsResponseData,
    PaymentsSyncData, RefundFlowData, RefundSyncData, RefundsData, RefundsResponseData,
    ResponseData, StatusIn,
};
pub use describe::{ConnectorDescription, FlowDescription, Place};
pub use dispatch::{
    AnyConnection, AnyConnector, Capture, FLOW_NAMES, FlowByName, FlowByNameError, FlowHandler,
    FlowSupport, PSync, RSync, Refund, Registered, Void,
};
pub use flow::Flow;
pub use id::{IdError, IdempotencyKey, MAX_ID_BYTES, MerchantReference, PaymentId, RefundId};
pub use money::{
    AmountError, Currency, FloatMajorUnit, MinorUnit, Money, StringMajorUnit, UnknownCurrency,
    WireAmount,
};
pub use report::Report;
pub use request::{BuildError, FlowRequest, FromSource, HeaderText};
pub use response::{
    Discrepancy, ErrorClass, ErrorResponse, Fault, FaultKind, FlowResponse, MAX_BODY_BYTES, Mask,
    Mismatch, NotSent, Outcome, ProcessorError,
};
pub use router_data::{DataError, RouterData};
pub use secret::{Secret, expose_secret};
pub use status::{
    Applied, AttemptStatus, Awaits, DisputeStatus, FlowStatuses, MandateStatus, PayoutStatus,
    RefundStatus, SilentWord, Status, StatusCheck, StatusMapping, StatusOf, StatusReport, Wire,
    WireStatus,
};
pub use url::{PathProblem, PathValue, QueryValue};

/// What a connector's file needs.
///
/// ```
/// use connector_core::prelude::*;
/// ```
pub mod prelude {
    pub use serde::Deserialize;

    pub use crate::{
        AttemptStatus, Auth, BearerAuth, Capture, Connector, ConnectorFlow, Currency, ErrorClass,
        ErrorResponse, Fault, FaultKind, FloatMajorUnit, Flow, FlowResponse, IdempotencyKey,
        MinorUnit, Money, Outcome, PSync, PaymentId, PaymentsResponseData, ProcessorError, RSync,
        Refund, RefundId, RefundStatus, RefundsResponseData, ResponseData, RouterData, Secret,
        Status, StatusMapping, StatusOf, StatusReport, StringMajorUnit, Void, Wire, WireAmount,
        WireStatus,
    };
}

/// What the derives expand to. Not a public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::body::{BodyKind, Multipart};
    pub use crate::connector::{Connector, Integration};
    pub use crate::credentials::{
        Auth, BaseUrls, CredentialField, CredentialFields, CredentialsError, credential,
    };
    pub use crate::data::{ResponseData, StatusIn};
    pub use crate::describe::Place;
    pub use crate::dispatch::FlowTable;
    pub use crate::dispatch::probe::{NoEntry, Probe};
    pub use crate::flow::Flow;
    pub use crate::request::declared::{
        header, part_value, path_value, place, query, raw_value, template, transformed,
    };
    pub use crate::request::{BuildError, Encoder, FlowRequest, filled_from};
    pub use crate::response::declared::{Reader, Telling, end, money, reader};
    pub use crate::response::status_field::{StatusReader, status_reader};
    pub use crate::response::{FlowResponse, Outcome, decode_error};
    pub use crate::router_data::RouterData;
    pub use crate::status::mapping::{line, line_by, line_in, tells_one_of};
    pub use crate::status::{
        AttemptStatus, DisputeStatus, MandateStatus, PayoutStatus, RefundStatus, StatusMapping,
        StatusOf, WireStatus,
    };
    pub use crate::unfinished::{Unfinished, unfinished, unfinished_status};
    pub use crate::url::Segment::{self, Literal, Value};
    pub use crate::url::Template;
    pub use http::{HeaderName, HeaderValue, Method, StatusCode};
    pub use serde;

    /// What a scheme of authentication writes into.
    pub type HttpRequest = http::Request<bytes::Bytes>;
}
