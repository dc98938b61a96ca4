//! `#[serde(skip_serializing_if = "…")]`: what says what is ordered is left out where the data have none, and never else.

use syn::{LitStr, Path};

use super::field::{FlowField, Source};
use super::model::Flow;
use crate::amount;
use crate::errors::Errors;
use crate::serde_attributes;

pub(crate) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    for field in flow.fields().iter().filter(|field| field.is_body() && field.sound) {
        for text in serde_attributes::literals(&field.field.attrs, "skip_serializing_if") {
            if let Some(problem) = problem(&text, field) {
                errors.at(&text, problem);
            }
        }
    }
}

fn problem(text: &LitStr, field: &FlowField<'_>) -> Option<&'static str> {
    // What is no path is told by what reads the values.
    let path: Path = text.parse().ok()?;
    let mut names = path.segments.iter().rev().map(|segment| segment.ident.to_string());
    let (last, of) = (names.next()?, names.next());
    if of.as_deref() == Some("Option") && last == "is_some" {
        return Some(
            "this leaves out what there is to send, and sends what is absent: `Option::is_none`",
        );
    }
    let is_absent = ["is_none", "is_empty"].contains(&last.as_str());
    (!is_absent && says_what_is_ordered(field)).then_some(
        "the order would be another without it: it is left out where the data have none (`Option::is_none`, which \
         need not be said), or written as `null`, `serialize_with = \"serde::Serialize::serialize\"`",
    )
}

/// Known by its type or its source: an amount, what is paid with or how it is captured, an id.
fn says_what_is_ordered(field: &FlowField<'_>) -> bool {
    let source = match &field.source {
        Some(Source::Data(names)) => names.get(1).map(ToString::to_string).unwrap_or_default(),
        _ => String::new(),
    };
    amount::of(&field.field.ty).is_some()
        || source.contains("amount")
        || source.ends_with("_id")
        || ["payment_method_data", "capture_method", "idempotency_key"].contains(&source.as_str())
}
