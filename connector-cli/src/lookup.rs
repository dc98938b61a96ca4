//! Connectors and flows by the names that people type, and what to say where there is none.

use connector_core::{AnyConnector, FLOW_NAMES};
use strsim::osa_distance;

use crate::failure::Failure;

/// The connector of this name.
pub(crate) fn connector(name: &str) -> Result<&'static dyn AnyConnector, Failure> {
    connectors::get(name).map_err(|unknown| {
        let known: Vec<&str> = connectors::all().iter().map(|known| known.name()).collect();
        Failure::usage(format!("{unknown}{}", did_you_mean(name, &known)))
    })
}

/// The flow of this name, in whatever case, as it is spelt.
pub(crate) fn flow(name: &str) -> Result<&'static str, Failure> {
    let found = FLOW_NAMES.iter().find(|flow| flow.eq_ignore_ascii_case(name));
    found.copied().ok_or_else(|| {
        let (flows, hint) = (FLOW_NAMES.join(", "), did_you_mean(name, FLOW_NAMES));
        Failure::usage(format!("there is no flow `{name}`; there are {flows}{hint}"))
    })
}

/// The flow exists, and this connector does not have it.
pub(crate) fn lacks(connector: &dyn AnyConnector, flow: &str) -> Failure {
    let description = connector.describe();
    if let Some(reason) = description.why_without(flow) {
        let name = description.name;
        return Failure::usage(format!("`{name}` has no {flow}: {reason}"));
    }
    let flows: Vec<&str> = description.flows.iter().map(|flow| flow.name).collect();
    let has = if flows.is_empty() { "no flow at all".to_owned() } else { flows.join(", ") };
    Failure::usage(format!("the connector `{}` has no flow {flow}; it has {has}", description.name))
}

/// The nearest name, unless it is far: every third letter may be wrong.
pub(crate) fn did_you_mean(typed: &str, known: &[&str]) -> String {
    let typed = typed.to_lowercase();
    let distance = |name: &&str| osa_distance(&typed, &name.to_lowercase());
    let nearest = known.iter().min_by_key(|name| distance(name));
    let nearest = nearest.filter(|name| distance(name) <= name.len().div_ceil(3));
    nearest.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use connector_core::prelude::*;
    use connector_core::{AnyConnector, Registered};

    use super::*;
    use crate::exit::Exit;

    #[derive(Connector)]
    #[connector(
        name = "idle",
        base_url = "https://api.idle.example",
        auth = BearerAuth,
        error = Nothing,
        lacks(RSync = "it gives nothing back"),
    )]
    struct Idle;

    #[derive(Deserialize)]
    struct Nothing {}

    impl ErrorResponse for Nothing {
        fn class(&self, status: http::StatusCode) -> ErrorClass {
            ErrorClass::of_status(status)
        }

        fn into_error(self) -> ProcessorError {
            ProcessorError::default()
        }
    }

    #[test]
    fn a_flow_that_the_connector_lacks_is_another_mistake_than_one_that_nobody_has() {
        let idle: &dyn AnyConnector = &Registered::<Idle>::NEW;
        assert!(idle.flow::<PSync>().is_none());
        let failure = lacks(idle, flow("psync").unwrap());
        assert_eq!(failure.exit, Exit::Usage);
        assert_eq!(
            failure.message,
            "the connector `idle` has no flow PSync; it has no flow at all"
        );
        let declared = lacks(idle, flow("rsync").unwrap()).message;
        assert_eq!(declared, "`idle` has no RSync: it gives nothing back");
    }

    #[test]
    fn the_nearest_name_is_offered_and_a_far_one_is_not() {
        assert!(connector("Strpe").unwrap_err().message.ends_with("did you mean `stripe`?"));
        assert!(!connector("zeta").unwrap_err().message.contains("did you mean"));
        assert!(flow("pysnc").unwrap_err().message.ends_with("did you mean `PSync`?"));
    }
}
