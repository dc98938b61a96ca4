//! A value from where one of another kind stands: known by the names of both, and nothing is said then of what the
//! request lacks, which rustc would find missing beside a type that does not fit.

use super::field::FlowField;
use super::fill;
use super::model::Flow;
use crate::amount;
use crate::errors::Errors;
use crate::optional;

const AMOUNT: &str = "amount";

/// What stands where in the data.
const SOURCES: [(&str, &str); 12] = [
    ("PaymentId", "request.connector_transaction_id"),
    ("RefundId", "request.connector_refund_id"),
    ("CaptureId", "request.connector_capture_id"),
    ("DisputeId", "request.connector_dispute_id"),
    ("PayoutId", "request.connector_payout_id"),
    ("IdempotencyKey", "request.idempotency_key"),
    ("MerchantReference", "resource_common_data.connector_request_reference_id"),
    ("OrderId", "resource_common_data.connector_order_id"),
    (AMOUNT, "request.amount"),
    (AMOUNT, "request.amount_to_capture"),
    (AMOUNT, "request.refund_amount"),
    (AMOUNT, "request.total_amount"),
];

pub(super) fn check(flow: &Flow<'_>, errors: &mut Errors) {
    for field in flow.fields().iter().filter(|field| field.sound) {
        if let Some(Mixed { own, other, source }) = of(field) {
            let message = format!(
                "{} is filled from `{source}`, which is {}: one of the two is meant otherwise",
                written(own),
                written(other)
            );
            errors.at(&field.field.ty, message);
        }
    }
}

/// A type of one kind, and a value of another one.
pub(super) struct Mixed {
    own: &'static str,
    other: &'static str,
    source: &'static str,
}

/// What is mixed up here, as far as it is known.
pub(super) fn of(field: &FlowField<'_>) -> Option<Mixed> {
    let text = fill::text(field)?;
    let (other, source) = SOURCES.iter().find(|(_, source)| *source == text)?;
    let own = if amount::of(&field.field.ty).is_some() {
        AMOUNT
    } else {
        let name = optional::innermost(&field.field.ty)?;
        SOURCES.iter().find(|(kind, _)| *kind != AMOUNT && name == kind)?.0
    };
    (own != *other).then_some(Mixed { own, other, source })
}

fn written(kind: &str) -> String {
    match kind {
        AMOUNT => "an amount".to_owned(),
        _ if kind.starts_with(['I', 'O']) => format!("an `{kind}`"),
        _ => format!("a `{kind}`"),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{AMOUNT, SOURCES};

    #[test]
    fn the_data_have_each_kind_where_it_is_said() {
        let data = ["..", "connector-core", "src", "data"];
        let folder: PathBuf = std::iter::once(env!("CARGO_MANIFEST_DIR")).chain(data).collect();
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let sources = files.filter(|path| path.is_file());
        let sources: String = sources.map(|path| std::fs::read_to_string(path).unwrap()).collect();
        for (kind, source) in SOURCES {
            let name = source.rsplit('.').next().unwrap();
            let declared = format!("{name}: ");
            let types = sources.lines().filter_map(|line| {
                let line = line.trim().trim_start_matches("pub ");
                let ty = line.strip_prefix(&*declared)?.trim_end_matches(',');
                let is_type = |one: char| one.is_ascii_alphanumeric() || "<>".contains(one);
                (ty.chars().all(is_type) && ty != "None").then_some(ty)
            });
            let types: Vec<&str> = types.filter(|ty| ty.starts_with(char::is_uppercase)).collect();
            let kind = if kind == AMOUNT { "Money" } else { kind };
            assert!(!types.is_empty(), "no {name}");
            assert!(types.iter().any(|ty| ty.contains(kind)), "{name}: {types:?}");
            let mut others = SOURCES.iter().filter(|(other, _)| *other != kind);
            let is_another = |(other, _): &(&str, &str)| types.iter().any(|ty| ty.contains(other));
            assert!(!others.any(is_another), "{name}: {types:?}");
        }
    }
}
