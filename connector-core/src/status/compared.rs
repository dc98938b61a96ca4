//! Texts that are compared while the program is compiled; `==` is not for constants yet.

// rustc interprets what follows in each crate with a connector, thousands of times. A call is what costs most, and
// after it each step of a loop: so a first byte that differs ends the comparison of two names before it begins, and
// four bytes are compared at a time.

/// Whether one of the names is this one.
pub(crate) const fn has(mut names: &[&str], name: &str) -> bool {
    let name = name.as_bytes();
    while let [first, rest @ ..] = names {
        match (first.as_bytes(), name) {
            ([a, ..], [b, ..]) if *a != *b => (),
            (first, name) => {
                if are_same(first, name) {
                    return true;
                }
            }
        }
        names = rest;
    }
    false
}

/// Whether two texts are the same.
pub(crate) const fn same(left: &str, right: &str) -> bool {
    are_same(left.as_bytes(), right.as_bytes())
}

pub(crate) const fn are_same(text: &[u8], other: &[u8]) -> bool {
    matches!(without(text, other), Some([]))
}

/// What is left of a text behind this start of it.
pub(crate) const fn without<'a>(mut text: &'a [u8], mut start: &[u8]) -> Option<&'a [u8]> {
    while let &[a, b, c, d, ref others @ ..] = start {
        let &[e, f, g, h, ref rest @ ..] = text else { return None };
        if a != e || b != f || c != g || d != h {
            return None;
        }
        start = others;
        text = rest;
    }
    while let &[a, ref others @ ..] = start {
        let &[b, ref rest @ ..] = text else { return None };
        if a != b {
            return None;
        }
        start = others;
        text = rest;
    }
    Some(text)
}
