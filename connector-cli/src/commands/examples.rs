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
    use std::collections::BTreeSet;
    use std::time::SystemTime;

    use connector_core::{CredentialFields, FLOW_NAMES, FlowByNameError, Moment, Secret};

    use super::*;

    /// Where a processor wants something that no other does: its error says what.
    const WANTS_MORE: &[(&str, &[&str])] = &[
        ("adyen", &["PaymentMethodToken", "SubmitEvidence"]),
        ("authorizenet", &["MandateRevoke", "RepeatPayment", "SetupMandate"]),
        ("braintree", &["Authorize", "SetupMandate", "SubmitEvidence"]),
        ("checkout", &["PaymentMethodToken", "SubmitEvidence"]),
        ("cybersource", &["Authenticate", "PostAuthenticate", "PreAuthenticate"]),
        ("klarna", &["Authorize", "CreateOrder", "RepeatPayment", "SetupMandate"]),
        ("mollie", &["Authorize", "SetupMandate"]),
        ("razorpay", &["Authorize", "RepeatPayment", "SubmitEvidence"]),
        ("square", &["Authorize", "PaymentMethodToken", "SetupMandate"]),
    ];

    #[test]
    fn every_flow_has_one_and_it_is_its_data() {
        let moment = Moment::at(SystemTime::UNIX_EPOCH).with_access_token(Secret::new("token"));
        let (mut built, mut wanting) = (0_usize, BTreeSet::new());
        for flow in FLOW_NAMES {
            let data = of(flow).unwrap().to_string();
            for connector in connectors::all() {
                let fields = connector.describe().credentials.iter();
                let credentials = fields.fold(CredentialFields::default(), |known, field| {
                    // One of them is the account's currency, and secrets may be base64.
                    let is_secret = field.example_name().contains("secret");
                    let value = if is_secret { "c2VjcmV0" } else { "EUR" };
                    known.with(&field.example_name(), Secret::new(value))
                });
                let connection = connector.connect(credentials).unwrap();
                let Some(by_name) = connection.flow_by_name(flow) else { continue };
                match by_name.build_request_at(data.as_bytes(), &moment) {
                    Ok(_) => built = built.saturating_add(1),
                    // It is the data, and this processor wants something else in it.
                    Err(FlowByNameError::Build(error)) => {
                        println!("{} {flow}: {error}", connector.name());
                        wanting.insert((connector.name(), *flow));
                    }
                    Err(FlowByNameError::Data(error)) => panic!("{flow}: {error}"),
                }
            }
        }
        let listed =
            WANTS_MORE.iter().flat_map(|(name, flows)| flows.iter().map(|flow| (*name, *flow)));
        assert_eq!(wanting, listed.collect());
        assert!(built > 130, "{built}");
    }
}
