//! What the peer was recorded making of each word of a processor, and what we make of it in the same
//! place of a good answer.

use std::collections::BTreeSet;

use connector_core::Report;
use connector_tests::captured::fitting;
use connector_tests::good_answer::GoodAnswer;
use connector_tests::outside::shared;
use serde_json::Value;

use crate::difference::{Difference, assert_listed};
use crate::peer_adyen;
use crate::peer_requests::name_at_the_peer;
use crate::words;

/// A line of the recording.
pub(crate) struct Line<'a> {
    pub(crate) path: &'a str,
    pub(crate) word: &'a str,
    /// What came of it where nothing is known of the capture, and where it is manual.
    pub(crate) read: [(&'static str, &'a str); 2],
}

pub(crate) fn lines<'a>(recorded: &'a str, connector: &str, flow: &str) -> Vec<Line<'a>> {
    let cells = recorded.lines().map(|line| line.split('\t').collect::<Vec<&str>>());
    let own = cells.filter(|cells| cells[0] == name_at_the_peer(connector) && cells[1] == flow);
    own.map(|cells| Line {
        path: cells[2],
        word: cells[3],
        read: [("", cells[4]), (", captured by hand", cells[5])],
    })
    .collect()
}

/// The peer's status under our names; where it failed to read the answer, it has no information.
pub(crate) fn in_our_words(read: &str) -> String {
    if read.starts_with("error:") {
        return "no_information".to_owned();
    }
    let name = read.to_ascii_lowercase();
    name.strip_prefix("refund_").unwrap_or(&name).to_owned()
}

pub(crate) fn ours(report: &Report) -> String {
    report.status.unwrap_or(report.outcome).to_owned()
}

/// Where the word stands in an answer to our question. To GraphQL the peer puts another one; of what was
/// read in its source, no place is recorded.
fn our_place(path: &str) -> &str {
    match path {
        "data/search/transactions/edges/0/node/status" => "data/payment/status",
        "data/search/refunds/edges/0/node/status" => "data/refund/status",
        "" => "status",
        path => path,
    }
}

/// What stands for a word in the recording's `<…>`.
pub(crate) fn value(word: &str, another: &str) -> Value {
    match word {
        "<unknown_string>" => Value::from("A_WORD_OF_TOMORROW"),
        "<empty_string>" => Value::from(""),
        "<null_status>" => Value::Null,
        "<other_case>" => {
            let lower = another.to_ascii_lowercase();
            let upper = another.to_ascii_uppercase();
            Value::from(if lower == another { upper } else { lower })
        }
        word => Value::from(word),
    }
}

#[test]
fn every_difference_from_the_peers_reading_is_explained() {
    let Some(recorded) = shared("peer/statuses.tsv") else {
        return;
    };
    let mut found = BTreeSet::new();
    let mut compared = 0_usize;
    for good in GoodAnswer::of_questions() {
        let (connector, flow) = (good.processor.name(), good.flow);
        let lines = lines(&recorded, connector, flow);
        let is_recorded =
            recorded.lines().any(|line| line.starts_with(name_at_the_peer(connector)));
        assert!(!is_recorded || !lines.is_empty(), "nothing is recorded of {connector} {flow}");
        let table = words::flow(connector, flow).statuses;
        for Line { path, word, read } in &lines {
            let mut body = good.json();
            if let (Some(fields), true) = (body.as_object_mut(), *path == "messages/resultCode") {
                // With the transaction, nobody would look at the code.
                fields.remove("transaction");
            }
            let another = lines.iter().find(|line| line.path == *path).unwrap().word;
            *body.pointer_mut(&format!("/{}", our_place(path))).unwrap() = value(word, another);
            let read_as = |body: &Value| good.read(body.to_string());
            let meant = table.iter().find(|line| line.connector_status == *word);
            let body = fitting(&body, meant.and_then(|line| line.status), read_as);
            let ours = ours(&read_as(&body));
            for (when, read) in read.iter().filter(|(_, read)| !read.is_empty()) {
                compared = compared.saturating_add(1);
                let peer = in_our_words(read);
                if peer != ours {
                    let [connector, flow] = [connector, flow].map(str::to_owned);
                    let place = if path.is_empty() { our_place(path) } else { path };
                    let what = format!("`{word}` in `{place}`{when}");
                    found.insert(Difference { connector, flow, what, peer, ours: ours.clone() });
                }
            }
        }
    }
    let (of_adyen, also) = peer_adyen::differences(&recorded);
    found.extend(of_adyen);
    compared = compared.saturating_add(also);
    assert!(compared >= 110, "only {compared} readings were compared");
    assert_listed("`", &found);
}
