//! What is known of a dispute that can open again.

use super::{DisputeResponseData, DisputeStage};
use crate::status::{Applied, DisputeStatus, Status as _};

/// A dispute's stage, and its status there. A bank that objects opens the same dispute again, at a later stage: what
/// was known of the earlier one is over, its end too, and the merchant has to answer anew.
///
/// ```
/// use connector_core::{Applied, DisputeStage, DisputeState, DisputeStatus};
///
/// let at = |stage, status| DisputeState { stage, status };
/// let inquiry = at(DisputeStage::PreDispute, DisputeStatus::Challenged);
/// let chargeback = at(DisputeStage::Dispute, DisputeStatus::Opened);
/// assert_eq!(inquiry.apply(chargeback), Applied::Advanced(chargeback));
///
/// let late = chargeback.apply(at(DisputeStage::PreDispute, DisputeStatus::Cancelled));
/// assert_eq!(late.known(), chargeback);
/// assert!(!late.is_contradiction());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "what is known is exactly this")]
pub struct DisputeState {
    /// How far it has come.
    pub stage: DisputeStage,
    /// What is true of it there.
    pub status: DisputeStatus,
}

impl DisputeState {
    /// What is known when this is reported: a later stage goes on whatever the status was, an earlier one changes
    /// nothing, and within one the status goes its way ([`Status::apply`](crate::Status::apply)).
    pub fn apply(self, reported: Self) -> Applied<Self> {
        if reported.stage > self.stage {
            return Applied::Advanced(reported);
        }
        if reported.stage < self.stage {
            return Applied::Refused { kept: self, reported };
        }
        self.status.apply(reported.status).map(|status| Self { status, ..self })
    }

    /// What is known when an answer or an event tells this: where it tells no stage, it is of the one that is known.
    pub fn told(self, told: &DisputeResponseData) -> Applied<Self> {
        self.apply(Self { stage: told.stage.unwrap_or(self.stage), status: told.status.status })
    }
}

/// What is known from the first that is told of it: a [`DisputeStage::Dispute`], where it tells no stage.
impl From<&DisputeResponseData> for DisputeState {
    fn from(told: &DisputeResponseData) -> Self {
        Self { stage: told.stage.unwrap_or(DisputeStage::Dispute), status: told.status.status }
    }
}

impl Applied<DisputeState> {
    /// Whether two ends of one stage were told. What an earlier stage ended with contradicts nothing.
    pub fn is_contradiction(self) -> bool {
        match self {
            Self::Refused { kept, reported } if kept.stage == reported.stage => {
                kept.status.apply(reported.status).is_contradiction()
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STAGES: [DisputeStage; 4] = [
        DisputeStage::PreDispute,
        DisputeStage::Dispute,
        DisputeStage::PreArbitration,
        DisputeStage::Arbitration,
    ];

    fn fold(reports: &[DisputeState]) -> DisputeState {
        let (first, rest) = reports.split_first().unwrap();
        rest.iter().fold(*first, |known, reported| known.apply(*reported).known())
    }

    /// With one end at most of each stage, and the same in another order.
    fn reports() -> impl Strategy<Value = (Vec<DisputeState>, Vec<DisputeState>)> {
        let status = || prop::sample::select(DisputeStatus::ALL);
        let report = (prop::sample::select(&STAGES[..]), status());
        let report = report.prop_map(|(stage, status)| DisputeState { stage, status });
        let reports = (prop::collection::vec(report, 1..12), STAGES.map(|_| status()));
        let reports = reports.prop_map(|(mut reports, ends)| {
            for report in &mut reports {
                let end = STAGES.iter().zip(ends).find(|(stage, _)| **stage == report.stage);
                if report.status.is_terminal() {
                    report.status = end.unwrap().1;
                }
            }
            reports
        });
        reports.prop_flat_map(|reports| (Just(reports.clone()), Just(reports).prop_shuffle()))
    }

    proptest! {
        #[test]
        fn disputes_end_alike_in_any_order_over_all_stages((reports, shuffled) in reports()) {
            let known = fold(&reports);
            prop_assert_eq!(known, fold(&shuffled));
            prop_assert_eq!(known, fold(&[reports.clone(), reports.clone()].concat()));
            prop_assert_eq!(Some(known.stage), reports.iter().map(|report| report.stage).max());
            for report in reports {
                prop_assert!(!known.apply(report).is_contradiction());
            }
        }
    }

    #[test]
    fn two_ends_of_one_stage_are_a_contradiction() {
        for stage in STAGES {
            let at = |status| DisputeState { stage, status };
            let both = at(DisputeStatus::Won).apply(at(DisputeStatus::Lost));
            assert_eq!(both.known(), at(DisputeStatus::Won));
            assert!(both.is_contradiction());
        }
    }
}
