//! `ignores(capture_method = "…")`: that each reason is one for a field that changes what is ordered, and is not sent.

use super::ordered::before_its_currency;
use crate::flow::Flow;
use crate::status::compared::{are_same, has, without};
use crate::status::text::Text;

/// Reasons why fields are not sent.
pub(super) type Reasons = [(&'static str, &'static str)];

/// Stops the compiler at a reason why a field is not sent that changes no order, or that is taken.
#[track_caller]
pub const fn ignores_what_is_ordered<F: Flow>(field: &str, is_taken: bool) {
    assert!(!is_taken, "a field of the request takes it: leave the reason out");
    let (mut ordered, mut is_ordered) = (F::ORDERED, false);
    while let [names, rest @ ..] = ordered {
        is_ordered |= has(names, field);
        ordered = rest;
    }
    if !is_ordered && is_unknown(field, F::FIELDS) {
        let message = unknown(field, F::ORDERED, F::FIELDS);
        assert!(message.as_str().is_empty(), "{}", message.as_str());
    }
    assert!(
        is_ordered,
        "nothing else is asked or ordered by it, so that no reason is needed: leave it out"
    );
}

/// Whether one of the reasons is for a field that there is not: nothing is known then of what it was to be one for.
pub(super) const fn are_misspelt(mut reasons: &Reasons, fields: &[&str]) -> bool {
    while let [(field, _), rest @ ..] = reasons {
        if is_unknown(field, fields) {
            return true;
        }
        reasons = rest;
    }
    false
}

const fn is_unknown(field: &str, fields: &[&str]) -> bool {
    !fields.is_empty() && !has(fields, field)
}

/// Which field may have been meant: the one that is called much alike, or those that may be left out.
const fn unknown(field: &str, mut ordered: &[&[&str]], mut fields: &[&str]) -> Text {
    let mut message = Text::EMPTY;
    message.push("the request of this flow has no field of this name; ");
    while let [known, rest @ ..] = fields {
        if is_like(field.as_bytes(), known.as_bytes()) {
            message.push("did you mean `");
            message.push(known);
            message.push("`?");
            return message;
        }
        fields = rest;
    }
    message.push("what is asked or ordered is said by ");
    let mut is_first = true;
    while let [names, rest @ ..] = ordered {
        if let [name, ..] = names
            && before_its_currency(name.as_bytes()).is_none()
        {
            message.push(if is_first { "`" } else { ", `" });
            message.push(name);
            message.push("`");
            is_first = false;
        }
        ordered = rest;
    }
    message
}

/// Whether one letter is wrong, is missing or is too many, or two stand in each other's place; or the end is missing.
const fn is_like(mut written: &[u8], mut known: &[u8]) -> bool {
    if written.len() > 3 && without(known, written).is_some() {
        return true;
    }
    while let ([a, others @ ..], [b, rest @ ..]) = (written, known)
        && *a == *b
    {
        written = others;
        known = rest;
    }
    match (written, known) {
        ([_, one @ ..], [_, other @ ..]) if are_same(one, other) => true,
        ([_, one @ ..], other) | (other, [_, one @ ..]) if are_same(one, other) => true,
        ([a, b, one @ ..], [c, d, other @ ..]) => *a == *d && *b == *c && are_same(one, other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{are_misspelt, is_like, unknown};

    #[test]
    fn one_letter_may_be_wrong_or_the_end_missing() {
        for (written, alike) in [
            ("off_sesion", true),
            ("off_sessions", true),
            ("off_sassion", true),
            ("off_sessino", true),
            ("off_", true),
            ("off", false),
            ("of_sesion", false),
            ("session_off", false),
            ("", false),
        ] {
            assert_eq!(is_like(written.as_bytes(), b"off_session"), alike, "{written}");
        }
    }

    #[test]
    fn what_was_meant_is_named_or_what_there_is() {
        let ordered: &[&[&str]] = &[&["amount"], &["amount.currency"], &["off_session", "b"]];
        let fields = ["customer", "amount", "off_session"];
        let told = |name| unknown(name, ordered, &fields).as_str().to_owned();
        assert!(told("amuont").ends_with("; did you mean `amount`?"));
        assert!(
            told("x").ends_with("; what is asked or ordered is said by `amount`, `off_session`")
        );
        assert!(are_misspelt(&[("amount", "a"), ("amuont", "b")], &fields));
        assert!(!are_misspelt(&[("amount", "a")], &fields) && !are_misspelt(&[("a", "b")], &[]));
    }
}
