//! What each word that decides about money means, written down a second time and by hand: a table that
//! calls a refused refund a success contradicts nothing that is derived from that table.
//!
//! A word decides where one of its meanings is an end, or money that is held. In `meanings.txt`, a part
//! names a connector, and the flows that it is about, or `event`, or `payment`, `refund`, `dispute` or
//! `mandate` for all others that tell one. What a connector's function makes of a word is not seen here.

use std::collections::{BTreeMap, BTreeSet};

use connector_core::{
    AttemptStatus, DisputeStatus, MandateStatus, RefundStatus, Status, StatusMapping,
};

const ROWS: &str = include_str!("meanings.txt");

/// What decides nothing: somebody is waited for.
const UNDECIDED: &[&str] = &[
    "started",
    "payment_method_awaited",
    "confirmation_awaited",
    "device_data_collection_pending",
    "authentication_pending",
    "authentication_successful",
    "cod_initiated",
    "pending",
    "authorizing",
    "unresolved",
    "void_initiated",
    "capture_initiated",
    "void_post_capture_initiated",
    "manual_review",
    "opened",
    "challenged",
];

/// Flows that make or ask for something beside the money.
const BESIDE: &[&str] = &[
    "CreateOrder",
    "CreateConnectorCustomer",
    "PaymentMethodToken",
    "ServerAuthenticationToken",
    "VerifyWebhookSource",
];

/// A connector, a part of its rows, and a word.
type Place<'a> = (&'a str, &'a str, &'a str);

type Meanings = BTreeSet<String>;

/// The part of a flow's words that have none of their own.
fn kind(flow: &str) -> &str {
    match flow {
        "Refund" | "RSync" => "refund",
        "DSync" | "Accept" | "SubmitEvidence" | "DefendDispute" => "dispute",
        "MandateRevoke" => "mandate",
        _ => "payment",
    }
}

fn rows() -> BTreeMap<Place<'static>, Meanings> {
    let mut rows = BTreeMap::new();
    let mut part: Vec<&str> = Vec::new();
    for line in ROWS.lines() {
        let Some((word, meanings)) = line.split_once(" = ") else {
            part = line.split(' ').collect();
            continue;
        };
        let (connector, flows) = part.split_first().unwrap();
        for flow in flows {
            let meanings = meanings.split(", ").map(str::to_owned).collect();
            let twice = rows.insert((*connector, *flow, word.trim()), meanings);
            assert!(twice.is_none(), "{connector} {flow} {word} is there twice");
        }
    }
    rows
}

/// The lines of an event's table that are those of its flow: a word's own meaning there, or what it means
/// everywhere.
fn of_event(flow: &str, table: &[StatusMapping]) -> Vec<StatusMapping> {
    let has_own =
        |word| table.iter().any(|line| line.flow == Some(flow) && line.connector_status == word);
    let is_of = |line: &&StatusMapping| match line.flow {
        Some(only) => only == flow,
        None => !has_own(line.connector_status),
    };
    table.iter().filter(is_of).copied().collect()
}

/// The words of a table, with those of their meanings that decide.
fn decided(table: &[StatusMapping]) -> BTreeMap<&'static str, Meanings> {
    let mut words: BTreeMap<&str, Meanings> = BTreeMap::new();
    for line in table {
        let meanings = words.entry(line.connector_status).or_default();
        let decides = line.status.filter(|status| !UNDECIDED.contains(status));
        let when = if line.automatic_capture == Some(true) { "automatic " } else { "" };
        meanings.extend(decides.map(|status| format!("{when}{status}")));
    }
    words
}

#[test]
fn what_decides_about_money_means_what_was_written_down_by_hand() {
    let rows = rows();
    let (mut wrong, mut met) = (BTreeSet::new(), BTreeSet::new());
    for connector in connectors::all() {
        let description = connector.describe();
        let flows =
            description.flows.iter().map(|flow| (flow.name, flow.name, flow.statuses.clone()));
        let webhook = description.webhook.iter().flat_map(|webhook| &webhook.events);
        let events =
            webhook.map(|event| (event.flow, "event", of_event(event.flow, event.statuses)));
        for (flow, part, table) in flows.chain(events).filter(|(flow, ..)| !BESIDE.contains(flow)) {
            for (word, meanings) in decided(&table) {
                let places = [part, kind(flow)].map(|part| (connector.name(), part, word));
                let row = places.iter().find_map(|place| rows.get_key_value(place));
                match row {
                    Some((place, written)) if *written == meanings => drop(met.insert(*place)),
                    // An order can lack what a sync has. It tells nothing then, and nothing untrue.
                    Some(_) if meanings.is_empty() && !flow.ends_with("Sync") => {}
                    None if meanings.is_empty() => {}
                    row => drop(wrong.insert(format!(
                        "{} {flow} {word:?}: {meanings:?}, written down {:?}",
                        connector.name(),
                        row.map(|(_, written)| written)
                    ))),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let unmet: Vec<&Place<'_>> = rows.keys().filter(|place| !met.contains(*place)).collect();
    assert!(unmet.is_empty(), "rows of no word: {unmet:?}");
}

/// What a function makes of words is said beside their table: of which word, and that it is another status than the
/// table has for it, one that the flow knows.
#[test]
fn what_a_function_makes_of_a_word_is_said_with_the_word_and_the_status() {
    let mut said = BTreeSet::new();
    for connector in connectors::all() {
        let description = connector.describe();
        let of_flows = description.flows.iter().flat_map(|flow| {
            let by = flow.hooks.iter().find_map(|hook| hook.decided_by);
            by.map(|by| (by, flow.statuses.clone()))
        });
        let events = description.webhook.iter().flat_map(|webhook| &webhook.events);
        let of_events = events
            .filter_map(|event| event.status_by.map(|by| (by.decided_by, event.statuses.to_vec())));
        for (by, table) in of_flows.chain(of_events) {
            let is_named =
                |line: &&StatusMapping| by.contains(&format!("`{}`", line.connector_status));
            let named: Vec<&StatusMapping> = table.iter().filter(is_named).collect();
            assert!(!named.is_empty(), "{}: no word of the table in {by:?}", connector.name());
            let mut words = by.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
            let is_another = |word: &str| {
                AttemptStatus::ALL.iter().any(|status| status.as_name() == word)
                    && named.iter().any(|line| line.status != Some(word))
            };
            assert!(words.any(is_another), "{}: no other status in {by:?}", connector.name());
            said.insert(connector.name());
        }
    }
    assert!(said.len() >= 7, "{said:?}");
}

/// Fails where a status that is an end counts as undecided.
#[track_caller]
fn assert_ends_decide<S: Status>() {
    let mut ends = S::ALL.iter().filter(|status| status.is_terminal()).peekable();
    assert!(ends.peek().is_some());
    for end in ends {
        assert!(!UNDECIDED.contains(&end.name()), "{}", end.name());
    }
}

#[test]
fn what_decides_nothing_ends_nothing() {
    assert_ends_decide::<AttemptStatus>();
    assert_ends_decide::<RefundStatus>();
    assert_ends_decide::<DisputeStatus>();
    assert_ends_decide::<MandateStatus>();
}
