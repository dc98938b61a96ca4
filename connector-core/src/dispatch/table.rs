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
};
use crate::describe::FlowDescription;
use crate::dispatch::{
    AnyConnection, AnyConnector, FlowByName, FlowEntry, FlowHandler, FlowSupport,
};
use crate::flow::Flow;
use crate::money::Currency;
use crate::request::BuildError;
use crate::response::Discrepancy;
use crate::router_data::RouterData;
use crate::status::{AttemptStatus, FlowStatuses, RefundStatus};

/// Everything in this crate that there is once for each flow.
macro_rules! define {
    ($(
        $(#[$doc:meta])*
        $flow:ident($slot:ident) {
            purpose: $purpose:literal,
            moves_money: $moves_money:literal,
            resource_common_data: $common:ty,
            flow_request: $request:ty,
            flow_response: $response:ty,
            $(statuses: $status:ident {
                succeeds: [$($succeeds:ident),* $(,)?],
                fails: [$($fails:ident),* $(,)?],
                otherwise: [$($otherwise:ident),* $(,)?],
            },)?
            $(id: $id:ident,)?
            $(amount: $amount:ident,)?
            $(fetches_access_token: $fetches_access_token:literal,)?
            $(capture_method: $capture_method:expr,)?
            $(currency: $currency:expr,)?
            $(is_named: $is_named:expr,)?
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
                $(const ID: Option<&'static str> = Some({
                    let _: fn(&$response) = |told| _ = &told.$id;
                    stringify!($id)
                });)?
                $(const AMOUNT: Option<&'static str> = Some({
                    let _: fn(&$response) = |told| _ = &told.$amount;
                    stringify!($amount)
                });)?
                $(const STATUSES: Option<FlowStatuses> = Some(FlowStatuses {
                    succeeds: &[$($status::$succeeds.as_name()),*],
                    fails: &[$($status::$fails.as_name()),*],
                    otherwise: &[$($status::$otherwise.as_name()),*],
                });)?
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

                $(fn is_named(data: &RouterData<Self>) -> Result<(), BuildError> {
                    let named: fn(&$common, &$request) -> Result<(), BuildError> = $is_named;
                    named(&data.resource_common_data, &data.request)
                })?

                fn discrepancy(
                    data: &RouterData<Self>,
                    response: &Self::Response,
                ) -> Option<Discrepancy> {
                    let compare: fn(&$request, &$response) -> Option<Discrepancy> = $discrepancy;
                    compare(&data.request, response)
                }

                fn of_connector(connector: &dyn AnyConnector) -> Option<FlowSupport<Self>> {
                    connector.slots().$slot
                }

                fn of_connection(connection: &dyn AnyConnection) -> Option<&dyn FlowHandler<Self>> {
                    connection.$slot()
                }
            }
        )+

        /// The names of all flows in the table, in its order.
        pub const FLOW_NAMES: &[&str] = &[$(stringify!($flow)),+];

        /// The flows of the connector `C`: a slot for each in the table.
        #[derive(Debug)]
        pub struct FlowTable<C: Connector> {
            $(#[doc(hidden)] pub $slot: Option<FlowEntry<C, $flow>>,)+
        }

        /// The flows of a connector that is known at run time only.
        #[derive(Debug, Clone, Copy)]
        pub struct Slots {
            $(#[doc(hidden)] pub $slot: Option<FlowSupport<$flow>>,)+
        }

        impl<C: Connector> FlowTable<C> {
            pub(crate) fn slots(&self) -> Slots {
                Slots { $($slot: self.$slot.as_ref().map(|entry| entry.support),)+ }
            }

            pub(crate) fn descriptions(&self) -> Vec<FlowDescription> {
                let slots = self.slots();
                let all = [$(slots.$slot.map(|support| support.describe())),+];
                all.into_iter().flatten().collect()
            }
        }

        /// The typed half of [`AnyConnection`]: a method for each flow of the table.
        pub trait FlowMethods {
            $(#[doc(hidden)] fn $slot(&self) -> Option<&dyn FlowHandler<$flow>>;)+
        }

        impl<C: Connector> FlowMethods for Connection<C> {
            $(fn $slot(&self) -> Option<&dyn FlowHandler<$flow>> {
                const { C::FLOWS.$slot }.map(|entry| (entry.handler)(self))
            })+
        }

        /// A flow of a connection by its name, in whatever case.
        pub(crate) fn by_name<'a>(
            connection: &'a dyn AnyConnection,
            name: &str,
        ) -> Option<FlowByName<'a>> {
            $(if name.eq_ignore_ascii_case(stringify!($flow)) {
                return connection.$slot().map(FlowByName::new);
            })+
            None
        }
    };
}

/// Fills the slots of a connector, each where it has the flow; for the expansion of
/// `derive(Connector)`, because only there the connector is a type that rustc can be asked about.
#[doc(hidden)]
#[macro_export]
macro_rules! __flow_table {
    ($connector:ty) => {
        $crate::__flows! { [$crate::__slots] ($connector) }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __slots {
    (($connector:ty) $($(#[$doc:meta])* $flow:ident($slot:ident) { $($rest:tt)* })+) => {{
        #[allow(unused_imports, reason = "a connector may have every flow of the table")]
        use $crate::__private::NoEntry as _;
        $crate::__private::FlowTable::<$connector> {
            $($slot: $crate::__private::Probe::<$connector, $crate::$flow>::ENTRY,)+
        }
    }};
}

crate::__flows! { [define] }
