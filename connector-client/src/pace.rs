//! Many questions to one processor: not faster than it takes them, and again where one was not answered.

use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use connector_core::{FaultKind, Flow, FlowHandler, Outcome, RouterData};
use tokio::time::{Instant, Interval, MissedTickBehavior, interval, sleep, sleep_until};

use crate::{AccessTokens, Transport};

/// How fast one processor is asked, for all who ask it: evenly, and not at all for as long as it wants to be left
/// alone (HTTP 429, RFC 6585 section 4, with its `Retry-After`). A question that was not answered is asked again,
/// after a wait that doubles each time, and after so many tries its last outcome stands.
///
/// Questions alone. An order that goes through here does not compile, for it would be sent twice:
///
/// ```compile_fail,E0080
/// # use connector_client::{AccessTokens, Pace};
/// # use connector_core::{Capture, FlowHandler, RouterData};
/// # type Request = http::Request<bytes::Bytes>;
/// # fn main() {
/// #     let ask = |pace: &Pace, capture: &dyn FlowHandler<Capture>, order: &RouterData<Capture>| {
/// #         let tokens = AccessTokens::new();
/// #         let processor = tower::service_fn(|_: Request| async {
/// #             Ok::<_, std::convert::Infallible>(http::Response::new(bytes::Bytes::new()))
/// #         });
/// drop(pace.ask::<Capture>(&tokens, &processor, capture, order));
/// #     };
/// #     std::hint::black_box(&ask as &dyn Fn(&_, &_, &_));
/// # }
/// ```
///
/// ```
/// use connector_client::{AccessTokens, Pace, Transport};
/// use connector_core::{FlowHandler, Outcome, PSync, RouterData};
///
/// # async fn example(processor: impl Transport, psync: &dyn FlowHandler<PSync>, payments: &[RouterData<PSync>]) {
/// let pace = Pace::per_second(const { std::num::NonZeroU32::new(25).unwrap() });
/// let tokens = AccessTokens::new();
/// for payment in payments {
///     match pace.ask(&tokens, &processor, psync, payment).await {
///         Outcome::Status(payment) => println!("{}", payment.status.status),
///         other => println!("{other:?}"),
///     }
/// }
/// # }
/// ```
#[derive(Debug)]
pub struct Pace {
    turns: tokio::sync::Mutex<Interval>,
    /// Until when nobody asks.
    closed: Mutex<Instant>,
    tries: NonZeroU32,
}

/// The wait before the second try; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait, unless the processor itself asks for a longer one.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// A question that is not answered is asked so often in all.
const TRIES: NonZeroU32 = NonZeroU32::MIN.saturating_add(3);

impl Pace {
    /// So many questions in a second, each tried four times.
    ///
    /// # Panics
    /// Outside of a runtime of tokio's.
    #[must_use]
    pub fn per_second(questions: NonZeroU32) -> Self {
        let each = Duration::from_secs(1).checked_div(questions.get()).unwrap_or_default();
        let mut turns = interval(each.max(Duration::from_nanos(1)));
        // Whoever comes late does not make up for it with a burst.
        turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (turns, closed) = (tokio::sync::Mutex::new(turns), Mutex::new(Instant::now()));
        Self { turns, closed, tries: TRIES }
    }

    /// How often a question is asked before its last outcome stands.
    #[must_use]
    pub const fn tries(mut self, tries: NonZeroU32) -> Self {
        self.tries = tries;
        self
    }

    /// Asks when it is its turn, and again where it was not answered.
    pub fn ask<F: Flow>(
        &self,
        tokens: &AccessTokens,
        transport: &impl Transport,
        flow: &(impl FlowHandler<F> + ?Sized),
        data: &RouterData<F>,
    ) -> impl Future<Output = Outcome<F>> {
        const { assert!(F::REPETITION.is_free(), "an order would be sent twice here") };
        self.ask_again(tokens, transport, flow, data)
    }

    async fn ask_again<F: Flow>(
        &self,
        tokens: &AccessTokens,
        transport: &impl Transport,
        flow: &(impl FlowHandler<F> + ?Sized),
        data: &RouterData<F>,
    ) -> Outcome<F> {
        let mut wait = FIRST_WAIT;
        let mut left = self.tries.get();
        loop {
            self.turn().await;
            let outcome = tokens.execute(transport, flow, data).await;
            left = left.saturating_sub(1);
            let is_answered = outcome.status().is_some() || !outcome.is_worth_asking_again();
            if is_answered || left == 0 {
                return outcome;
            }
            let asked = outcome.retry_after().map_or(wait, |asked| asked.max(wait));
            match &outcome {
                Outcome::NoInformation(fault) if fault.kind == FaultKind::RateLimited => {
                    self.close(asked);
                }
                _ => sleep(asked).await,
            }
            wait = wait.saturating_mul(2).min(LONGEST_WAIT);
        }
    }

    /// Waits until it is one's turn.
    async fn turn(&self) {
        let mut turns = self.turns.lock().await;
        loop {
            turns.tick().await;
            let closed = *self.closed.lock().unwrap_or_else(PoisonError::into_inner);
            if closed <= Instant::now() {
                return;
            }
            sleep_until(closed).await;
        }
    }

    /// Nobody asks for so long.
    fn close(&self, wait: Duration) {
        let mut closed = self.closed.lock().unwrap_or_else(PoisonError::into_inner);
        let until = Instant::now().checked_add(wait).unwrap_or(*closed);
        *closed = until.max(*closed);
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use bytes::Bytes;
    use connector_core::{
        AttemptStatus, BuildError, Fault, Moment, PSync, PaymentId, PaymentsResponseData,
        PaymentsSyncData, ResponseData as _, StatusReport,
    };
    use http::{Request, Response};

    use super::*;

    /// A processor that does not answer the first so many questions.
    struct Busy {
        first: u32,
        with: FaultKind,
        retry_after: Option<Duration>,
        asked: AtomicU32,
    }

    impl FlowHandler<PSync> for Busy {
        fn build_request_at(
            &self,
            _: &RouterData<PSync>,
            _: &Moment,
        ) -> Result<Request<Bytes>, BuildError> {
            Ok(Request::new(Bytes::new()))
        }

        fn handle_response(&self, _: &RouterData<PSync>, _: Response<Bytes>) -> Outcome<PSync> {
            if self.asked.fetch_add(1, Ordering::Relaxed) < self.first {
                let mut fault = Fault::new(self.with, "busy");
                fault.retry_after = self.retry_after;
                return Outcome::of_fault(fault);
            }
            let pending = StatusReport::known(AttemptStatus::Pending, "open");
            Outcome::Status(PaymentsResponseData::reported(pending))
        }
    }

    fn busy(first: u32, with: FaultKind, retry_after: Option<Duration>) -> Arc<Busy> {
        Arc::new(Busy { first, with, retry_after, asked: AtomicU32::new(0) })
    }

    async fn ask(pace: &Pace, processor: &Busy) -> Outcome<PSync> {
        let transport = tower::service_fn(|_: Request<Bytes>| async {
            Ok::<_, Infallible>(Response::new(Bytes::new()))
        });
        let data = RouterData::new(PaymentsSyncData::new(PaymentId::new("p_1").unwrap()));
        pace.ask(&AccessTokens::new(), &transport, processor, &data).await
    }

    fn pace(per_second: u32) -> Pace {
        Pace::per_second(NonZeroU32::new(per_second).unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn so_many_in_a_second_however_many_ask_at_once() {
        let (pace, processor) = (Arc::new(pace(10)), busy(0, FaultKind::Transport, None));
        let started = Instant::now();
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..31 {
            let (pace, processor) = (Arc::clone(&pace), Arc::clone(&processor));
            asking.spawn(async move { ask(&pace, &processor).await.status().is_some() });
        }
        assert!(asking.join_all().await.into_iter().all(|told| told));
        assert_eq!(started.elapsed(), Duration::from_secs(3));
    }

    #[tokio::test(start_paused = true)]
    async fn a_payment_that_still_moves_is_an_answer() {
        let processor = busy(0, FaultKind::Transport, None);
        assert!(ask(&pace(10), &processor).await.status().is_some());
        assert_eq!(processor.asked.load(Ordering::Relaxed), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_not_answered_is_asked_again_and_at_last_stands_as_it_is() {
        let processor = busy(3, FaultKind::Unavailable, None);
        assert!(ask(&pace(10), &processor).await.status().is_some());
        let processor = busy(4, FaultKind::Unavailable, None);
        assert!(matches!(ask(&pace(10), &processor).await, Outcome::NoInformation(_)));
        assert_eq!(processor.asked.load(Ordering::Relaxed), 4);
        // What another try would not mend is not tried again.
        let processor = busy(1, FaultKind::Configuration, None);
        assert!(matches!(ask(&pace(10), &processor).await, Outcome::NoInformation(_)));
        assert_eq!(processor.asked.load(Ordering::Relaxed), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_asks_while_the_processor_wants_to_be_left_alone() {
        let wait = Some(Duration::from_secs(120));
        let (pace, processor) = (Arc::new(pace(10)), busy(1, FaultKind::RateLimited, wait));
        let started = Instant::now();
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..3 {
            let (pace, processor) = (Arc::clone(&pace), Arc::clone(&processor));
            asking.spawn(async move {
                assert!(ask(&pace, &processor).await.status().is_some());
                started.elapsed()
            });
        }
        for after in asking.join_all().await {
            assert!(after >= Duration::from_secs(120), "answered after {after:?}");
        }
        assert_eq!(processor.asked.load(Ordering::Relaxed), 4);
    }
}
