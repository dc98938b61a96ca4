//! A text that is put together while the program is compiled, for messages of the derives.

use super::compared::are_same;

/// Room for the longest message that there is use for. What does not fit is left out.
const ROOM: usize = 1024;

#[derive(Debug)]
pub(crate) struct Text {
    bytes: [u8; ROOM],
    length: usize,
}

impl Text {
    pub(crate) const EMPTY: Self = Self { bytes: [0; ROOM], length: 0 };

    pub(crate) const fn push(&mut self, text: &str) {
        // As a whole or not at all, so that no character is cut.
        if text.len() > ROOM.saturating_sub(self.length) {
            return;
        }
        let mut rest = text.as_bytes();
        while let [byte, others @ ..] = rest {
            self.push_byte(*byte);
            rest = others;
        }
    }

    /// The variant of a status by its name: `partial_charged` is `PartialCharged`.
    pub(crate) const fn push_variant(&mut self, name: &str) {
        if name.len() > ROOM.saturating_sub(self.length) {
            return;
        }
        let mut rest = name.as_bytes();
        let mut begins = true;
        while let [byte, others @ ..] = rest {
            if *byte != b'_' {
                self.push_byte(if begins { byte.to_ascii_uppercase() } else { *byte });
            }
            begins = *byte == b'_';
            rest = others;
        }
    }

    /// In decimal digits.
    pub(crate) const fn push_number(&mut self, number: u32) {
        if let (Some(more), Some(digit)) = (number.checked_div(10), number.checked_rem(10)) {
            if more > 0 {
                self.push_number(more);
            }
            let [digit, ..] = digit.to_le_bytes();
            self.push_byte(b'0'.saturating_add(digit));
        }
    }

    /// Several variants, with commas.
    pub(crate) const fn push_variants(&mut self, mut names: &[&str]) {
        while let [first, rest @ ..] = names {
            self.push("`");
            self.push_variant(first);
            self.push(if rest.is_empty() { "`" } else { "`, " });
            names = rest;
        }
    }

    /// One of several names in a sentence, where so many are left with it: `a`, `b` and `c`.
    pub(crate) const fn push_listed(&mut self, name: &str, left: usize) {
        self.push("`");
        self.push(name);
        self.push(match left {
            0 | 1 => "`",
            2 => "` and ",
            _ => "`, ",
        });
    }

    /// What stands between two problems.
    pub(crate) const fn next_problem(&mut self) {
        if self.length > 0 {
            self.push("; ");
        }
    }

    const fn push_byte(&mut self, byte: u8) {
        if let Some((_, [place, ..])) = self.bytes.split_at_mut_checked(self.length) {
            *place = byte;
            self.length = self.length.saturating_add(1);
        }
    }

    pub(crate) const fn ends_with(&self, end: &Self) -> bool {
        let text = self.as_str().as_bytes();
        match text.split_at_checked(text.len().saturating_sub(end.length)) {
            Some((_, last)) => are_same(last, end.as_str().as_bytes()),
            None => false,
        }
    }

    pub(crate) const fn as_str(&self) -> &str {
        let Some((text, _)) = self.bytes.split_at_checked(self.length) else { return "" };
        match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn numbers_are_written_in_digits() {
        for number in [0, 7, 10, 303, u32::MAX] {
            let mut text = Text::EMPTY;
            text.push_number(number);
            assert_eq!(text.as_str(), number.to_string());
        }
    }
}
