//! `connectors request`: the HTTP request that would be sent.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{AnyConnector, DataSecrets, FlowByNameError, Moment, Secret};
use http::HeaderValue;
use serde::Serialize;
use serde_json::Value;

use super::examples;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Input, stdin_once};
use crate::output::Output;
use crate::{credentials, lookup};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  echo '{\"request\": {\"connector_transaction_id\": \"pi_123\"}}' > payment.json
  connectors request stripe psync --data payment.json --credentials stripe.json
  connectors request stripe psync --data payment.json --format json
  connectors request stripe authorize --example > order.json
  connectors request stripe authorize --data order.json --credentials stripe.json

With --format json: {\"method\", \"url\", \"headers\": {…}, \"body\": text or null}; names of headers
in lower case, values of a repeated header joined by a comma.")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The flow, in whatever case: `psync`, `rsync`
    flow: String,
    /// The flow's data as JSON, `-` for stdin: {"resource_common_data": {…}, "request": {…}}
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    #[arg(required_unless_present = "example")]
    data: Option<Input>,
    /// Show data of the flow that the connector takes, to begin with, and no request
    #[arg(long, conflicts_with_all = ["data", "credentials", "reveal"])]
    example: bool,
    /// The credentials as a JSON object, `-` for stdin; without it, variables of the environment
    /// named `CONNECTORS_<CONNECTOR>_<FIELD>`
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    credentials: Option<Input>,
    /// Show the secrets too
    #[arg(long)]
    reveal: bool,
}

pub(crate) fn run(args: &Args, output: &mut Output) -> Result<Exit, Failure> {
    let connector = lookup::connector(&args.connector)?;
    let flow = lookup::flow(&args.flow)?;
    let Some(source) = &args.data else {
        return example(connector, flow, output);
    };
    stdin_once([Some(source), args.credentials.as_ref()])?;
    let file = args.credentials.as_ref();
    let fields = credentials::find(connector, file)?;
    let masked = fields.redacted(connector.describe().credentials);
    let data = source.read()?;
    // No token is fetched, for nothing is sent: a mask stands in its place, `--reveal` or not.
    let moment = Moment::at(SystemTime::now()).with_access_token(Secret::new(Secret::MASK));
    let wrong = |error| match error {
        FlowByNameError::Data(error) => Failure::within(source, error),
        FlowByNameError::Build(error) => Failure::usage(error),
    };
    // With the real credentials first, so that wrong ones are reported: a key with a line break does
    // not fit into a header. What is shown is built anew, without a secret that could leak.
    let connection = credentials::connect(connector, fields, file)?;
    let by_name = connection.flow_by_name(flow).ok_or_else(|| lookup::lacks(connector, flow))?;
    let real = by_name.build_request_at(&data, &moment).map_err(wrong)?;
    let shown = if args.reveal {
        ShownRequest::new(&real, None)
    } else {
        let connection = credentials::connect(connector, masked, file)?;
        let by_name =
            connection.flow_by_name(flow).ok_or_else(|| lookup::lacks(connector, flow))?;
        // The credentials are masks in it. Those of the data, a card or a name, are not.
        let request = by_name.build_request_at(&data, &moment).map_err(wrong)?;
        let secrets = by_name.secrets(&data).map_err(|error| Failure::within(source, error))?;
        ShownRequest::new(&request, Some(&secrets))
    };
    output.data(&shown)?;
    Ok(Exit::Done)
}

fn example(connector: &dyn AnyConnector, flow: &str, output: &mut Output) -> Result<Exit, Failure> {
    let flows = connector.describe().flows;
    if flows.iter().all(|known| known.name != flow) {
        return Err(lookup::lacks(connector, flow));
    }
    output.data(&ShownExample(examples::of(connector, flow)?))?;
    Ok(Exit::Done)
}

/// On several lines for people.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct ShownExample(Value);

impl Display for ShownExample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:#}", self.0)
    }
}

#[derive(Debug, Serialize)]
struct ShownRequest {
    method: String,
    url: String,
    headers: BTreeMap<String, String>,
    body: Option<String>,
}

impl ShownRequest {
    /// With the secrets, or with these masked.
    fn new(request: &http::Request<Bytes>, masked: Option<&DataSecrets>) -> Self {
        let text =
            |text: &str| masked.map_or_else(|| text.to_owned(), |secrets| secrets.mask(text));
        let shown = |value: &HeaderValue| {
            if value.is_sensitive() && masked.is_some() {
                return Secret::MASK.to_owned();
            }
            text(&String::from_utf8_lossy(value.as_bytes()))
        };
        let headers = request.headers();
        let all = |name| headers.get_all(name).iter().map(shown).collect::<Vec<_>>().join(", ");
        let body = request.body();
        Self {
            method: request.method().to_string(),
            url: text(&request.uri().to_string()),
            headers: headers.keys().map(|name| (name.to_string(), all(name))).collect(),
            body: (!body.is_empty()).then(|| text(&String::from_utf8_lossy(body))),
        }
    }
}

impl Display for ShownRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} {}", self.method, self.url)?;
        for (name, value) in &self.headers {
            writeln!(f, "{name}: {value}")?;
        }
        match &self.body {
            Some(body) => writeln!(f, "\n{body}"),
            None => Ok(()),
        }
    }
}
