use connector_core::prelude::*;

#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture, Void, no_id = "not the point here", no_amount = "nor is it")]
struct Payment {
    #[flow_response(status)]
    status: Wire<Word>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = by_hand, decided_by = "the words", no_id = "not the point here", no_amount = "nor is it")]
struct ByHand {
    #[flow_response(status)]
    status: Option<Wire<Word>>,
}

fn by_hand(_: &ByHand) -> Result<StatusReport<AttemptStatus>, Fault> {
    Ok(StatusReport::known(AttemptStatus::Charged, "any"))
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = Voided, no_id = "it is empty", no_amount = "it is empty")]
struct ByItself {}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, no_id = "not the point here", no_amount = "nor is it")]
struct OfUnknownWords {
    #[flow_response(status)]
    status: Wire<OtherWord>,
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus, unknown = AuthenticationPending)]
enum OtherWord {
    #[wire_status(Charged)]
    Paid,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, no_id = "not the point here", no_amount = "nor is it")]
struct OfUnknownWordsInTwoPlaces {
    #[flow_response(status)]
    status: Option<Wire<OtherWord>>,
    #[flow_response(status)]
    other: Option<Wire<OtherWord>>,
}

#[derive(Deserialize, FlowResponse)]
#[flow_response(Capture, status = of_unknown_words, decided_by = "the words", no_id = "not the point here", no_amount = "nor is it")]
struct OfUnknownWordsByHand {
    #[flow_response(status)]
    status: Wire<OtherWord>,
}

fn of_unknown_words(_: &OfUnknownWordsByHand) -> Result<StatusReport<AttemptStatus>, Fault> {
    Ok(StatusReport::known(AttemptStatus::Charged, "any"))
}

#[derive(Debug, Clone, Copy, WireStatus)]
#[wire_status(AttemptStatus)]
enum Word {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Voided)]
    Cancelled,
    #[wire_status(AuthenticationPending, flow(Void = none))]
    Redirect,
    #[wire_status(Pending, automatic = Charged, manual = VoidInitiated)]
    Open,
    #[wire_status(Failure, flow(Capture = CaptureFailed))]
    Refused,
}

fn main() {}
