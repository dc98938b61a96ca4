//! The flows of the field: what each is for, whether it may be sent again, and what stands in its request.

use std::fmt::{self, Display, Formatter};

use connector_core::{FLOWS, FlowFacts, FlowStatuses};

pub(super) struct Flows;

impl Display for Flows {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "# Flows\n\nEvery flow, whatever processor has it; who has it is in the [coverage](coverage.md), and \
             what the statuses\nmean in [theirs](statuses.md).\n\n\
             | Flow | Purpose | Moves money | May be sent again |\n|---|---|---|---|"
        )?;
        for FlowFacts { name, purpose, moves_money, repetition, .. } in FLOWS {
            let moves = if *moves_money { "yes" } else { "no" };
            writeln!(
                f,
                "| [{name}](#{}) | {purpose} | {moves} | {} |",
                name.to_lowercase(),
                repetition.rule()
            )?;
        }
        FLOWS.iter().try_for_each(|flow| section(f, flow))
    }
}

fn section(f: &mut Formatter<'_>, flow: &FlowFacts) -> fmt::Result {
    let FlowFacts { name, fields, ordered, statuses, .. } = flow;
    let fields: Vec<String> = fields.iter().map(|field| format!("request.{field}")).collect();
    writeln!(f, "\n## {name}\n\n- Its request has {}.", listed(&fields))?;
    if !ordered.is_empty() {
        let fields: Vec<String> = ordered.iter().map(|names| names.join("` or `")).collect();
        writeln!(
            f,
            "- Changes what is ordered, so that a connector takes or refuses it: {}.",
            listed(&fields)
        )?;
    }
    if let Some(FlowStatuses { succeeds, fails, otherwise }) = statuses {
        for (what, told) in [("Done", succeeds), ("Failed", fails), ("Neither", otherwise)] {
            if !told.is_empty() {
                writeln!(f, "- {what}: {}.", listed(told))?;
            }
        }
    }
    Ok(())
}

fn listed(names: &[impl AsRef<str>]) -> String {
    if names.is_empty() {
        return "nothing".to_owned();
    }
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    format!("`{}`", names.join("`, `"))
}
