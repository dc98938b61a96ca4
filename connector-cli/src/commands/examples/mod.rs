//! Data of each flow, to begin with.

use connector_core::AnyConnector;
use serde_json::{Map, Value};

use crate::failure::Failure;

mod fitting;
mod trial;

pub(crate) use trial::{Fitted, Trial};

/// One order in every flow, by the flow's name.
const OF_FLOWS: &str = include_str!("of_flows.json");

/// The example of a flow, as this connector takes it: of what it does not take there is another value, or none.
pub(crate) fn of(connector: &dyn AnyConnector, flow: &str) -> Result<Value, Failure> {
    Trial::new(connector)?.fitted(flow)
}

fn of_flow(flow: &str) -> Result<Value, Failure> {
    let mut all: Map<String, Value> = serde_json::from_str(OF_FLOWS).map_err(Failure::internal)?;
    all.remove(flow).ok_or_else(|| Failure::internal(format!("there is no example of {flow}")))
}

#[cfg(test)]
mod tests {
    use connector_core::FLOW_NAMES;

    use super::*;

    #[test]
    fn every_flow_of_the_field_has_one() {
        for flow in FLOW_NAMES {
            assert!(of_flow(flow).unwrap()["request"].is_object(), "{flow}");
        }
    }
}
