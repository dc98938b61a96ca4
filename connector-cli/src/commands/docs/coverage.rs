//! The table of flows and processors.

use std::fmt::{self, Display, Formatter};

use connector_core::{ConnectorDescription, FLOW_NAMES, WebhookDescription};

pub(super) struct Coverage<'a>(pub(super) &'a [ConnectorDescription]);

impl Display for Coverage<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Coverage\n\nEvery flow and processor, with the HTTP method; the URLs stand on the \
             processor's page. *none*: the processor,\nor the API of it that is spoken here, has no such flow, and its page says why. –: there \
             is none here.\nFlows that no processor has here are left out.\n\n\
             IncomingWebhook is no flow, for nobody asks: it is what the processor says by itself, and its \
             row has how\nit proves that it was it.\n"
        )?;
        write!(f, "| Flow |")?;
        for one in self.0 {
            write!(f, " [{0}](processors/{0}.md) |", one.name)?;
        }
        writeln!(f, "\n|---{}|", "|---".repeat(self.0.len()))?;
        for flow in FLOW_NAMES {
            // A flow that nobody has yet would be a row of dashes.
            if self.0.iter().all(|one| method(one, flow).is_none()) {
                continue;
            }
            write!(f, "| {flow} |")?;
            for one in self.0 {
                let without = if one.why_without(flow).is_some() { "*none*" } else { "–" };
                write!(f, " {} |", method(one, flow).unwrap_or(without))?;
            }
            writeln!(f)?;
        }
        write!(f, "| IncomingWebhook |")?;
        for one in self.0 {
            write!(f, " {} |", one.webhook.as_ref().map_or("–", proof))?;
        }
        writeln!(f)
    }
}

fn proof(webhook: &WebhookDescription) -> &'static str {
    match webhook.scheme {
        "asked" => "by asking",
        "nothing" => "not at all",
        scheme => scheme,
    }
}

fn method<'a>(connector: &'a ConnectorDescription, flow: &str) -> Option<&'a str> {
    connector.flows.iter().find(|one| one.name == flow).map(|flow| flow.method.as_str())
}
