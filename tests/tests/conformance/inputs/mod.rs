//! Data for every flow, in all its variety. What fields there are is asked of the flow itself, so a new
//! field is tried, or missed here, at once.

pub(crate) mod methods;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher as _};

use bytes::Bytes;
use connector_core::{AnyConnection, BuildError, FlowByNameError};
use connector_tests::merchant::moment;
use serde_json::{Map, Value, json};

use values::{AMOUNTS, Amount, values};

/// The two halves of the data of a flow.
const HALVES: [&str; 2] = ["resource_common_data", "request"];

/// A field of a flow's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Field {
    half: &'static str,
    name: &'static str,
}

/// Which value each field has, by its place among the values to try.
type Choice = BTreeMap<Field, usize>;

/// What the data of a flow can be.
#[derive(Debug)]
struct Space {
    required: Vec<Field>,
    optional: Vec<Field>,
}

/// A request that was built, and of what.
#[derive(Debug)]
pub(crate) struct Built {
    /// The data of the flow, as JSON.
    pub(crate) data: String,
    /// What is sent.
    pub(crate) request: http::Request<Bytes>,
}

/// Everything that a connector made of the variety of a flow's data.
#[derive(Debug, Default)]
pub(crate) struct Tried {
    /// The requests.
    pub(crate) built: Vec<Built>,
    /// How often the connector refused, by the reason.
    pub(crate) refused: BTreeMap<String, usize>,
}

/// What the flow says of this JSON.
fn ask(
    connection: &dyn AnyConnection,
    flow: &str,
    data: &str,
) -> Result<http::Request<Bytes>, FlowByNameError> {
    connection.flow_by_name(flow).unwrap().build_request_at(data.as_bytes(), &moment())
}

/// The names of the fields of one half, as the refusal of an unknown one tells them.
fn names(connection: &dyn AnyConnection, flow: &str, half: &'static str) -> Vec<Field> {
    let data = format!(r#"{{ "{half}": {{ "?": 0 }} }}"#);
    let error = ask(connection, flow, &data).unwrap_err().to_string();
    let (_, told) = error.split_once("unknown field `?`").unwrap_or_else(|| panic!("{error}"));
    let names = told.split('`').skip(1).step_by(2);
    names.map(|name| Field { half, name: name.to_owned().leak() }).collect()
}

impl Space {
    fn of(connection: &dyn AnyConnection, flow: &str) -> Self {
        let all: Vec<Field> =
            HALVES.iter().flat_map(|half| names(connection, flow, half)).collect();
        let full: Choice = all.iter().map(|field| (*field, 0)).collect();
        let (required, optional) = all.into_iter().partition(|field| {
            let mut less = full.clone();
            less.remove(field);
            matches!(
                ask(connection, flow, &data(&less, AMOUNTS[0]).to_string()),
                Err(FlowByNameError::Data(_))
            )
        });
        Self { required, optional }
    }

    fn barest(&self) -> Choice {
        self.required.iter().map(|field| (*field, 0)).collect()
    }

    fn fullest(&self) -> Choice {
        self.required.iter().chain(&self.optional).map(|field| (*field, 0)).collect()
    }
}

fn data(choice: &Choice, amount: Amount) -> Value {
    let mut halves: BTreeMap<&str, Map<String, Value>> =
        HALVES.iter().map(|half| (*half, Map::new())).collect();
    for (field, place) in choice {
        let value = values(field.name, amount).swap_remove(*place);
        halves.get_mut(field.half).unwrap().insert(field.name.to_owned(), value);
    }
    json!(halves)
}

/// A number that looks like any other, the same in every run.
fn chance(of: impl std::hash::Hash) -> usize {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    usize::try_from(hasher.finish() % 1_000_003).unwrap()
}

struct Trial<'a> {
    connection: &'a dyn AnyConnection,
    flow: &'a str,
    space: Space,
    tried: Tried,
    seen: BTreeSet<String>,
}

impl Trial<'_> {
    /// Whether the connector takes this; what it builds is kept.
    fn takes(&mut self, choice: &Choice, amount: Amount) -> Result<(), FlowByNameError> {
        let data = data(choice, amount).to_string();
        let built = ask(self.connection, self.flow, &data);
        if !self.seen.insert(data.clone()) {
            return built.map(|_| ());
        }
        match built {
            Ok(request) => {
                self.tried.built.push(Built { data, request });
                Ok(())
            }
            Err(FlowByNameError::Data(error)) => panic!("{}: {error}: {data}", self.flow),
            Err(error) => {
                let count = self.tried.refused.entry(error.to_string()).or_default();
                *count = count.saturating_add(1);
                Err(error)
            }
        }
    }

    /// The same, with what the connector misses added and what it refuses left out, until it takes it.
    fn mended(&mut self, mut choice: Choice, amount: Amount) -> Option<Choice> {
        for _ in 0..20 {
            let Err(error) = self.takes(&choice, amount) else { return Some(choice) };
            let FlowByNameError::Build(error) = error else { return None };
            let (field, missing) = match error {
                BuildError::Missing { field, .. } => (field, true),
                BuildError::Invalid { field, .. } => (field, false),
                _ => return None,
            };
            let mut path = field.split('.');
            let named = (path.next().unwrap_or_default(), path.next().unwrap_or_default());
            let field = *self.space.optional.iter().find(|one| (one.half, one.name) == named)?;
            let changed = match (missing, choice.contains_key(&field)) {
                (true, false) => choice.insert(field, 0).is_none(),
                (true, true) => choice.insert(field, 0) != Some(0),
                (false, _) => choice.remove(&field).is_some(),
            };
            if !changed {
                return None;
            }
        }
        None
    }

    /// Each field by itself: left out or added, and in each of its values.
    fn vary(&mut self, base: &Choice) {
        for field in self.space.optional.clone() {
            let mut other = base.clone();
            if other.remove(&field).is_none() {
                other.insert(field, 0);
            }
            drop(self.takes(&other, AMOUNTS[0]));
        }
        for field in self.space.fullest().into_keys() {
            // The ways to pay have bases of their own.
            let count = values(field.name, AMOUNTS[0]).len();
            let count = if field.name == "payment_method_data" { 1 } else { count };
            for place in 0..count {
                let mut other = base.clone();
                other.insert(field, place);
                drop(self.takes(&other, AMOUNTS[0]));
            }
        }
    }

    /// Any fields in any of their values.
    fn shuffle(&mut self, base: &Choice, rounds: usize) {
        for round in 0..rounds {
            let mut other = base.clone();
            for field in self.space.optional.clone() {
                if chance((round, field, "there")).is_multiple_of(2) {
                    other.remove(&field);
                } else if base.contains_key(&field) {
                    let count = values(field.name, AMOUNTS[0]).len();
                    other.insert(field, chance((round, field)).checked_rem(count).unwrap());
                }
            }
            let amount = AMOUNTS[chance((round, "amount")).checked_rem(AMOUNTS.len()).unwrap()];
            drop(self.takes(&other, amount));
        }
    }
}

/// Builds requests of every variety of a flow's data.
pub(crate) fn try_all(connection: &dyn AnyConnection, flow: &str) -> Tried {
    let space = Space::of(connection, flow);
    let mut trial =
        Trial { connection, flow, space, tried: Tried::default(), seen: BTreeSet::new() };
    let barest = trial.space.barest();
    let fullest = trial.space.fullest();
    let method = fullest.keys().copied().find(|field| field.name == "payment_method_data");
    let methods = method.map_or(1, |_| methods::all().len());
    let mut bases: Vec<Choice> = Vec::new();
    for base in [barest, fullest] {
        for place in 0..methods {
            let mut base = base.clone();
            method.and_then(|method| base.insert(method, place));
            let mended = AMOUNTS.iter().find_map(|amount| trial.mended(base.clone(), *amount));
            bases.extend(mended);
        }
    }
    bases.dedup();
    let mut kinds = BTreeSet::new();
    for base in &bases {
        let place = method.and_then(|method| base.get(&method));
        let kind = place.map(|place| methods::kind(*place));
        // The wallets, say, are alike but for their names.
        if kinds.insert((kind, base.len())) {
            trial.vary(base);
            trial.shuffle(base, 16);
            for amount in AMOUNTS {
                drop(trial.takes(base, *amount));
            }
        }
    }
    trial.tried
}
