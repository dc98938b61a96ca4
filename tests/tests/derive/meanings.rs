//! Words that mean one thing or another: by the flow, and by the way of capturing.

#![allow(clippy::expect_used, reason = "this is only compiled for tests")]

use connector_core::prelude::*;
use connector_core::{
    CaptureMethod, Discrepancy, IdempotencyKey, PaymentFlowData, PaymentVoidData,
    PaymentsCaptureData, PaymentsSyncData, Repetition, StatusBy,
};

/// A flow of an application's own, about which the core knows nothing.
#[derive(Debug, Clone)]
struct Release;

impl Flow for Release {
    const NAME: &'static str = "Release";
    const PURPOSE: &'static str = "let the goods go";
    const MOVES_MONEY: bool = false;
    const REPETITION: Repetition = Repetition::Freely;
    type CommonData = PaymentFlowData;
    type Request = PaymentVoidData;
    type Response = PaymentsResponseData;

    fn discrepancy(_: &RouterData<Self>, _: &Self::Response) -> Option<Discrepancy> {
        None
    }
}

#[derive(Debug, Clone, Copy, PartialEq, WireStatus)]
#[wire_status(AttemptStatus, RefundStatus, rename_all = "snake_case")]
enum Word {
    #[wire_status(Pending)]
    #[wire_status(flow(
        Capture = CaptureInitiated,
        Void = VoidInitiated,
        Release = Unresolved,
        RSync = ManualReview,
    ))]
    Open,
    #[wire_status(AttemptStatus = Authorized, RefundStatus = none)]
    #[wire_status(automatic = Charged, manual = PartiallyAuthorized, flow(Void = none))]
    Approved,
}

fn payment() -> PaymentId {
    PaymentId::new("pay_1").expect("is an id")
}

fn key() -> IdempotencyKey {
    IdempotencyKey::new("key").expect("is a key")
}

fn void() -> PaymentVoidData {
    PaymentVoidData::new(payment(), key())
}

fn sync(capture_method: Option<CaptureMethod>) -> RouterData<PSync> {
    let mut asked = PaymentsSyncData::new(payment());
    asked.capture_method = capture_method;
    RouterData::new(asked)
}

fn meaning<F: Flow<Response = PaymentsResponseData>>(
    word: &str,
    data: &RouterData<F>,
) -> Option<AttemptStatus> {
    Wire::<Word>::from(word).report_in(data).ok().map(|report| report.status)
}

#[test]
fn a_flow_decides() {
    let capture = RouterData::<Capture>::new(PaymentsCaptureData::new(payment(), key()));
    assert_eq!(meaning("open", &sync(None)), Some(AttemptStatus::Pending));
    assert_eq!(meaning("open", &capture), Some(AttemptStatus::CaptureInitiated));
    let void = RouterData::<Void>::new(void());
    assert_eq!(meaning("open", &void), Some(AttemptStatus::VoidInitiated));
    assert_eq!(meaning("approved", &void), None);
    // A word that nobody knows means the same everywhere.
    assert_eq!(meaning("new", &void), Some(AttemptStatus::Pending));
}

#[test]
fn a_flow_of_the_application_decides() {
    assert_eq!(
        meaning("open", &RouterData::<Release>::new(void())),
        Some(AttemptStatus::Unresolved)
    );
}

#[test]
fn a_flow_of_the_table_tells_what_can_become_of_it_and_nothing_else() {
    use connector_core::{
        CreationStatus, DSync, DisputeStatus, MandateRevoke, MandateStatus, PayoutCreate,
        PayoutStatus, PayoutTransfer,
    };
    assert!(Refund::tells(RefundStatus::Pending) && !Capture::tells(AttemptStatus::Voided));
    assert!(DSync::tells(DisputeStatus::Lost) && MandateRevoke::tells(MandateStatus::Revoked));
    // Nothing has gone yet that could come back.
    assert!(!PayoutCreate::tells(PayoutStatus::Reversed));
    assert!(PayoutTransfer::tells(PayoutStatus::Reversed));
    assert!(CreateOrder::tells(CreationStatus::Created));
    // A flow of the application need not say.
    assert!(Release::tells(AttemptStatus::Voided));
}

#[test]
fn the_way_of_capturing_decides_where_it_is_known() {
    for (known, status) in [
        (None, AttemptStatus::Authorized),
        (Some(CaptureMethod::Automatic), AttemptStatus::Charged),
        (Some(CaptureMethod::SequentialAutomatic), AttemptStatus::Charged),
        (Some(CaptureMethod::Manual), AttemptStatus::PartiallyAuthorized),
        (Some(CaptureMethod::ManualMultiple), AttemptStatus::PartiallyAuthorized),
        (Some(CaptureMethod::Scheduled), AttemptStatus::PartiallyAuthorized),
    ] {
        assert_eq!(meaning("approved", &sync(known)), Some(status), "{known:?}");
    }
}

/// The table of one flow has the lines of that flow, and notes the way of capturing.
#[test]
fn a_table_is_that_of_its_flow() {
    fn lines<F: Flow>() -> Vec<(&'static str, Option<&'static str>, Option<bool>)> {
        let table = <Word as StatusOf<AttemptStatus>>::MAPPINGS;
        let lines = StatusMapping::of_flow::<F>(table);
        lines.map(|line| (line.connector_status, line.status, line.automatic_capture)).collect()
    }
    let approved = [
        ("approved", Some("authorized"), None),
        ("approved", Some("charged"), Some(true)),
        ("approved", Some("partially_authorized"), Some(false)),
    ];
    assert_eq!(lines::<PSync>(), [&[("open", Some("pending"), None)], &approved[..]].concat());
    assert_eq!(lines::<Void>(), [("open", Some("void_initiated"), None), ("approved", None, None)]);
}

#[derive(WireStatus)]
#[wire_status(AttemptStatus, no_failure = "none is tried")]
enum Bare {
    #[wire_status(Charged)]
    Paid,
    #[wire_status(Pending)]
    Open,
}

/// Nothing else has to be derived for words.
#[test]
fn words_need_no_other_derive() {
    for (text, status) in [("Paid", AttemptStatus::Charged), ("Open", AttemptStatus::Pending)] {
        let word = Wire::<Bare>::from(text);
        assert!(matches!(word, Wire::Known(_)), "{text}");
        assert_eq!(word.report::<AttemptStatus>().unwrap().status, status);
        assert_eq!(word.word(), text);
    }
}

/// One shape, of which each flow tells the status in a way of its own.
#[derive(Deserialize, FlowResponse)]
#[flow_response(PSync, Capture(status = taken, decided_by = "whether it was taken"), Void(status = VoidInitiated))]
#[flow_response(no_id = "not the point", no_amount = "nor is it")]
struct Told {
    #[flow_response(PSync(status))]
    word: Wire<Paid>,
    taken: bool,
}

#[derive(Debug, WireStatus)]
#[wire_status(AttemptStatus, rename_all = "snake_case")]
enum Paid {
    #[wire_status(Charged)]
    Yes,
    #[wire_status(Failure)]
    No,
}

fn taken(told: &Told) -> Result<StatusReport<AttemptStatus>, Fault> {
    let status = if told.taken { AttemptStatus::Charged } else { AttemptStatus::CaptureInitiated };
    Ok(StatusReport::unknown(status, told.word.word()))
}

#[test]
fn the_status_is_told_by_a_field_by_a_function_or_by_the_answer_itself_as_the_flow_says() {
    fn status<F: Flow<Response = PaymentsResponseData>>(
        data: &RouterData<F>,
        taken: bool,
    ) -> Option<AttemptStatus>
    where
        Told: FlowResponse<F>,
    {
        let told = Told { word: Wire::Known(Paid::No), taken };
        told.into_outcome(data).status().map(|told| told.status)
    }
    let capture = || RouterData::<Capture>::new(PaymentsCaptureData::new(payment(), key()));
    assert_eq!(status(&sync(None), true), Some(AttemptStatus::Failure));
    assert_eq!(status(&capture(), true), Some(AttemptStatus::Charged));
    assert_eq!(status(&capture(), false), Some(AttemptStatus::CaptureInitiated));
    assert_eq!(status(&RouterData::<Void>::new(void()), true), Some(AttemptStatus::VoidInitiated));
    let by = StatusBy { function: "taken", decided_by: "whether it was taken" };
    assert_eq!(<Told as FlowResponse<Capture>>::STATUS_BY, Some(by));
    assert_eq!(<Told as FlowResponse<PSync>>::STATUS_BY, None);
    assert_eq!(<Told as FlowResponse<Void>>::STATUSES.len(), 1);
}
