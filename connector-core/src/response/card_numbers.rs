//! Masks card numbers in what a processor says in words, whichever card they are of: digits as many as a card has, and
//! with the right check digit. That another number looks like one happens once in ten times; then it is masked, too.

use crate::data::CardNumber;
use crate::secret::Secret;

/// The text without card numbers; `None` where there is none in it.
pub(super) fn without_card_numbers(text: &str) -> Option<String> {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((before, numbers)) =
        rest.find(|sign: char| sign.is_ascii_digit()).and_then(|at| rest.split_at_checked(at))
    {
        let ends = ends(numbers);
        // A date may stand behind the number, as if it were one more group, and a code before it.
        let is_card = |end: &&usize| {
            numbers.get(..**end).is_some_and(|number| CardNumber::new(number).is_ok())
        };
        let card = ends.iter().rev().find(is_card);
        let end = card.or(ends.first()).copied().unwrap_or(numbers.len());
        let (number, behind) = numbers.split_at_checked(end).unwrap_or((numbers, ""));
        shown.push_str(before);
        shown.push_str(if card.is_some() { Secret::MASK } else { number });
        rest = behind;
    }
    shown.push_str(rest);
    (shown != text).then_some(shown)
}

/// The longest number of a card, with something between any two of its digits.
const LONGEST: usize = 37;

/// Where the number may end that a text begins with: behind each of its groups, as on a card.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut end = 0_usize;
    for (at, sign) in text.char_indices() {
        match sign {
            '0'..='9' => end = at.saturating_add(1),
            ' ' | '-' if at == end && end <= LONGEST => ends.push(end),
            _ => break,
        }
    }
    if ends.last() != Some(&end) {
        ends.push(end);
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::without_card_numbers;

    #[test]
    fn a_card_number_is_masked_whoever_has_it() {
        for (said, shown) in [
            ("card 4111111111111111 declined", "card *** declined"),
            ("4111 1111-1111 1111", "***"),
            ("of 4111111111111111, not 5555555555554444.", "of ***, not ***."),
            ("é4111111111111111é", "é***é"),
            ("card 4111111111111111 12/29 declined", "card *** 12/29 declined"),
            ("card 4111-1111-1111-1111 2029-12", "card *** 2029-12"),
            ("51 4111111111111111", "51 ***"),
            ("05 - 4111111111111111 4111111111111111", "05 - *** ***"),
        ] {
            assert_eq!(without_card_numbers(said).as_deref(), Some(shown));
        }
    }

    #[test]
    fn what_is_no_card_number_is_left() {
        for said in [
            "",
            "code 51",
            "4111111111111112",
            // Too short, too long.
            "411111111",
            "41111111111111110000000",
            "2026-11-28 07:55",
            "a - 1 -",
        ] {
            assert_eq!(without_card_numbers(said), None, "{said}");
        }
    }
}
