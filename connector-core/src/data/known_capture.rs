//! What is known of one capture of a payment that is captured in parts.

use serde::{Deserialize, Serialize};

use super::{CaptureResult, PaymentsResponseData};
use crate::id::CaptureId;
use crate::money::Money;
use crate::status::AttemptStatus;

/// What is known of one capture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct KnownCapture {
    /// The capture, as its processor names it.
    pub connector_capture_id: CaptureId,
    /// What became of it: `Charged` says that it is done, however small a part of the payment it is.
    pub status: AttemptStatus,
    /// How much it takes, where that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

impl KnownCapture {
    /// What an answer tells of it, where it names it.
    pub(super) fn of(capture: &CaptureResult) -> Option<Self> {
        let (status, amount) = capture.told();
        let connector_capture_id = capture.connector_capture_id.clone()?;
        Some(Self { connector_capture_id, status, amount })
    }

    /// The capture that is told of by itself: with its own status, or with the payment's, which is about what it
    /// names.
    pub(super) fn alone(told: &PaymentsResponseData) -> Option<Self> {
        use AttemptStatus::{CaptureFailed, CaptureInitiated};
        let status = told.status.status;
        match &told.capture {
            Some(capture) => Self::of(capture),
            None if matches!(status, CaptureInitiated | CaptureFailed) => {
                let connector_capture_id = told.connector_capture_id.clone()?;
                Some(Self { connector_capture_id, status, amount: None })
            }
            None => None,
        }
    }

    /// A capture is ordered, done, and at last may fail at the network all the same.
    const fn age(&self) -> u8 {
        match self.status {
            AttemptStatus::CaptureFailed => 2,
            AttemptStatus::Charged => 1,
            _ => 0,
        }
    }

    /// Takes over what is told of the same capture, and says whether that is new.
    pub(super) fn learn(&mut self, told: Self) -> bool {
        if told.age() > self.age() {
            *self = told;
        } else if told.age() == self.age() && self.amount.is_none() {
            self.amount = told.amount;
        } else {
            return false;
        }
        true
    }
}
