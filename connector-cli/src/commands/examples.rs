//! Data of each flow, to begin with.

use serde_json::{Map, Value};

use crate::failure::Failure;

/// One order in every flow, by the flow's name. What a processor wants beside it, its error says.
const EXAMPLES: &str = include_str!("examples.json");

/// The example of a flow.
pub(crate) fn of(flow: &str) -> Result<Value, Failure> {
    let mut all: Map<String, Value> = serde_json::from_str(EXAMPLES).map_err(Failure::internal)?;
    all.remove(flow).ok_or_else(|| Failure::internal(format!("there is no example of {flow}")))
}

#[cfg(test)]
mod tests {
    use connector_core::{CredentialFields, FLOW_NAMES, FlowByNameError, Moment, Secret};

    use super::*;

    #[test]
    fn every_flow_has_one_and_it_is_its_data() {
        let mut built = 0_usize;
        for flow in FLOW_NAMES {
            let data = of(flow).unwrap().to_string();
            for connector in connectors::all() {
                let fields = connector.describe().credentials.iter();
                let credentials = fields.fold(CredentialFields::default(), |known, field| {
                    known.with(&field.example_name(), Secret::new("EUR"))
                });
                let connection = connector.connect(credentials).unwrap();
                let Some(by_name) = connection.flow_by_name(flow) else { continue };
                match by_name.build_request_at(data.as_bytes(), &Moment::UNKNOWN) {
                    Ok(_) => built = built.saturating_add(1),
                    // It is the data, and this processor wants something else in it.
                    Err(FlowByNameError::Build(_)) => {}
                    Err(FlowByNameError::Data(error)) => panic!("{flow}: {error}"),
                }
            }
        }
        assert!(built > 100, "{built}");
    }
}
