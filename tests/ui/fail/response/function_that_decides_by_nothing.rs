use connector_core::prelude::*;
use connector_tests::fixture::Word;

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, status = read, no_id = "not the point", no_amount = "nor is it")]
struct Silent {
    word: Wire<Word>,
}

fn read(answer: &Silent) -> Result<StatusReport<RefundStatus>, Fault> {
    Ok(answer.word.report()?)
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync(status = read_again, decided_by = " "))]
#[flow_response(no_id = "not the point", no_amount = "nor is it")]
struct Blank {
    word: Wire<Word>,
}

fn read_again(answer: &Blank) -> Result<StatusReport<RefundStatus>, Fault> {
    Ok(answer.word.report()?)
}

// No function, and rustc does not look for one.
#[derive(Deserialize, FlowResponse)]
#[flow_response(Void, status = voided, no_id = "not the point")]
struct LowerCase;

#[derive(Deserialize, FlowResponse)]
#[flow_response(RSync, decided_by = "nobody")]
#[flow_response(no_id = "not the point", no_amount = "nor is it")]
struct Undecided {
    #[flow_response(status)]
    word: Wire<Word>,
}

fn main() {}
