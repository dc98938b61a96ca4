//! The flows, each once, and what the answers to each can tell. A new flow is one more entry here.
//!
//! The field's IncomingWebhook is none of them. A flow is asked: it has a request that is built and sent, and an
//! answer about what was asked. A webhook is told unasked; it has no request, may tell of several things at once,
//! and of any of these flows. So it is declared beside them, by `#[derive(Webhook)]`, and each of its events is read
//! as an answer to the flow that it names, into the same outcome. What is asked about it is one of them,
//! VerifyWebhookSource.

/// The table: it calls a macro with all of it.
macro_rules! flows {
    ($macro:ident) => {
        $macro! {
            /// Hold the money, or take it.
            Authorize(authorize) {
                purpose: "hold the money, or take it",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsAuthorizeData,
                flow_response: PaymentsResponseData,
                // Who pays is not here, nor where they live or what the goods are: an order without them is
                // the same order, or one that is refused.
                ordered: [
                    amount, amount.currency, payment_method_data, capture_method, authentication_type,
                    authentication_data, setup_future_usage, off_session, split_payments,
                ],
                statuses: AttemptStatus {
                    succeeds: [
                        Authorized, PartiallyAuthorized, Charged, PartialCharged, CaptureInitiated,
                    ],
                    fails: [
                        AuthenticationFailed, AuthorizationFailed, CaptureFailed, Expired,
                        RouterDeclined, Failure,
                    ],
                    otherwise: [
                        Pending, Started, PaymentMethodAwaited, ConfirmationAwaited,
                        DeviceDataCollectionPending, AuthenticationPending,
                        AuthenticationSuccessful, Authorizing, CodInitiated, Unresolved, Voided,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                capture_method: |asked| Some(asked.capture_method),
                currency: |asked| Some(asked.amount.currency),
                is_consistent: |_, asked| asked.is_consistent(),
                answered: |asked, told| told.of_a_payment_of(Some(asked.amount)),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// What became of a payment?
            PSync(psync) {
                purpose: "what became of a payment?",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsSyncData,
                flow_response: PaymentsResponseData,
                ordered: [connector_transaction_id],
                statuses: AttemptStatus {
                    succeeds: [
                        Authorized, PartiallyAuthorized, Charged, PartialCharged,
                        PartialChargedAndChargeable,
                    ],
                    fails: [
                        AuthenticationFailed, AuthorizationFailed, CaptureFailed, Expired,
                        RouterDeclined, Failure,
                    ],
                    otherwise: [
                        Pending, Started, PaymentMethodAwaited, ConfirmationAwaited,
                        DeviceDataCollectionPending, AuthenticationPending,
                        AuthenticationSuccessful, Authorizing, CodInitiated, Unresolved,
                        CaptureInitiated, VoidInitiated, Voided, VoidFailed,
                        VoidPostCaptureInitiated, VoidedPostCapture, AutoRefunded,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                capture_method: |asked| asked.capture_method,
                currency: |asked| asked.amount.map(|amount| amount.currency),
                is_consistent: |known, asked| asked.is_named(known),
                answered: |asked, told| told.of_a_payment_of(asked.amount),
                asks_for_captures: |asked| asked.sync_type == Some(SyncRequestType::MultipleCaptureSync),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| {
                    let id = asked.connector_transaction_id.as_ref();
                    id.and_then(|id| told.of_another_payment(id))
                        .or_else(|| told.of_another_amount(asked.amount))
                },
            }
            /// Take the money that is held, or a part of it.
            Capture(capture) {
                purpose: "take the money that is held, or a part of it",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsCaptureData,
                flow_response: PaymentsResponseData,
                ordered: [connector_transaction_id, amount_to_capture],
                // It is ordered of money that is held, so an answer tells nothing of the time before;
                // and a void is an order of its own. That the order was taken is a success: some
                // processors never say more in this place.
                statuses: AttemptStatus {
                    succeeds: [
                        CaptureInitiated, Charged, PartialCharged, PartialChargedAndChargeable,
                    ],
                    fails: [CaptureFailed, Expired, Failure],
                    otherwise: [
                        Pending, Authorized, PartiallyAuthorized, Unresolved, AutoRefunded,
                    ],
                },
                id: connector_transaction_id,
                amount: amount_captured,
                capture_method: |asked| asked.capture_method,
                currency: |asked| asked.amount_to_capture.map(|amount| amount.currency),
                is_consistent: |_, asked| asked.is_consistent(),
                answered: |_, told| told.of_one_capture(),
                discrepancy: |asked, told| {
                    told.of_another_payment(&asked.connector_transaction_id)
                        .or_else(|| told.captured_otherwise(asked.amount_to_capture))
                        .or_else(|| told.captured_too_much(asked.amount))
                },
            }
            /// Let go of the money that is held, before any of it is taken.
            Void(void) {
                purpose: "let go of the money that is held",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentVoidData,
                flow_response: PaymentsResponseData,
                ordered: [connector_transaction_id],
                // Where it came too late, the answer can be what is true of the payment in its place.
                statuses: AttemptStatus {
                    succeeds: [VoidInitiated, Voided],
                    fails: [VoidFailed],
                    otherwise: [
                        Pending, Authorized, PartiallyAuthorized, Unresolved, CaptureInitiated,
                        Charged, PartialCharged, PartialChargedAndChargeable, CaptureFailed,
                        VoidPostCaptureInitiated, VoidedPostCapture, AutoRefunded, Expired, Failure,
                    ],
                },
                id: connector_transaction_id,
                discrepancy: |asked, told| told.of_another_payment(&asked.connector_transaction_id),
            }
            /// Give back what was taken, or a part of it.
            Refund(refund) {
                purpose: "give back what was taken, or a part of it",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: RefundFlowData,
                flow_request: RefundsData,
                flow_response: RefundsResponseData,
                ordered: [connector_transaction_id or connector_capture_id, refund_amount],
                statuses: RefundStatus {
                    succeeds: [Success],
                    fails: [Failure, TransactionFailure],
                    otherwise: [Pending, ManualReview],
                },
                id: connector_refund_id,
                amount: amount,
                currency: |asked| asked.refund_amount.map(|amount| amount.currency),
                is_consistent: |_, asked| asked.is_consistent(),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| {
                    told.of_another_payment(Some(&asked.connector_transaction_id))
                        .or_else(|| told.of_another_amount(asked.refund_amount))
                },
            }
            /// What became of a refund?
            RSync(rsync) {
                purpose: "what became of a refund?",
                moves_money: false,
                repetition: Freely,
                resource_common_data: RefundFlowData,
                flow_request: RefundSyncData,
                flow_response: RefundsResponseData,
                ordered: [connector_refund_id],
                statuses: RefundStatus {
                    succeeds: [Success],
                    fails: [Failure, TransactionFailure],
                    otherwise: [Pending, ManualReview],
                },
                id: connector_refund_id,
                amount: amount,
                currency: |asked| asked.refund_amount.map(|amount| amount.currency),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| {
                    told.of_another_refund(&asked.connector_refund_id)
                        .or_else(|| told.of_another_payment(asked.connector_transaction_id.as_ref()))
                        .or_else(|| told.of_another_amount(asked.refund_amount))
                },
            }
            /// Keep a way to pay, and take nothing.
            SetupMandate(setup_mandate) {
                purpose: "keep a way to pay, and take nothing",
                // Some processors hold a small amount for it, and let go of it again.
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: SetupMandateRequestData,
                flow_response: PaymentsResponseData,
                // The amount is for the processors that want to hold one, and what is kept for one kind of
                // payment is kept for both where a processor tells no kinds apart.
                ordered: [payment_method_data],
                statuses: AttemptStatus {
                    succeeds: [Authorized, Charged],
                    fails: [
                        AuthenticationFailed, AuthorizationFailed, Expired, RouterDeclined, Failure,
                    ],
                    otherwise: [
                        Pending, Started, PaymentMethodAwaited, ConfirmationAwaited,
                        DeviceDataCollectionPending, AuthenticationPending,
                        AuthenticationSuccessful, Authorizing, Unresolved, Voided,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// Pay again with what was kept.
            RepeatPayment(repeat_payment) {
                purpose: "pay again with what was kept",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: RepeatPaymentData,
                flow_response: PaymentsResponseData,
                ordered: [
                    amount, amount.currency, mandate_reference, payment_method_data, capture_method, split_payments,
                ],
                statuses: AttemptStatus {
                    succeeds: [
                        Authorized, PartiallyAuthorized, Charged, PartialCharged, CaptureInitiated,
                    ],
                    fails: [
                        AuthenticationFailed, AuthorizationFailed, CaptureFailed, Expired,
                        RouterDeclined, Failure,
                    ],
                    otherwise: [
                        Pending, Started, PaymentMethodAwaited, ConfirmationAwaited,
                        AuthenticationPending, Authorizing, Unresolved, Voided,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                capture_method: |asked| Some(asked.capture_method),
                currency: |asked| Some(asked.amount.currency),
                is_consistent: |_, asked| asked.is_consistent(),
                answered: |asked, told| told.of_a_payment_of(Some(asked.amount)),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// Hold more than was held.
            IncrementalAuthorization(incremental_authorization) {
                purpose: "hold more than was held",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsIncrementalAuthorizationData,
                flow_response: PaymentsResponseData,
                ordered: [connector_transaction_id, total_amount or additional_amount],
                // That no more is held is no status of the payment: what was held is held.
                statuses: AttemptStatus {
                    succeeds: [Authorized, PartiallyAuthorized],
                    fails: [],
                    otherwise: [
                        Pending, Authorizing, Unresolved, Expired, Charged, PartialCharged,
                        PartialChargedAndChargeable,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                currency: |asked| Some(asked.total_amount.currency),
                is_consistent: |_, asked| asked.is_consistent(),
                discrepancy: |asked, told| {
                    told.of_another_payment(&asked.connector_transaction_id)
                        .or_else(|| told.of_another_amount(Some(asked.total_amount)))
                },
            }
            /// Take a capture back, before it is settled.
            VoidPC(void_pc) {
                purpose: "take a capture back, before it is settled",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsCancelPostCaptureData,
                flow_response: PaymentsResponseData,
                ordered: [connector_transaction_id or connector_capture_id],
                statuses: AttemptStatus {
                    succeeds: [VoidPostCaptureInitiated, VoidedPostCapture],
                    fails: [VoidFailed],
                    otherwise: [
                        Pending, Charged, PartialCharged, PartialChargedAndChargeable, Unresolved,
                        AutoRefunded,
                    ],
                },
                id: connector_transaction_id,
                discrepancy: |asked, told| told.of_another_payment(&asked.connector_transaction_id),
            }
            /// Never charge it again.
            MandateRevoke(mandate_revoke) {
                purpose: "never charge it again",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PaymentFlowData,
                flow_request: MandateRevokeRequestData,
                flow_response: MandateRevokeResponseData,
                ordered: [connector_mandate_id],
                statuses: MandateStatus {
                    succeeds: [Revoked, Inactive],
                    fails: [RevokeFailed, Active],
                    otherwise: [Pending],
                },
                id: connector_mandate_id,
                discrepancy: |asked, told| told.of_another_mandate(&asked.connector_mandate_id),
            }
            /// Announce what is to be paid.
            CreateOrder(create_order) {
                purpose: "announce what is to be paid",
                moves_money: false,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentCreateOrderData,
                flow_response: PaymentCreateOrderResponse,
                ordered: [amount, amount.currency, capture_method],
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                id: connector_order_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                is_consistent: |_, asked| asked.is_consistent(),
                discrepancy: |asked, told| told.of_another_amount(asked.amount),
            }
            /// Let the processor know a customer.
            CreateConnectorCustomer(create_connector_customer) {
                purpose: "let the processor know a customer",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: PaymentFlowData,
                flow_request: ConnectorCustomerData,
                flow_response: ConnectorCustomerResponse,
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                id: connector_customer_id,
                discrepancy: |_, _| None,
            }
            /// Let the processor keep a way to pay.
            PaymentMethodToken(payment_method_token) {
                purpose: "let the processor keep a way to pay",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentMethodTokenizationData,
                flow_response: PaymentMethodTokenResponse,
                ordered: [payment_method_data],
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                discrepancy: |_, _| None,
            }
            /// Find out whether the card takes part in 3-D Secure, and collect the device's data.
            PreAuthenticate(pre_authenticate) {
                purpose: "find out whether the card takes part in 3-D Secure",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsPreAuthenticateData,
                flow_response: PaymentsResponseData,
                ordered: [amount, payment_method_data],
                // Nothing is paid by it: what a processor does in this step that takes the money, too, is an Authorize.
                statuses: AttemptStatus {
                    succeeds: [AuthenticationSuccessful],
                    fails: [AuthenticationFailed, Failure],
                    otherwise: [
                        Pending, Started, DeviceDataCollectionPending, AuthenticationPending,
                        Unresolved, Expired,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// Ask the issuer, which may want to see the customer.
            Authenticate(authenticate) {
                purpose: "ask the issuer whether it is the customer",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsAuthenticateData,
                flow_response: PaymentsResponseData,
                ordered: [amount, payment_method_data],
                statuses: AttemptStatus {
                    succeeds: [AuthenticationSuccessful],
                    fails: [AuthenticationFailed, Failure],
                    otherwise: [
                        Pending, Started, DeviceDataCollectionPending, AuthenticationPending,
                        Unresolved, Expired,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// Fetch the result of an authentication, when the customer is back. Where the payment waited
            /// for it, this carries it on, and tells what became of it.
            PostAuthenticate(post_authenticate) {
                purpose: "fetch the result of an authentication, and carry the payment on",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PaymentFlowData,
                flow_request: PaymentsPostAuthenticateData,
                flow_response: PaymentsResponseData,
                statuses: AttemptStatus {
                    succeeds: [AuthenticationSuccessful, Authorized, PartiallyAuthorized, Charged],
                    fails: [AuthenticationFailed, AuthorizationFailed, Failure],
                    otherwise: [
                        Pending, Started, DeviceDataCollectionPending, AuthenticationPending,
                        Authorizing, Unresolved, Expired, Voided,
                    ],
                },
                id: connector_transaction_id,
                amount: amount,
                capture_method: |asked| asked.capture_method,
                currency: |asked| Some(asked.amount.currency),
                answered: |asked, told| told.of_a_payment_of(Some(asked.amount)),
                called: |known, told| told.called_otherwise(known),
                discrepancy: |asked, told| {
                    let id = asked.connector_transaction_id.as_ref();
                    id.and_then(|id| told.of_another_payment(id))
                        .or_else(|| told.of_another_amount(Some(asked.amount)))
                },
            }
            /// What the credentials are exchanged for.
            ServerAuthenticationToken(server_authentication_token) {
                purpose: "exchange the credentials for an access token",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PaymentFlowData,
                flow_request: ServerAuthenticationTokenRequestData,
                flow_response: ServerAuthenticationTokenResponseData,
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                fetches_access_token: true,
                discrepancy: |_, _| None,
            }
            /// A token for the requests about one payment.
            ServerSessionAuthenticationToken(server_session_authentication_token) {
                purpose: "get a token for the requests about one payment",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PaymentFlowData,
                flow_request: ServerSessionAuthenticationTokenRequestData,
                flow_response: ServerSessionAuthenticationTokenResponseData,
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                currency: |asked| Some(asked.amount.currency),
                discrepancy: |_, _| None,
            }
            /// A token with which the customer's device may act for one payment.
            ClientAuthenticationToken(client_authentication_token) {
                purpose: "get a token for the customer's device",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PaymentFlowData,
                flow_request: ClientAuthenticationTokenRequestData,
                flow_response: ClientAuthenticationTokenResponseData,
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                currency: |asked| Some(asked.amount.currency),
                discrepancy: |_, _| None,
            }
            /// Ask the processor whether it sent a webhook.
            VerifyWebhookSource(verify_webhook_source) {
                purpose: "ask the processor whether it sent a webhook",
                moves_money: false,
                repetition: Freely,
                is_question: true,
                resource_common_data: VerifyWebhookSourceFlowData,
                flow_request: VerifyWebhookSourceRequestData,
                flow_response: VerifyWebhookSourceResponseData,
                statuses: VerificationStatus {
                    succeeds: [Verified],
                    fails: [NotVerified],
                    otherwise: [Pending],
                },
                answered: |asked, told| told.to(asked),
                discrepancy: |_, _| None,
            }
            /// The customer is right, or it is not worth it.
            Accept(accept) {
                purpose: "accept a dispute",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: DisputeFlowData,
                flow_request: AcceptDisputeData,
                flow_response: DisputeResponseData,
                ordered: [connector_dispute_id],
                // Where it came too late, the answer can be what is true of the dispute in its place.
                statuses: DisputeStatus {
                    succeeds: [Accepted, Lost],
                    fails: [],
                    otherwise: [Opened, Challenged, Expired, Cancelled, Won],
                },
                id: connector_dispute_id,
                discrepancy: |asked, told| told.of_another_dispute(&asked.connector_dispute_id),
            }
            /// Hand in what proves that the merchant is right.
            SubmitEvidence(submit_evidence) {
                purpose: "hand in evidence for a dispute",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: DisputeFlowData,
                flow_request: SubmitEvidenceData,
                flow_response: DisputeResponseData,
                ordered: [connector_dispute_id, shipping_tracking_number, access_activity_log, cancellation_policy,
                    refund_policy, product_description, uncategorized_text, documents,
                    customer_name, customer_email,],
                statuses: DisputeStatus {
                    succeeds: [Challenged, Won],
                    fails: [Lost, Expired],
                    otherwise: [Opened, Accepted, Cancelled],
                },
                id: connector_dispute_id,
                discrepancy: |asked, told| told.of_another_dispute(&asked.connector_dispute_id),
            }
            /// Declare that the merchant answers a dispute, and on which ground.
            DefendDispute(defend_dispute) {
                purpose: "declare that the merchant answers a dispute",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: DisputeFlowData,
                flow_request: DisputeDefendData,
                flow_response: DisputeResponseData,
                ordered: [connector_dispute_id],
                statuses: DisputeStatus {
                    succeeds: [Challenged, Won],
                    fails: [Lost, Expired],
                    otherwise: [Opened, Accepted, Cancelled],
                },
                id: connector_dispute_id,
                discrepancy: |asked, told| told.of_another_dispute(&asked.connector_dispute_id),
            }
            /// What became of a dispute?
            DSync(dsync) {
                purpose: "what became of a dispute?",
                moves_money: false,
                repetition: Freely,
                is_question: true,
                resource_common_data: DisputeFlowData,
                flow_request: DisputeSyncData,
                flow_response: DisputeResponseData,
                ordered: [connector_dispute_id],
                statuses: DisputeStatus {
                    succeeds: [Won, Cancelled],
                    fails: [Lost, Expired, Accepted],
                    otherwise: [Opened, Challenged],
                },
                id: connector_dispute_id,
                discrepancy: |asked, told| told.of_another_dispute(&asked.connector_dispute_id),
            }
            /// Announce a payout.
            PayoutCreate(payout_create) {
                purpose: "announce a payout",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutCreateRequest,
                flow_response: PayoutResponseData,
                ordered: [amount, amount.currency, payout_method_data],
                // No money has gone yet that could come back.
                statuses: PayoutStatus {
                    succeeds: [
                        RequiresConfirmation, RequiresFulfillment, Pending, Initiated, Success,
                    ],
                    fails: [Cancelled, Expired, Ineligible, Failed],
                    otherwise: [
                        RequiresCreation, RequiresPayoutMethodData, RequiresVendorAccountCreation,
                    ],
                },
                id: connector_payout_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// Send the money of a payout.
            PayoutTransfer(payout_transfer) {
                purpose: "send the money of a payout",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutTransferRequest,
                flow_response: PayoutResponseData,
                ordered: [amount, amount.currency, payout_method_data],
                statuses: PayoutStatus {
                    succeeds: [
                        Initiated, Success,
                    ],
                    fails: [Reversed, Cancelled, Expired, Ineligible, Failed],
                    otherwise: [
                        RequiresVendorAccountCreation, RequiresConfirmation, RequiresFulfillment, Pending,
                    ],
                },
                id: connector_payout_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                discrepancy: |asked, told| {
                    told.of_another_payout(asked.connector_payout_id.as_ref())
                        .or_else(|| told.of_another_amount(Some(asked.amount)))
                },
            }
            /// What became of a payout?
            PayoutGet(payout_get) {
                purpose: "what became of a payout?",
                moves_money: false,
                repetition: Freely,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutGetRequest,
                flow_response: PayoutResponseData,
                ordered: [connector_payout_id],
                statuses: PayoutStatus {
                    succeeds: [
                        Success,
                    ],
                    fails: [Reversed, Cancelled, Expired, Ineligible, Failed],
                    otherwise: [
                        RequiresCreation, RequiresPayoutMethodData, RequiresVendorAccountCreation,
                        RequiresConfirmation, RequiresFulfillment, Pending, Initiated,
                    ],
                },
                id: connector_payout_id,
                amount: amount,
                currency: |asked| asked.amount.map(|amount| amount.currency),
                discrepancy: |asked, told| {
                    told.of_another_payout(Some(&asked.connector_payout_id))
                        .or_else(|| told.of_another_amount(asked.amount))
                },
            }
            /// Take a payout back that was not sent yet.
            PayoutVoid(payout_void) {
                purpose: "take a payout back that was not sent yet",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutVoidRequest,
                flow_response: PayoutResponseData,
                ordered: [connector_payout_id],
                // Where it came too late, the answer can be what is true of the payout in its place.
                statuses: PayoutStatus {
                    succeeds: [
                        Cancelled,
                    ],
                    fails: [],
                    otherwise: [
                        Pending, Initiated, Success, Reversed, Expired, Ineligible, Failed,
                    ],
                },
                id: connector_payout_id,
                discrepancy: |asked, told| told.of_another_payout(Some(&asked.connector_payout_id)),
            }
            /// Reserve the money, or the rate, for a payout.
            PayoutStage(payout_stage) {
                purpose: "reserve the money, or the rate, for a payout",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutStageRequest,
                flow_response: PayoutResponseData,
                ordered: [amount],
                // What is reserved is not sent.
                statuses: PayoutStatus {
                    succeeds: [
                        RequiresCreation, RequiresConfirmation, RequiresFulfillment,
                    ],
                    fails: [Cancelled, Expired, Ineligible, Failed],
                    otherwise: [
                        RequiresPayoutMethodData, RequiresVendorAccountCreation, Pending,
                    ],
                },
                id: connector_payout_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// A page on which the recipient says where the money shall go.
            PayoutCreateLink(payout_create_link) {
                purpose: "make a page on which the recipient says where the money shall go",
                moves_money: true,
                repetition: WithItsKey,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutCreateLinkRequest,
                flow_response: PayoutResponseData,
                ordered: [amount],
                // The page is there, and the recipient has yet to come.
                statuses: PayoutStatus {
                    succeeds: [
                        RequiresPayoutMethodData,
                    ],
                    fails: [Cancelled, Expired, Ineligible, Failed],
                    otherwise: [
                        RequiresCreation, RequiresVendorAccountCreation, RequiresConfirmation,
                        RequiresFulfillment, Pending,
                    ],
                },
                id: connector_payout_id,
                amount: amount,
                currency: |asked| Some(asked.amount.currency),
                discrepancy: |asked, told| told.of_another_amount(Some(asked.amount)),
            }
            /// Let the processor know a recipient.
            PayoutCreateRecipient(payout_create_recipient) {
                purpose: "let the processor know a recipient",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutCreateRecipientRequest,
                flow_response: PayoutRecipientResponse,
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                id: connector_recipient_id,
                discrepancy: |_, _| None,
            }
            /// Let a recipient's account be paid out to.
            PayoutEnrollDisburseAccount(payout_enroll_disburse_account) {
                purpose: "let a recipient's account be paid out to",
                moves_money: false,
                repetition: AfterLooking,
                resource_common_data: PayoutFlowData,
                flow_request: PayoutEnrollDisburseAccountRequest,
                flow_response: PayoutRecipientResponse,
                statuses: CreationStatus {
                    succeeds: [Created],
                    fails: [Failure],
                    otherwise: [Pending],
                },
                discrepancy: |_, _| None,
            }
        }
    };
}

pub(super) use flows;
