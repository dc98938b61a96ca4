//! `new` says the same as the derives, whose messages are pinned in `tests/ui`. Where this fails after
//! a change of wording there, the wording here has to follow.

use std::fs;

use super::ACME;
use crate::folder::{TestFolder, workspace};

const TEMPLATE: &str = "/a}/{}/{a b}/{1a}/{payment_id}/{payment_id}/{r#type}";

#[test]
fn a_mistake_has_the_same_message() {
    for (topic, file, answer, message) in [
        ("connector", "bad_name", "", "a connector's name has lower-case letters, digits and `_`"),
        (
            "connector",
            "bad_base_url",
            "--base-url=http://acme.test",
            "a processor's base URL begins",
        ),
        ("connector", "bad_base_url", "--base-url=https://", "a base URL is a scheme and a host"),
        ("template", "wrong_shape", "--reads=GET x", "a URL template begins with `/`"),
        ("template", "wrong_shape", "--reads=GET https://x/y", "a URL template is relative to the"),
        ("template", "wrong_shape", "--reads=GET //x/y", "a URL template that begins with `//`"),
        (
            "template",
            "wrong_shape",
            "--reads=GET /a/../b",
            "the segment `..` would be resolved away",
        ),
        (
            "template",
            "wrong_shape",
            "--reads=GET /pay ments",
            "' ' at offset 4 cannot stand in a path",
        ),
        (
            "status",
            "no_end",
            "--statuses=paid=Charged",
            "no word says that `PSync` failed: map one",
        ),
        ("status", "no_end", "--statuses=no=Failure", "no word says that `PSync` succeeded: map"),
        ("template", "placeholder_syntax", "--reads=GET /{a", "`{` at offset 1 is never closed"),
    ] {
        same(topic, file, if answer.is_empty() { "2pay" } else { "acme" }, answer, message);
    }
    let answer = format!("--reads=GET {TEMPLATE}");
    for message in [
        "`}` at offset 2 closes nothing; a brace that is meant is written `}}`",
        "placeholder `{}` at offset 4 is empty; name a field",
        "placeholder `{a b}` at offset 7 is no field's name",
        "placeholder `{1a}` at offset 13 is no field's name",
        "placeholder `{payment_id}` at offset 31 is there twice",
        "placeholder `{r#type}` at offset 44 stands without `r#`",
    ] {
        same("template", "placeholder_syntax", "acme", &answer, message);
    }
}

fn same(topic: &str, file: &str, name: &str, answer: &str, message: &str) {
    let pinned = workspace().join("tests/ui/fail").join(topic).join(file).with_extension("stderr");
    let pinned = fs::read_to_string(pinned).unwrap();
    assert!(pinned.contains(message), "the derive says otherwise: {message}\n{pinned}");
    let flag = answer.split('=').next().unwrap();
    let answers = ACME.iter().filter(|other| flag.is_empty() || !other.starts_with(flag));
    let answers: Vec<&str> = answers.copied().chain([answer]).filter(|it| !it.is_empty()).collect();
    TestFolder::new().run(&[&["new", name], &answers[..]].concat()).fails(2, message);
}
