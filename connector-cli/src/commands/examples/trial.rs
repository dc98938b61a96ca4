//! What a connector says of data, without anything being sent.

use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};
use std::time::SystemTime;

use connector_core::{
    AnyConnection, AnyConnector, CredentialFields, FLOWS, FlowByNameError, Moment, Secret,
};
use serde_json::Value;

use super::{fitting, of_flow};
use crate::failure::Failure;

/// What else a field can be, by its name: tried in this order.
const OTHERS: &str = include_str!("others.json");

/// A connector that is tried, with credentials that nobody has.
pub(crate) struct Trial<'a> {
    connector: &'a dyn AnyConnector,
    connection: Box<dyn AnyConnection>,
    others: BTreeMap<String, Vec<Value>>,
}

/// Data that the connector takes.
#[derive(Debug)]
pub(crate) struct Fitted {
    pub(crate) data: Value,
    /// Which field of the request has another value than in the others; none in the fullest.
    pub(crate) changed: Option<&'static str>,
}

impl<'a> Trial<'a> {
    pub(crate) fn new(connector: &'a dyn AnyConnector) -> Result<Self, Failure> {
        let connection = connector.connect(placeholders(connector)).map_err(Failure::internal)?;
        let others = serde_json::from_str(OTHERS).map_err(Failure::internal)?;
        Ok(Self { connector, connection, others })
    }

    /// What a field can be.
    pub(super) fn others(&self, field: &str) -> &[Value] {
        self.others.get(field).map_or(&[], Vec::as_slice)
    }

    /// Why the connector makes no request of these data.
    pub(crate) fn refusal(
        &self,
        flow: &str,
        data: &Value,
    ) -> Result<Option<FlowByNameError>, Failure> {
        let by_name = self.connection.flow_by_name(flow);
        let by_name = by_name.ok_or_else(|| Failure::internal(format!("{flow} is not there")))?;
        let moment =
            Moment::at(SystemTime::UNIX_EPOCH).with_access_token(Secret::new(Secret::MASK));
        let data = serde_json::to_vec(data).map_err(Failure::internal)?;
        Ok(by_name.build_request_at(&data, &moment).err())
    }

    /// The example of a flow, as the connector takes it.
    pub(super) fn fitted(&self, flow: &str) -> Result<Value, Failure> {
        let fitted = fitting::mended(self, flow, of_flow(flow)?)?;
        fitted.ok_or_else(|| {
            Failure::internal(format!("no example of {flow} fits {}", self.connector.name()))
        })
    }

    /// Data of a flow with as much in them as the connector takes, and the same with each other value that it takes.
    pub(crate) fn variants(&self, flow: &str) -> Result<Vec<Fitted>, Failure> {
        let example = self.fitted(flow)?;
        let known = FLOWS.iter().find(|known| known.name == flow);
        let fields = known.map_or(&[][..], |known| known.fields);
        let mut fullest = example.clone();
        let mut variants = Vec::new();
        for field in fields {
            let mut is_first = true;
            for other in self.others(field) {
                let of_fullest = self.with(flow, &fullest, field, other)?;
                if let Some(data) = of_fullest.as_ref().filter(|_| is_first) {
                    fullest.clone_from(data);
                    is_first = false;
                }
                let taken = match of_fullest {
                    Some(data) => Some(data),
                    None => self.with(flow, &example, field, other)?,
                };
                variants.extend(taken.map(|data| Fitted { data, changed: Some(*field) }));
            }
        }
        variants.push(Fitted { data: fullest, changed: None });
        Ok(variants)
    }

    /// The data with this field, where the connector takes them, or takes them with another one beside it.
    fn with(
        &self,
        flow: &str,
        data: &Value,
        field: &str,
        value: &Value,
    ) -> Result<Option<Value>, Failure> {
        let mut data = data.clone();
        if let Some(request) = data.get_mut("request").and_then(Value::as_object_mut) {
            request.insert(field.to_owned(), value.clone());
        }
        let fitted = fitting::mended(self, flow, data)?;
        let has =
            |data: &Value| data.get("request").and_then(|half| half.get(field)) == Some(value);
        Ok(fitted.filter(has))
    }
}

impl Debug for Trial<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Trial").field(&self.connector.name()).finish()
    }
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
