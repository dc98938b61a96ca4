//! Flows, data, status, money, secrets, errors and dispatch of payment connectors. No IO.
//!
//! A connector is declared, not programmed: see [`Connector`](macro@Connector),
//! [`ConnectorFlow`](macro@ConnectorFlow), [`FlowResponse`](macro@FlowResponse) and
//! [`WireStatus`](macro@WireStatus). What comes of it are two functions per flow,
//! [`build_request`](FlowHandler::build_request) and
//! [`handle_response`](FlowHandler::handle_response), and an [`Outcome`] that has to be matched.

// The derives name this crate `::connector_core`, inside of it too.
extern crate self as connector_core;

mod ambiguous;
mod body;
mod connection;
mod connector;
mod credentials;
mod data;
mod declaration;
mod describe;
mod dispatch;
mod flow;
mod id;
mod known;
mod money;
#[cfg(test)]
mod never_shown;
mod repetition;
mod report;
mod request;
mod response;
mod router_data;
mod secret;
pub mod signature;
mod status;
mod unfinished;
mod url;
mod webhook;

pub use body::{BodyKind, EncodeError, FilePart, PartValue};
pub use connection::{Connection, ConnectionId};
pub use connector::{Connector, Integration, Preprocess};
#[doc = include_str!("derives/auth.md")]
#[doc = include_str!("derives/keys/auth.md")]
pub use connector_macros::Auth;
#[doc = include_str!("derives/connector.md")]
#[doc = include_str!("derives/keys/connector.md")]
pub use connector_macros::Connector;
#[doc = include_str!("derives/connector_flow.md")]
#[doc = include_str!("derives/request_fields.md")]
#[doc = include_str!("derives/keys/connector_flow.md")]
pub use connector_macros::ConnectorFlow;
#[doc = include_str!("derives/flow_response.md")]
#[doc = include_str!("derives/keys/flow_response.md")]
pub use connector_macros::FlowResponse;
#[doc = include_str!("derives/webhook.md")]
#[doc = include_str!("derives/keys/webhook.md")]
pub use connector_macros::Webhook;
#[doc = include_str!("derives/wire_status.md")]
#[doc = include_str!("derives/keys/wire_status.md")]
pub use connector_macros::WireStatus;
pub use credentials::{
    Auth, BaseUrl, BaseUrlError, BaseUrls, BearerAuth, ClientIdentity, CredentialField,
    CredentialFields, CredentialKind, CredentialsError, Environment, Moment, Occasion, Pem,
    PerCurrency, sensitive_header,
};
pub use data::{
    AcceptDisputeData, Address, AsksAmount, AsksById, AuthenticationData, AuthenticationType,
    BankDebit, BankRedirect, BankTransfer, BrowserInformation, CaptureMethod, CaptureReport,
    CaptureResult, Card, CardExpiry, CardExpiryError, CardLastFour, CardNetwork, CardNumber,
    CardNumberError, CardSecurityCode, ClientAuthenticationTokenRequestData,
    ClientAuthenticationTokenResponseData, ConnectorCustomerData, ConnectorCustomerResponse,
    Country, Customer, DisputeDefendData, DisputeFlowData, DisputeResponseData, DisputeStage,
    DisputeState, DisputeSyncData, EvidenceDocument, FutureUsage, KnownCapture, KnownDispute,
    KnownIds, MandateReference, MandateRevokeRequestData, MandateRevokeResponseData, NetworkToken,
    OrderLine, PayLater, PaymentCreateOrderData, PaymentCreateOrderResponse, PaymentFlowData,
    PaymentMethodData, PaymentMethodTokenResponse, PaymentMethodTokenizationData, PaymentPart,
    PaymentState, PaymentVoidData, PaymentsAuthenticateData, PaymentsAuthorizeData,
    PaymentsCancelPostCaptureData, PaymentsCaptureData, PaymentsIncrementalAuthorizationData,
    PaymentsPostAuthenticateData, PaymentsPreAuthenticateData, PaymentsResponseData,
    PaymentsSyncData, PayoutCreateLinkRequest, PayoutCreateRecipientRequest, PayoutCreateRequest,
    PayoutEnrollDisburseAccountRequest, PayoutFlowData, PayoutGetRequest, PayoutMethodData,
    PayoutRecipientResponse, PayoutResponseData, PayoutStageRequest, PayoutTransferRequest,
    PayoutVoidRequest, RedirectForm, RefundFlowData, RefundSyncData, RefundsData,
    RefundsResponseData, RepeatPaymentData, ResponseData, ServerAuthenticationTokenRequestData,
    ServerAuthenticationTokenResponseData, ServerSessionAuthenticationTokenRequestData,
    ServerSessionAuthenticationTokenResponseData, SetupMandateRequestData, SplitError,
    SplitPayments, StageOf, StatusIn, StoredToken, SubmitEvidenceData, SyncRequestType,
    TransactionStatus, UnknownCountry, VerifyWebhookSourceFlowData, VerifyWebhookSourceRequestData,
    VerifyWebhookSourceResponseData, Wallet,
};
pub use describe::{
    Body, ConnectorDescription, EventDescription, FlowDescription, Hook, LackedFlow, Place,
    WebhookDescription,
};
pub use dispatch::markers::*;
pub use dispatch::{
    AnyConnection, AnyConnector, FLOW_NAMES, FLOWS, FlowByName, FlowByNameError, FlowFacts,
    FlowHandler, FlowSupport, HandledResponse, Registered, TokenSource,
};
pub use flow::Flow;
pub use id::{
    AccountId, AuthorizationId, CaptureId, CustomerId, DisputeId, IdError, IdempotencyKey,
    MAX_ID_BYTES, MandateId, MerchantAccount, MerchantReference, NetworkTransactionId, OrderId,
    PaymentId, PayoutId, ProcessorReference, RecipientId, RefundId, learn,
};
pub use money::{
    AmountError, Counted, Currency, Decimal, Decimals, FloatMajorUnit, MinorUnit, Money,
    StringMajorUnit, StringMinorUnit, UnknownCurrency, WireAmount, WireMoney,
};
pub use repetition::{KeyMemory, Repetition};
pub use report::Report;
pub use request::{
    BeyondLimit, BuildError, DataSecrets, FlowRequest, FromSource, HeaderText, Lent, Limit,
    LimitedText, NotTaken, NotWanted, Unfit, at_most,
};
pub use response::{
    Discrepancy, ErrorClass, ErrorResponse, Evidence, Fault, FaultKind, FlowResponse, Integrity,
    IntegrityPart, MAX_BODY_BYTES, Mask, Mismatch, NotFound, NotSent, Outcome, ProcessorError,
    RawBody, ReadError, Readable, ResponseBody, StatusBy, Unit,
};
pub use router_data::{DataError, RouterData};
pub use secret::{Exposed, Secret, Sensitive, expose_secret};
pub use status::{
    Applied, AttemptStatus, Awaits, CreationStatus, DisputeStatus, FlowStatuses, MandateStatus,
    PayoutStatus, RefundStatus, SilentWord, Status, StatusCheck, StatusMapping, StatusOf,
    StatusReport, UnknownWord, VerificationStatus, Wire, WireStatus,
};
pub use url::{PathProblem, PathValue, QueryPairs, QueryValue, RequestUrl};
pub use webhook::{
    EventFlow, EventReport, EventTold, Question, Received, ReceivesWebhooks, UnverifiedWebhook,
    Webhook, WebhookDeclaration, WebhookEvent, WebhookIds, WebhookRefused, WebhookScheme,
};

/// What a connector's file needs.
///
/// ```
/// use connector_core::prelude::*;
/// ```
pub mod prelude {
    pub use serde::Deserialize;

    pub use crate::dispatch::markers::*;
    pub use crate::{
        AttemptStatus, Auth, BearerAuth, BuildError, CaptureId, CaptureMethod, Card, Connector,
        ConnectorFlow, Counted, Currency, CustomerId, DisputeId, DisputeStage, DisputeStatus,
        ErrorClass, ErrorResponse, Evidence, Exposed, Fault, FaultKind, FloatMajorUnit, Flow,
        FlowResponse, FromSource, IdempotencyKey, Integrity, MandateId, MandateReference,
        MerchantAccount, MerchantReference, MinorUnit, Money, NotTaken, NotWanted, OrderId,
        Outcome, PaymentId, PaymentMethodData, PaymentsResponseData, ProcessorError, ReadError,
        RefundId, RefundStatus, RefundsResponseData, RequestUrl, ResponseBody, ResponseData,
        RouterData, Secret, StageOf, Status, StatusMapping, StatusOf, StatusReport,
        StringMajorUnit, StringMinorUnit, Unfit, Unit, Webhook, Wire, WireAmount, WireStatus,
        at_most, money_object,
    };
}

/// What the derives expand to. Not a public interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::body::document::{fits_the_flow, has_fragment};
    pub use crate::body::{BodyKind, Multipart};
    pub use crate::connector::{
        Connector, Integration, Preprocess, fetches_its_access_token, preprocessing,
    };
    pub use crate::credentials::placed::{
        PlacedCredential, access_token, basic_credentials, header_credential, pem,
        placed_credential,
    };
    pub use crate::credentials::{
        Auth, BaseUrls, ClientIdentity, CredentialField, CredentialFields, CredentialsError,
        DeclaredCredential, NoOtherBaseUrl, Occasion, authorize_with, credential,
    };
    pub use crate::data::{ResponseData, StatusIn};
    pub use crate::declaration::{FlowDeclaration, are_no_credentials, declared, is_whole};
    pub use crate::describe::{Body, Hook, LackedFlow, Place};
    pub use crate::dispatch::asked_by::{
        asks_about_refunds_by_what_was_sent, asks_by_what_was_sent,
    };
    pub use crate::dispatch::probe::{NoEntry, NoWebhook, Probe, WebhookProbe, is_lacked};
    pub use crate::dispatch::{
        Authorize, FlowTable, PSync, RSync, Refund, ServerAuthenticationToken,
    };
    pub use crate::flow::Flow;
    pub use crate::id::{PaymentId, RefundId};
    pub use crate::known::{
        KnownAs, are_captures, are_credentials, are_shown, carries_out, is_event_flow,
        is_event_flow_beside, is_flow, is_list, is_only,
    };
    pub use crate::money::counted::counts_as_iso_4217;
    pub use crate::money::object::{NoUnit, UnitProbe};
    pub use crate::money::{Decimal, Decimals, WireAmount};
    pub use crate::repetition::KeyMemory;
    pub use crate::request::by_hand::{ByHand, Made, filled_once};
    pub use crate::request::counts::{CountProbe, NoCount, counts_as};
    pub use crate::request::declared::{
        amount_place, chosen_kind, currency_place, described_body, header, hook, object_place,
        part_value, path, place, query, query_all, raw_value, segment, template, transformed,
        whole,
    };
    pub use crate::request::filled::{FillProbe, NoFill};
    pub use crate::request::ignored::ignores_what_is_ordered;
    pub use crate::request::limit::{limited, limited_place};
    pub use crate::request::ordered::{has_an_order_to_excuse, orders_as_asked};
    pub use crate::request::{BuildError, Encoder, FlowRequest, Limit, Source};
    pub use crate::response::captures::{capture, captures, captures_are_told};
    pub use crate::response::declared::{
        MoneyField, Reader, StatusBy, Telling, money, money_as_asked, reader, told,
    };
    pub use crate::response::error_parts::{error_part, unless_succeeded};
    pub use crate::response::id_field::id_reader;
    pub use crate::response::integrity::{excuses_something, integrity, weakest};
    pub use crate::response::list::{TellsId, list_by_id, list_first, list_last, only};
    pub use crate::response::needed::tells_all;
    pub use crate::response::own_currency::{
        Amounts, NoAmount, asked_currency, currency_of, has_no_currency, is_amount,
    };
    pub use crate::response::shapes::{error_shape, first_said, first_shape, shape};
    pub use crate::response::status_field::{
        StatusReader, by_itself, excuses_an_answer, is_answer, owes_a_failure, status_reader,
    };
    pub use crate::response::status_order::{
        FieldTable, absent_is_open, absent_line, answered, answered_line, first_told, if_absent,
        joined, judged, lines,
    };
    pub use crate::response::status_words::{are_complete, is_complete, words_in};
    pub use crate::response::unit::{TellsNoUnit, TellsUnit, Unit};
    pub use crate::response::{
        Evidence, FlowResponse, Integrity, Outcome, ProcessorError, ReadError, ResponseBody,
        decode_error,
    };
    pub use crate::router_data::RouterData;
    pub use crate::status::by_capture::can_decide;
    pub use crate::status::mapping::{
        excuses_an_end, line, line_by, line_in, line_of_others, tells_one_of,
    };
    pub use crate::status::{
        AttemptStatus, CreationStatus, DisputeStatus, MandateStatus, PayoutStatus, RefundStatus,
        StatusMapping, StatusOf, VerificationStatus, WireStatus, words_are_read_as_wire,
    };
    pub use crate::unfinished::{Unfinished, unfinished_outcome, unfinished_status};
    pub use crate::url::Segment::{self, Literal, Value};
    pub use crate::url::Template;
    pub use crate::webhook::{
        Algorithm, Encoding, EventDeclaration, EventPlace, HeaderPart, KeyForm, ReceivesWebhooks,
        Signature, SignaturePlace, SignedPart, WebhookDeclaration, WebhookForm, WebhookScheme,
        asked, event, event_to_ask, is_read_at,
    };
    pub use core::primitive::{bool, str, u8, usize};
    // By one name in every expansion, whatever an author calls so.
    pub use core::option::Option::{self, None, Some};
    pub use core::result::Result::{self, Err, Ok};
    pub use core::time::Duration;
    pub use http::{HeaderName, HeaderValue, Method, StatusCode};
    pub use serde;

    /// What a scheme of authentication writes into.
    pub type HttpRequest = http::Request<bytes::Bytes>;
}
