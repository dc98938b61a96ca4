//! The derives at compile time: what they refuse and in which words, what they accept and what
//! comes of it. `ui/README.md` has the list of cases and how to bless the messages.

#[path = "derive/attributes.rs"]
mod attributes;
#[path = "derive/cases.rs"]
mod cases;
#[path = "derive/fields.rs"]
mod fields;
#[path = "derive/generics.rs"]
mod generics;
#[path = "derive/hygiene/mod.rs"]
mod hygiene;
#[path = "derive/macro_rules.rs"]
mod macro_rules;
#[path = "derive/meanings.rs"]
mod meanings;
#[path = "derive/own_flow.rs"]
mod own_flow;
#[path = "derive/template.rs"]
mod template;

/// Every fixture is refused, with exactly the words beside it.
#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/fail/*/*.rs");
}
