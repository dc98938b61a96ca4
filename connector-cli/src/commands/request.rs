//! `connectors request`: the HTTP request that would be sent.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{AnyConnection, DataSecrets, Moment, Secret};
use http::HeaderValue;
use serde::Serialize;

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

With --format json: {\"method\", \"url\", \"headers\": {…}, \"body\": text or null}; names of headers
in lower case, values of a repeated header joined by a comma.")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The flow, in whatever case: `psync`, `rsync`
    flow: String,
    /// The flow's data as JSON, `-` for stdin: {"resource_common_data": {…}, "request": {…}}
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    data: Input,
    /// The credentials as a JSON object, `-` for stdin; without it, variables of the environment
    /// named `CONNECTORS_<CONNECTOR>_<FIELD>`
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    credentials: Option<Input>,
    /// Show the secrets too
    #[arg(long)]
    reveal: bool,
}

pub(crate) fn run(args: &Args, output: &mut Output) -> Result<Exit, Failure> {
    stdin_once([Some(&args.data), args.credentials.as_ref()])?;
    let connector = lookup::connector(&args.connector)?;
    let flow = lookup::flow(&args.flow)?;
    let fields = credentials::find(connector, args.credentials.as_ref())?;
    let masked = fields.redacted();
    let data = args.data.read()?;
    // No token is fetched, for nothing is sent: a mask stands in its place, `--reveal` or not.
    let moment = Moment::at(SystemTime::now()).with_access_token(Secret::new(Secret::MASK));
    let build = |connection: &dyn AnyConnection| {
        let flow = connection.flow_by_name(flow).ok_or_else(|| lookup::lacks(connector, flow))?;
        flow.build_request_at(&data, &moment).map_err(Failure::usage)
    };
    // With the real credentials first, so that wrong ones are reported: a key with a line break does
    // not fit into a header. What is shown is built anew, without a secret that could leak.
    let real = build(&*credentials::connect(connector, fields)?)?;
    let shown = if args.reveal {
        ShownRequest::new(&real, None)
    } else {
        let connection = credentials::connect(connector, masked)?;
        let by_name =
            connection.flow_by_name(flow).ok_or_else(|| lookup::lacks(connector, flow))?;
        // The credentials are masks in it. Those of the data, a card or a name, are not.
        let secrets = by_name.secrets(&data).map_err(Failure::usage)?;
        ShownRequest::new(&build(&*connection)?, Some(&secrets))
    };
    output.data(&shown)?;
    Ok(Exit::Done)
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
