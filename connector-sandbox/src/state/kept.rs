//! The cards and names that processors keep.

use std::collections::{BTreeMap, VecDeque};

use super::REMEMBERED;
use crate::card::Card;
use crate::processor::Processor;

/// What is kept, up to a number; then the oldest goes.
#[derive(Debug, Default)]
pub(super) struct Kept {
    cards: BTreeMap<(Processor, String), Option<Card>>,
    oldest: VecDeque<(Processor, String)>,
}

impl Kept {
    pub(super) fn add(&mut self, processor: Processor, id: &str, card: Option<Card>) {
        let key = (processor, id.to_owned());
        self.cards.insert(key.clone(), card);
        self.oldest.push_back(key);
        if self.oldest.len() > REMEMBERED
            && let Some(oldest) = self.oldest.pop_front()
        {
            self.cards.remove(&oldest);
        }
    }

    pub(super) fn forget(&mut self, processor: Processor, id: &str) -> Option<Option<Card>> {
        self.cards.remove(&(processor, id.to_owned()))
    }

    pub(super) fn card(&self, processor: Processor, id: &str) -> Option<Card> {
        self.cards.get(&(processor, id.to_owned())).cloned().flatten()
    }
}
