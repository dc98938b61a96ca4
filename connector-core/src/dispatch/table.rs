//! What comes of the table of flows: the marker types, the slots of every connector, and the dispatch
//! by type and by name.

use crate::connection::Connection;
use crate::connector::Connector;
use crate::data::{
    AcceptDisputeData, CaptureMethod, ClientAuthenticationTokenRequestData,
    ClientAuthenticationTokenResponseData, ConnectorCustomerData, ConnectorCustomerResponse,
    DisputeDefendData, DisputeFlowData, DisputeResponseData, DisputeSyncData,
    MandateRevokeRequestData, MandateRevokeResponseData, PaymentCreateOrderData,
    PaymentCreateOrderResponse, PaymentFlowData, PaymentMethodTokenResponse,
    PaymentMethodTokenizationData, PaymentVoidData, PaymentsAuthenticateData,
    PaymentsAuthorizeData, PaymentsCancelPostCaptureData, PaymentsCaptureData,
    PaymentsIncrementalAuthorizationData, PaymentsPostAuthenticateData,
    PaymentsPreAuthenticateData, PaymentsResponseData, PaymentsSyncData, PayoutCreateLinkRequest,
    PayoutCreateRecipientRequest, PayoutCreateRequest, PayoutEnrollDisburseAccountRequest,
    PayoutFlowData, PayoutGetRequest, PayoutRecipientResponse, PayoutResponseData,
    PayoutStageRequest, PayoutTransferRequest, PayoutVoidRequest, RefundFlowData, RefundSyncData,
    RefundsData, RefundsResponseData, RepeatPaymentData, ServerAuthenticationTokenRequestData,
    ServerAuthenticationTokenResponseData, ServerSessionAuthenticationTokenRequestData,
    ServerSessionAuthenticationTokenResponseData, SetupMandateRequestData, SubmitEvidenceData,
    SyncRequestType, VerifyWebhookSourceFlowData, VerifyWebhookSourceRequestData,
    VerifyWebhookSourceResponseData,
};
use crate::describe::FlowDescription;
use crate::dispatch::first::DeclaredFlow;
use crate::dispatch::{
    AnyConnection, AnyConnector, FlowByName, FlowFacts, FlowHandler, FlowSupport, PSyncByReference,
};
use crate::flow::Flow;
use crate::money::Currency;
use crate::repetition::Repetition;
use crate::request::BuildError;
use crate::response::Discrepancy;
use crate::router_data::RouterData;
use crate::status::{
    AttemptStatus, CreationStatus, DisputeStatus, FlowStatuses, MandateStatus, PayoutStatus,
    RefundStatus, VerificationStatus,
};

/// Everything in this crate that there is once for each flow.
macro_rules! define {
    ($(
        $(#[$doc:meta])*
        $flow:ident($slot:ident) {
            purpose: $purpose:literal,
            moves_money: $moves_money:literal,
            repetition: $repetition:ident,
            $(is_question: $is_question:literal,)?
            resource_common_data: $common:ty,
            flow_request: $request:ty,
            flow_response: $response:ty,
            $(ordered: [$($ordered:ident $(. $part:ident)? $(or $instead:ident)?),* $(,)?],)?
            statuses: $status:ident {
                succeeds: [$($succeeds:ident),* $(,)?],
                fails: [$($fails:ident),* $(,)?],
                otherwise: [$($otherwise:ident),* $(,)?],
            },
            $(id: $id:ident,)?
            $(amount: $amount:ident,)?
            $(fetches_access_token: $fetches_access_token:literal,)?
            $(capture_method: $capture_method:expr,)?
            $(currency: $currency:expr,)?
            $(is_consistent: $is_consistent:expr,)?
            $(answered: $answered:expr,)?
            $(asks_for_captures: $asks_for_captures:expr,)?
            $(called: $called:expr,)?
            discrepancy: $discrepancy:expr,
        }
    )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $flow;

            impl Flow for $flow {
                const NAME: &'static str = stringify!($flow);
                const PURPOSE: &'static str = $purpose;
                const MOVES_MONEY: bool = $moves_money;
                const REPETITION: Repetition = {
                    let repetition = Repetition::$repetition;
                    assert!(!$moves_money || repetition.needs_key(), "money could move twice");
                    repetition
                };
                $(const IS_QUESTION: bool = $is_question;)?
                $(const ORDERED: &'static [&'static [&'static str]] = {
                    let _: fn(&$request) = |asked| {
                        $(_ = (&asked.$ordered $(.$part)?, $(&asked.$instead)?);)*
                    };
                    &[$(&[
                        concat!(stringify!($ordered) $(, ".", stringify!($part))?),
                        $(stringify!($part),)?
                        $(stringify!($instead))?
                    ]),*]
                };)?
                const FIELDS: &'static [&'static str] = <$request>::FIELDS;
                $(const ID: Option<&'static str> = Some({
                    let _: fn(&$response) = |told| _ = &told.$id;
                    stringify!($id)
                });)?
                $(const AMOUNT: Option<&'static str> = Some({
                    let _: fn(&$response) = |told| _ = &told.$amount;
                    stringify!($amount)
                });)?
                const STATUSES: Option<FlowStatuses> = Some(FlowStatuses {
                    succeeds: &[$($status::$succeeds.as_name()),*],
                    fails: &[$($status::$fails.as_name()),*],
                    otherwise: &[$($status::$otherwise.as_name()),*],
                });
                $(const FETCHES_ACCESS_TOKEN: bool = $fetches_access_token;)?
                type CommonData = $common;
                type Request = $request;
                type Response = $response;

                $(fn capture_method(data: &RouterData<Self>) -> Option<CaptureMethod> {
                    let known: fn(&$request) -> Option<CaptureMethod> = $capture_method;
                    known(&data.request)
                })?

                $(fn currency(data: &RouterData<Self>) -> Option<Currency> {
                    let known: fn(&$request) -> Option<Currency> = $currency;
                    known(&data.request)
                })?

                $(fn is_consistent(data: &RouterData<Self>) -> Result<(), BuildError> {
                    let check: fn(&$common, &$request) -> Result<(), BuildError> = $is_consistent;
                    check(&data.resource_common_data, &data.request)
                })?

                $(fn answered(data: &RouterData<Self>, response: $response) -> $response {
                    let answered: fn(&$request, $response) -> $response = $answered;
                    answered(&data.request, response)
                })?

                $(fn asks_for_captures(data: &RouterData<Self>) -> bool {
                    let asks: fn(&$request) -> bool = $asks_for_captures;
                    asks(&data.request)
                })?

                fn discrepancy(
                    data: &RouterData<Self>,
                    response: &Self::Response,
                ) -> Option<Discrepancy> {
                    let compare: fn(&$request, &$response) -> Option<Discrepancy> = $discrepancy;
                    let found = compare(&data.request, response);
                    $(let found = found.or_else(|| {
                        let called: fn(&$common, &$response) -> Option<Discrepancy> = $called;
                        called(&data.resource_common_data, response)
                    });)?
                    found
                }

                super::by_reference::ask! { $flow }

                fn of_connector(connector: &dyn AnyConnector) -> Option<FlowSupport<Self>> {
                    connector.flows().$slot
                }

                fn of_connection(connection: &dyn AnyConnection) -> Option<&dyn FlowHandler<Self>> {
                    connection.$slot()
                }
            }
        )+

        /// The marker types alone: a connector's file needs some of them.
        pub(crate) mod markers {
            pub use super::{$($flow),+};
            pub use crate::dispatch::PSyncByReference;
        }

        /// What the table says of each flow, in its order.
        pub const FLOWS: &[FlowFacts] = &[$(FlowFacts::of::<$flow>()),+];

        /// The names of all flows in the table, in its order.
        pub const FLOW_NAMES: &[&str] = &[$(stringify!($flow)),+];

        /// The flows of a connector: a slot for each in the table.
        #[derive(Debug)]
        pub struct FlowTable {
            $(#[doc(hidden)] pub $slot: Option<FlowSupport<$flow>>,)+
            #[doc(hidden)]
            pub psync_by_reference: Option<FlowSupport<PSyncByReference>>,
        }

        impl FlowTable {
            /// Stops the compiler at a connector's `preprocess` that every flow replaces by its own.
            #[doc(hidden)]
            #[track_caller]
            pub const fn calls_preprocess(&self) {
                let is_called = false $(|| match &self.$slot {
                    Some(flow) => !flow.has_its_own("preprocess"),
                    None => false,
                })+;
                assert!(is_called, "no flow calls the connector's `preprocess`: each has its own");
            }

            /// Stops the compiler at what a connector says of idempotency keys, where no flow sends one.
            #[doc(hidden)]
            #[track_caller]
            pub const fn sends_a_key(&self) {
                let sends_one = false $(|| match &self.$slot {
                    Some(flow) => flow.sends_a_key(),
                    None => false,
                })+;
                assert!(sends_one, "no flow sends an idempotency key, and this is about one");
            }

            /// What its flows declare, in the order of the table.
            pub(crate) const fn declared(&self) -> [Option<DeclaredFlow>; FLOW_NAMES.len() + 1] {
                [
                    $(match &self.$slot {
                        Some(flow) => Some(flow.declared()),
                        None => None,
                    },)+
                    match &self.psync_by_reference {
                        Some(flow) => Some(flow.declared()),
                        None => None,
                    },
                ]
            }

            pub(crate) fn descriptions(&self) -> Vec<FlowDescription> {
                let all = [$(self.$slot.as_ref().map(FlowSupport::describe)),+];
                all.into_iter().flatten().collect()
            }
        }

        /// The typed half of [`AnyConnection`]: a method for each flow of the table.
        pub trait FlowMethods {
            $(#[doc(hidden)] fn $slot(&self) -> Option<&dyn FlowHandler<$flow>>;)+
            #[doc(hidden)]
            fn psync_by_reference(&self) -> Option<&dyn FlowHandler<PSyncByReference>>;
        }

        impl<C: Connector> FlowMethods for Connection<C> {
            $(fn $slot(&self) -> Option<&dyn FlowHandler<$flow>> {
                // Everything in it is known when it is compiled: what is left is to return the pointer.
                const { C::FLOWS.$slot }?.handler(self)
            })+

            fn psync_by_reference(&self) -> Option<&dyn FlowHandler<PSyncByReference>> {
                const { C::FLOWS.psync_by_reference }?.handler(self)
            }
        }

        /// A flow of a connection by its name, in whatever case.
        pub(crate) fn by_name<'a>(
            connection: &'a dyn AnyConnection,
            name: &str,
        ) -> Option<FlowByName<'a>> {
            $(if name.eq_ignore_ascii_case(stringify!($flow)) {
                return connection.flow::<$flow>().map(FlowByName::new);
            })+
            None
        }
    };
}

super::flows::flows! { define }
