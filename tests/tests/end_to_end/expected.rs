//! What a reading must yield, by the connector's own table.

use connector_core::{FaultKind, Report, StatusMapping};
use connector_sandbox::{Kind, Processor, Step};
use connector_tests::question::flow_of;

/// The table of the connector's words for the status of a payment, or of a refund.
pub(crate) fn table(processor: Processor, kind: Kind) -> Vec<StatusMapping> {
    let description = connectors::get(processor.name()).unwrap().describe();
    let flow = description.flows.into_iter().find(|flow| flow.name == flow_of(kind));
    flow.expect("every connector has both flows").statuses
}

/// A refund has no status at Checkout.com. The sandbox has words for what can be seen of one, and the
/// connector's table has the field that decides.
const SEEN_AT_CHECKOUT: &[(&str, &str)] =
    &[("approved", "true"), ("declined", "false"), ("pending", "absent")];

/// The sandbox's word for a line of the connector's table.
pub(crate) fn sandbox_word(processor: Processor, kind: Kind, line: &str) -> String {
    let words = if (processor, kind) == (Processor::Checkout, Kind::Refund) {
        SEEN_AT_CHECKOUT
    } else {
        &[]
    };
    let word = words.iter().find(|(_, seen)| *seen == line).map_or(line, |(word, _)| word);
    word.to_owned()
}

/// Fails unless the report says what the connector declares for this step.
#[track_caller]
pub(crate) fn assert_declared(processor: Processor, kind: Kind, step: &Step, report: &Report) {
    let word = step.status().expect("a step with a status");
    if (processor, kind, word) == (Processor::Checkout, Kind::Refund, "unlisted") {
        assert_eq!(report.outcome, "not_found", "{processor} {kind} {step}: {report:#?}");
        return;
    }
    let line = table(processor, kind)
        .into_iter()
        .find(|line| sandbox_word(processor, kind, line.connector_status) == word)
        .unwrap_or_else(|| panic!("{processor} {kind}: `{word}` is not in the connector's table"));
    // The one word at Stripe that an error beside it turns into another meaning.
    let failed = (processor, kind, word)
        == (Processor::Stripe, Kind::Payment, "requires_payment_method")
        && step.reason().is_some();
    let status = if failed { Some("failure") } else { line.status };

    assert_eq!(report.status, status, "{processor} {kind} {step}: {report:#?}");
    if status.is_some() {
        assert_eq!(report.outcome, "status");
        assert_eq!(report.connector_status.as_deref(), Some(line.connector_status));
        assert_eq!(report.recognised, Some(true));
    } else {
        assert_eq!(report.outcome, "no_information");
        assert_eq!(report.fault, Some(FaultKind::Silent));
        assert!(report.detail.as_deref().is_some_and(|detail| detail.contains(word)));
    }
}
