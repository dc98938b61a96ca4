//! Whatever holds a secret is held to show none of it: the core's `never_shown.rs` does that with values, and here is
//! looked for types that it does not name. Data and answers are tried whole, by `data_json.rs` and `response_json.rs`.

use std::collections::BTreeSet;

use crate::{code, is_there, words};

/// Where there is code that secrets come into.
const FOLDERS: [&str; 5] = [
    "connector-core/src",
    "connector-client/src",
    "connectors/src",
    "connector-cli/src",
    "examples/acme/src",
];

/// Types whose values another test shows: the type, and the test.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("Connection", OF_A_CONNECTION),
    ("FlowByName", OF_A_CONNECTION),
    ("TokenSource", OF_A_CONNECTION),
    (
        "Mask",
        "connector-core/src/response/mask.rs::every_occurrence_is_masked_and_short_values_are_left_alone",
    ),
    (
        "HttpClient",
        "tests/tests/end_to_end/secrets.rs::no_field_is_in_the_outcome_of_an_exchange_that_failed",
    ),
    ("HttpConfig", "connector-client/src/config.rs::debug_hides_the_password_of_the_proxy"),
    ("UnverifiedWebhook", "tests/tests/webhooks/asked.rs::before_it_is_opened_it_tells_nothing"),
];

const OF_A_CONNECTION: &str = "tests/tests/end_to_end/secrets.rs::no_field_is_in_what_is_shown_of_a_connection_or_of_a_requests_headers";

/// Types that look as if they held one, and hold none: the type, and why.
const WITHOUT: &[(&str, &str)] = &[
    ("Counted", "an amount"),
    ("BaseUrl", "whoever reads it refuses a user and a password in it"),
    ("Kind", "a URL: no secret can be written into one"),
    ("Registered", "the name of a connector"),
    ("FlowSupport", "the name of a flow"),
    ("FlowDeclaration", "constants"),
    ("Country", "where somebody lives, among millions"),
    ("CardLastFour", "what may be printed of a card"),
    ("CardExpiry", "said of a card whose number is not shown; the JSON form shows it, too"),
    ("Trial", "shows the name of its connector alone; its credentials are made up"),
    ("Answer", "what a processor is to be answered"),
    ("Access", "the sandbox's own credentials, which it is there to show"),
    (
        "ShownRequest",
        "what is to be printed, masked before it is one unless secrets were asked for",
    ),
];

/// A type as it is declared.
#[derive(Debug)]
struct Declared {
    name: String,
    /// The attributes above it.
    above: String,
    /// Its fields or variants.
    body: String,
}

impl Declared {
    fn derives(&self, name: &str) -> bool {
        self.above.contains("derive(") && words(&self.above).any(|word| word == name)
    }

    /// Its fields with a name, each with its type.
    fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let lines =
            self.body.lines().filter_map(|line| line.trim().trim_end_matches(',').split_once(": "));
        lines.map(|(name, of)| (name.rsplit(' ').next().unwrap_or_default(), of))
    }
}

fn indent_of(line: &str) -> usize {
    line.chars().take_while(|sign| *sign == ' ').count()
}

/// The types that a source declares, as rustfmt writes them.
fn declared(source: &str) -> Vec<Declared> {
    let source = source.split("#[cfg(test)]").next().unwrap();
    let mut all = Vec::new();
    let mut above = String::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let text = line.trim();
        let kind = ["struct ", "enum "].into_iter().find_map(|kind| {
            let (before, rest) = text.split_once(kind)?;
            (before.is_empty() || (before.starts_with("pub") && before.ends_with(' ')))
                .then_some(rest)
        });
        let Some(rest) = kind else {
            // Attributes can have several lines; whatever else ends with one of these ends what was above.
            if text.is_empty() || (text.ends_with([';', '}', '{']) && !text.starts_with("#[")) {
                above.clear();
            } else {
                above.push_str(text);
            }
            continue;
        };
        let mut body = rest.to_owned();
        let indent = indent_of(line);
        if !rest.ends_with([';', '}']) {
            for line in lines.by_ref() {
                body.push('\n');
                body.push_str(line);
                let is_out = indent_of(line) == indent;
                if is_out && line.trim_end().ends_with(['}', ';']) {
                    break;
                }
            }
        }
        let name = words(rest).next().unwrap_or_default().to_owned();
        all.push(Declared { name, above: std::mem::take(&mut above), body });
    }
    all
}

/// The types that the core's tests name behind this, `never!(Serialize:` or `hides!`.
fn named(way: &str) -> BTreeSet<String> {
    let core = code("connector-core/src");
    let (_, source) = core.iter().find(|(path, _)| path.ends_with("never_shown.rs")).unwrap();
    let lists = source.lines().filter_map(|line| line.trim().strip_prefix(way));
    let lists = lists.flat_map(|list| words(list).map(str::to_owned).collect::<Vec<_>>());
    lists.collect()
}

/// Those of which a value is shown: a line of `hides!` begins with the type.
fn shown() -> BTreeSet<String> {
    let core = code("connector-core/src");
    let (_, source) = core.iter().find(|(path, _)| path.ends_with("never_shown.rs")).unwrap();
    let lists = source.split("hides! {").skip(1).filter_map(|list| list.split("\n    }\n").next());
    let lines = lists
        .flat_map(str::lines)
        .filter(|line| line.starts_with("        ") && !line.starts_with("         "));
    let types = lines
        .filter_map(|line| line.split_once(": "))
        .filter_map(|(of, _)| words(of.trim()).next());
    types.map(str::to_owned).collect()
}

/// Why a type has to be shown; `None` where it need not be. A `Debug` that is derived shows what those of its fields
/// show, and so what these hide is hidden.
fn reason(one: &Declared, by_hand: &BTreeSet<String>) -> Option<String> {
    const TEXTS: [&str; 6] = ["String", "str", "Bytes", "u8", "RawValue", "Value"];
    const SECRETS: [&str; 18] = [
        "token",
        "secret",
        "password",
        "key",
        "cryptogram",
        "cavv",
        "cvc",
        "cvv",
        "iban",
        "email",
        "phone",
        "content",
        "body",
        "payload",
        "pan",
        "cookie",
        "credentials",
        "pem",
    ];
    if by_hand.contains(&one.name) {
        return Some("writes its `Debug` by hand".to_owned());
    }
    // The wrapping that wipes a text shows it.
    if words(&one.body).any(|word| word == "Zeroizing") {
        return Some("is wiped".to_owned());
    }
    let mut raw = one.fields().filter(|(name, of)| {
        let is_secret = name.split('_').any(|word| SECRETS.contains(&word));
        is_secret && words(of).any(|word| TEXTS.contains(&word)) && !of.contains("'static")
    });
    let (field, _) = raw.next().filter(|_| one.derives("Debug"))?;
    Some(format!("derives `Debug`, and its `{field}` is plain text"))
}

#[test]
fn whatever_holds_a_secret_is_shown_by_a_test_that_looks_for_it() {
    let known = shown();
    assert!(known.contains("Secret") && known.len() > 15, "{known:?}");
    let elsewhere: BTreeSet<&str> =
        SHOWN_ELSEWHERE.iter().chain(WITHOUT).map(|row| row.0).collect();
    for (name, test) in SHOWN_ELSEWHERE {
        assert!(is_there(test), "{name}: `{test}` is not there");
    }
    let (mut missing, mut met) = (Vec::new(), BTreeSet::new());
    for folder in FOLDERS {
        let sources = code(folder);
        for (path, source) in sources.iter().filter(|(path, _)| !path.ends_with("never_shown.rs")) {
            let source = source.split("#[cfg(test)]").next().unwrap();
            let by_hand = source.split("Debug for ").skip(1).filter_map(|rest| words(rest).next());
            let by_hand: BTreeSet<String> = by_hand.map(str::to_owned).collect();
            for one in declared(source) {
                let Some(reason) = reason(&one, &by_hand) else { continue };
                if elsewhere.contains(one.name.as_str()) {
                    met.insert(one.name.clone());
                } else if !known.contains(&one.name) {
                    missing.push(format!("{}: `{}` {reason}", path.display(), one.name));
                }
            }
        }
    }
    assert!(missing.is_empty(), "shown by no test:\n{}", missing.join("\n"));
    let idle: Vec<&&str> = elsewhere.iter().filter(|name| !met.contains(**name)).collect();
    assert!(idle.is_empty(), "named for nothing: {idle:?}");
}

/// `never!` does not compile where a type is shown or written; nothing else says that it is asked about all of them.
#[test]
fn whatever_is_sensitive_is_held_to_be_neither_shown_nor_written() {
    let lists = ["never!(fmt::Display:", "never!(Serialize:"].map(named);
    let mut sensitive = 0;
    for (path, source) in &code("connector-core/src") {
        for name in source.split("Sensitive for ").skip(1).filter_map(|rest| words(rest).next()) {
            assert!(lists.iter().all(|list| list.contains(name)), "{}: {name}", path.display());
            assert!(shown().contains(name), "{}: {name}", path.display());
            sensitive += 1;
        }
    }
    assert!(sensitive >= 3, "only {sensitive}");
}

/// The search itself: what it has to find, in code as rustfmt writes it.
#[test]
fn a_type_that_holds_a_secret_is_found() {
    let none = BTreeSet::new();
    let found = |source: &str| {
        let all = declared(source);
        let [one] = &all[..] else { panic!("{all:?}") };
        reason(one, &none)
    };
    for source in [
        "#[derive(Debug)]\npub struct A(Zeroizing<String>);",
        "/// A.\n#[derive(Clone)]\nstruct A {\n    a: u8,\n    b: Zeroizing<Vec<u8>>,\n}",
        "#[derive(\n    Debug,\n    Clone,\n)]\npub(crate) struct A {\n    pub access_token: Box<str>,\n}",
        "#[derive(Debug)]\nenum A {\n    B {\n        card_pan: String,\n    },\n}",
        "#[derive(Debug)]\npub struct A<T>\nwhere\n    T: Copy,\n{\n    body: Option<Bytes>,\n}",
    ] {
        assert!(found(source).is_some(), "{source}");
    }
    for source in [
        "pub struct A {\n    token: String,\n}",
        "#[derive(Debug)]\npub struct A {\n    token: TokenId,\n}",
        "#[derive(Debug)]\npub struct A;",
    ] {
        assert_eq!(found(source), None, "{source}");
    }
}
