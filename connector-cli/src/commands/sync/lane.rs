//! One processor's rows, asked side by side and not faster than it takes them.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use connector_client::{AccessTokens, HttpClient, Pace};
use connector_core::{
    AnyConnection, AnyConnector, FaultKind, Flow, NotSent, Outcome, Report, RouterData,
};
use tokio::sync::mpsc::Sender;
use tokio::task::JoinSet;

use super::columns::{Columns, Question};
use super::survey::{Row, Rows};
use crate::ask::HowToReach;
use crate::credentials;
use crate::failure::Failure;
use crate::input::Input;

/// After so many questions in a row that nobody answered, the rest is left for another run.
const STOPS_AFTER: u32 = 50;

/// One processor, and how it is asked.
#[derive(Debug)]
pub(super) struct Lane {
    connector: &'static dyn AnyConnector,
    connection: Box<dyn AnyConnection>,
    client: HttpClient,
    tokens: AccessTokens,
    pace: Pace,
    /// How many questions in a row nobody answered.
    unanswered: AtomicU32,
}

/// What became of a row.
#[derive(Debug)]
pub(super) enum News {
    /// It was answered.
    Told { row: Row, report: Box<Report> },
    /// It was not, and will be asked by the next run.
    Unanswered { connector: &'static str, report: Box<Report> },
}

/// A processor that was not asked to the end.
#[derive(Debug)]
pub(super) struct Stopped {
    pub(super) connector: &'static str,
    /// How many of its rows were left.
    pub(super) rows: usize,
}

impl Lane {
    pub(super) fn new(
        connector: &'static dyn AnyConnector,
        file: Option<&Input>,
        reach: &HowToReach,
        per_second: NonZeroU32,
    ) -> Result<Self, Failure> {
        let found = credentials::find(connector, file)?;
        let connection = credentials::connect(connector, found, file)?;
        let client = reach.client(connection.client_identity())?;
        let (tokens, pace) = (AccessTokens::new(), Pace::per_second(per_second));
        Ok(Self { connector, connection, client, tokens, pace, unanswered: AtomicU32::new(0) })
    }

    /// Asks this processor's rows that are not done.
    pub(super) async fn run(
        self: Arc<Self>,
        input: PathBuf,
        columns: Arc<Columns>,
        done: Arc<[bool]>,
        at_once: NonZeroUsize,
        news: Sender<News>,
    ) -> Result<Option<Stopped>, Failure> {
        let name = self.connector.name();
        let mut asking = JoinSet::new();
        let mut left: usize = 0;
        for row in Rows::of(&input)? {
            let row = row?;
            if row.is_done(&done) {
                continue;
            }
            let asked = columns.question(&row.cells).ok();
            let own = asked.filter(|asked| asked.connector.name() == name);
            let Some(asked) = own else { continue };
            if asking.len() >= at_once.get() {
                asking.join_next().await;
            }
            if self.unanswered.load(Ordering::Relaxed) >= STOPS_AFTER {
                left = left.saturating_add(1);
                continue;
            }
            let (lane, news) = (Arc::clone(&self), news.clone());
            asking.spawn(async move {
                let told = lane.ask(row, &asked.question).await;
                // Nobody listens any more where the output could not be written.
                news.send(told).await.ok();
            });
        }
        asking.join_all().await;
        Ok((left > 0).then_some(Stopped { connector: name, rows: left }))
    }

    async fn ask(&self, row: Row, question: &Question) -> News {
        let (report, is_answered) = match question {
            Question::Payment(data) => self.answer(data).await,
            Question::Refund(data) => self.answer(data).await,
        };
        let (connector, report) = (self.connector.name(), Box::new(report));
        if is_answered {
            self.unanswered.store(0, Ordering::Relaxed);
            News::Told { row, report }
        } else {
            self.unanswered.fetch_add(1, Ordering::Relaxed);
            News::Unanswered { connector, report }
        }
    }

    /// What became of it, and whether that is an answer.
    async fn answer<F: Flow>(&self, data: &RouterData<F>) -> (Report, bool) {
        let Some(flow) = self.connection.flow::<F>() else {
            return (Report::default(), false);
        };
        let outcome = self.pace.ask(&self.tokens, &self.client, flow, data).await;
        (Report::from(&outcome), !may_be_answered_later(&outcome))
    }
}

/// Whether another run may be told more, with no other row: the processor, the way to it or the credentials are
/// the reason.
fn may_be_answered_later<F: Flow>(outcome: &Outcome<F>) -> bool {
    match outcome {
        Outcome::Status(_) => false,
        Outcome::NoInformation(fault) if fault.kind == FaultKind::Configuration => true,
        Outcome::NotSent(NotSent::NoAccessToken(_) | NotSent::Refused(_)) => true,
        _ => outcome.is_worth_asking_again(),
    }
}
