//! A response that is declared for a flow about something else: one mistake, at the flow, and not one at each field
//! that the flow's data lacks, at the words, and wherever the response is used.

use syn::Path;

use super::declared::{Response, text};
use super::excuse;
use crate::errors::Errors;
use crate::suggest;

/// What flows are about, by their names: another one is not known, and rustc says what its data lacks.
pub(crate) struct About {
    what: &'static str,
    /// The id by which an answer says which one it is about.
    pub(crate) id: &'static str,
    pub(crate) flows: &'static [&'static str],
    /// The one that asks about it.
    pub(crate) question: &'static str,
    /// What its status is.
    pub(crate) status: &'static str,
}

const PAYMENT: &str = "connector_transaction_id";

/// As they stand in the core's table of flows: a test holds them against it.
pub(crate) const ABOUT: [About; 4] = [
    About {
        what: "a payment",
        id: PAYMENT,
        flows: &[
            "Authorize",
            "PSync",
            "Capture",
            "Void",
            "SetupMandate",
            "RepeatPayment",
            "IncrementalAuthorization",
            "VoidPC",
            "PreAuthenticate",
            "Authenticate",
            "PostAuthenticate",
        ],
        question: "PSync",
        status: "AttemptStatus",
    },
    About {
        what: "a refund",
        id: "connector_refund_id",
        flows: &["Refund", "RSync"],
        question: "RSync",
        status: "RefundStatus",
    },
    About {
        what: "a dispute",
        id: "connector_dispute_id",
        flows: &["Accept", "SubmitEvidence", "DefendDispute", "DSync"],
        question: "DSync",
        status: "DisputeStatus",
    },
    About {
        what: "a payout",
        id: "connector_payout_id",
        flows: &[
            "PayoutCreate",
            "PayoutTransfer",
            "PayoutGet",
            "PayoutVoid",
            "PayoutStage",
            "PayoutCreateLink",
        ],
        question: "PayoutGet",
        status: "PayoutStatus",
    },
];

/// What is told of a payment alone. Its id is told of a refund and of a dispute, too.
const OF_PAYMENTS: [&str; 8] = [
    "amount_captured",
    "capture",
    "captures",
    "connector_authorization_id",
    "connector_capture_id",
    "network_transaction_id",
    "card_last_four",
    "redirect",
];

/// What the flow is about, where that is known.
pub(crate) fn about(flow: &Path) -> Option<&'static About> {
    let name = flow.segments.last()?.ident.to_string();
    ABOUT.iter().find(|about| about.flows.contains(&&*name))
}

/// Leaves those flows out of the response, so that only this is said of them.
pub(super) fn leave_out(response: &mut Response<'_>, errors: &mut Errors) {
    for about in &ABOUT {
        let is_wrong = |flow: &&Path| {
            self::about(flow).is_some_and(|own| own.id == about.id)
                && is_of(response, flow, about).is_some()
        };
        let wrong: Vec<Path> = response.flows.iter().filter(is_wrong).cloned().collect();
        let Some(first) = wrong.first() else { continue };
        let Some(other) = is_of(response, first, about) else { continue };
        let names: Vec<String> = wrong.iter().map(text).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let (listed, are) =
            (suggest::listed_all(&names), if names.len() == 1 { "is" } else { "are" });
        let About { what, id, .. } = about;
        let message = format!(
            "{listed} {are} about {what}, and the response tells a `{}` and no `{id}`: is a flow of {} meant, as `{}` is? If not, \
             mark the `{id}`, or say why there is none: `no_id = \"…\"`",
            other.id, other.what, other.question
        );
        errors.at(first, message);
        response.flows.retain(|flow| !names.contains(&&*text(flow)));
        response.flows_of_fields.extend(wrong);
    }
}

/// What is told of payments alone, in a flow about something else: rustc would say it of each of the flows, and that the
/// amount which was meant is missing.
pub(super) fn has_nothing_of_payments(response: &mut Response<'_>, errors: &mut Errors) {
    let Response { flows, fields, .. } = response;
    fields.retain(|field| {
        let is_elsewhere = |flow: &&Path| {
            field.is_in(flow) && about(flow).is_some_and(|about| about.id != PAYMENT)
        };
        let is_of_payments = OF_PAYMENTS.iter().any(|key| field.key == key);
        let Some(flow) = flows.iter().find(is_elsewhere).filter(|_| is_of_payments) else {
            return true;
        };
        let what = about(flow).map_or("something else", |about| about.what);
        let key = &field.key;
        let instead = if key == "amount_captured" { ": its amount is the `amount`" } else { "" };
        errors.at(key, format!("`{}` is about {what}, which has no `{key}`{instead}", text(flow)));
        false
    });
}

/// What the answer is about instead.
fn is_of(response: &Response<'_>, flow: &Path, about: &About) -> Option<&'static About> {
    let tells = |key: &str| response.field(flow, key).is_some();
    if tells(about.id) || tells("list") || excuse::of_id(response, flow) {
        return None;
    }
    let other = ABOUT.iter().find(|other| other.id != about.id && tells(other.id))?;
    (other.id != PAYMENT || OF_PAYMENTS.iter().any(|key| tells(key))).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::ABOUT;
    use crate::tests::said_of_flows;

    #[test]
    fn they_are_those_of_the_core() {
        let (ids, statuses) = (said_of_flows("id"), said_of_flows("statuses"));
        assert!(ids.len() > 20, "is the table still read? {ids:?}");
        for about in &ABOUT {
            let of_it = ids.iter().filter(|(_, id)| id == about.id);
            let names: Vec<&str> = of_it.map(|(name, _)| name.as_str()).collect();
            assert_eq!(names, about.flows);
            for (name, status) in statuses.iter().filter(|(name, _)| names.contains(&&**name)) {
                assert_eq!(status, about.status, "{name}");
            }
            assert!(about.flows.contains(&about.question));
        }
    }
}
