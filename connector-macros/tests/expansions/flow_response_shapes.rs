#[derive(FlowResponse)]
#[flow_response(PSync)]
enum Reply {
    Found(Transaction),
    #[flow_response(within = "data.payment")]
    Inside(Transaction),
    #[flow_response(list = last)]
    Several(Vec<Transaction>),
    #[flow_response(error)]
    Trouble(Messages),
}
