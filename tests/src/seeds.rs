//! Where the fuzz targets begin: the sandbox's answers to every flow, data of every flow, events, credentials, and
//! templates.

use crate::asked::{Asked, STATUSES};
use crate::delivery::cases::bodies;
use crate::delivery::{SENDERS, Sender};
use crate::flow_answers;
use crate::good_answer::GoodAnswer;

/// The name of a target, and bytes for it.
pub type Seed = (&'static str, Vec<u8>);

/// All of them. A connector, a flow or an event that is new has its own by itself.
#[must_use]
pub fn all() -> Vec<Seed> {
    let asked = Asked::all();
    let mut seeds = answers(&asked);
    for (which, asked) in asked.iter().enumerate() {
        seeds.push(("router_data", [&two_bytes(which), asked.data.as_bytes()].concat()));
        let request = asked.build(asked.data.as_bytes()).expect("good data");
        seeds.push(("template", request.uri().path().into()));
    }
    seeds.extend(bodies().flat_map(|(sender, body)| events(sender, body)));
    seeds.extend(SENDERS.iter().flat_map(|sender| events(sender, sender.body)));
    for connector in connectors::all() {
        let fields = connector.describe().credentials.iter();
        let fields = fields.map(|field| format!(r#""{0}":"{0}""#, field.name));
        let json = format!("{{{}}}", fields.collect::<Vec<_>>().join(","));
        seeds.push(("credentials", json.into()));
    }
    seeds
}

fn answers(asked: &[Asked]) -> Vec<Seed> {
    let mut seeds = Vec::new();
    let of_queries = GoodAnswer::of_questions();
    let of_queries = of_queries.map(|good| (good.processor.name(), 0, good.body.clone()));
    let of_flows = flow_answers::all().into_iter();
    let of_flows = of_flows.map(|answer| {
        let number = STATUSES.iter().position(|status| *status == answer.status);
        (answer.name.0, byte(number.unwrap_or_default()), answer.body)
    });
    for (connector, status, body) in of_queries.chain(of_flows) {
        // Every flow of the same processor: its answers are alike.
        for (which, asked) in asked.iter().enumerate() {
            if asked.name.0 == connector {
                let head = two_bytes(which);
                seeds.push(("responses", [&head[..], &[status, 0], body.as_ref()].concat()));
            }
        }
    }
    for which in 0..asked.len() {
        for (number, status) in STATUSES.iter().enumerate() {
            let error = format!(r#"{{"error":{{"code":"c","message":"m"}},"status":{status}}}"#);
            let head = two_bytes(which);
            seeds.push(("responses", [&head[..], &[byte(number), 0], error.as_bytes()].concat()));
        }
    }
    seeds
}

/// The event as its processor signs it, and what it signed as anybody might send it.
fn events(sender: &Sender, body: &str) -> [Seed; 2] {
    let which = SENDERS.iter().position(|one| one.connector == sender.connector);
    let which = byte(which.expect("one of them"));
    let good = sender.deliver(body);
    let value = good.headers.first().map(|(_, value)| value.as_str()).unwrap_or_default();
    let forged = [&[which, 1], value.as_bytes(), b"\n", good.body.as_slice()].concat();
    [("webhooks", [&[which, 0], body.as_bytes()].concat()), ("webhooks", forged)]
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).expect("fewer than 256")
}

fn two_bytes(number: usize) -> [u8; 2] {
    u16::try_from(number).expect("fewer than 65536 flows").to_be_bytes()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::flow_answers::FlowAnswer;

    /// Else a reader of answers would begin with nothing that it understands.
    #[test]
    fn every_flow_begins_with_an_answer_and_most_with_one_that_tells_a_status() {
        let answers = flow_answers::all();
        let named: BTreeSet<_> = answers.iter().map(|answer| answer.name).collect();
        let asked: BTreeSet<_> = Asked::all().iter().map(|asked| asked.name).collect();
        let missing: Vec<_> = asked.difference(&named).collect();
        assert!(missing.is_empty(), "{missing:?}");
        let bad = answers.iter().filter(|answer| !answer.is_good).map(|answer| answer.name);
        let bad: Vec<_> = bad.collect();
        assert!(bad.len() * 4 <= answers.len(), "{} of {}: {bad:?}", bad.len(), answers.len());
        for connector in connectors::all() {
            let good = |one: &&FlowAnswer| one.is_good && one.name.0 == connector.name();
            assert!(answers.iter().filter(good).count() >= 4, "{}", connector.name());
        }
    }
}
