//! Makes an example fit a connector: what its refusals name is replaced, added or left out until it takes it.

use std::collections::BTreeMap;

use connector_core::{BuildError, FlowByNameError};
use serde_json::{Map, Value};

use super::Trial;
use crate::failure::Failure;

/// What is added, one after the other, where a refusal names the request as a whole.
const OF_THE_WHOLE: [&str; 4] =
    ["order_lines", "billing_address", "customer", "payment_method_data"];

/// No connector refuses that many things in turn.
const MOST: usize = 32;

/// The data as the connector takes them, where anything makes them fit.
pub(super) fn mended(trial: &Trial<'_>, flow: &str, data: Value) -> Result<Option<Value>, Failure> {
    let mut fitting = Fitting { trial, data, tried: BTreeMap::new(), added: None };
    for _ in 0..MOST {
        match trial.refusal(flow, &fitting.data)? {
            None => return Ok(Some(fitting.data)),
            Some(FlowByNameError::Build(error)) if fitting.mend(&error) => {}
            Some(FlowByNameError::Data(_)) if fitting.take_back() => {}
            Some(_) => break,
        }
    }
    Ok(None)
}

struct Fitting<'a> {
    trial: &'a Trial<'a>,
    data: Value,
    /// How many of its other values a field has had.
    tried: BTreeMap<String, usize>,
    /// What was added last because the request as a whole lacked something.
    added: Option<&'static str>,
}

impl Fitting<'_> {
    /// Takes back what the data of this flow have no place for.
    fn take_back(&mut self) -> bool {
        let request = self.data.get_mut("request").and_then(Value::as_object_mut);
        request
            .zip(self.added.take())
            .is_some_and(|(request, added)| request.remove(added).is_some())
    }

    /// Changes what the refusal names; `false` where nothing is left to change.
    fn mend(&mut self, error: &BuildError) -> bool {
        let field = match error {
            BuildError::Missing { field, .. }
            | BuildError::Invalid { field, .. }
            | BuildError::Limit { field, .. }
            | BuildError::Amount { field, .. } => *field,
            _ => return false,
        };
        let mut path = field.split('.');
        let (half, name) = (path.next().unwrap_or_default(), path.next());
        let Some(half) = self.data.get_mut(half).and_then(Value::as_object_mut) else {
            return false;
        };
        let absent = OF_THE_WHOLE.iter().copied();
        let mut absent =
            absent.filter(|name| !half.contains_key(*name) && !self.tried.contains_key(*name));
        let name = name.or_else(|| {
            self.added = absent.next();
            self.added
        });
        name.is_some_and(|name| change(half, name, self.trial.others(name), &mut self.tried))
    }
}

/// Another value, or none.
fn change(
    half: &mut Map<String, Value>,
    name: &str,
    others: &[Value],
    tried: &mut BTreeMap<String, usize>,
) -> bool {
    let tried = tried.entry(name.to_owned()).or_default();
    let other = others.get(*tried);
    *tried = tried.saturating_add(1);
    match other {
        Some(other) => {
            half.insert(name.to_owned(), other.clone());
            true
        }
        None => half.remove(name).is_some(),
    }
}
