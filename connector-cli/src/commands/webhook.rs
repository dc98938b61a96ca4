//! `connectors webhook`: what we make of a webhook.

use std::fmt::{self, Display};
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use connector_client::AccessTokens;
use connector_core::{EventReport, MAX_BODY_BYTES, WebhookRefused};
use http::{HeaderName, HeaderValue};
use serde::Serialize;

use crate::ask::HowToReach;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::field_list::FieldList;
use crate::input::{Input, header, stdin_once};
use crate::output::Output;
use crate::report_text::Shown;
use crate::{credentials, lookup};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  connectors webhook stripe --body event.json --credentials stripe.json \\
      --header 'Stripe-Signature: t=1795000000,v1=5257a8…' --at 1795000000
  connectors webhook checkout --body - --header 'Cko-Signature: 1f3b…' < event.json

The credentials name `webhook_secret`; others that are live, too, are `webhook_secret_<name>`. `connectors
describe NAME` tells what a processor signs, where the signature stands, and which events are read.
Where only the processor can say whether it sent it (PayPal), it is asked, and the credentials name the
`webhook_id` of the registration; otherwise nothing is sent. The body has to be the bytes that were sent: pretty-printed JSON has another signature.

The exit code is that of the first event that told no status, 0 where all did. A webhook that is not
believed ends with 10.")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The body, byte by byte as it came; `-` for stdin
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    body: Input,
    /// A header that came with it; may be repeated
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The credentials with the webhook's secret, `-` for stdin; without it, the environment
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    credentials: Option<Input>,
    /// When it came, in seconds since 1970; now where it is absent
    #[arg(long, value_name = "SECONDS")]
    at: Option<u32>,
    #[command(flatten)]
    reach: HowToReach,
}

pub(crate) async fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    stdin_once([Some(&args.body), args.credentials.as_ref(), None])?;
    let connector = lookup::connector(&args.connector)?;
    let fields = credentials::find(connector, args.credentials.as_ref())?;
    let connection = credentials::connect(connector, fields, args.credentials.as_ref())?;
    // One byte more than the core accepts is enough for it to say that the body is too large.
    let body = args.body.read_at_most(MAX_BODY_BYTES.saturating_add(1))?;
    let mut request = http::Request::new(Bytes::from(body));
    request.headers_mut().extend(args.headers);
    let client = args.reach.client(connection.client_identity())?;
    let tokens = AccessTokens::new();
    let received = tokens.receive_webhook(&client, &*connection, &request, now(args.at)).await;
    let received = received.ok_or_else(|| {
        Failure::usage(format!("{} receives no webhooks", connection.connector_name()))
    })?;
    // Some processors prove nothing: then anybody can have sent it, and its events only say what to ask.
    let proves = connector.describe().webhook.is_some_and(|webhook| webhook.scheme != "nothing");
    let received = match received {
        Ok(webhook) => {
            let answer = Answer::of(&webhook.acknowledgement());
            let events = webhook.events.iter().map(EventReport::from).collect();
            match proves {
                true => Received::Verified { answer, events },
                false => Received::Unproven { answer, events },
            }
        }
        Err(refused) => Received::of(&refused),
    };
    output.data(&received)?;
    Ok(received.exit())
}

fn now(at: Option<u32>) -> SystemTime {
    let given = at.map(|seconds| Duration::from_secs(seconds.into()));
    given
        .and_then(|since| SystemTime::UNIX_EPOCH.checked_add(since))
        .unwrap_or_else(SystemTime::now)
}

/// What became of it.
#[derive(Debug, Serialize)]
#[serde(tag = "webhook", rename_all = "snake_case")]
enum Received {
    /// It is the processor's.
    Verified { answer: Answer, events: Vec<EventReport> },
    /// The processor proves nothing: the events only say what to ask.
    Unproven { answer: Answer, events: Vec<EventReport> },
    /// Nothing proves that it is.
    Refused { answer: Answer, reason: String },
}

/// What to answer the processor with.
#[derive(Debug, Serialize)]
struct Answer {
    status: u16,
    body: String,
}

impl Answer {
    fn of(response: &http::Response<Bytes>) -> Self {
        let body = String::from_utf8_lossy(response.body()).into_owned();
        Self { status: response.status().as_u16(), body }
    }
}

impl Received {
    fn of(refused: &WebhookRefused) -> Self {
        let answer = Answer { status: refused.status().as_u16(), body: String::new() };
        Self::Refused { answer, reason: refused.to_string() }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Verified { events, .. } | Self::Unproven { events, .. } => {
                let mut exits = events.iter().map(|event| Exit::of(&event.report));
                exits.find(|exit| *exit != Exit::Done).unwrap_or(Exit::Done)
            }
            Self::Refused { .. } => Exit::Unverified,
        }
    }
}

impl Display for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = FieldList::default();
        let (word, answer) = match self {
            Self::Verified { answer, .. } => ("verified", answer),
            Self::Unproven { answer, .. } => ("unproven", answer),
            Self::Refused { answer, .. } => ("refused", answer),
        };
        list.add("webhook", Some(word));
        if let Self::Refused { reason, .. } = self {
            list.add("reason", Some(reason));
        }
        list.add("answer", Some(format!("HTTP {}", answer.status)));
        list.add("answer.body", (!answer.body.is_empty()).then_some(&answer.body));
        write!(f, "{list}")?;
        let (Self::Verified { events, .. } | Self::Unproven { events, .. }) = self else {
            return Ok(());
        };
        for event in events {
            let mut list = FieldList::default();
            list.add("event", event.event_id.as_deref());
            list.add("kind", Some(&event.event_kind));
            list.add("flow", event.flow);
            list.add("asks", event.asks.then_some("yes: it does not say what happened"));
            write!(f, "\n{list}{}", Shown(&event.report))?;
        }
        Ok(())
    }
}
