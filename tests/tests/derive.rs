//! The derives at compile time: what they refuse and in which words, what they accept and what
//! comes of it. `ui/README.md` has the list of cases and how to bless the messages.

#[path = "derive/attributes.rs"]
mod attributes;
#[path = "derive/cases.rs"]
mod cases;
#[path = "derive/counted_in_one_flow.rs"]
mod counted_in_one_flow;
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
#[path = "derive/request_fields.rs"]
mod request_fields;
#[path = "derive/template.rs"]
mod template;

/// Every fixture is refused, with exactly the words beside it.
#[test]
fn mistakes_are_explained() {
    trybuild::TestCases::new().compile_fail("ui/fail/*/*.rs");
}

/// rustc shows lines of the standard library where its sources are installed, and says less where not: a
/// message that tells of its inside is another one on the next machine, and no explanation.
#[test]
fn no_message_tells_of_the_inside_of_the_standard_library() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/fail");
    let mut seen = 0;
    for kind in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(kind.unwrap().path()).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "stderr") {
                let message = std::fs::read_to_string(&file).unwrap();
                assert!(!message.contains("$RUST"), "{}", file.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} messages were found");
}
