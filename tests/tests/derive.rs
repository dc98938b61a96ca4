//! The derives at compile time: what they refuse and in which words, what they accept and what
//! comes of it. `ui/README.md` has the list of cases and how to bless the messages.

/// Every fixture is refused, with exactly the words beside it.
#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/fail/*/*.rs");
}
