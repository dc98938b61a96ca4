//! `new`: what is written, what is refused, and that it compiles.

mod cargo;
mod in_tree;
mod own_crate;
mod refusals;
mod wording;

/// The answers of a connector with one flow.
const ACME: [&str; 6] = [
    "--base-url=https://api.acme.example",
    "--auth=bearer",
    "--reads=GET /payments/{payment_id}",
    "--statuses=paid=Charged,open=Pending,refused=Failure",
    "--reference=https://docs.acme.example",
    "--read-on=2026-11",
];
