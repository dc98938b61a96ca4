//! `connectors describe`: what connectors do, read from their declarations.

pub(crate) mod markdown;
mod text;
mod words;

use std::borrow::Cow;

use connector_core::{
    Body, ConnectorDescription, CredentialKind, EventDescription, FLOWS, FlowDescription, Hook,
    Limit, Place, StatusBy, StatusMapping, WebhookDescription,
};

use crate::args::Format;
use crate::credentials::variable;
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

/// What there is to say of a flow beside its values and its words, for people.
fn facts(flow: &FlowDescription) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    facts.extend(flow.base_url.map(|name| ("host", name.to_owned())));
    facts.extend(flow.body.map(|body| ("body", written(&body))));
    facts.push(("may be sent again", flow.repetition.rule().to_owned()));
    if let Some(place) = flow.idempotency_key {
        let remembered = remembered(flow);
        facts.push(("idempotency key", format!("{} {}, {remembered}", place.place, place.name)));
    }
    facts.extend(flow.no_idempotency.map(|why| ("no idempotency key", why.to_owned())));
    let ignored = flow.ignores.iter().map(|(field, why)| format!("`{field}`: {why}"));
    facts.extend(ignored.map(|ignored| ("not sent", ignored)));
    facts.extend(flow.places.iter().filter_map(limit).map(|limit| ("limit", limit)));
    facts.extend((!flow.asked_by.is_empty()).then(|| ("asked by", flow.asked_by.join(", or "))));
    let told = flow.integrity.iter().filter(|part| part.absent.is_none());
    let told: Vec<&str> = told.map(|part| part.field).collect();
    facts.extend((!told.is_empty()).then(|| ("the answer tells", told.join(", "))));
    let absent = flow.integrity.iter().filter_map(|part| Some((part.field, part.absent?)));
    facts.extend(absent.map(|(field, reason)| ("the answer lacks", format!("{field}: {reason}"))));
    facts.extend(flow.response_unit.map(|unit| ("amounts in the answer", unit.to_owned())));
    facts.extend(flow.hooks.iter().map(|hook| (hook.key, hook_text(hook))));
    facts
}

fn hook_text(hook: &Hook) -> String {
    let Hook { function, decided_by, .. } = *hook;
    let decides = |decided_by| decides(StatusBy { function, decided_by });
    decided_by.map_or_else(|| function.to_owned(), decides)
}

/// What a function makes of the words, for people.
fn decides(StatusBy { function, decided_by }: StatusBy) -> String {
    format!("`{function}` decides: {decided_by}")
}

/// How long an order is known again by its key, for people.
fn remembered(flow: &FlowDescription) -> String {
    let seconds = flow.key_remembered_for_seconds;
    let Some(hours) = seconds.and_then(|seconds| seconds.checked_div(3_600)) else {
        return "remembered for a time that is not documented".to_owned();
    };
    let days = hours.checked_div(24).filter(|days| days.checked_mul(24) == Some(hours));
    let (count, unit) = days.map_or((hours, "hour"), |days| (days, "day"));
    let plural = if count == 1 { "" } else { "s" };
    let sooner = if flow.key_of_successes_alone { ", or after HTTP 5xx" } else { "" };
    format!("remembered for {count} {unit}{plural}; later{sooner}, look first")
}

/// What the processor takes of a value, for people.
fn limit(place: &Place) -> Option<String> {
    let Limit { min_len, max_len, charset, .. } = place.limit?;
    let least = min_len.map(|length| format!("at least {length} characters"));
    let length = max_len.map(|length| format!("at most {length} characters"));
    let charset = charset.map(|charset| format!("only `{charset}`"));
    let parts: Vec<String> = least.into_iter().chain(length).chain(charset).collect();
    Some(format!("`{}` takes {}", place.name, parts.join(", ")))
}

/// Which currencies the processor counts in its own way, for people.
fn counted(decimals: &[(&str, u32)]) -> Option<String> {
    let each: Vec<String> =
        decimals.iter().map(|(code, count)| format!("{code} {count}")).collect();
    (!each.is_empty()).then(|| each.join(", "))
}

/// How webhooks are proven, for people.
fn webhook_facts(webhook: &WebhookDescription) -> Vec<(&'static str, String)> {
    let mut facts = vec![("proven by", webhook.scheme.to_owned())];
    let mut add = |what, fact: Option<String>| facts.extend(fact.map(|fact| (what, fact)));
    add("where", webhook.place.clone());
    add("what is signed", webhook.signed.clone());
    add("written in", webhook.encoding.map(str::to_owned));
    add("the secret is", webhook.key.map(str::to_owned));
    add("not older than", webhook.tolerance_seconds.map(|seconds| format!("{seconds} s")));
    add("several events at", webhook.batch.map(str::to_owned));
    add("XML in Base64 at", webhook.payload.map(str::to_owned));
    add("nothing is read", webhook.no_events.map(str::to_owned));
    let answer = Some(webhook.acknowledgement).filter(|body| !body.is_empty());
    add("answered with", answer.map(str::to_owned));
    facts
}

/// What an event tells, for people. Where the connector cannot ask the same, its flow says nothing to them.
fn told(event: &EventDescription, is_asked: bool) -> String {
    let EventDescription { flow, asks, .. } = event;
    let purpose = FLOWS.iter().find(|known| known.name == *flow).map(|known| known.purpose);
    match purpose.filter(|_| !is_asked) {
        _ if *asks => format!("that it is to be asked: {flow}"),
        Some(purpose) => purpose.trim_end_matches('?').to_owned(),
        None => format!("what {flow} tells"),
    }
}

/// Whether the connector can ask what an event tells.
fn is_asked(description: &ConnectorDescription, event: &EventDescription) -> bool {
    description.flows.iter().any(|flow| flow.name == event.flow)
}

/// What a set of credentials can name, where it stands in the environment, and what it is: where the processor is, too.
fn credentials(description: &ConnectorDescription) -> Vec<[String; 3]> {
    let row = |name: String, what: String| {
        let variable = variable(description.name, &name);
        [name, variable, what]
    };
    let fields = description.credentials.iter().map(|field| {
        let kind = match field.kind {
            CredentialKind::Text => "",
            CredentialKind::Optional => "optional: ",
            CredentialKind::PerCurrency => "one for each currency: ",
            CredentialKind::Pem => "in PEM form: ",
        };
        row(field.example_name(), format!("{kind}{}", field.description))
    });
    let merchant = description.base_urls.merchant_part().map(|part| format!("base_url_{part}"));
    let hosts = description.hosts().map(|name| {
        let what = match &*name {
            "environment" => "optional: `test`, the default, or `live`",
            "base_url" => "optional: a host of your own, in the place of all",
            name if Some(name) == merchant.as_deref() => "live: your own part of the host",
            _ => "optional: another host of your own",
        };
        row(name, what.to_owned())
    });
    fields.chain(hosts).collect()
}

/// `form in "payment", application/x-www-form-urlencoded`
fn written(body: &Body) -> String {
    let envelope = body.envelope.map(|envelope| format!(" in `{envelope}`"));
    let content_type = body.content_type.map(|content_type| format!(", {content_type}"));
    [Some(body.form.to_owned()), envelope, content_type].into_iter().flatten().collect()
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
fn source(place: &Place) -> String {
    let from = place.from.unwrap_or("(a transformer of the connector's own)");
    place.unit.map_or_else(|| from.to_owned(), |unit| format!("{from}, in {unit}"))
}
