//! What can be typed: the options of every command, and the commands.

use clap::{Parser, Subcommand, ValueEnum};

use crate::commands::{
    demo, describe, docs, new, psync, request, response, rsync, sandbox, sync, webhook,
};
use crate::exit;

/// Ask payment processors what became of payments and refunds.
///
/// Data goes to stdout, everything else to stderr. `--format json` prints one JSON document on one
/// line, on every command. Secrets come from a file or the environment, never from an argument, and
/// are never shown unless `request --reveal` asks for it.
#[derive(Debug, Parser)]
#[command(name = "connectors", version, arg_required_else_help = true)]
#[command(after_help = after_help())]
pub(crate) struct Cli {
    /// How data is printed; `markdown` is for `describe` alone
    #[arg(long, global = true, value_enum, default_value_t, hide_possible_values = true)]
    #[arg(value_name = "text|json", display_order = 100)]
    pub(crate) format: Format,

    #[command(subcommand)]
    pub(crate) command: Command,
}

/// How data is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs: one document, on one line.
    Json,
    /// For documentation.
    Markdown,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Sync payments and refunds of every processor to their final status, on the built-in sandbox
    Demo(demo::Args),
    /// Ask what became of a payment
    Psync(psync::Args),
    /// Ask what became of a refund
    Rsync(rsync::Args),
    /// Ask what became of each payment and refund of a file, however many, and go on after a stop
    Sync(sync::Args),
    /// List the connectors of this build, with their flows
    List,
    /// Show what connectors do: URLs, fields, credentials, statuses
    Describe(describe::Args),
    /// Show the HTTP request that would be sent; nothing is sent
    Request(request::Args),
    /// Show what we make of an HTTP response
    Response(response::Args),
    /// Show what we make of a webhook: whether it is believed, and what its events tell
    Webhook(webhook::Args),
    /// Run the fake processors on loopback, for your own tests
    Sandbox(sandbox::Args),
    /// Write a first connector and its test, from three answers
    New(new::Args),
    /// Write the pages about the connectors of this build, or tell which of them are stale
    Docs(docs::Args),
}

fn after_help() -> String {
    format!(
        "Examples:
  connectors demo
  connectors describe stripe
  CONNECTORS_STRIPE_API_KEY=sk_test_… connectors psync stripe pi_123 --watch
  connectors rsync checkout act_1 --payment-id pay_1 --credentials checkout.json
  connectors sync pending.csv -o told.csv
  connectors request stripe psync --data payment.json --credentials stripe.json
  connectors new acme

{}",
        exit::table()
    )
}
