#[derive(FlowResponse)]
#[flow_response(PSync, status = intent_status, decided_by = "the error beside the word")]
struct PaymentIntent {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<IntentStatus>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(amount_captured)]
    amount_received: Option<MinorUnit>,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(error)]
    last_payment_error: Option<ErrorDetail>,
}
