//! Nothing that changes what is ordered is dropped in silence: each such field of the data is taken by the
//! request or refused, or the connector does not compile.

use super::ignored::{self, Reasons};
use crate::connector::Integration;
use crate::describe::{AmountPart, Place};
use crate::flow::Flow;
use crate::status::compared::{are_same, has, without};
use crate::status::text::Text;

/// Stops the compiler at an order that moves money and sends no idempotency key (`is_keyed`), and at a request
/// that neither takes what changes the order nor refuses it. Of the latter only declarations are asked
/// (`is_declared`): what a transformer written by hand reads is not known here. A value that is made of the
/// whole request says of what (`taken`).
#[track_caller]
pub const fn orders_as_asked<C: Integration<F>, F: Flow>(
    is_keyed: bool,
    is_declared: bool,
    taken: &[&str],
) {
    let has_no_key = F::REPETITION.needs_key() && !is_keyed;
    // rustc interprets this for every flow: where nothing is wrong, no message is begun.
    if !has_no_key && (!is_declared || F::ORDERED.is_empty()) {
        return;
    }
    let (places, reasons) = (C::DECLARATION.places, C::DECLARATION.ignores);
    let drops = is_declared && is_any_missing(F::ORDERED, places, taken, reasons);
    if !has_no_key && !drops {
        return;
    }
    let mut problems = Text::EMPTY;
    if has_no_key {
        problems.push(NO_KEY);
    }
    if drops
        && !are_misspelt(places, taken, F::FIELDS)
        && !ignored::are_misspelt(reasons, F::FIELDS)
    {
        missing(&mut problems, F::ORDERED, places, taken, reasons);
    }
    let problems = problems.as_str();
    assert!(problems.is_empty(), "{}", problems);
}

const fn is_any_missing(
    mut ordered: &[&[&str]],
    places: &[Place],
    taken: &[&str],
    ignored: &Reasons,
) -> bool {
    while let [names, rest @ ..] = ordered {
        if is_missing(names, places, taken, ignored) {
            return true;
        }
        ordered = rest;
    }
    false
}

/// Whether none of these names, which say the same, is taken or left out for a reason.
const fn is_missing(names: &[&str], places: &[Place], taken: &[&str], ignored: &Reasons) -> bool {
    !is_one_taken(names, places, taken) && !is_one_ignored(names, ignored)
}

/// Whether one of the sources names no field of the request: rustc says so, and of what the field should have
/// been nothing is known.
const fn are_misspelt(places: &[Place], mut taken: &[&str], fields: &[&str]) -> bool {
    if fields.is_empty() {
        return false;
    }
    while let [field, rest @ ..] = taken {
        if !has(fields, field) {
            return true;
        }
        taken = rest;
    }
    name_nothing(places, b"request.", fields)
}

/// Whether one of the sources that begin so names none of these fields.
pub(crate) const fn name_nothing(mut places: &[Place], root: &[u8], fields: &[&str]) -> bool {
    while let [place, rest @ ..] = places {
        if let Some(source) = place.from
            && let Some(source) = without(source.as_bytes(), root)
            && !is_one_of(source, fields)
        {
            return true;
        }
        places = rest;
    }
    false
}

/// Whether what is left of a source is one of these fields, or a part of one.
const fn is_one_of(source: &[u8], mut fields: &[&str]) -> bool {
    while let [field, rest @ ..] = fields {
        if matches!(without(source, field.as_bytes()), Some([] | [b'.', ..])) {
            return true;
        }
        fields = rest;
    }
    false
}

const NO_KEY: &str = "a second one could be carried out, too, and the flow sends no idempotency key by which an order that is sent twice \
                      is carried out once: give a field `from = request.idempotency_key`, or say what \
                      prevents it otherwise, `no_idempotency = \"\u{2026}\"`";

/// Stops the compiler at a reason for what nobody expects.
#[track_caller]
pub const fn has_an_order_to_excuse<F: Flow>() {
    assert!(
        F::REPETITION.needs_key(),
        "the flow is paid for once however often it is sent, and needs no idempotency key: leave this out"
    );
}

/// Adds all that is missing to the message.
const fn missing(
    message: &mut Text,
    mut ordered: &[&[&str]],
    places: &[Place],
    taken: &[&str],
    ignored: &Reasons,
) {
    let mut is_first = true;
    while let [names, rest @ ..] = ordered {
        if let [name, ..] = names
            && is_missing(names, places, taken, ignored)
        {
            if is_first {
                message.push(if message.as_str().is_empty() { "" } else { "; " });
                message.push(
                    "no field of this request takes all that says what is asked or ordered: ",
                );
            } else {
                message.push(", ");
            }
            message.push("`request.");
            message.push(name);
            message.push("`");
            is_first = false;
        }
        ordered = rest;
    }
    if !is_first {
        message.push(
            "; give each a field, `#[connector_flow(from = request.\u{2026})]`; what an order may be without, and the \
             processor cannot be told, is an `Option<NotTaken>`, which refuses it, or an `Option<NotWanted>`, which \
             refuses it only where it is wanted; or say that a value which is made of the whole request is made of it, too: \
             `from = request, takes(\u{2026})`; or say why nothing is lost: `ignores(\u{2026} = \"\u{2026}\")`",
        );
    }
}

const fn is_one_taken(mut names: &[&str], places: &[Place], taken: &[&str]) -> bool {
    while let [name, rest @ ..] = names {
        if !taken.is_empty() && (has(taken, name) || is_currency_taken(taken, name)) {
            return true;
        }
        if is_taken(name, places) {
            return true;
        }
        names = rest;
    }
    false
}

/// Whether one of the values is made of the field of this name. Of an amount there are two: the currency alone is no
/// amount, and the number alone no currency (`amount.currency`).
const fn is_taken(name: &str, mut places: &[Place]) -> bool {
    let name = name.as_bytes();
    let amount = before_its_currency(name);
    while let [place, rest @ ..] = places {
        if let Some(from) = place.from
            && let [b'r', b'e', b'q', b'u', b'e', b's', b't', b'.', source @ ..] = from.as_bytes()
        {
            let is_whole = matches!(amount, Some(amount) if are_same(source, amount))
                && !matches!(place.part, AmountPart::Number);
            let is_part = matches!(without(source, name), Some([] | [b'.', ..]))
                && (amount.is_some() || !matches!(place.part, AmountPart::Currency));
            if is_whole || is_part {
                return true;
            }
        }
        places = rest;
    }
    false
}

const fn is_one_ignored(names: &[&str], mut ignored: &Reasons) -> bool {
    while let [(field, _), rest @ ..] = ignored {
        // Without the amount its currency says nothing.
        if has(names, field) || matches!(names, [name, ..] if is_currency_taken(&[*field], name)) {
            return true;
        }
        ignored = rest;
    }
    false
}

/// Whether the amount is taken whose currency this is.
const fn is_currency_taken(mut taken: &[&str], name: &str) -> bool {
    let Some(amount) = before_its_currency(name.as_bytes()) else { return false };
    while let [field, rest @ ..] = taken {
        if are_same(field.as_bytes(), amount) {
            return true;
        }
        taken = rest;
    }
    false
}

/// `amount` of `amount.currency`.
pub(super) const fn before_its_currency(name: &[u8]) -> Option<&[u8]> {
    match name {
        [amount @ .., b'.', b'c', b'u', b'r', b'r', b'e', b'n', b'c', b'y'] => Some(amount),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::declared::place;

    fn message(ordered: &[&[&str]], places: &[Place], ignored: &Reasons) -> String {
        let mut message = Text::EMPTY;
        missing(&mut message, ordered, places, &[], ignored);
        message.as_str().to_owned()
    }

    #[test]
    fn a_field_is_taken_as_it_is_or_in_part_and_not_by_a_name_that_begins_alike() {
        for (source, is_taken) in [
            ("request.amount", true),
            ("request.amount.currency", true),
            ("request", false),
            ("request.amount_to_capture", false),
            ("request.am", false),
            ("requested.amount", false),
            ("resource_common_data.amount", false),
            ("auth", false),
            ("", false),
        ] {
            let places = [place("a", "body", source)];
            assert_eq!(is_one_taken(&["amount"], &places, &[]), is_taken, "{source}");
            let told = message(&[&["amount"]], &places, &[]);
            assert_eq!(told.is_empty(), is_taken, "{source}");
        }
    }

    #[test]
    fn of_an_amount_a_currency_is_not_the_number_and_a_number_not_the_currency() {
        let at = |part| [Place { part, ..place("a", "body", "request.amount") }];
        let takes = |name: &str, part| is_one_taken(&[name], &at(part), &[]);
        for (part, number, currency) in [
            (AmountPart::Any, true, true),
            (AmountPart::Number, true, false),
            (AmountPart::Currency, false, true),
        ] {
            assert_eq!(takes("amount", part), number, "{part:?}");
            assert_eq!(takes("amount.currency", part), currency, "{part:?}");
        }
        let alone =
            Place { part: AmountPart::Currency, ..place("a", "body", "request.amount.currency") };
        assert!(is_one_taken(&["amount.currency", "currency"], &[alone], &[]));
        assert!(!is_one_taken(&["amount"], &[alone], &[]));
        assert!(is_one_taken(&["amount.currency"], &[], &["amount"]));
    }

    #[test]
    fn of_a_misspelt_source_nothing_is_said_a_second_time() {
        let fields = ["amount", "customer"];
        for (source, misspelt) in [
            ("request.amount", false),
            ("request.customer.name", false),
            ("request", false),
            ("auth.amounts", false),
            ("request.amounts", true),
            ("request.custom", true),
        ] {
            let places = [place("a", "body", source)];
            assert_eq!(are_misspelt(&places, &["amount"], &fields), misspelt, "{source}");
            assert!(!are_misspelt(&places, &[], &[]), "{source}");
        }
        assert!(are_misspelt(&[], &["amount", "amuont"], &fields));
    }

    #[test]
    fn what_a_value_of_the_whole_request_says_that_it_takes_is_taken() {
        let places = [place("a", "body", "request")];
        assert!(!is_one_taken(&["amount"], &places, &[]));
        assert!(is_one_taken(&["total", "amount"], &places, &["currency", "amount"]));
    }

    #[test]
    fn all_that_is_missing_is_named_at_once_and_one_of_two_that_say_the_same_is_enough() {
        let places = [place("a", "body", "request.additional_amount")];
        let ordered: &[&[&str]] =
            &[&["capture_method"], &["total_amount", "additional_amount"], &["off_session"]];
        let told = message(ordered, &places, &[]);
        let named = "no field of this request takes all that says what is asked or ordered: `request.capture_method`, \
                     `request.off_session`; give each a field";
        assert!(told.starts_with(named), "{told}");
        let excused = message(ordered, &places, &[("capture_method", "a"), ("off_session", "b")]);
        assert_eq!(excused, "");
    }
}
