//! The table of processors and flows.

use std::fmt::{self, Display, Formatter};

use connector_core::{ConnectorDescription, FLOW_NAMES};

pub(super) struct Coverage<'a>(pub(super) &'a [ConnectorDescription]);

impl Display for Coverage<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Coverage\n\nEvery processor and flow, with its method and URL template. *none*: the \
             processor has no such flow, and its\npage says why. –: there is none here.\n"
        )?;
        // A flow that nobody has yet would be a column of dashes.
        let has = |flow: &&&str| self.0.iter().any(|one| endpoint(one, flow).is_some());
        let flows: Vec<&str> = FLOW_NAMES.iter().filter(has).copied().collect();
        writeln!(f, "| Processor | {} |", flows.join(" | "))?;
        writeln!(f, "|---{}|", "|---".repeat(flows.len()))?;
        for one in self.0 {
            write!(f, "| [{0}](processors/{0}.md)", one.name)?;
            for flow in &flows {
                let without = if one.why_without(flow).is_some() { "*none*" } else { "–" };
                write!(f, " | {}", endpoint(one, flow).as_deref().unwrap_or(without))?;
            }
            writeln!(f, " |")?;
        }
        Ok(())
    }
}

fn endpoint(connector: &ConnectorDescription, flow: &str) -> Option<String> {
    let flow = connector.flows.iter().find(|one| one.name == flow)?;
    Some(format!("`{} {}`", flow.method, flow.url.replace('|', "\\|")))
}
