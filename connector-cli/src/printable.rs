//! Text that is safe to show.

/// The text with its control characters spelt out. What a processor sends, or somebody types, must not
/// move the cursor, rename the window or forge a line.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if (character.is_control() && character != '\n') || is_invisible(character) {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// What changes how its neighbours are read and is not seen itself: marks of direction, joiners, the
/// byte-order mark.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
    )
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn escape_sequences_lose_their_power_and_letters_stay() {
        assert_eq!(printable("a\x1b[2Jb\r\nü\0"), "a\\u{1b}[2Jb\\r\nü\\u{0}");
    }
}
