//! The cases that are there from the start.

use std::fmt;

use crate::fault::Fault;
use crate::processor::Processor;
use crate::step::Step;

/// Which of the two flows a case belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A payment.
    Payment,
    /// A refund of a payment.
    Refund,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Payment => "payment",
            Self::Refund => "refund",
        })
    }
}

/// A ready-made payment or refund.
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let sandbox = connector_sandbox::Sandbox::start().await?;
/// let case = sandbox.cases().iter().find(|case| case.id == "pi_processing_then_succeeded");
/// assert_eq!(case.map(|case| case.steps.len()), Some(3));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Whose wire it is seen on.
    pub processor: Processor,
    /// A payment or a refund.
    pub kind: Kind,
    /// The identifier in the processor's form.
    pub id: String,
    /// The payment that a refund belongs to.
    pub payment_id: Option<String>,
    /// What it shows, in a few words.
    pub title: String,
    /// What the reads answer with, in order.
    pub steps: Vec<Step>,
}

/// Faults after which an honest second attempt finds the payment.
const PASSING: &[Fault] =
    &[Fault::Reset, Fault::ServerError, Fault::RateLimited, Fault::Truncated, Fault::Maintenance];

/// Every ready-made case. Identifiers that consist of digits keep their number as long as the lists
/// only grow at their ends.
pub(crate) fn all() -> Vec<Case> {
    Processor::ALL.iter().flat_map(|processor| of(*processor)).collect()
}

fn of(processor: Processor) -> Vec<Case> {
    let wire = processor.wire();
    let text = |steps: &[&str]| -> Vec<Step> {
        steps.iter().filter_map(|step| step.parse().ok()).collect()
    };
    let mut cases = Vec::new();
    let mut block = |kind, first: u64, scripts: Vec<Vec<Step>>| {
        for (number, steps) in (first..).zip(scripts) {
            cases.push(case(processor, kind, number, steps));
        }
    };
    for (kind, first) in [(Kind::Payment, 100), (Kind::Refund, 500)] {
        if !processor.answers(kind) {
            continue;
        }
        let statuses = wire.statuses(kind).iter().map(|status| text(&[status])).collect();
        block(kind, first, statuses);
        let journeys = wire.journeys(kind).iter().map(|steps| text(steps)).collect();
        block(kind, first.saturating_add(100), journeys);
    }
    if !processor.answers(Kind::Payment) {
        return cases;
    }
    block(Kind::Payment, 300, Fault::ALL.iter().map(|fault| vec![Step::Fault(*fault)]).collect());
    let settled = Step::Status(wire.settled(Kind::Payment).to_owned());
    let passing = |fault: &Fault| vec![Step::Fault(*fault), settled.clone()];
    block(Kind::Payment, 400, PASSING.iter().map(passing).collect());
    cases
}

fn case(processor: Processor, kind: Kind, number: u64, steps: Vec<Step>) -> Case {
    let wire = processor.wire();
    let name = name(&steps);
    let payment_id = (kind == Kind::Refund)
        .then(|| wire.id(Kind::Payment, &format!("of_{name}"), number.saturating_add(1_000)));
    let mut title: Vec<String> = steps.iter().map(describe).collect();
    title.dedup();
    let title = title.join(", then ");
    Case { processor, kind, id: wire.id(kind, &name, number), payment_id, title, steps }
}

/// What the case is called in its identifier. In a longer script, reasons would make it too long.
fn name(steps: &[Step]) -> String {
    match steps {
        [step @ Step::Status(_)] => slug(&step.to_string()),
        [Step::Fault(fault)] => format!("fault_{fault}"),
        steps => {
            let word = |step: &Step| match step {
                Step::Fault(fault) => fault.to_string(),
                Step::Status(_) => slug(step.status().unwrap_or_default()),
            };
            let mut words: Vec<String> = steps.iter().map(word).collect();
            words.dedup();
            words.join("_then_")
        }
    }
}

fn describe(step: &Step) -> String {
    match (step, step.status(), step.reason()) {
        (Step::Fault(fault), ..) => fault.summary().to_owned(),
        (_, status, Some(reason)) => format!("{} ({reason})", status.unwrap_or_default()),
        (_, status, None) => status.unwrap_or_default().to_owned(),
    }
}

fn slug(text: &str) -> String {
    let word = |letter: char| {
        if letter.is_ascii_alphanumeric() { letter } else { '_' }
    };
    text.to_ascii_lowercase().chars().map(word).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn identifiers_are_unique_and_have_the_processors_form() {
        let cases = all();
        let mut known = BTreeSet::new();
        for case in &cases {
            for id in std::iter::once(&case.id).chain(&case.payment_id) {
                assert!(known.insert((case.processor, id.clone())), "{id} is there twice");
                let word = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
                let fits = match case.processor {
                    Processor::Stripe
                    | Processor::Braintree
                    | Processor::Mollie
                    | Processor::Square => word(id) && id.len() > 3,
                    Processor::Checkout => word(id) && id.len() == 30,
                    Processor::PayPal => word(id) && id.len() == 17,
                    Processor::Xendit => id.len() == 39 || id.len() == 40,
                    Processor::Adyen => false, // it is asked about nothing
                    Processor::Klarna => id.len() == 36,
                    Processor::Cybersource => id.len() == 22 && id.parse::<u128>().is_ok(),
                    Processor::Razorpay => word(id) && matches!(id.len(), 18 | 19),
                    Processor::AuthorizeNet => id.chars().all(|digit| digit.is_ascii_digit()),
                };
                assert!(fits, "{id} is no identifier of {}", case.processor);
            }
        }
    }

    #[test]
    fn every_status_and_every_fault_has_a_case() {
        let cases = all();
        for processor in Processor::ALL {
            let has = |kind, step: &Step| {
                let alone = |case: &&Case| case.steps.as_slice() == std::slice::from_ref(step);
                let mut own = cases.iter().filter(|c| c.processor == *processor && c.kind == kind);
                own.any(|case| alone(&case))
            };
            for kind in [Kind::Payment, Kind::Refund] {
                for status in processor.wire().statuses(kind) {
                    assert!(has(kind, &Step::Status((*status).to_owned())), "{processor} {status}");
                }
            }
            for fault in Fault::ALL.iter().filter(|_| processor.answers(Kind::Payment)) {
                assert!(has(Kind::Payment, &Step::Fault(*fault)), "{processor} {fault}");
            }
        }
    }

    #[test]
    fn names_are_readable() {
        let ids: BTreeSet<String> = all().into_iter().map(|case| case.id).collect();
        for id in ["pi_succeeded", "pi_fault_reset", "pi_reset_then_succeeded", "re_failed"] {
            assert!(ids.contains(id), "{id}");
        }
        assert!(ids.contains("pay_card_verified_____________"));
    }
}
