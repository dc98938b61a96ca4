//! Makes an example fit a connector: what its refusals name is replaced, added or left out until it takes it.

use std::collections::BTreeMap;
use std::time::SystemTime;

use connector_core::{
    AnyConnection, AnyConnector, BuildError, CredentialFields, FlowByNameError, Moment, Secret,
};
use serde_json::{Map, Value};

use crate::failure::Failure;

/// What else a field can be, by its name: tried in this order.
const OTHERS: &str = include_str!("others.json");

/// What is added, one after the other, where a refusal names the request as a whole.
const OF_THE_WHOLE: [&str; 3] = ["order_lines", "billing_address", "customer"];

/// No connector refuses that many things in turn; one that did would be an error here.
const MOST: usize = 24;

pub(super) fn fitted(
    connector: &dyn AnyConnector,
    flow: &str,
    data: Value,
) -> Result<Value, Failure> {
    let connection = connector.connect(placeholders(connector)).map_err(Failure::internal)?;
    let others = serde_json::from_str(OTHERS).map_err(Failure::internal)?;
    let mut fitting = Fitting { data, others, tried: BTreeMap::new(), added: None };
    for _ in 0..MOST {
        match refusal(&*connection, flow, &fitting.data)? {
            None => return Ok(fitting.data),
            Some(FlowByNameError::Build(error)) if fitting.mend(&error) => {}
            Some(FlowByNameError::Data(_)) if fitting.take_back() => {}
            Some(error) => return Err(Failure::internal(error)),
        }
    }
    Err(Failure::internal(format!("no example of {flow} fits {}", connector.name())))
}

/// Credentials that nobody has: base64 where something may be signed with them, and the currency of the examples
/// where one is the account's.
fn placeholders(connector: &dyn AnyConnector) -> CredentialFields {
    let fields = connector.describe().credentials.iter();
    fields.fold(CredentialFields::default(), |known, field| {
        let value = if field.is_secret { "c2VjcmV0" } else { "EUR" };
        known.with(&field.example_name(), Secret::new(value))
    })
}

fn refusal(
    connection: &dyn AnyConnection,
    flow: &str,
    data: &Value,
) -> Result<Option<FlowByNameError>, Failure> {
    let by_name = connection.flow_by_name(flow);
    let by_name = by_name.ok_or_else(|| Failure::internal(format!("{flow} is not there")))?;
    let moment = Moment::at(SystemTime::UNIX_EPOCH).with_access_token(Secret::new(Secret::MASK));
    Ok(by_name.build_request_at(data.to_string().as_bytes(), &moment).err())
}

struct Fitting {
    data: Value,
    others: BTreeMap<String, Vec<Value>>,
    /// How many of the others a field has been.
    tried: BTreeMap<String, usize>,
    /// What was added last because the request as a whole lacked something.
    added: Option<&'static str>,
}

impl Fitting {
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
        match name {
            Some(name) => change(half, name, &self.others, &mut self.tried),
            None => {
                let untried =
                    |name: &&&str| !half.contains_key(**name) && !self.tried.contains_key(**name);
                let absent = OF_THE_WHOLE.iter().find(untried);
                self.added = absent.copied();
                absent.is_some_and(|name| change(half, name, &self.others, &mut self.tried))
            }
        }
    }
}

/// Another value, or none.
fn change(
    half: &mut Map<String, Value>,
    name: &str,
    others: &BTreeMap<String, Vec<Value>>,
    tried: &mut BTreeMap<String, usize>,
) -> bool {
    let tried = tried.entry(name.to_owned()).or_default();
    let other = others.get(name).and_then(|others| others.get(*tried));
    *tried = tried.saturating_add(1);
    match other {
        Some(other) => {
            half.insert(name.to_owned(), other.clone());
            true
        }
        None => half.remove(name).is_some(),
    }
}
