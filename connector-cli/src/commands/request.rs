//! `connectors request`: the HTTP request that would be sent.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::time::SystemTime;

use bytes::Bytes;
use connector_core::{AnyConnection, Moment, Secret};
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
    let request =
        if args.reveal { real } else { build(&*credentials::connect(connector, masked)?)? };
    output.data(&ShownRequest::new(&request, args.reveal))?;
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
    fn new(request: &http::Request<Bytes>, reveal: bool) -> Self {
        let shown = |value: &HeaderValue| {
            if value.is_sensitive() && !reveal {
                return Secret::MASK.to_owned();
            }
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        let headers = request.headers();
        let all = |name| headers.get_all(name).iter().map(shown).collect::<Vec<_>>().join(", ");
        let body = request.body();
        Self {
            method: request.method().to_string(),
            url: request.uri().to_string(),
            headers: headers.keys().map(|name| (name.to_string(), all(name))).collect(),
            body: (!body.is_empty()).then(|| String::from_utf8_lossy(body).into_owned()),
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
