//! Data for every flow, in all its variety. What fields there are is asked of the flow itself, so a new
//! field is tried, or missed here, at once.

mod long;
pub mod methods;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher as _};

use bytes::Bytes;
use connector_core::{AnyConnection, BuildError, FlowByNameError};
use serde_json::{Map, Value, json};

use crate::merchant::moment;
pub use long::{Lengthened, try_long};
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
pub struct Built {
    /// The data of the flow, as JSON.
    pub data: String,
    /// What is sent.
    pub request: http::Request<Bytes>,
}

/// Everything that a connector made of the variety of a flow's data.
#[derive(Debug, Default)]
pub struct Tried {
    /// The requests.
    pub built: Vec<Built>,
    /// How many of them vary what the connector was seen to take.
    pub varied: usize,
    /// How often it refused such a variant, by the reason.
    pub refused: BTreeMap<String, usize>,
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
    counted: BTreeSet<String>,
}

impl<'a> Trial<'a> {
    fn new(connection: &'a dyn AnyConnection, flow: &'a str) -> Self {
        let space = Space::of(connection, flow);
        let (seen, counted) = (BTreeSet::new(), BTreeSet::new());
        Self { connection, flow, space, tried: Tried::default(), seen, counted }
    }

    /// The field that says how it is paid, where the flow has it.
    fn method(&self) -> Option<Field> {
        let fields = self.space.required.iter().chain(&self.space.optional);
        fields.copied().find(|field| field.name == "payment_method_data")
    }

    /// The same by every way to pay.
    fn by_every_method(&self, base: Choice) -> Vec<Choice> {
        let Some(method) = self.method() else { return vec![base] };
        let with = |place| {
            let mut base = base.clone();
            base.insert(method, place);
            base
        };
        let unpaid = (!base.contains_key(&method)).then(|| base.clone());
        let unpaid = unpaid.filter(|_| self.space.optional.contains(&method));
        unpaid.into_iter().chain((0..methods::all().len()).map(with)).collect()
    }

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
            Err(error) => Err(error),
        }
    }

    /// The same of a variant of what the connector takes, which is counted.
    fn varies(&mut self, choice: &Choice, amount: Amount) {
        if !self.counted.insert(data(choice, amount).to_string()) {
            return;
        }
        let count = match self.takes(choice, amount) {
            Ok(()) => &mut self.tried.varied,
            Err(error) => self.tried.refused.entry(error.to_string()).or_default(),
        };
        *count = count.saturating_add(1);
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
            if named.1.is_empty() {
                // Of the request as a whole: what goes with another card than the kept one is its network's id.
                let reference =
                    self.space.required.iter().find(|one| one.name == "mandate_reference")?;
                let last = values(reference.name, amount).len().checked_sub(1)?;
                if choice.insert(*reference, last) == Some(last) {
                    return None;
                }
                continue;
            }
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

    /// By every way to pay, with as little beside it as may be and with as much. Each is in an amount that the
    /// connector takes: many have a currency of their account's, or of the way to pay.
    fn bases(&mut self) -> Vec<(Choice, Amount)> {
        let mut bases: Vec<(Choice, Amount)> = Vec::new();
        for base in [self.space.barest(), self.space.fullest()] {
            for base in self.by_every_method(base) {
                let mended = AMOUNTS
                    .iter()
                    .find_map(|amount| Some((self.mended(base.clone(), *amount)?, *amount)));
                bases.extend(mended);
            }
        }
        bases.dedup();
        bases
    }

    /// Every amount that the connector takes in the place of this base's.
    fn amounts(&mut self, base: &Choice) -> Vec<Amount> {
        AMOUNTS.iter().copied().filter(|amount| self.takes(base, *amount).is_ok()).collect()
    }

    /// Each field by itself: left out or added, and in each of its values.
    fn vary(&mut self, base: &Choice, amount: Amount) {
        for field in self.space.optional.clone() {
            let mut other = base.clone();
            if other.remove(&field).is_none() {
                other.insert(field, 0);
            }
            self.varies(&other, amount);
        }
        for field in self.space.fullest().into_keys() {
            // The ways to pay have bases of their own.
            let count = values(field.name, amount).len();
            let count = if field.name == "payment_method_data" { 1 } else { count };
            for place in 0..count {
                let mut other = base.clone();
                other.insert(field, place);
                self.varies(&other, amount);
            }
        }
    }

    /// Any fields in any of their values, with what the connector cannot do without.
    fn shuffle(&mut self, base: &Choice, amounts: &[Amount], rounds: usize) {
        for round in 0..rounds {
            let mut other = base.clone();
            for field in self.space.optional.clone() {
                if chance((round, field, "there")).is_multiple_of(2) {
                    other.remove(&field);
                } else if base.contains_key(&field) {
                    let count = values(field.name, amounts[0]).len();
                    other.insert(field, chance((round, field)).checked_rem(count).unwrap());
                }
            }
            let amount = amounts[chance((round, "amount")).checked_rem(amounts.len()).unwrap()];
            let other = self.mended(other.clone(), amount).unwrap_or(other);
            self.varies(&other, amount);
        }
    }
}

/// The data of a flow that are made of these fields; fields that the flow does not have are left out, and
/// those that it demands are added.
#[must_use]
pub fn of_fields(
    connection: &dyn AnyConnection,
    flow: &str,
    given: &BTreeMap<String, Value>,
) -> Value {
    let space = Space::of(connection, flow);
    let mut filled = data(&space.barest(), AMOUNTS[0]);
    for field in space.required.iter().chain(&space.optional) {
        if let Some(value) = given.get(field.name) {
            filled[field.half][field.name] = value.clone();
        }
    }
    filled
}

/// Data that the connector takes, with as much in it as it takes; `None` where it takes nothing.
#[must_use]
pub fn fullest(connection: &dyn AnyConnection, flow: &str) -> Option<String> {
    one(connection, flow, Space::fullest)
}

/// Data that the connector takes, with as little in it as may be; `None` where it takes nothing.
#[must_use]
pub fn barest(connection: &dyn AnyConnection, flow: &str) -> Option<String> {
    one(connection, flow, Space::barest)
}

fn one(
    connection: &dyn AnyConnection,
    flow: &str,
    base: impl Fn(&Space) -> Choice,
) -> Option<String> {
    let mut trial = Trial::new(connection, flow);
    let base = base(&trial.space);
    let bases = trial.by_every_method(base);
    let tried = bases.iter().flat_map(|base| AMOUNTS.iter().map(move |amount| (base, amount)));
    let found = tried.into_iter().find_map(|(base, amount)| {
        let choice = trial.mended(base.clone(), *amount)?;
        Some(data(&choice, *amount).to_string())
    });
    // What is refused for its combination is found by trying.
    found.or_else(|| Some(try_all(connection, flow).built.into_iter().next()?.data))
}

/// Every value to try for a field of a flow's data, by its name.
#[must_use]
pub fn samples(field: &str) -> Vec<Value> {
    values(field, AMOUNTS[0])
}

/// Builds requests by every way to pay, with as little beside it as may be and with as much.
#[must_use]
pub fn each_way(connection: &dyn AnyConnection, flow: &str) -> Vec<Built> {
    let mut trial = Trial::new(connection, flow);
    trial.bases();
    trial.tried.built
}

/// Builds requests of every variety of a flow's data.
#[must_use]
pub fn try_all(connection: &dyn AnyConnection, flow: &str) -> Tried {
    let mut trial = Trial::new(connection, flow);
    let bases = trial.bases();
    let method = trial.method();
    let mut kinds = BTreeSet::new();
    for (base, amount) in &bases {
        let place = method.and_then(|method| base.get(&method));
        let kind = place.map(|place| methods::kind(*place));
        // The wallets, say, are alike but for their names.
        if kinds.insert((kind, base.len())) {
            trial.vary(base, *amount);
            let amounts = trial.amounts(base);
            trial.shuffle(base, &amounts, 16);
        }
    }
    trial.tried
}
