#[derive(FlowResponse)]
#[flow_response(PSync, format = Xml, currency = asked)]
struct Transaction {
    #[flow_response(status)]
    response: Option<Wire<Response>>,
    #[flow_response(status, absent = Pending)]
    state: Option<Wire<State>>,
    #[flow_response(PSync(connector_transaction_id))]
    id: Box<str>,
    #[flow_response(amount)]
    amount: StringMajorUnit,
    #[flow_response(error_code)]
    code: Option<i64>,
    #[flow_response(redirect)]
    url: Option<Box<str>>,
}
