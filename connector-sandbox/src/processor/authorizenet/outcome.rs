//! What a transaction's status says about the rest of its details.

/// The parts of a transaction that follow from its status.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) transaction_type: &'static str,
    /// 1 approved, 2 declined, 3 error, 4 held for review.
    pub(super) response_code: u8,
    /// Whether money moves, or is about to.
    pub(super) settles: bool,
    /// What became of the batch that the transaction was in, if it was in one.
    pub(super) settlement_state: Option<&'static str>,
}

impl Outcome {
    /// Whether it was ordered to be captured at once, `automatic` says; the status alone does where nobody ordered it.
    pub(super) fn of(status: &str, refund: bool, automatic: Option<bool>) -> Self {
        let response_code = match status {
            "declined" | "failedReview" => 2,
            "communicationError" | "generalError" | "settlementError" => 3,
            "FDSPendingReview" | "FDSAuthorizedPendingReview" | "underReview" => 4,
            _ => 1,
        };
        let authorized_only = matches!(
            status,
            "authorizedPendingCapture"
                | "FDSAuthorizedPendingReview"
                | "authorizedPendingRelease"
                | "expired"
        );
        // It is the type that was ordered, and no later order changes it.
        let at_once = automatic.unwrap_or(!authorized_only && status != "voided");
        let transaction_type = match at_once {
            _ if refund || status.starts_with("refund") => "refundTransaction",
            true => "authCaptureTransaction",
            false => "authOnlyTransaction",
        };
        let settlement_state = match status {
            "settledSuccessfully"
            | "refundSettledSuccessfully"
            | "returnedItem"
            | "chargeback"
            | "chargebackReversal" => Some("settledSuccessfully"),
            "settlementError" => Some("settlementError"),
            _ => None,
        };
        let settles = response_code == 1 && !authorized_only && status != "voided";
        Self { transaction_type, response_code, settles, settlement_state }
    }

    pub(super) fn approved(&self) -> bool {
        self.response_code == 1
    }

    /// The reason that the step names, if it is a number; else the general one of the response code.
    pub(super) fn reason_code(&self, given: Option<&str>) -> u16 {
        let general = match self.response_code {
            4 => 252,
            code => u16::from(code),
        };
        given.and_then(|reason| reason.parse().ok()).unwrap_or(general)
    }

    pub(super) fn description(&self) -> &'static str {
        match self.response_code {
            1 => "Approved.",
            2 => "Declined.",
            3 => "An error stopped the transaction.",
            _ => "Held for review.",
        }
    }
}
