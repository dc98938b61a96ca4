//! What our statuses are called, kind by kind. A name that is none is rustc's to report; but what is said once for several
//! kinds would be reported once for each of them.

use quote::ToTokens as _;
use syn::{Ident, Path};

use super::meaning::variant;
use crate::suggest;

/// As they stand in the core: a test holds them against it.
const NAMES: [(&str, &[&str]); 7] = [
    (
        "AttemptStatus",
        &[
            "Started",
            "PaymentMethodAwaited",
            "ConfirmationAwaited",
            "DeviceDataCollectionPending",
            "AuthenticationPending",
            "AuthenticationSuccessful",
            "CodInitiated",
            "Pending",
            "Authorizing",
            "Unresolved",
            "PartiallyAuthorized",
            "Authorized",
            "VoidInitiated",
            "VoidFailed",
            "CaptureInitiated",
            "CaptureFailed",
            "PartialChargedAndChargeable",
            "VoidPostCaptureInitiated",
            "Charged",
            "PartialCharged",
            "VoidedPostCapture",
            "AutoRefunded",
            "Voided",
            "Expired",
            "AuthenticationFailed",
            "AuthorizationFailed",
            "RouterDeclined",
            "Failure",
        ],
    ),
    ("RefundStatus", &["Pending", "ManualReview", "Success", "Failure", "TransactionFailure"]),
    ("DisputeStatus", &["Opened", "Challenged", "Expired", "Accepted", "Cancelled", "Won", "Lost"]),
    (
        "PayoutStatus",
        &[
            "RequiresCreation",
            "RequiresPayoutMethodData",
            "RequiresVendorAccountCreation",
            "RequiresConfirmation",
            "RequiresFulfillment",
            "Pending",
            "Initiated",
            "Success",
            "Reversed",
            "Cancelled",
            "Expired",
            "Ineligible",
            "Failed",
        ],
    ),
    ("MandateStatus", &["Pending", "Active", "RevokeFailed", "Inactive", "Revoked"]),
    ("CreationStatus", &["Pending", "Created", "Failure"]),
    ("VerificationStatus", &["Pending", "Verified", "NotVerified"]),
];

fn of(target: &str) -> &'static [&'static str] {
    NAMES.iter().find(|(name, _)| *name == target).map_or(&[], |(_, names)| *names)
}

/// Which of these kinds have no status of this name.
pub(super) fn lacking<'t>(status: &Path, targets: &[&'t Ident]) -> Vec<&'t Ident> {
    let name = variant(status).to_token_stream().to_string();
    let lacks = |target: &&&Ident| !of(&target.to_string()).contains(&&*name);
    targets.iter().filter(lacks).copied().collect()
}

/// The kinds that have each of these statuses.
pub(super) fn having(statuses: &[&Path]) -> Vec<&'static str> {
    let names: Vec<String> =
        statuses.iter().map(|status| variant(status).to_token_stream().to_string()).collect();
    let has_all = |(_, known): &&(&str, &[&str])| names.iter().all(|name| known.contains(&&**name));
    NAMES.iter().filter(has_all).map(|(kind, _)| *kind).collect()
}

/// That no kind of several has this status.
pub(super) fn of_none(status: &Path, targets: &[&Ident]) -> String {
    let name = variant(status).to_token_stream().to_string();
    let kinds: Vec<String> = targets.iter().map(ToString::to_string).collect();
    let known: Vec<&str> = kinds.iter().flat_map(|kind| of(kind)).copied().collect();
    let similar = suggest::closest(&name, &known).or_else(|| begins_alike(&name, &known));
    let similar = similar.map(|similar| format!("; did you mean `{similar}`?"));
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    format!(
        "no status of {} is called `{name}`{}",
        suggest::listed(&kinds),
        similar.unwrap_or_default()
    )
}

/// The one name that begins as this one does: `Failure` for `Failed`.
fn begins_alike<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let start = name.get(..4)?;
    let mut alike = known.iter().filter(|known| known.starts_with(start));
    let first = alike.next()?;
    alike.all(|other| other == first).then_some(*first)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{NAMES, begins_alike};

    /// The names in one of the core's files: `Charged = "charged", Nobody;`.
    fn declared(target: &str) -> Vec<String> {
        let kind = target.trim_end_matches("Status").to_lowercase();
        let file = ["..", "connector-core", "src", "status", &format!("{kind}.rs")];
        let path: PathBuf = std::iter::once(env!("CARGO_MANIFEST_DIR")).chain(file).collect();
        let source = std::fs::read_to_string(path).unwrap();
        let line = |line: &str| {
            let (name, rest) = line.trim().split_once(" = \"")?;
            rest.ends_with(';').then(|| name.to_owned())
        };
        source.lines().filter_map(line).collect()
    }

    #[test]
    fn they_are_those_of_the_core() {
        for (target, names) in NAMES {
            assert_eq!(declared(target), names, "{target}");
        }
    }

    #[test]
    fn a_name_that_ends_otherwise() {
        let known = ["Pending", "Success", "Failure", "Pending", "Failure"];
        assert_eq!(begins_alike("Failed", &known), Some("Failure"));
        assert_eq!(begins_alike("Succeeded", &known), Some("Success"));
        assert_eq!(begins_alike("Open", &known), None);
        assert_eq!(begins_alike("Charging", &["Charged", "ChargedBack"]), None);
    }
}
