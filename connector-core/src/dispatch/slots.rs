//! Fills the slots of a connector, each where it has the flow.

/// For the expansion of `derive(Connector)`, because only there the connector is a type that rustc can
/// be asked about. It names the flows again, and nothing else of them: the whole table would have to be
/// read again for each connector. A name that is missing here does not compile.
#[doc(hidden)]
#[macro_export]
macro_rules! __flow_table {
    ($connector:ty) => {
        $crate::__slots! { $connector:
            authorize: Authorize,
            psync: PSync,
            capture: Capture,
            void: Void,
            refund: Refund,
            rsync: RSync,
            setup_mandate: SetupMandate,
            repeat_payment: RepeatPayment,
            incremental_authorization: IncrementalAuthorization,
            void_pc: VoidPC,
            mandate_revoke: MandateRevoke,
            create_order: CreateOrder,
            create_connector_customer: CreateConnectorCustomer,
            payment_method_token: PaymentMethodToken,
            pre_authenticate: PreAuthenticate,
            authenticate: Authenticate,
            post_authenticate: PostAuthenticate,
            server_authentication_token: ServerAuthenticationToken,
            server_session_authentication_token: ServerSessionAuthenticationToken,
            client_authentication_token: ClientAuthenticationToken,
            verify_webhook_source: VerifyWebhookSource,
            accept: Accept,
            submit_evidence: SubmitEvidence,
            defend_dispute: DefendDispute,
            dsync: DSync,
            payout_create: PayoutCreate,
            payout_transfer: PayoutTransfer,
            payout_get: PayoutGet,
            payout_void: PayoutVoid,
            payout_stage: PayoutStage,
            payout_create_link: PayoutCreateLink,
            payout_create_recipient: PayoutCreateRecipient,
            payout_enroll_disburse_account: PayoutEnrollDisburseAccount,
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __slots {
    ($connector:ty: $($slot:ident: $flow:ident,)+) => {{
        #[allow(unused_imports, reason = "a connector may have every flow of the table")]
        use $crate::__private::NoEntry as _;
        $crate::__private::FlowTable {
            $($slot: $crate::__private::Probe::<$connector, $crate::$flow>::ENTRY,)+
            psync_by_reference:
                $crate::__private::Probe::<$connector, $crate::PSyncByReference>::ENTRY,
        }
    }};
}
