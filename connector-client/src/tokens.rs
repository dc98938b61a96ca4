//! Access tokens: fetched by the connector's own flow, and kept until shortly before they expire.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use connector_core::{
    ConnectionId, CreationStatus, Flow, FlowHandler, Moment, NotSent, Outcome, Report, RouterData,
    Secret, ServerAuthenticationToken, ServerAuthenticationTokenRequestData, TokenSource,
};
use tokio::time::Instant;

use crate::Transport;
use crate::execute::exchange;

/// The access tokens of connections whose credentials are exchanged for one (OAuth 2.0, RFC 6749,
/// section 4.4). However many calls miss a token at once, one of them fetches it and the others wait.
/// It is kept until shortly before it expires: a tenth of its life, and a minute at most. Without a
/// life told, until the processor refuses it.
///
/// One store serves any number of connections; no token of one is ever another's. A [`Client`](crate::Client)
/// has its own.
#[derive(Debug, Default)]
pub struct AccessTokens(Mutex<BTreeMap<ConnectionId, Arc<tokio::sync::Mutex<Kept>>>>);

/// What is kept for one connection. While it is locked, somebody fetches.
#[derive(Debug, Default)]
struct Kept {
    token: Option<Token>,
    /// When the last fetch failed, and why.
    failure: Option<(Instant, String)>,
}

#[derive(Debug)]
struct Token {
    secret: Secret,
    good_until: Option<Instant>,
}

/// The longest time that a token is thrown away early.
const EARLY: Duration = Duration::from_secs(60);

impl AccessTokens {
    /// None yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    /// Carries out a flow as [`execute`](crate::execute()) does, with a token of this store where the
    /// connector's requests carry one.
    ///
    /// A token that the processor refuses (401) is forgotten, once however many calls it was refused
    /// to. A question is then asked again with a new one. An order is not: the outcome says that it was
    /// turned away, and to repeat it is the caller's decision.
    pub async fn execute<F: Flow>(
        &self,
        transport: &impl Transport,
        flow: &(impl FlowHandler<F> + ?Sized),
        data: &RouterData<F>,
    ) -> Outcome<F> {
        let Some(source) = flow.token_source() else {
            return exchange(transport, flow, data, &now()).await.outcome;
        };
        let mut may_repeat = F::REPETITION.is_free();
        loop {
            let token = match self.token(transport, source).await {
                Ok(token) => token,
                Err(why) => return Outcome::NotSent(NotSent::NoAccessToken(why)),
            };
            let moment = now().with_access_token(token.clone());
            let exchanged = exchange(transport, flow, data, &moment).await;
            if exchanged.unauthorized {
                self.forget(source.connection, &token).await;
            }
            if !exchanged.unauthorized || !may_repeat {
                return exchanged.outcome.masked(&[token]);
            }
            may_repeat = false;
        }
    }

    /// What is true of a request that is built now: the time, and the token of its flow's
    /// `token_source()`, which is fetched where there is none that is good.
    ///
    /// # Errors
    /// [`NotSent::NoAccessToken`] with the reason.
    pub async fn moment(
        &self,
        transport: &impl Transport,
        source: Option<TokenSource<'_>>,
    ) -> Result<Moment, NotSent> {
        match source {
            None => Ok(now()),
            Some(source) => match self.token(transport, source).await {
                Ok(token) => Ok(now().with_access_token(token)),
                Err(why) => Err(NotSent::NoAccessToken(why)),
            },
        }
    }

    /// The token of this connection; fetched where there is none that is good.
    async fn token(
        &self,
        transport: &impl Transport,
        source: TokenSource<'_>,
    ) -> Result<Secret, String> {
        let asked = Instant::now();
        let slot = self.slot(source.connection);
        let mut kept = slot.lock().await;
        let now = Instant::now();
        let good = kept.token.as_ref().filter(|token| token.good_until.is_none_or(|end| now < end));
        if let Some(token) = good {
            return Ok(token.secret.clone());
        }
        // Whoever waited for a fetch that failed does not send the same again behind it.
        if let Some((_, why)) = kept.failure.as_ref().filter(|(failed, _)| *failed >= asked) {
            return Err(why.clone());
        }
        match fetch(transport, source.flow).await {
            Ok(token) => {
                let secret = token.secret.clone();
                *kept = Kept { token: Some(token), failure: None };
                Ok(secret)
            }
            Err(why) => {
                *kept = Kept { token: None, failure: Some((Instant::now(), why.clone())) };
                Err(why)
            }
        }
    }

    /// Forgets this token, unless another one has taken its place already.
    async fn forget(&self, connection: ConnectionId, refused: &Secret) {
        let slot = self.slot(connection);
        let mut kept = slot.lock().await;
        kept.token = kept.token.take().filter(|token| token.secret != *refused);
    }

    fn slot(&self, connection: ConnectionId) -> Arc<tokio::sync::Mutex<Kept>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(all.entry(connection).or_default())
    }
}

/// What is true now, without a token.
pub(crate) fn now() -> Moment {
    Moment::at(SystemTime::now())
}

async fn fetch(
    transport: &impl Transport,
    flow: &dyn FlowHandler<ServerAuthenticationToken>,
) -> Result<Token, String> {
    // A token ages from when it is issued, which is after it was asked for.
    let asked = Instant::now();
    let data = RouterData::new(ServerAuthenticationTokenRequestData::new());
    let outcome = exchange(transport, flow, &data, &now()).await.outcome;
    match outcome {
        Outcome::Status(answer) if answer.status.status == CreationStatus::Created => {
            let secret = answer.access_token.ok_or("the processor's answer has none")?;
            let good_for = answer.expires_in.map(|life| {
                let early = EARLY.min(life.checked_div(10).unwrap_or_default());
                life.saturating_sub(early)
            });
            let good_until = good_for.and_then(|good_for| asked.checked_add(good_for));
            Ok(Token { secret, good_until })
        }
        other => Err(why_not(&Report::from(&other))),
    }
}

/// Why there is no token, as the end of a sentence.
fn why_not(report: &Report) -> String {
    let error = report.error.as_ref();
    let said = error.and_then(|error| error.message.as_deref().or(error.code.as_deref()));
    let why = report.detail.as_deref().or(said);
    why.map_or_else(|| format!("the outcome is `{}`", report.outcome), str::to_owned)
}
