//! The fragments of GraphQL that several documents share, held against what a document spreads.

use crate::status::flow_statuses::without;

/// Stops the compiler, in these words, at fragments that lack the one of this name.
#[track_caller]
pub const fn has_fragment(fragments: &str, name: &str, lacking: &'static str) {
    assert!(defines(fragments, name), "{}", lacking);
}

/// Whether there is a `fragment name` (GraphQL, October 2021, section 2.8).
const fn defines(fragments: &str, name: &str) -> bool {
    let mut rest = fragments.as_bytes();
    while let [_, behind @ ..] = rest {
        if let Some(after @ [b' ' | b'\t' | b'\r' | b'\n', ..]) = without(rest, b"fragment")
            && let Some(left) = without(after.trim_ascii_start(), name.as_bytes())
            && !matches!(left, [b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..])
        {
            return true;
        }
        rest = behind;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::defines;

    #[test]
    fn a_fragment_is_defined_by_its_whole_name() {
        let fragments = "fragment Paid on Payment { id ...Told } fragment\n  Told_2 on Payment{id}";
        for (name, there) in
            [("Paid", true), ("Told_2", true), ("Told", false), ("Pai", false), ("Payment", false)]
        {
            assert_eq!(defines(fragments, name), there, "{name}");
        }
        assert!(!defines("", "Paid"));
        assert!(!defines("fragment", "Paid"));
    }
}
