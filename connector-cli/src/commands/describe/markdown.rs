//! The description as Markdown, for documentation.

use std::fmt::{self, Display, Formatter};

use connector_core::{
    ConnectorDescription, EventDescription, FlowDescription, StatusBy, WebhookDescription,
};

use super::words::{OTHERS, Table, Word, first_of, tables};
use super::{counted, credentials, decides, facts, is_asked, meaning, source, told, webhook_facts};
use crate::credentials::variable;

pub(crate) struct Page<'a>(pub(crate) &'a [ConnectorDescription]);

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
    let ConnectorDescription {
        name,
        about,
        base_urls,
        other_base_urls,
        auth,
        credentials: _,
        headers,
        decimals,
        precision,
        settles_within_seconds,
        flows,
        lacks,
        webhook: events,
    } = description;
    write!(f, "# {name}\n\n")?;
    if !about.is_empty() {
        write!(f, "{about}\n\n")?;
    }
    match base_urls.merchant_part() {
        None => writeln!(f, "- Live: <{}>", base_urls.live)?,
        Some(part) => writeln!(
            f,
            "- Live: `{}`, where `{{{part}}}` is the merchant's own: the credentials' `base_url_{part}`, \
             in the environment `{}`",
            base_urls.live,
            variable(name, &format!("base_url_{part}")),
        )?,
    }
    writeln!(f, "- Test: <{}>", base_urls.test)?;
    for (other, urls) in *other_base_urls {
        writeln!(f, "- `{other}`: live <{}>, test <{}>", urls.live, urls.test)?;
    }
    writeln!(f, "- Authentication: {auth}")?;
    for (header, value) in *headers {
        writeln!(f, "- Every request: `{header}: {value}`")?;
    }
    writeln!(f, "- Not found means not yet for {settles_within_seconds} seconds after an order")?;
    if let Some(counted) = counted(decimals) {
        writeln!(f, "- Decimals that differ from ISO 4217: {counted}")?;
    }
    if let Some(taken) = counted(precision) {
        writeln!(f, "- Decimals that are taken where fewer are than are counted: {taken}")?;
    }
    head(f, ["Credential", "Environment", "What it is"])?;
    for [field, variable, what] in credentials(description) {
        row(f, [&code(&field), &code(&variable), &what])?;
    }
    for description in flows {
        flow(f, description)?;
        description.by_reference.iter().try_for_each(|other| flow(f, other))?;
    }
    let is_asked = |event: &EventDescription| is_asked(description, event);
    events.iter().try_for_each(|description| webhook(f, name, description, is_asked))?;
    if !lacks.is_empty() {
        write!(f, "\n## What the processor does not have\n\n")?;
    }
    for lacked in *lacks {
        writeln!(f, "- {}: {}", lacked.flow, lacked.reason)?;
    }
    Ok(())
}

fn flow(f: &mut Formatter<'_>, description: &FlowDescription) -> fmt::Result {
    let FlowDescription { name, purpose, method, url, places, .. } = description;
    write!(f, "\n## {name}: {purpose}\n\n`{method} {url}`\n")?;
    let facts = facts(description);
    if !facts.is_empty() {
        writeln!(f)?;
    }
    for (what, fact) in facts {
        writeln!(f, "- {what}: {fact}")?;
    }
    head(f, ["Value", "Place", "From"])?;
    for place in *places {
        let name = if place.name.is_empty() { "–".to_owned() } else { code(place.name) };
        row(f, [&name, place.place, &code(&source(place))])?;
    }
    let tables = tables(description);
    if let Some(first) = first_of(description, &tables) {
        write!(f, "\n{first}\n")?;
    }
    head(f, ["They say", "It means", if tables.len() > 1 { "Where" } else { "" }])?;
    for Table { places, words } in tables {
        let places: Vec<String> = places.into_iter().map(code).collect();
        let places = places.join(", ");
        for Word { word, meaning } in words {
            let word = word.map_or_else(|| OTHERS.to_owned(), code);
            row(f, [&word, &meaning, &places])?;
        }
    }
    Ok(())
}

fn webhook(
    f: &mut Formatter<'_>,
    name: &str,
    description: &WebhookDescription,
    is_asked: impl Fn(&EventDescription) -> bool,
) -> fmt::Result {
    write!(f, "\n## Webhooks: what the processor sends by itself\n\n")?;
    for (what, fact) in webhook_facts(description) {
        writeln!(f, "- {what}: `{fact}`")?;
    }
    if !description.credentials.is_empty() {
        head(f, ["Credential", "Environment", "What it is"])?;
    }
    for field in description.credentials {
        row(f, [&code(field.name), &code(&variable(name, field.name)), field.description])?;
    }
    if !description.events.is_empty() {
        head(f, ["Event", "It tells", "Ids"])?;
    }
    for event in &description.events {
        let on: Vec<String> = event.on.iter().map(|name| code(name)).collect();
        let ids: Vec<String> = event.ids.iter().map(|(name, _)| code(name)).collect();
        row(f, [&on.join(", "), &told(event, is_asked(event)), &ids.join(", ")])?;
    }
    // Words that are the names of events; those of answers stand with their flow.
    let named = description.events.iter().filter(|event| event.is_its_name);
    let words = named.flat_map(|event| event.statuses);
    let lines: Vec<_> = words.filter(|line| !line.is_of_others).collect();
    if !lines.is_empty() {
        head(f, ["They say", "It means", ""])?;
    }
    for mapping in lines {
        row(f, [&code(mapping.connector_status), &meaning(mapping), ""])?;
    }
    let functions: Vec<StatusBy> =
        description.events.iter().filter_map(|event| event.status_by).collect();
    if !functions.is_empty() {
        writeln!(f)?;
    }
    for function in functions {
        writeln!(f, "- status: {}", decides(function))?;
    }
    Ok(())
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

fn head(f: &mut Formatter<'_>, cells: [&str; 3]) -> fmt::Result {
    writeln!(f)?;
    row(f, cells)?;
    row(f, cells.map(|cell| if cell.is_empty() { "" } else { "---" }))
}

/// A last cell that is empty belongs to a table of two columns.
fn row(f: &mut Formatter<'_>, cells: [&str; 3]) -> fmt::Result {
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        write!(f, "| {} ", cell.replace('|', "\\|"))?;
    }
    writeln!(f, "|")
}
