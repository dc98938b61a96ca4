//! The same question until the answer is final.

use std::time::Duration;

use connector_core::{Fault, FaultKind, Flow, FlowHandler, Outcome, RouterData};
use tokio::time::{Instant, sleep, timeout};

use crate::{AccessTokens, Transport};

/// How often to ask, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// The wait after the first answer. Each further wait is twice as long.
    pub first_wait: Duration,
    /// The longest wait, unless the processor itself asks for a longer one (`Retry-After`).
    pub longest_wait: Duration,
    /// How long ago the order was sent when the watch begins: [`NotFound`](connector_core::NotFound) means "not yet"
    /// for so much less time. Zero where nobody knows.
    pub since_the_order: Duration,
    /// When to give up.
    pub give_up_after: Duration,
}

impl Default for Schedule {
    /// One second, doubling to thirty, for ten minutes, of an order that was sent just now.
    fn default() -> Self {
        Self {
            first_wait: Duration::from_secs(1),
            longest_wait: Duration::from_secs(30),
            since_the_order: Duration::ZERO,
            give_up_after: Duration::from_secs(600),
        }
    }
}

/// What one answer may take however little time is left: whoever watches at all wants one.
const ONE_ANSWER: Duration = Duration::from_secs(1);

/// The last answer, and whether asking on would have made sense.
#[derive(Debug)]
pub struct Watched<F: Flow> {
    /// The last answer.
    pub outcome: Outcome<F>,
    /// `true` where the time was over before the answer was final.
    pub gave_up: bool,
}

/// Asks until the answer is final, needs the merchant, or cannot be had. Before each wait `waiting`
/// hears the last answer and how long the wait is.
pub async fn watch<F: Flow>(
    transport: &impl Transport,
    flow: &(impl FlowHandler<F> + ?Sized),
    data: &RouterData<F>,
    schedule: Schedule,
    mut waiting: impl FnMut(&Outcome<F>, Duration),
) -> Watched<F> {
    let started = Instant::now();
    let tokens = AccessTokens::new();
    let mut pause = schedule.first_wait;
    let mut last = None;
    loop {
        let left = schedule.give_up_after.saturating_sub(started.elapsed()).max(ONE_ANSWER);
        let Ok(outcome) = timeout(left, tokens.execute(transport, flow, data)).await else {
            let fault =
                Fault::new(FaultKind::Transport, "no answer came before the watch was over");
            // What was told before it stands.
            let outcome = last.unwrap_or_else(|| Outcome::of_fault(fault));
            return Watched { outcome, gave_up: true };
        };
        let since_the_order = schedule.since_the_order.saturating_add(started.elapsed());
        let not_yet = matches!(&outcome, Outcome::NotFound(not) if not.is_not_yet(since_the_order));
        if !outcome.is_worth_asking_again() && !not_yet {
            return Watched { outcome, gave_up: false };
        }
        let wait = outcome.retry_after().map_or(pause, |asked| asked.max(pause));
        if started.elapsed().saturating_add(wait) > schedule.give_up_after {
            return Watched { outcome, gave_up: true };
        }
        waiting(&outcome, wait);
        sleep(wait).await;
        last = Some(outcome);
        pause = pause.saturating_mul(2).min(schedule.longest_wait);
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use bytes::Bytes;
    use connector_core::{
        AttemptStatus, BuildError, Moment, NotFound, PSync, PaymentId, PaymentsResponseData,
        PaymentsSyncData, ProcessorError, ResponseData as _, StatusReport,
    };
    use http::{Request, Response};

    use super::*;

    /// A processor that lists a payment so long after it was taken.
    struct Late {
        listed_after: Duration,
        settles_within: Duration,
        since: Instant,
    }

    impl FlowHandler<PSync> for Late {
        fn build_request_at(
            &self,
            _: &RouterData<PSync>,
            _: &Moment,
        ) -> Result<Request<Bytes>, BuildError> {
            Ok(Request::new(Bytes::new()))
        }

        fn handle_response(&self, _: &RouterData<PSync>, _: Response<Bytes>) -> Outcome<PSync> {
            if self.since.elapsed() < self.listed_after {
                return Outcome::NotFound(NotFound {
                    settles_within: self.settles_within,
                    ..ProcessorError::default().into()
                });
            }
            let charged = StatusReport::known(AttemptStatus::Charged, "paid");
            Outcome::Status(PaymentsResponseData::reported(charged))
        }
    }

    async fn watched(settles_within: u64, schedule: Schedule) -> Outcome<PSync> {
        let transport = tower::service_fn(|_: Request<Bytes>| async {
            Ok::<_, Infallible>(Response::new(Bytes::new()))
        });
        let late = Late {
            listed_after: Duration::from_secs(20),
            settles_within: Duration::from_secs(settles_within),
            since: Instant::now(),
        };
        let data = RouterData::new(PaymentsSyncData::new(PaymentId::new("p_1").unwrap()));
        watch(&transport, &late, &data, schedule, |_, _| ()).await.outcome
    }

    #[tokio::test(start_paused = true)]
    async fn not_found_means_not_yet_as_long_as_the_connector_says() {
        let patient = watched(60, Schedule::default()).await;
        assert!(matches!(patient, Outcome::Status(_)), "{patient:?}");
        let hasty = watched(10, Schedule::default()).await;
        assert!(matches!(hasty, Outcome::NotFound(_)), "{hasty:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn it_means_so_from_the_order_on_and_not_from_when_somebody_watches() {
        for (ago, is_found) in [(30, true), (45, false), (60, false), (u64::MAX, false)] {
            let since_the_order = Duration::from_secs(ago);
            let told = watched(60, Schedule { since_the_order, ..Schedule::default() }).await;
            assert_eq!(matches!(told, Outcome::Status(_)), is_found, "{ago}: {told:?}");
        }
    }
}
