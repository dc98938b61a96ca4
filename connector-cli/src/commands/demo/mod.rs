//! `connectors demo`: every processor and every flow to its final status, over real HTTP.

mod absent;
mod case_result;
mod disputes;
mod expectation;
mod heard;
mod orders;
mod play;
mod show;
mod vocabulary;

use std::sync::Arc;
use std::time::{Duration, Instant};

use connector_client::{HttpClient, HttpConfig};
use connector_core::{
    Flow as _, PSync, PaymentId, PaymentsSyncData, RSync, RefundId, RefundSyncData, RouterData,
};
use connector_sandbox::{Case, Kind, Processor, Sandbox};
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use self::absent::Absent;
use self::case_result::CaseResult;
use self::show::Run;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::lookup;
use crate::output::Output;
use crate::progress;

/// How long an answer may take. Only the late reply takes longer.
const TIMEOUT: Duration = Duration::from_secs(3);

/// How many questions are under way at once.
const AT_ONCE: usize = 16;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "The sandbox's ready-made payments and refunds are synced over HTTP on loopback; it needs no account
and no network. Each answer is held against the connector's own status table. Connectors that can
authorize make payments of their own, too, and move them to their ends; disputes are accepted and answered. The exit code is 0 only if all
answers were as expected.

Examples:
  connectors demo
  connectors demo --all
  connectors demo --format json | jq '.cases[] | select(.ok | not)'

With --format json: {\"ok\", \"counts\", \"cases\": [{\"processor\", \"flow\", \"id\", \"title\", \"class\",
\"story\", \"status\", \"is_final\", \"outcome\", \"fault\", \"ok\", \"unexpected\"}],
\"absent\": [{\"processor\", \"story\", \"why\"}]}; \"class\" is `journey`, `orders`, `status` or `fault`."
)]
pub(crate) struct Args {
    /// Show the statuses that stand still one by one, too
    #[arg(long)]
    all: bool,
}

pub(crate) async fn run(args: &Args, output: &mut Output) -> Result<Exit, Failure> {
    let started = Instant::now();
    let sandbox = Sandbox::start()
        .await
        .map_err(|error| Failure::internal(format!("the sandbox does not start: {error}")))?;
    sandbox.set_slow_delay(TIMEOUT.saturating_mul(10));
    let config = HttpConfig::new().total_timeout(TIMEOUT);
    let client = HttpClient::new(config).map_err(Failure::internal)?;
    // The webhooks of both go to whoever listened last.
    let told = async {
        let ordered = orders::play_all(&sandbox, &client).await?;
        Ok((ordered, disputes::play_all(&sandbox, &client).await?))
    };
    let (cases, ((ordered, unordered), (disputed, undisputed))) =
        tokio::try_join!(play_all(&sandbox, &client), told)?;
    let results = cases.into_iter().chain(ordered).chain(disputed).collect();
    sandbox.shutdown().await;
    let absent = unasked()?.into_iter().chain(unordered).chain(undisputed).collect();
    let run = Run::new(results, absent, started.elapsed(), args.all);
    output.data(&run)?;
    Ok(if run.ok { Exit::Done } else { Exit::Failed })
}

/// The processors of whose payments and refunds nobody can ask.
fn unasked() -> Result<Vec<Absent>, Failure> {
    let silent = Processor::ALL.iter().filter(|processor| !processor.answers(Kind::Payment));
    silent
        .map(|processor| {
            let connector = lookup::connector(processor.name())?.describe();
            Ok(Absent::without(&connector, "asked about until it is done", &[PSync::NAME]))
        })
        .collect()
}

/// Plays all cases side by side, and returns their results in the order of the cases.
async fn play_all(sandbox: &Sandbox, client: &HttpClient) -> Result<Vec<CaseResult>, Failure> {
    let cases = sandbox.cases();
    let bar = progress::bar("syncing payments and refunds", cases.len());
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut tasks = JoinSet::new();
    for (number, case) in cases.iter().cloned().enumerate() {
        let credentials = sandbox.credentials(case.processor);
        let (client, places) = (client.clone(), Arc::clone(&places));
        tasks.spawn(async move {
            let _place = places.acquire_owned().await.map_err(Failure::internal)?;
            Ok((number, play_case(client, credentials, case).await?))
        });
    }
    let mut results = Vec::with_capacity(cases.len());
    while let Some(joined) = tasks.join_next().await {
        results.push(joined.map_err(Failure::internal)??);
        bar.inc(1);
    }
    bar.finish_and_clear();
    results.sort_by_key(|(number, _)| *number);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}

async fn play_case(
    client: HttpClient,
    credentials: Value,
    case: Case,
) -> Result<CaseResult, Failure> {
    match case.kind {
        Kind::Payment => {
            let id = PaymentId::new(case.id.as_str()).map_err(Failure::internal)?;
            let data = RouterData::<PSync>::new(PaymentsSyncData::new(id));
            play::play(client, &credentials, case, data).await
        }
        Kind::Refund => {
            let id = RefundId::new(case.id.as_str()).map_err(Failure::internal)?;
            let mut request = RefundSyncData::new(id);
            let payment = case.payment_id.as_deref().map(PaymentId::new).transpose();
            request.connector_transaction_id = payment.map_err(Failure::internal)?;
            play::play(client, &credentials, case, RouterData::<RSync>::new(request)).await
        }
    }
}
