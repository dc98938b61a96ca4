//! `connectors describe`: what connectors do, read from their declarations.

pub(crate) mod markdown;
mod text;

use std::borrow::Cow;

use connector_core::StatusMapping;

use crate::args::Format;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::lookup;
use crate::output::Output;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  connectors describe stripe
  connectors describe --format markdown > CONNECTORS.md
  connectors describe stripe --format json

With --format json: one object with NAME, an array of them without.")]
pub(crate) struct Args {
    /// One connector; without it, all of them
    name: Option<String>,
}

pub(crate) fn run(args: &Args, output: &mut Output) -> Result<Exit, Failure> {
    let descriptions = match &args.name {
        Some(name) => vec![lookup::connector(name)?.describe()],
        None => connectors::all().iter().map(|connector| connector.describe()).collect(),
    };
    match (output.format(), descriptions.as_slice()) {
        (Format::Json, [one]) if args.name.is_some() => output.json(one)?,
        (Format::Json, all) => output.json(&all)?,
        (Format::Text, all) => output.text(text::Page(all))?,
        (Format::Markdown, all) => output.text(markdown::Page(all))?,
    }
    Ok(Exit::Done)
}

/// What a word means to us, for people.
fn meaning(mapping: &StatusMapping) -> Cow<'static, str> {
    let status = mapping.status.unwrap_or("(tells nothing about this flow)");
    match mapping.automatic_capture {
        None => status.into(),
        Some(true) => format!("{status}, where the payment is captured by itself").into(),
        Some(false) => format!("{status}, where the payment is captured on an order").into(),
    }
}

/// Where a value comes from, for people.
fn source(from: Option<&'static str>) -> &'static str {
    from.unwrap_or("(a transformer of the connector's own)")
}
