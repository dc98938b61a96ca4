//! The main job.

use std::collections::BTreeSet;

use connector_sandbox::{Kind, Processor};

use crate::run::run;

#[test]
fn every_processor_and_flow_goes_as_expected() {
    let ran = run(&["demo", "--format", "json"]).ends(0);
    assert!(!ran.stderr.contains('\r'), "a bar is for terminals: {ran:?}");
    let json = ran.json();
    assert_eq!(json["ok"], true);
    assert_eq!(json["counts"]["unexpected"], 0);
    let cases = json["cases"].as_array().unwrap();
    assert_eq!(json["counts"]["cases"], cases.len());
    let text = |case: &serde_json::Value, member: &str| case[member].as_str().unwrap().to_owned();
    let finals: BTreeSet<(String, String)> = cases
        .iter()
        .filter(|case| case["is_final"] == true && case["class"] == "journey")
        .map(|case| (text(case, "processor"), text(case, "flow")))
        .collect();
    for processor in Processor::ALL {
        for (flow, kind) in [("PSync", Kind::Payment), ("RSync", Kind::Refund)] {
            if !processor.answers(kind) {
                continue;
            }
            let wanted = (processor.name().to_owned(), flow.to_owned());
            assert!(finals.contains(&wanted), "no final status for {wanted:?}");
        }
    }
    let faults: Vec<_> = cases.iter().filter(|case| case["class"] == "fault").collect();
    let answering = Processor::ALL.iter().filter(|processor| processor.answers(Kind::Payment));
    assert!(faults.len() >= 14 * answering.count());
    assert!(faults.iter().all(|case| case["is_final"] != true));
}

/// A connector gains its stories with its flows.
#[test]
fn every_connector_that_authorizes_is_shown_whole_payments() {
    let json = run(&["demo", "--format", "json"]).ends(0).json();
    let cases = json["cases"].as_array().unwrap();
    for connector in connectors::all() {
        let description = connector.describe();
        let goes_without = |name: &str| name == "PSync" && description.why_without(name).is_some();
        let has = |name: &str| {
            description.flows.iter().any(|flow| flow.name == name) || goes_without(name)
        };
        let told = |title: &str| {
            cases.iter().any(|case| {
                case["class"] == "orders"
                    && case["processor"] == connector.name()
                    && case["title"] == title
            })
        };
        for (title, flow) in [
            ("held, taken, given back", "Capture"),
            ("held, taken in part", "Capture"),
            ("held, let go", "Void"),
            ("declined", "PSync"),
        ] {
            let expected = has("Authorize") && has(flow);
            assert_eq!(told(title), expected, "{}: {title}", connector.name());
        }
    }
    let repeated =
        cases.iter().find(|case| case["title"] == "the answer is lost, the order repeated");
    let story = repeated.map(|case| case["story"].to_string()).unwrap_or_default();
    assert!(story.starts_with("[\"Authorize: [transport]\","), "{story}");
    assert_eq!(story.matches("\"Authorize: ").count(), 2, "{story}");
}

#[test]
fn the_text_tells_the_stories() {
    let ran = run(&["demo", "--all"]).ends(0);
    for text in [
        "processing -> processing -> succeeded",
        "a web page with HTTP 200",
        "HTTP 429 with Retry-After",
        "0 unexpected",
        "Card Verified",
    ] {
        assert!(ran.stdout.contains(text), "{text} is not in {ran:?}");
    }
    for line in ran.stdout.lines() {
        assert!(line.chars().count() <= 100, "too long for a terminal: {line}");
    }
}

/// Also where nobody can be asked about a dispute, and webhooks alone tell its end.
#[test]
fn every_dispute_that_can_be_answered_is_shown_to_its_end() {
    let json = run(&["demo", "--format", "json"]).ends(0).json();
    let cases = json["cases"].as_array().unwrap();
    let mut count = 0;
    for processor in Processor::ALL.iter().filter(|one| one.open_dispute().is_some()) {
        for (title, ends) in [
            ("disputed, accepted", ["accepted", "expired", "lost"].as_slice()),
            ("disputed, answered, won", &["won"]),
        ] {
            let told = cases
                .iter()
                .find(|case| case["processor"] == processor.name() && case["title"] == title)
                .unwrap_or_else(|| panic!("{processor}: {title}"));
            assert_eq!(told["is_final"], true, "{told}");
            assert!(ends.iter().any(|end| told["status"] == *end), "{told}");
            count += 1;
        }
    }
    assert_eq!(count, 14);
}

/// A story that is missing at a processor says why, in its connector's words.
#[test]
fn every_story_is_told_at_every_processor_or_why_it_is_not_there() {
    let json = run(&["demo", "--format", "json"]).ends(0).json();
    let text = |one: &serde_json::Value, member: &str| one[member].as_str().unwrap().to_owned();
    // There are several ways to authenticate, of which a processor has one.
    let theme = |title: String| match title.starts_with("authenticated") {
        true => "authenticated".to_owned(),
        false => title,
    };
    let pair =
        |one: &serde_json::Value, member: &str| (text(one, "processor"), theme(text(one, member)));
    let cases = json["cases"].as_array().unwrap().iter();
    let orders = cases.filter(|case| case["class"] == "orders");
    let told: BTreeSet<_> = orders.map(|case| pair(case, "title")).collect();
    let absent = json["absent"].as_array().unwrap();
    let missing: BTreeSet<_> = absent.iter().map(|one| pair(one, "story")).collect();
    assert!(told.is_disjoint(&missing), "{told:?} {missing:?}");
    let stories: BTreeSet<String> = told.iter().map(|(_, story)| story.clone()).collect();
    assert!(stories.len() >= 8, "{stories:?}");
    for processor in Processor::ALL {
        for story in &stories {
            let pair = (processor.name().to_owned(), story.clone());
            assert!(told.contains(&pair) || missing.contains(&pair), "{pair:?}");
        }
    }
    for one in absent {
        let described = connectors::get(one["processor"].as_str().unwrap()).unwrap().describe();
        let said = described.lacks.iter().map(|lacked| lacked.reason);
        let said = said.chain(described.flows.iter().filter_map(|flow| flow.no_idempotency));
        let why = text(one, "why");
        assert!(said.into_iter().any(|said| why.ends_with(said)), "{one}");
    }
}
