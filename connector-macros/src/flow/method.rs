//! The method fits what the flow does: a question changes nothing, and money is not moved by what servers, caches and
//! browsers may send as often as they like (RFC 9110, section 9.2.1).

use super::model::Flow;
use crate::errors::Errors;
use crate::response::another_flow;

/// The flows that move money, by their names. A test holds them against the core's table.
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
    let asks = name == "PSyncByReference"
        || another_flow::about(path).is_some_and(|about| about.question == name);
    let orders = ORDERS.contains(&&*name);
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
    use super::ORDERS;
    use crate::response::another_flow::ABOUT;
    use crate::tests::said_of_flows;

    #[test]
    fn they_are_those_of_the_core() {
        let (orders, others): (Vec<_>, Vec<_>) =
            said_of_flows("moves_money").into_iter().partition(|(_, moves)| moves == "true");
        let names: Vec<&str> = orders.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ORDERS);
        assert!(ABOUT.iter().all(|about| others.iter().any(|(name, _)| name == about.question)));
    }
}
