//! Text that is safe to show.

/// The text with its control characters spelt out. What a processor sends, or somebody types, must not
/// move the cursor, rename the window or forge a line.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() && character != '\n' {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn escape_sequences_lose_their_power_and_letters_stay() {
        assert_eq!(printable("a\x1b[2Jb\r\nü\0"), "a\\u{1b}[2Jb\\r\nü\\u{0}");
    }
}
