//! Orders whose answers go wrong on the way, over sockets: the money has moved, and no fault says so or denies it.

use connector_core::{Capture, Report};
use connector_sandbox::{Fault, OrderFault};

use crate::orders::tills;

#[tokio::test]
async fn a_capture_whose_answer_goes_wrong_tells_no_status_and_may_have_been_carried_out() {
    let faults = [
        Fault::Reset,
        Fault::Truncated,
        Fault::ServerError,
        Fault::HtmlError,
        Fault::Html,
        Fault::Empty,
        Fault::Null,
        Fault::NotUtf8,
    ];
    let mut seen = 0_usize;
    for till in tills().await {
        for fault in faults {
            let id = till.held().await;
            till.merchant.sandbox.fail_next_order(till.processor, OrderFault::after(fault));
            let order = till.all_of(&id);
            let report = Report::from(&till.order::<Capture>(&id, order).await);
            let what = format!("{} {fault}: {report:#?}", till.processor);
            assert_eq!((report.status, report.outcome), (None, "sent_unknown"), "{what}");
            seen = seen.saturating_add(1);
        }
    }
    assert!(seen >= 10 * faults.len(), "only {seen} captures were lost");
}
