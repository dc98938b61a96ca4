#[derive(FlowResponse)]
#[flow_response(RSync)]
struct Actions(#[flow_response(list)] Vec<Action>);
