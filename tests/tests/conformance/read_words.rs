//! The words of a status table, each tried in the place of a described body that has the status.

use std::collections::BTreeSet;

use connector_core::StatusMapping;
use connector_tests::captured::fitting;
use serde_json::{Value, json};

use crate::description::words::words_at;
use crate::responses::{Allowed, Reader};

/// The places of all that can be a word.
fn texts(body: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![(String::new(), body)];
    while let Some((place, value)) = waiting.pop() {
        match value {
            Value::Object(fields) => waiting.extend(
                fields
                    .iter()
                    .map(|(name, value)| (format!("{place}/{}", name.replace('/', "~1")), value)),
            ),
            Value::Array(items) => waiting.extend(
                items.iter().enumerate().map(|(name, value)| (format!("{place}/{name}"), value)),
            ),
            // Of some fields the words are `true` and `false`.
            Value::String(_) | Value::Bool(_) => found.push(place),
            _ => {}
        }
    }
    found.sort_by_key(|place| (place.matches('/').count(), place.clone()));
    found
}

fn with(body: &Value, place: &str, word: &str) -> Value {
    let mut body = body.clone();
    // That there is no word is a word, too.
    let word = if word == "absent" { Value::Null } else { json!(word) };
    *body.pointer_mut(place).unwrap() = word;
    body
}

/// Words that no answer which is made here is read to as the table says: connector, flow, the words, why.
const UNTRIED: &[(&str, &str, &[&str], &str)] = &[
    (
        "cybersource",
        "PSync",
        &[
            "AUTHORIZED_RISK_DECLINED",
            "CANCELLED",
            "DECLINED",
            "FAILED",
            "INVALID_REQUEST",
            "REJECTED",
            "REVERSED",
            "VOIDED",
        ],
        "a capture is asked about here, and of it these words say something else: see `UNREAD`",
    ),
    (
        "klarna",
        "PSync",
        &["AUTHORIZED"],
        "the check for fraud beside it decides here: see `UNREAD`",
    ),
    (
        "mollie",
        "DSync",
        &["charged back", "reversed"],
        "no text is the word, but whether there is a date; both are shown by the sandbox's chargebacks",
    ),
    ("paypal", "Authorize", &["PARTIALLY_CAPTURED"], UNTOLD_BY_AN_ORDER),
    ("paypal", "RepeatPayment", &["PARTIALLY_CAPTURED"], UNTOLD_BY_AN_ORDER),
    ("paypal", "PostAuthenticate", &["PARTIALLY_CAPTURED"], UNTOLD_BY_AN_ORDER),
    ("paypal", "DSync", &["RESOLVED"], "the outcome beside it is told: see `UNREAD`"),
    ("razorpay", "Accept", OF_DISPUTES, NO_DISPUTE),
    ("razorpay", "SubmitEvidence", OF_DISPUTES, NO_DISPUTE),
    ("razorpay", "DefendDispute", OF_DISPUTES, NO_DISPUTE),
    ("razorpay", "DSync", OF_DISPUTES, NO_DISPUTE),
    (
        "stripe",
        "MandateRevoke",
        &["attached", "detached"],
        "no text is the word, but whether there is a customer",
    ),
    (
        "stripe",
        "PSyncByReference",
        &["requires_payment_method"],
        "the error beside it decides here: see `UNREAD`",
    ),
];

const UNTOLD_BY_AN_ORDER: &str =
    "no order tells it, and the order's own word is told: see `UNREAD`";

const OF_DISPUTES: &[&str] = &["closed", "lost", "open", "under_review", "won"];

const NO_DISPUTE: &str = "no dispute is among the bodies, and they have no schema";

/// What is wrong with which words of a flow's table were read to what they mean. Those of an answer by itself are in
/// no body.
pub(crate) fn untried(
    connector: &str,
    flow: &str,
    table: &[StatusMapping],
    read: &BTreeSet<String>,
) -> Option<String> {
    let words = table.iter().map(|line| line.connector_status).filter(|word| *word != "answered");
    let unread: BTreeSet<&str> = words.filter(|word| !read.contains(*word)).collect();
    let row = UNTRIED.iter().find(|row| (row.0, row.1) == (connector, flow));
    let named = row.iter().flat_map(|row| row.2).copied().collect();
    (unread != named)
        .then(|| format!("{connector} {flow}: nothing was read to {unread:?}, named are {named:?}"))
}

/// The places of an answer that have the status, one step behind the other.
pub(crate) type Steps = Vec<Vec<Place>>;

/// A place of a body that has the status.
pub(crate) struct Place {
    body: Value,
    at: String,
    /// The words that the description lists for it.
    described: BTreeSet<String>,
}

/// The places that have the status, one behind the other: what stands in the first is told, and where that part of the
/// body is not there, what stands in the next. Of several at once there is each.
pub(crate) fn places_of_the_status(reader: &Reader<'_>, allowed: &Allowed<'_>) -> Steps {
    let (document, schema) = allowed.described;
    let mut steps = Steps::new();
    let mut body = allowed.body.clone();
    let unlike = "a-word-of-nobody";
    let tells =
        |body: &Value| reader.read(allowed, body).connector_status.as_deref() == Some(unlike);
    while steps.len() < 4 && !tells(&body) {
        let described = |at: &str| words_at(document, schema, at).into_iter().collect();
        let places = texts(&body).into_iter().map(|at| Place {
            described: described(&at),
            body: body.clone(),
            at,
        });
        let mut places: Vec<Place> = places.collect();
        places.sort_by_key(|place| place.described.is_empty());
        places.truncate(150);
        places.retain(|place| tells(&with(&body, &place.at, unlike)));
        // Behind the first, only what is described counts.
        places.retain(|place| steps.is_empty() || !place.described.is_empty());
        let Some(first) = places.first() else { break };
        let rest = (!first.described.is_empty()).then(|| without_the_part(&body, &first.at));
        steps.push(places);
        match rest.flatten() {
            Some(rest) => body = rest,
            None => break,
        }
    }
    steps
}

/// The body without the list that this place is an entry of.
fn without_the_part(body: &Value, place: &str) -> Option<Value> {
    let mut list = place;
    while let Some((outer, _)) = list.rsplit_once('/') {
        list = outer;
        if body.pointer(list)?.is_array() {
            let mut body = body.clone();
            *body.pointer_mut(list)? = json!([]);
            return Some(body);
        }
    }
    None
}

/// All words that are described for one of these places.
pub(crate) fn described(all: &[&Steps]) -> BTreeSet<String> {
    let places = all.iter().copied().flatten().flatten();
    places.flat_map(|place| place.described.clone()).collect()
}

/// Tries every word of the flow's table in the place of the body that has the status. Where there are several such
/// places, in one answer or in several, each word is tried where it is described, and one that is described nowhere
/// in each of them.
pub(crate) fn word_problems(
    reader: &Reader<'_>,
    allowed: &Allowed<'_>,
    steps: &Steps,
    described: &BTreeSet<String>,
    read: &mut BTreeSet<String>,
) -> Vec<String> {
    let words: BTreeSet<&str> =
        reader.flow.statuses.iter().map(|line| line.connector_status).collect();
    let mut problems = Vec::new();
    for places in steps.iter().filter(|_| !words.is_empty()) {
        // Where two places have one, the table is about that which it fits.
        let tried = places.iter().map(|place| {
            let is_own = |word: &&str| {
                place.described.is_empty()
                    || place.described.contains(*word)
                    || !described.contains(*word)
            };
            let own = words.iter().copied().filter(is_own).collect();
            at_place(reader, allowed, place, &own)
        });
        if let Some((own, told)) = tried.min_by_key(|(problems, _)| problems.len()) {
            read.extend(told);
            problems.extend(own);
        }
    }
    problems
}

/// What is wrong with the words of the table in this place, and those that are read as it says.
fn at_place(
    reader: &Reader<'_>,
    allowed: &Allowed<'_>,
    place: &Place,
    words: &BTreeSet<&str>,
) -> (Vec<String>, BTreeSet<String>) {
    let Place { at, described, .. } = place;
    let unknown = described.iter().filter(|word| !words.contains(word.as_str()));
    let mut problems: Vec<String> =
        unknown.map(|word| format!("`{word}` in {at} is described, and has no meaning")).collect();
    let mut read = BTreeSet::new();
    for word in words {
        let body = with(&place.body, at, word);
        let lines = reader.flow.statuses.iter().filter(|line| line.connector_status == *word);
        let meant: Vec<Option<&str>> = lines.map(|line| line.status).collect();
        let told = meant.iter().map(|meaning| {
            let body = fitting(&body, *meaning, |body| reader.read(allowed, body));
            reader.read(allowed, &body).status
        });
        let told: Vec<Option<&str>> = told.collect();
        if told.iter().any(|told| meant.contains(told)) {
            read.insert((*word).to_owned());
        } else {
            let told = told.first().copied().flatten();
            problems.push(format!("`{word}` in {at} is {told:?}, not {meant:?}"));
        }
    }
    (problems, read)
}

/// Else a flow of which no answer is understood would prove nothing, and nobody would see it.
#[test]
fn words_that_nothing_is_read_to_have_to_be_named() {
    let table = [
        StatusMapping::new("open", "opened"),
        StatusMapping::new("won", "won"),
        StatusMapping::new("answered", "accepted"),
    ];
    let read = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    assert_eq!(untried("stripe", "DSync", &table, &read(&["open", "won"])), None);
    assert!(untried("stripe", "DSync", &table, &read(&["open"])).is_some());
    assert!(untried("stripe", "DSync", &table, &read(&[])).is_some());
    assert!(untried("paypal", "DSync", &table, &read(&["open", "won"])).is_some());
    assert!(UNTRIED.iter().all(|row| row.3.len() > 10));
}
