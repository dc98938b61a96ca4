//! The description as text.

use std::fmt::{self, Display, Formatter};

use connector_core::{ConnectorDescription, EventDescription, FlowDescription, WebhookDescription};

use super::words::{OTHERS, Word, first_of, tables};
use super::{counted, credentials, facts, is_asked, source, told, webhook_facts};
use crate::table::Table;

pub(super) struct Page<'a>(pub(super) &'a [ConnectorDescription]);

impl Display for Page<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (number, description) in self.0.iter().enumerate() {
            if number > 0 {
                writeln!(f)?;
            }
            connector(f, description)?;
        }
        Ok(())
    }
}

fn connector(f: &mut Formatter<'_>, description: &ConnectorDescription) -> fmt::Result {
    writeln!(f, "{}", description.name)?;
    for line in description.about.lines() {
        writeln!(f, "  {line}")?;
    }
    let mut facts = Table::plain(2);
    facts.row(["live", description.base_urls.live]);
    facts.row(["test", description.base_urls.test]);
    for (name, urls) in description.other_base_urls {
        facts.row([&format!("{name}, live"), urls.live]);
        facts.row([&format!("{name}, test"), urls.test]);
    }
    facts.row(["auth", description.auth]);
    for (name, value) in description.headers {
        facts.row(["header", &format!("{name}: {value}")]);
    }
    let settles = format!("not yet, for {} s after an order", description.settles_within_seconds);
    facts.row(["not found means", &settles]);
    if let Some(counted) = counted(description.decimals) {
        facts.row(["decimals", &format!("as ISO 4217 says, but {counted}")]);
    }
    if let Some(taken) = counted(description.precision) {
        facts.row(["precision", &format!("fewer decimals are taken than counted: {taken}")]);
    }
    write!(f, "{facts}\n  credentials, as a JSON object or as variables of the environment\n")?;
    let mut fields = Table::plain(4);
    for row in credentials(description) {
        fields.row(row.each_ref().map(String::as_str));
    }
    write!(f, "{fields}")?;
    for description in &description.flows {
        flow(f, description)?;
        description.by_reference.iter().try_for_each(|other| flow(f, other))?;
    }
    let is_asked = |event: &EventDescription| is_asked(description, event);
    description.webhook.iter().try_for_each(|description| webhook(f, description, is_asked))?;
    for lacked in description.lacks {
        write!(f, "\n  no {}: {}\n", lacked.flow, lacked.reason)?;
    }
    Ok(())
}

fn webhook(
    f: &mut Formatter<'_>,
    description: &WebhookDescription,
    is_asked: impl Fn(&EventDescription) -> bool,
) -> fmt::Result {
    write!(f, "\n  Webhooks: what the processor sends by itself\n")?;
    let mut about = Table::plain(4);
    for (what, fact) in webhook_facts(description) {
        about.row([what, &fact]);
    }
    for field in description.credentials {
        about.row([field.name, field.description]);
    }
    let mut events = Table::plain(4);
    for event in &description.events {
        events.row([&event.on.join(", "), "->", &told(event, is_asked(event))]);
    }
    write!(f, "{about}\n{events}")
}

fn flow(f: &mut Formatter<'_>, description: &FlowDescription) -> fmt::Result {
    let FlowDescription { name, purpose, method, url, places, .. } = description;
    write!(f, "\n  {name}: {purpose}\n    {method} {url}\n")?;
    let mut about = Table::plain(4);
    for (what, fact) in facts(description) {
        about.row([what, &fact]);
    }
    let mut values = Table::plain(4);
    for place in *places {
        let name = if place.name.is_empty() { "–" } else { place.name };
        values.row([name, place.place, &source(place)]);
    }
    let tables = tables(description);
    let first = first_of(description, &tables);
    let first = first.map(|first| format!("    {first}\n")).unwrap_or_default();
    let mut words = Table::plain(4);
    for table in tables {
        let places = table.places.join(", ");
        for Word { word, meaning } in table.words {
            words.row([word.unwrap_or(OTHERS), "->", &meaning, &places]);
        }
    }
    write!(f, "{about}{values}\n{first}{words}")
}
