//! What the flows of a response need to be told of id and amount, held against what it tells: what several of them lack
//! is one mistake.

use super::integrity::{Evidence, Integrity};
use crate::flow::Flow;
use crate::status::compared::same;
use crate::status::text::Text;

/// What a flow needs to be told, and what a response says of it.
#[derive(Debug, Clone, Copy)]
pub struct Needed {
    flow: &'static str,
    id: Option<&'static str>,
    amount: Option<&'static str>,
    told: Integrity,
}

impl Needed {
    /// By the flow `F`.
    pub(super) const fn by<F: Flow>(told: Integrity) -> Self {
        // It is called PSync, as what it stands beside is: here both may be meant.
        let flow = if F::BY_REFERENCE { "PSyncByReference" } else { F::NAME };
        Self { flow, id: F::ID, amount: F::AMOUNT, told }
    }

    /// The field that is told nowhere, without a reason.
    const fn lacks(&self, part: &Part) -> Option<&'static str> {
        let (field, evidence) = match part {
            Part::Id => (self.id, self.told.id),
            Part::Amount => (self.amount, self.told.amount),
        };
        if matches!(evidence, Evidence::Unsaid) { field } else { None }
    }
}

enum Part {
    Id,
    Amount,
}

/// Stops the compiler where a part that one of these flows needs is told nowhere and nobody says why.
#[track_caller]
pub const fn tells_all(flows: &[Needed]) {
    // Of hundreds of flows nearly all: the text is not even begun.
    if are_told(flows) {
        return;
    }
    let mut text = Text::EMPTY;
    lacking(&mut text, flows, &Part::Id, "no_id");
    lacking(&mut text, flows, &Part::Amount, "no_amount");
    let problem = text.as_str();
    assert!(problem.is_empty(), "{}", problem);
}

const fn are_told(mut flows: &[Needed]) -> bool {
    while let [flow, others @ ..] = flows {
        if flow.lacks(&Part::Id).is_some() || flow.lacks(&Part::Amount).is_some() {
            return false;
        }
        flows = others;
    }
    true
}

/// Each field once, with all the flows that need it.
const fn lacking(text: &mut Text, flows: &[Needed], part: &Part, key: &str) {
    let mut rest = flows;
    while let [flow, others @ ..] = rest {
        let (before, _) = flows.split_at(flows.len().saturating_sub(rest.len()));
        if let Some(field) = flow.lacks(part)
            && how_many(before, part, field) == 0
        {
            text.next_problem();
            names(text, rest, part, field);
            text.push(if how_many(rest, part, field) == 1 {
                " needs the `"
            } else {
                " need the `"
            });
            text.push(field);
            text.push(
                "`, and the response does not say where it is: mark a field `#[flow_response(",
            );
            text.push(field);
            text.push(")]`, or say why there is none: `");
            text.push(key);
            text.push(" = \"…\"`");
        }
        rest = others;
    }
}

/// The names of the flows that lack this field.
const fn names(text: &mut Text, mut flows: &[Needed], part: &Part, field: &str) {
    let mut left = how_many(flows, part, field);
    while let [flow, others @ ..] = flows {
        if lacks_this(flow, part, field) {
            text.push_listed(flow.flow, left);
            left = left.saturating_sub(1);
        }
        flows = others;
    }
}

const fn how_many(mut flows: &[Needed], part: &Part, field: &str) -> usize {
    let mut count = 0_usize;
    while let [flow, others @ ..] = flows {
        if lacks_this(flow, part, field) {
            count = count.saturating_add(1);
        }
        flows = others;
    }
    count
}

const fn lacks_this(flow: &Needed, part: &Part, field: &str) -> bool {
    match flow.lacks(part) {
        Some(lacked) => same(lacked, field),
        None => false,
    }
}
