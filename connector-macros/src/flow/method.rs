//! The method fits what the flow does: a question changes nothing, and money is not moved by what servers, caches and
//! browsers may send as often as they like (RFC 9110, section 9.2.1).

use super::model::Flow;
use crate::errors::Errors;

/// The flows that ask what is, by their names: of others nothing is known.
const QUESTIONS: [&str; 5] = ["PSync", "PSyncByReference", "RSync", "DSync", "PayoutGet"];

/// Those that move money. A test holds both against the core's table.
const ORDERS: [&str; 15] = [
    "Authorize",
    "Capture",
    "Void",
    "Refund",
    "SetupMandate",
    "RepeatPayment",
    "IncrementalAuthorization",
    "VoidPC",
    "PostAuthenticate",
    "Accept",
    "PayoutCreate",
    "PayoutTransfer",
    "PayoutVoid",
    "PayoutStage",
    "PayoutCreateLink",
];

/// Whether it does, as far as that is known: else the body may be one of the method that was meant.
pub(super) fn check(flow: &Flow<'_>, errors: &mut Errors) -> bool {
    let (Some(path), Some(method)) = (&flow.flow, &flow.method) else { return true };
    let Some(name) = path.segments.last().map(|last| last.ident.to_string()) else { return true };
    let errors_before = errors.count();
    let method = &method.0;
    let (asks, orders) = (QUESTIONS.contains(&&*name), ORDERS.contains(&&*name));
    if asks && ["Put", "Patch", "Delete"].iter().any(|changes| method == changes) {
        let written = method.to_string().to_uppercase();
        let message = format!(
            "`{name}` asks, and a {written} changes something: `Get`, or `Post` where the processor is asked so"
        );
        errors.at(method, message);
    }
    if orders && method == "Get" {
        let message = format!(
            "`{name}` moves money, and a GET only asks: `Post`, `Put`, `Patch` or `Delete`"
        );
        errors.at(method, message);
    }
    errors.count() == errors_before
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{ORDERS, QUESTIONS};

    #[test]
    fn they_are_those_of_the_core() {
        let file = ["..", "connector-core", "src", "dispatch", "flows.rs"];
        let path: PathBuf = std::iter::once(env!("CARGO_MANIFEST_DIR")).chain(file).collect();
        let source = std::fs::read_to_string(path).unwrap();
        let (mut name, mut orders, mut others) = ("", Vec::new(), Vec::new());
        for line in source.lines() {
            if let Some((flow, "{")) = line.trim().split_once(' ')
                && let Some((flow, _)) = flow.split_once('(')
            {
                name = flow;
            } else if let Some(moves) = line.trim().strip_prefix("moves_money: ") {
                if moves == "true," { &mut orders } else { &mut others }.push(name);
            }
        }
        assert_eq!(orders, ORDERS);
        // It is PSync in all but how it is asked, and no line of the table.
        let asked = QUESTIONS.iter().filter(|name| **name != "PSyncByReference");
        assert!({ asked }.all(|name| others.contains(name)));
    }
}
