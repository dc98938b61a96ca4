//! `connectors sync`: a file of payments and refunds, each asked about; what is told stands in another file.

mod answers;
mod columns;
mod lane;
mod summary;
mod survey;

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::sync::Arc;

use connector_core::AnyConnector;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use self::answers::Answers;
use self::columns::Columns;
use self::lane::{Lane, News};
use self::summary::{NOT_ASKED, Summary, name};
use self::survey::{Rows, Survey};
use crate::ask::HowToReach;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::Input;
use crate::lookup;
use crate::output::{Output, note};
use crate::progress::Rate;

#[derive(Debug, clap::Args)]
#[command(after_help = "The file is CSV with a head. These columns are understood, in any order:

  connector               whom to ask, unless --connector says it for all
  payment_id              the payment, as its processor names it
  refund_id               the refund; then this is asked about, and payment_id is whose it is
  reference, order_id     what else a payment can be asked by, where there is no payment_id
  amount, currency        what it should be for: minor units (cents) and ISO 4217 code

All other columns are carried over. Each answer is a row of the output: the columns of its question, then
`told_…`: the outcome, the status, whether it is final, the amount, what the processor said of an error, and
when. Rows come as they are answered; `told_of_row` counts the rows of the input from 1. An output can be the
next input: its `told_…` are left out.

It may be stopped at any time, kill -9 included. The same command goes on where it was: rows that stand in
the output are not asked again, and those which nobody answered are. It stops by itself where a processor
answers nothing any more.

The exit code is 0 where every row was answered, 4 where some were not, 6 where an answer was about something
else than the row, 1 where a row could not be understood.

Examples:
  CONNECTORS_STRIPE_API_KEY=sk_test_… connectors sync pending.csv -o told.csv
  connectors sync payments.csv -o told.csv --connector stripe --credentials stripe.json --per-second 80")]
pub(crate) struct Args {
    /// The payments and refunds, as CSV
    input: PathBuf,
    /// Where the answers go, as CSV; what stands there is kept, and gone on with
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// The connector of the rows that name none
    #[arg(long, value_name = "CONNECTOR")]
    connector: Option<String>,
    /// The most that each processor is asked in a second
    #[arg(long, value_name = "QUESTIONS", default_value = "10")]
    per_second: NonZeroU32,
    /// The most that each processor is asked at once
    #[arg(long, value_name = "QUESTIONS", default_value = "16")]
    at_once: NonZeroUsize,
    /// The connector's credentials as a JSON object; without it, variables of the environment, as for `psync`
    #[arg(long, value_name = "FILE", requires = "connector", value_parser = Input::parser())]
    credentials: Option<Input>,
    #[command(flatten)]
    reach: HowToReach,
}

pub(crate) async fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    let fallback = args.connector.as_deref().map(lookup::connector).transpose()?;
    let columns = Arc::new(Columns::of(&args.input, fallback)?);
    let survey = Survey::of(&args.input, &columns)?;
    let lanes = lanes(&args, &survey, fallback)?;
    let mut answers = Answers::open(&args.output, &columns, &survey.fingerprints)?;
    let (mut summary, done) = (Summary::of(&answers.before), answers.done());
    said_before(&columns, &survey, &answers);
    for row in Rows::of(&args.input)? {
        let row = row?;
        if !row.is_done(&done)
            && let Err(why) = columns.question(&row.cells)
        {
            answers.not_asked(&row, &why)?;
            summary.told(NOT_ASKED);
        }
    }
    let (news, mut told) = mpsc::channel(args.at_once.get());
    let mut asking = JoinSet::new();
    for lane in lanes {
        let (input, columns, done) = (args.input.clone(), Arc::clone(&columns), Arc::clone(&done));
        asking.spawn(Arc::new(lane).run(input, columns, done, args.at_once, news.clone()));
    }
    drop(news);
    let mut rate = Rate::start("sync", survey.rows(), answers.count());
    while let Some(one) = told.recv().await {
        rate.one_more();
        match one {
            News::Told { row, report } => {
                answers.told(&row, &report)?;
                summary.told(name(report.outcome, report.status.unwrap_or_default()));
            }
            News::Unanswered { connector, report } => summary.unanswered(connector, &report),
        }
    }
    drop(rate);
    for ended in asking.join_all().await {
        ended?.into_iter().for_each(|stopped| summary.stopped(stopped));
    }
    answers.end()?;
    output.data(&summary)?;
    Ok(summary.exit())
}

/// One for each connector of the file: nothing is asked before all have their credentials.
fn lanes(
    args: &Args,
    survey: &Survey,
    fallback: Option<&'static dyn AnyConnector>,
) -> Result<Vec<Lane>, Failure> {
    let lane = |name: &&'static str| {
        let connector = lookup::connector(name)?;
        let is_named = fallback.is_some_and(|fallback| fallback.name() == *name);
        let credentials = args.credentials.as_ref().filter(|_| is_named);
        Lane::new(connector, credentials, &args.reach, args.per_second)
    };
    survey.connectors.iter().map(lane).collect()
}

/// What somebody wants to know before it takes hours.
fn said_before(columns: &Columns, survey: &Survey, answers: &Answers) {
    if !columns.carried_only().is_empty() {
        note(format_args!("carried over, and not read: {}", columns.carried_only().join(", ")));
    }
    if let Some((row, why)) = &survey.first_bad {
        note(format_args!(
            "{} rows cannot be asked, the first is row {row}: {why}",
            survey.bad_rows
        ));
    }
    if answers.count() > 0 {
        note(format_args!("going on: {} of {} rows are there", answers.count(), survey.rows()));
    }
}
