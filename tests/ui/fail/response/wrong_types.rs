use connector_core::prelude::*;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync)]
struct Reply {
    #[flow_response(status)]
    status: Box<str>,
    #[flow_response(connector_transaction_id)]
    id: RefundId,
    #[flow_response(amount)]
    amount: f64,
    #[flow_response(currency)]
    currency: Box<str>,
    #[flow_response(error_code)]
    code: f64,
    #[flow_response(redirect)]
    redirect: u8,
    #[flow_response(card_last_four)]
    last_four: Option<MinorUnit>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, no_id = "not the point here", no_amount = "nor is it")]
struct Refunded {
    #[flow_response(status)]
    status: Wire<OnlyPayments>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum OnlyPayments {
    #[wire_status(Charged)]
    Paid,
}

fn main() {}
