//! `connectors sandbox`: the fake processors on loopback, until Ctrl-C.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::net::{Ipv4Addr, SocketAddr};

use connector_sandbox::{Case, Dispute, Kind, Processor, Sandbox, TestCard};
use serde::Serialize;
use serde_json::Value;

use crate::credentials::variable;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;
use crate::table::Table;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  connectors sandbox
  connectors sandbox --port 0 --format json | head -1 | jq .processors.stripe.credentials

With --format json, one object on one line when it is ready: {\"address\", \"processors\": {NAME:
{\"base_url\", \"credentials\", \"cards\": [{\"number\", \"result\"}]}}, \"cases\": [{\"processor\", \"kind\", \"id\", \"payment_id\", \"title\",
\"steps\"}],
\"disputes\": [{\"processor\", \"id\", \"payment_id\", \"status\"}]}. It then keeps running.")]
pub(crate) struct Args {
    /// The port on 127.0.0.1; 0 is any that is free
    #[arg(long, default_value_t = 4010)]
    port: u16,
    /// Where to send signed webhooks: each change of a payment at Adyen, Checkout.com and Stripe, to the
    /// processor's name below this path
    #[arg(long, value_name = "http://127.0.0.1:PORT/PATH")]
    webhooks: Option<String>,
}

pub(crate) async fn run(args: &Args, output: &mut Output) -> Result<Exit, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let sandbox = Sandbox::bind(address).await.map_err(|error| {
        Failure::internal(format!("{address}: {error}; `--port` takes another port, 0 any"))
    })?;
    if let Some(url) = &args.webhooks {
        sandbox.send_webhooks_to(url).map_err(Failure::usage)?;
    }
    output.data(&Ready::new(&sandbox))?;
    let stopped = tokio::signal::ctrl_c().await;
    sandbox.shutdown().await;
    stopped.map_err(|error| Failure::internal(format!("Ctrl-C cannot be heard: {error}")))?;
    Ok(Exit::Done)
}

/// What somebody needs who wants to use it.
#[derive(Debug, Serialize)]
struct Ready {
    address: String,
    processors: BTreeMap<&'static str, Access>,
    cases: Vec<ShownCase>,
    disputes: Vec<ShownDispute>,
}

#[derive(Debug, Serialize)]
struct ShownDispute {
    processor: &'static str,
    id: String,
    payment_id: String,
    status: String,
}

#[derive(Debug, Serialize)]
struct Access {
    base_url: String,
    credentials: Value,
    /// What orders can be paid with.
    cards: Vec<ShownCard>,
}

#[derive(Debug, Serialize)]
struct ShownCard {
    number: &'static str,
    result: String,
}

#[derive(Debug, Serialize)]
struct ShownCase {
    processor: &'static str,
    kind: String,
    id: String,
    payment_id: Option<String>,
    title: String,
    steps: Vec<String>,
}

impl Ready {
    fn new(sandbox: &Sandbox) -> Self {
        let access = |processor: &Processor| {
            let base_url = sandbox.base_url(*processor);
            let credentials = sandbox.credentials(*processor);
            let cards = processor.test_cards().iter().map(ShownCard::from).collect();
            (processor.name(), Access { base_url, credentials, cards })
        };
        Self {
            address: sandbox.address().to_string(),
            processors: Processor::ALL.iter().map(access).collect(),
            cases: sandbox.cases().iter().map(ShownCase::from).collect(),
            disputes: sandbox.disputes().into_iter().map(ShownDispute::from).collect(),
        }
    }

    /// The first case of this kind that moves.
    fn moving(&self, processor: &str, kind: Kind) -> Option<&ShownCase> {
        let kind = kind.to_string();
        let mut fits = self.cases.iter().filter(|case| case.processor == processor);
        fits.find(|case| case.kind == kind && case.steps.len() > 1)
    }

    /// One command for each way to give credentials, such that a shell runs it as it stands.
    fn examples(&self) -> Vec<String> {
        // As it was typed: there the shell finds it again.
        let program = std::env::args().next().unwrap_or_else(|| "connectors".to_owned());
        let piped = self.moving("stripe", Kind::Payment).zip(self.processors.get("stripe"));
        let piped = piped.map(|(case, access)| {
            let (json, id) = (&access.credentials, &case.id);
            format!("echo '{json}' | {program} psync stripe {id} --watch --credentials -")
        });
        let refund = self.moving("checkout", Kind::Refund).zip(self.processors.get("checkout"));
        let refund = refund.map(|(case, access)| {
            let fields = access.credentials.as_object().into_iter().flatten();
            let variables = fields.map(|(field, value)| {
                let value = value.as_str().unwrap_or_default();
                format!("{}='{value}' ", variable("checkout", field))
            });
            let variables: String = variables.collect();
            let (id, payment) = (&case.id, case.payment_id.as_deref().unwrap_or_default());
            format!("{variables}{program} rsync checkout {id} --payment-id {payment} --watch")
        });
        piped.into_iter().chain(refund).collect()
    }
}

impl From<&TestCard> for ShownCard {
    fn from(card: &TestCard) -> Self {
        Self { number: card.number, result: card.to_string() }
    }
}

impl From<Dispute> for ShownDispute {
    fn from(Dispute { processor, id, payment_id, status }: Dispute) -> Self {
        Self { processor: processor.name(), id, payment_id, status }
    }
}

impl From<&Case> for ShownCase {
    fn from(case: &Case) -> Self {
        Self {
            processor: case.processor.name(),
            kind: case.kind.to_string(),
            id: case.id.clone(),
            payment_id: case.payment_id.clone(),
            title: case.title.clone(),
            steps: case.steps.iter().map(ToString::to_string).collect(),
        }
    }
}

impl Display for Ready {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "The sandbox listens on {}. Ctrl-C ends it.\n", self.address)?;
        for (name, access) in &self.processors {
            write!(f, "{name}\n  base URL     {}\n", access.base_url)?;
            writeln!(f, "  credentials  {}", access.credentials)?;
        }
        let mut table = Table::with_head(0, ["processor", "kind", "id", "of payment", "shows"]);
        for case in &self.cases {
            let payment = case.payment_id.as_deref().unwrap_or_default();
            table.row([case.processor, &case.kind, &case.id, payment, &case.title]);
        }
        for ShownDispute { processor, id, payment_id, status } in &self.disputes {
            table.row([*processor, "dispute", id, payment_id, status]);
        }
        let mut cards =
            Table::with_head(0, ["processor", "test card", "what becomes of a payment"]);
        for (name, access) in &self.processors {
            for card in &access.cards {
                cards.row([*name, card.number, &card.result]);
            }
        }
        write!(f, "\n{table}\n{cards}\nFor another terminal:\n")?;
        for example in self.examples() {
            writeln!(f, "  {example}")?;
        }
        Ok(())
    }
}
