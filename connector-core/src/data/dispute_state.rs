//! What is known of a dispute that can open again.

use serde::{Deserialize, Serialize};

use super::{DisputeResponseData, DisputeStage};
use crate::id::{DisputeId, PaymentId, learn};
use crate::response::Discrepancy;
use crate::status::{Applied, DisputeStatus, Status as _};

/// A dispute's stage, and its status there, made of all that was told of it, in whatever order. A bank that objects
/// opens the same dispute again, at a later stage: what was known of the earlier one is over, its end too, and the
/// merchant has to answer anew.
///
/// ```
/// use connector_core::{Applied, DisputeStage, DisputeState, DisputeStatus, KnownDispute};
/// # use connector_core::{DisputeResponseData, ResponseData, StatusReport};
/// # fn told(stage: impl Into<Option<DisputeStage>>, status: DisputeStatus) -> DisputeResponseData {
/// #     let mut told = DisputeResponseData::reported(StatusReport::known(status, "word"));
/// #     told.stage = stage.into();
/// #     told
/// # }
///
/// let mut dispute = DisputeState::new();
/// let _ = dispute.apply(&told(DisputeStage::PreDispute, DisputeStatus::Challenged))?;
/// let opened = KnownDispute { stage: Some(DisputeStage::Dispute), status: DisputeStatus::Opened };
/// let again = dispute.apply(&told(DisputeStage::Dispute, DisputeStatus::Opened))?;
/// assert_eq!(again, Applied::Advanced(opened));
///
/// // Of which of the two stages that is, it does not say: the merchant still has to answer, as far as is known.
/// let late = dispute.apply(&told(None, DisputeStatus::Challenged))?;
/// assert_eq!(late.known(), opened);
/// assert_eq!(dispute.without_stage(), [DisputeStatus::Challenged]);
/// # Ok::<(), connector_core::Discrepancy>(())
/// ```
///
/// What tells no stage, some of Adyen's events for example, is of the one that is known, as long as that is the only
/// one. Afterwards it may have come late, of the stage before, and is kept [by itself](Self::without_stage). Of the
/// answer to an order of one's own the stage is known, though no answer tells it: set `told.stage` to it.
///
/// It has a JSON form, to be kept between two events. A refund needs none of this: its status is all there is to be
/// kept, has a JSON form itself, and [`Status::apply`](crate::Status::apply) takes over what is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputeState {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    connector_dispute_id: Option<DisputeId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    connector_transaction_id: Option<PaymentId>,
    /// The earliest stage that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_stage: Option<DisputeStage>,
    /// The latest one, and what was told of it there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    told: Option<(DisputeStage, DisputeStatus)>,
    /// What was told without a stage, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    without_stage: Vec<DisputeStatus>,
}

/// How far a dispute has come, and what is true of it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_structs, reason = "what is known is exactly this")]
pub struct KnownDispute {
    /// How far it has come; `None` where no stage was ever told.
    pub stage: Option<DisputeStage>,
    /// What is true of it there.
    pub status: DisputeStatus,
}

impl DisputeState {
    /// Of which nothing is known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The dispute, as its processor names it: by the first answer that told it.
    #[must_use]
    pub const fn connector_dispute_id(&self) -> Option<&DisputeId> {
        self.connector_dispute_id.as_ref()
    }

    /// The payment that is disputed, likewise.
    #[must_use]
    pub const fn connector_transaction_id(&self) -> Option<&PaymentId> {
        self.connector_transaction_id.as_ref()
    }

    /// What is true of the dispute; `None` before anything was told.
    #[must_use]
    pub fn known(&self) -> Option<KnownDispute> {
        let stage = self.told.map(|(stage, _)| stage);
        let placed = if self.first_stage == stage { &*self.without_stage } else { &[] };
        let mut told = self.told.iter().map(|(_, status)| status).chain(placed).copied();
        let first = told.next()?;
        let status = told.fold(first, |known, reported| known.apply(reported).known());
        Some(KnownDispute { stage, status })
    }

    /// What was told without a stage. Where the dispute came to more than one, nobody knows of which it was, and
    /// none of it is in what is [known](Self::known).
    #[must_use]
    pub fn without_stage(&self) -> &[DisputeStatus] {
        &self.without_stage
    }

    /// Takes over what an answer or an event tells: a later stage goes on whatever the status was, an earlier one
    /// changes nothing, and within one the status goes its way ([`Status::apply`](crate::Status::apply)).
    ///
    /// # Errors
    /// The [`Discrepancy`] where it is about another dispute or payment: nothing of it is taken over.
    pub fn apply(
        &mut self,
        told: &DisputeResponseData,
    ) -> Result<Applied<KnownDispute>, Discrepancy> {
        let payment = told.connector_transaction_id.as_ref();
        let field = "connector_transaction_id";
        if let Some(other) =
            Discrepancy::between(field, self.connector_transaction_id.as_ref(), payment)
        {
            return Err(other);
        }
        let dispute = told.connector_dispute_id.as_ref();
        learn("connector_dispute_id", &mut self.connector_dispute_id, dispute)?;
        learn(field, &mut self.connector_transaction_id, payment)?;
        let before = self.known();
        let reported = KnownDispute { stage: told.stage, status: told.status.status };
        let was_told = !self.keep(reported);
        let kept = self.known().unwrap_or(reported);
        let is_same = reported.status == kept.status
            && (reported.stage.is_none() || reported.stage == kept.stage);
        Ok(match before {
            before if before != Some(kept) => Applied::Advanced(kept),
            _ if was_told || is_same => Applied::Unchanged(kept),
            _ => Applied::Refused { kept, reported },
        })
    }

    /// Whether that is new, as far as it can be told.
    fn keep(&mut self, reported: KnownDispute) -> bool {
        let status = reported.status;
        let Some(stage) = reported.stage else {
            let is_new = !self.without_stage.contains(&status);
            self.without_stage.extend(is_new.then_some(status));
            return is_new;
        };
        self.first_stage = Some(self.first_stage.map_or(stage, |first| first.min(stage)));
        self.told = Some(match self.told {
            Some((known, before)) if known == stage => (stage, before.apply(status).known()),
            Some(later) if later.0 > stage => later,
            _ => (stage, status),
        });
        true
    }
}

impl Applied<KnownDispute> {
    /// Whether two ends of one stage were told. What an earlier stage ended with contradicts nothing, nor does what
    /// tells no stage.
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
    use crate::data::ResponseData as _;
    use crate::status::StatusReport;
    use DisputeStage::{Arbitration, Dispute, PreArbitration, PreDispute};
    use DisputeStatus::{Challenged, Expired, Lost, Opened, Won};

    /// And what tells none.
    const STAGES: [Option<DisputeStage>; 5] =
        [Some(PreDispute), Some(Dispute), Some(PreArbitration), Some(Arbitration), None];

    fn told((stage, status): (Option<DisputeStage>, DisputeStatus)) -> DisputeResponseData {
        let told = DisputeResponseData::reported(StatusReport::known(status, "word"));
        DisputeResponseData { stage, ..told }
    }

    fn made_of(reports: &[(Option<DisputeStage>, DisputeStatus)]) -> DisputeState {
        let mut dispute = DisputeState::new();
        for report in reports {
            let applied = dispute.apply(&told(*report)).unwrap();
            assert_eq!(dispute.known(), Some(applied.known()));
        }
        dispute
    }

    type Reports = Vec<(Option<DisputeStage>, DisputeStatus)>;

    /// With one end at most of each stage, and of what tells none, and the same in another order.
    fn reports() -> impl Strategy<Value = (Reports, Reports)> {
        let status = || prop::sample::select(DisputeStatus::ALL);
        let report = (prop::sample::select(&STAGES[..]), status());
        let reports = (prop::collection::vec(report, 1..12), STAGES.map(|_| status()));
        let reports = reports.prop_map(|(mut reports, ends)| {
            for (stage, status) in &mut reports {
                let end = STAGES.iter().zip(ends).find(|(of, _)| *of == stage);
                if status.is_terminal() {
                    *status = end.unwrap().1;
                }
            }
            reports
        });
        reports.prop_flat_map(|reports| (Just(reports.clone()), Just(reports).prop_shuffle()))
    }

    proptest! {
        #[test]
        fn disputes_end_alike_in_any_order_over_all_stages((reports, shuffled) in reports()) {
            let mut dispute = made_of(&reports);
            prop_assert_eq!(dispute.known(), made_of(&shuffled).known());
            prop_assert_eq!(&dispute, &made_of(&[reports.clone(), reports.clone()].concat()));
            let known = dispute.known().unwrap();
            prop_assert_eq!(known.stage, reports.iter().filter_map(|(stage, _)| *stage).max());
            for report in &reports {
                let again = dispute.apply(&told(*report)).unwrap();
                prop_assert_eq!(again.known(), known);
                prop_assert!(!again.is_contradiction());
            }
            // Of several stages, the last one is as if nothing else had been told.
            let stages = || reports.iter().filter_map(|(stage, _)| *stage);
            if stages().min() != stages().max() {
                let last: Reports =
                    reports.iter().filter(|(stage, _)| *stage == known.stage).copied().collect();
                prop_assert_eq!(made_of(&last).known(), Some(known));
            }
        }
    }

    #[test]
    fn what_tells_no_stage_moves_no_later_one() {
        for late in [Challenged, Expired, Won] {
            let mut dispute = made_of(&[(Some(PreDispute), Opened), (Some(Dispute), Opened)]);
            let opened = KnownDispute { stage: Some(Dispute), status: Opened };
            let reported = KnownDispute { stage: None, status: late };
            let applied = dispute.apply(&told((None, late))).unwrap();
            assert_eq!(applied, Applied::Refused { kept: opened, reported });
            assert_eq!(dispute.apply(&told((None, late))).unwrap(), Applied::Unchanged(opened));
            assert_eq!(dispute.without_stage(), [late]);
            // And no end of it is denied by what may be another's.
            let lost = dispute.apply(&told((Some(Dispute), Lost))).unwrap();
            assert!(matches!(lost, Applied::Advanced(_)) && !lost.is_contradiction());
        }
        // Of the only one there was it is, until another is told: whichever of the two comes first.
        let only = made_of(&[(Some(Dispute), Opened), (None, Challenged)]).known().unwrap();
        assert_eq!(only, KnownDispute { stage: Some(Dispute), status: Challenged });
        for reports in [
            [(None, Expired), (Some(Dispute), Opened), (Some(PreDispute), Opened)],
            [(Some(PreDispute), Opened), (Some(Dispute), Opened), (None, Expired)],
        ] {
            let known = made_of(&reports).known().unwrap();
            assert_eq!(known, KnownDispute { stage: Some(Dispute), status: Opened });
        }
    }

    #[test]
    fn two_ends_of_one_stage_are_a_contradiction() {
        for stage in STAGES {
            let mut dispute = made_of(&[(stage, Won)]);
            let both = dispute.apply(&told((stage, Lost))).unwrap();
            assert_eq!(both.known(), KnownDispute { stage, status: Won });
            assert!(both.is_contradiction());
        }
    }

    #[test]
    fn what_is_about_another_dispute_or_payment_changes_nothing() {
        let named = |dispute: &str, payment: &str| DisputeResponseData {
            connector_dispute_id: Some(DisputeId::new(dispute).unwrap()),
            connector_transaction_id: Some(PaymentId::new(payment).unwrap()),
            ..told((Some(Dispute), Lost))
        };
        let mut dispute = DisputeState::new();
        let own = DisputeResponseData { status: told((None, Opened)).status, ..named("d1", "p1") };
        let _ = dispute.apply(&own).unwrap();
        let before = dispute.clone();
        for (other, field) in [
            (named("d2", "p1"), "connector_dispute_id"),
            (named("d1", "p2"), "connector_transaction_id"),
        ] {
            assert_eq!(dispute.apply(&other).unwrap_err().field, field);
            assert_eq!(dispute, before);
        }
        assert_eq!(dispute.connector_dispute_id().unwrap().as_str(), "d1");
        assert_eq!(dispute.connector_transaction_id().unwrap().as_str(), "p1");
    }

    #[test]
    fn what_is_known_is_kept_as_json() {
        let dispute =
            made_of(&[(Some(PreDispute), Opened), (Some(Dispute), Won), (None, Challenged)]);
        let json = serde_json::json!({
            "first_stage": "pre_dispute",
            "told": ["dispute", "won"],
            "without_stage": ["challenged"],
        });
        assert_eq!(serde_json::to_value(&dispute).unwrap(), json);
        assert_eq!(serde_json::from_value::<DisputeState>(json).unwrap(), dispute);
        assert_eq!(serde_json::from_str::<DisputeState>("{}").unwrap(), DisputeState::new());
    }
}
