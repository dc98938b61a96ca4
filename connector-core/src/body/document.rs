//! Documents of GraphQL: the fragments that several share, held against what one spreads, and its operation against
//! the flow.

use crate::flow::Flow;
use crate::status::compared::without;
use crate::status::text::Text;

/// Stops the compiler, in these words, at fragments that lack the one of this name.
#[track_caller]
pub const fn has_fragment(fragments: &str, name: &str, lacking: &'static str) {
    assert!(defines(fragments, name), "{}", lacking);
}

/// Stops the compiler at a query that is to order something, and at a mutation that is to ask (GraphQL, October 2021,
/// section 2.3).
#[track_caller]
pub const fn fits_the_flow<F: Flow>(is_mutation: bool) {
    let (is, does) = match is_mutation {
        false if !F::REPETITION.is_free() => {
            ("` is an order", ", and a `query` changes nothing at the processor: `mutation …`")
        }
        true if F::IS_QUESTION => {
            ("` is a question", ", and a `mutation` changes something at the processor: `query …`")
        }
        _ => return,
    };
    let mut text = Text::EMPTY;
    text.push("`");
    text.push(F::NAME);
    text.push(is);
    text.push(does);
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
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
