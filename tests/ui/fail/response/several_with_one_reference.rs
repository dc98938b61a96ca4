use connector_core::prelude::*;
use connector_tests::fixture::Word;

// One that failed may stand before one that was paid.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct Found {
    #[flow_response(list = first)]
    data: Vec<Entry>,
}

#[derive(FlowResponse)]
#[flow_response(PSyncByReference)]
enum Reply {
    #[flow_response(list = last, within = "data")]
    Several(Vec<Entry>),
    One(Entry),
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSyncByReference)]
struct Entry {
    #[flow_response(connector_transaction_id)]
    id: PaymentId,
    #[flow_response(status)]
    status: Wire<Word>,
    #[flow_response(amount)]
    amount: MinorUnit,
    #[flow_response(currency)]
    currency: Currency,
    #[flow_response(connector_response_reference_id)]
    reference: MerchantReference,
}

fn main() {}
