//! The answers that are given again.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, VecDeque};
use std::hash::{Hash, Hasher};
use std::time::{Duration, Instant};

use crate::incoming::Incoming;
use crate::processor::Processor;
use crate::reply::Reply;

/// Older answers are forgotten.
const REMEMBERED: usize = 10_000;

/// Within this time the same order is a duplicate, where there are no keys.
const DUPLICATE: Duration = Duration::from_secs(120);

/// The answers to orders, by their keys.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    answers: BTreeMap<(Processor, String), Answer>,
    oldest: VecDeque<(Processor, String)>,
}

#[derive(Debug)]
struct Answer {
    /// Of the whole request; the body itself may have a card number in it.
    fingerprint: u64,
    at: Instant,
    reply: Reply,
}

/// What is known of a key.
#[derive(Debug)]
pub(crate) enum Known {
    /// The same request under the same key.
    Same(Reply),
    /// Another request under the same key.
    Other(Reply),
}

impl Remembered {
    pub(crate) fn find(
        &self,
        processor: Processor,
        key: &str,
        request: &Incoming,
    ) -> Option<Known> {
        let answer = self.answers.get(&(processor, key.to_owned()))?;
        let reply = answer.reply.clone();
        let same = answer.fingerprint == fingerprint(request);
        Some(if same { Known::Same(reply) } else { Known::Other(reply) })
    }

    /// Whether this was ordered within the last two minutes.
    pub(crate) fn is_recent(&self, processor: Processor, key: &str) -> bool {
        let answer = self.answers.get(&(processor, key.to_owned()));
        answer.is_some_and(|answer| answer.at.elapsed() < DUPLICATE)
    }

    pub(crate) fn add(
        &mut self,
        processor: Processor,
        key: String,
        request: &Incoming,
        reply: Reply,
    ) {
        let key = (processor, key);
        let answer = Answer { fingerprint: fingerprint(request), at: Instant::now(), reply };
        if self.answers.insert(key.clone(), answer).is_none() {
            self.oldest.push_back(key);
        }
        if self.oldest.len() > REMEMBERED
            && let Some(oldest) = self.oldest.pop_front()
        {
            self.answers.remove(&oldest);
        }
    }
}

fn fingerprint(request: &Incoming) -> u64 {
    let mut hasher = DefaultHasher::new();
    (request.method.as_str(), &request.path, &request.query, &request.body).hash(&mut hasher);
    hasher.finish()
}
