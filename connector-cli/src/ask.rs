//! One flow over HTTP, once or until the answer is final: what `psync` and `rsync` have in common.

use std::time::Duration;

use clap::Args;
use connector_client::{HttpClient, HttpConfig, Schedule, Watched, execute, watch};
use connector_core::{
    Awaits, ClientIdentity, Currency, Flow, FlowHandler, MinorUnit, Money, NotSent, Outcome,
    Report, RouterData,
};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::field_list::shortened;
use crate::input::Input;
use crate::output::{Output, note};
use crate::progress::Progress;
use crate::report_text::{Shown, in_a_word};
use crate::{credentials, lookup};

/// How to ask.
#[derive(Debug, Args)]
pub(crate) struct HowToAsk {
    /// What it should be for, in minor units (cents); an answer about another amount is a mismatch
    #[arg(long, value_name = "MINOR", requires = "currency", value_parser = minor_unit)]
    #[arg(allow_negative_numbers = true)]
    amount: Option<MinorUnit>,
    /// The currency of the amount, by its ISO 4217 code
    #[arg(long, value_name = "CODE", requires = "amount")]
    currency: Option<Currency>,
    /// Ask until the status is final or waits for the merchant (to capture, to decide); progress goes
    /// to stderr
    #[arg(long)]
    watch: bool,
    /// How long ago the order was sent: `not_found` means "not yet" for so much less time
    #[arg(long, value_name = "SECONDS", requires = "watch", default_value_t = 0)]
    since_the_order: u64,
    /// How long to watch
    #[arg(long, value_name = "SECONDS", requires = "watch", default_value_t = 600)]
    give_up_after: u64,
    /// The credentials as a JSON object, `-` for stdin; without it, variables of the environment
    /// named `CONNECTORS_<CONNECTOR>_<FIELD>`
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    credentials: Option<Input>,
    #[command(flatten)]
    reach: HowToReach,
}

impl HowToAsk {
    pub(crate) fn money(&self) -> Option<Money> {
        Some(Money::new(self.amount?, self.currency?))
    }
}

/// How to reach the processor.
#[derive(Debug, Args)]
pub(crate) struct HowToReach {
    /// How long to wait for one answer
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=3600))]
    timeout: u64,
    /// Allow `http://` to hosts other than this machine
    #[arg(long)]
    allow_plain_http: bool,
}

impl HowToReach {
    /// The HTTP client, which proves the merchant's identity where the processor asks for that.
    pub(crate) fn client(&self, identity: Option<ClientIdentity>) -> Result<HttpClient, Failure> {
        let timeout = Duration::from_secs(self.timeout);
        let defaults = HttpConfig::new();
        let mut config = defaults
            .connect_timeout(timeout.min(Duration::from_secs(5)))
            .total_timeout(timeout)
            .allow_plain_http(self.allow_plain_http);
        if let Some(identity) = identity {
            config = config.client_identity(identity);
        }
        HttpClient::new(config).map_err(Failure::internal)
    }
}

/// Asks the connector for the flow `F`, and prints the answer.
pub(crate) async fn ask<F: Flow>(
    connector: &str,
    data: RouterData<F>,
    how: &HowToAsk,
    output: &mut Output,
) -> Result<Exit, Failure> {
    let connector = lookup::connector(connector)?;
    if connector.flow::<F>().is_none() {
        return Err(lookup::lacks(connector, F::NAME));
    }
    let credentials = credentials::find(connector, how.credentials.as_ref())?;
    let connection = credentials::connect(connector, credentials, how.credentials.as_ref())?;
    let flow = connection.flow::<F>().ok_or_else(|| lookup::lacks(connector, F::NAME))?;
    let client = how.reach.client(connection.client_identity())?;
    let what = format!("{} {}", connector.name(), F::NAME);
    let Watched { outcome, gave_up } = answer(&client, flow, &data, how, what).await;
    if let Outcome::NotSent(NotSent::Build(error)) = &outcome {
        return Err(Failure::usage(error));
    }
    if let Outcome::NotSent(NotSent::Refused(why)) = &outcome
        && why.contains("plain http")
    {
        note("with `--allow-plain-http` it is sent, and whoever listens can read the credentials");
    }
    let report = Report::from(&outcome);
    output.data(&Shown(&report))?;
    if how.watch && report.awaits == Some(Awaits::Merchant) {
        note("stopped watching: the next move is the merchant's, and asking again changes nothing");
    }
    Ok(if gave_up { Exit::GaveUp } else { Exit::of(&report) })
}

async fn answer<F: Flow>(
    client: &HttpClient,
    flow: &dyn FlowHandler<F>,
    data: &RouterData<F>,
    how: &HowToAsk,
    what: String,
) -> Watched<F> {
    if !how.watch {
        return Watched { outcome: execute(client, flow, data).await, gave_up: false };
    }
    let schedule = Schedule {
        since_the_order: Duration::from_secs(how.since_the_order),
        give_up_after: Duration::from_secs(how.give_up_after),
        ..Schedule::default()
    };
    let progress = Progress::start(what);
    watch(client, flow, data, schedule, |outcome, wait| {
        progress.tell(&news(&Report::from(outcome), wait));
    })
    .await
}

/// The most of a processor's text in a line of progress, in bytes.
const IN_A_LINE: usize = 120;

fn news(report: &Report, wait: Duration) -> String {
    let word = in_a_word(report);
    let ours = report.status.map(|status| format!(" ({status})")).unwrap_or_default();
    let why = report.detail.as_deref().map(|detail| format!(" {detail};")).unwrap_or_default();
    let (word, why) = (shortened(&word, IN_A_LINE), shortened(&why, IN_A_LINE));
    format!("{word}{ours};{why} asking again in {} s", wait.as_secs_f32())
}

/// A count of minor units as it is typed.
pub(crate) fn minor_unit(text: &str) -> Result<MinorUnit, String> {
    let count: i64 = text.parse().map_err(|_| "not a whole number of minor units".to_owned())?;
    MinorUnit::new(count).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use connector_core::{
        AttemptStatus, PSync, PaymentsResponseData, ResponseData as _, StatusReport,
    };

    use super::*;

    #[test]
    fn a_word_of_any_length_fits_into_a_line_of_progress() {
        let word = "x".repeat(100_000);
        let status = StatusReport::unknown(AttemptStatus::Pending, word);
        let told = Outcome::<PSync>::Status(PaymentsResponseData::reported(status));
        let news = news(&Report::from(&told), Duration::from_secs(1));
        assert!(news.ends_with("xx… (100000 bytes) (pending); asking again in 1 s"), "{news}");
        assert!(news.len() < 200, "{} bytes", news.len());
    }
}
