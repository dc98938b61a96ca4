//! What a connector takes of the parts that it makes by hand, of an address or a card: no attribute declares them, so
//! each text of each flow is tried longer than any processor takes it, and what is refused is told.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use connector_core::{AnyConnector, BeyondLimit, BuildError, FlowByNameError, FlowDescription};
use serde_json::Value;

use crate::commands::examples::{Fitted, Trial};
use crate::failure::Failure;

/// As long as an id can be.
const LONG: usize = 1_024;

/// Longer than any processor takes a text.
const TOO_LONG: usize = 20_001;

/// What is refused: a part, of which value, and how much of it is taken.
type Part = (&'static str, &'static str, u32);

/// The section of the page of a connector.
pub(super) struct Limits(BTreeMap<Part, Vec<&'static str>>);

impl Limits {
    pub(super) fn of(connector: &dyn AnyConnector) -> Result<Self, Failure> {
        let trial = Trial::new(connector)?;
        let mut found: BTreeMap<Part, Vec<&'static str>> = BTreeMap::new();
        for flow in connector.describe().flows {
            let mut tried = BTreeSet::new();
            for Fitted { data, changed } in trial.variants(flow.name)? {
                let places = texts(&data).into_iter();
                let places = places.filter(|place| match changed {
                    Some(field) => place.starts_with(&format!("/request/{field}/")),
                    None => !tried.contains(place),
                });
                let places: Vec<String> = places.collect();
                let asked = Asked { trial: &trial, flow: flow.name, data: &data };
                for part in asked.limits(&places)? {
                    let flows = found.entry(part).or_default();
                    if !is_declared(&flow, part) && !flows.contains(&flow.name) {
                        flows.push(flow.name);
                    }
                }
                tried.extend(places);
            }
        }
        found.retain(|_, flows| !flows.is_empty());
        Ok(Self(found))
    }
}

/// What an attribute declares stands with its flow.
fn is_declared(flow: &FlowDescription, (_, wire, most): Part) -> bool {
    let limits = flow.places.iter().filter(|place| place.name == wire);
    limits.filter_map(|place| place.limit).any(|limit| limit.max_len == Some(most))
}

/// Data that the connector takes in a flow.
struct Asked<'a> {
    trial: &'a Trial<'a>,
    flow: &'a str,
    data: &'a Value,
}

impl Asked<'_> {
    /// The limits that the texts at these places go beyond when they are long.
    fn limits(&self, places: &[String]) -> Result<Vec<Part>, Failure> {
        let mut limits = Vec::new();
        let mut taken = Vec::new();
        for place in places {
            match self.refusal(&[place], LONG)? {
                Some(FlowByNameError::Build(error)) => limits.extend(part(&error)),
                // Of another kind than a text.
                Some(_) => {}
                None if is_id(place) => {}
                None => taken.push(place.as_str()),
            }
        }
        self.beyond(&taken, &mut limits)?;
        Ok(limits)
    }

    /// The same of texts that are too long: all at once, which as a rule is taken, or else half of them, and so on.
    fn beyond(&self, places: &[&str], limits: &mut Vec<Part>) -> Result<(), Failure> {
        match (self.refusal(places, TOO_LONG)?, places.split_at_checked(places.len().div_ceil(2))) {
            (Some(_), Some((first, rest))) if !rest.is_empty() => {
                self.beyond(first, limits)?;
                self.beyond(rest, limits)?;
            }
            (Some(FlowByNameError::Build(error)), _) => limits.extend(part(&error)),
            _ => {}
        }
        Ok(())
    }

    /// What is said where the texts at these places are so long.
    fn refusal(
        &self,
        places: &[impl AsRef<str>],
        length: usize,
    ) -> Result<Option<FlowByNameError>, Failure> {
        let mut data = self.data.clone();
        for place in places {
            if let Some(text) = data.pointer_mut(place.as_ref()) {
                *text = longer(text.as_str().unwrap_or_default(), length).into();
            }
        }
        self.trial.refusal(self.flow, &data)
    }
}

fn part(error: &BuildError) -> Option<Part> {
    match *error {
        BuildError::Limit { field, wire, problem: BeyondLimit::TooLong { max_len, .. } } => {
            Some((field, wire, max_len))
        }
        _ => None,
    }
}

/// An id is never longer than is tried first.
fn is_id(place: &str) -> bool {
    place.ends_with("_id") || place.ends_with("/idempotency_key")
}

/// The last letter or digit so often: a number stays one, and an address one.
fn longer(text: &str, length: usize) -> String {
    let last = text.rfind(char::is_alphanumeric).unwrap_or_default();
    let (before, after) = text.split_at(last);
    let more = length.saturating_sub(text.chars().count());
    let sign = after.chars().next().unwrap_or('x').to_string();
    format!("{before}{}{after}", sign.repeat(more))
}

/// Where there are texts, as JSON pointers.
fn texts(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::String(_) => return vec![String::new()],
        Value::Array(items) => {
            items.iter().enumerate().map(|(place, item)| (place.to_string(), item)).collect()
        }
        Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), field)).collect(),
        _ => return Vec::new(),
    };
    let below = |(name, value): (String, &Value)| {
        texts(value).into_iter().map(move |place| format!("/{name}{place}")).collect::<Vec<_>>()
    };
    inner.into_iter().flat_map(below).collect()
}

impl Display for Limits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return Ok(());
        }
        write!(
            f,
            "\n## Limits of parts\n\nOf what is made of a value by hand; a longer text is refused before anything is \
             sent.\n\n| Part | Characters | Of | In |\n| --- | --- | --- | --- |\n"
        )?;
        for ((field, wire, most), flows) in &self.0 {
            writeln!(f, "| `{wire}` | at most {most} | `{field}` | {} |", flows.join(", "))?;
        }
        Ok(())
    }
}
