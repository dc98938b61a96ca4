//! `connectors response`: what we make of an HTTP response.

use std::fmt::{self, Display};

use bytes::Bytes;
use connector_core::{
    AnyConnector, CredentialFields, HandledResponse, MAX_BODY_BYTES, Report, Secret,
};
use http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use serde_json::Value;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::field_list::FieldList;
use crate::input::{Input, header, stdin_once};
use crate::output::Output;
use crate::report_text::Shown;
use crate::{credentials, lookup};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  connectors response stripe psync --data payment.json --status 200 --body reply.json
  connectors response stripe psync --data payment.json --status 429 --body - \\
      --header 'Retry-After: 2' --format json < reply.json

The report is followed by the response data in their JSON form, as a program gets them: `response_data`. The exit
code is that of the outcome, as for psync.")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The flow, in whatever case: `psync`, `rsync`
    flow: String,
    /// The flow's data as JSON, `-` for stdin: what the response answers to
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    data: Input,
    /// The credentials; checked where they are given, but reading a response needs none
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    credentials: Option<Input>,
    /// The HTTP status of the response
    #[arg(long, value_name = "CODE")]
    status: StatusCode,
    /// The body of the response, `-` for stdin
    #[arg(long, value_name = "FILE", value_parser = Input::parser())]
    body: Input,
    /// A header of the response; may be repeated
    #[arg(long = "header", value_name = "NAME: VALUE", value_parser = header)]
    headers: Vec<(HeaderName, HeaderValue)>,
    /// Show the secrets of the response data too: tokens that it tells
    #[arg(long)]
    reveal: bool,
}

pub(crate) fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    stdin_once([Some(&args.data), args.credentials.as_ref(), Some(&args.body)])?;
    let connector = lookup::connector(&args.connector)?;
    let flow = lookup::flow(&args.flow)?;
    let fields = match &args.credentials {
        Some(file) => credentials::find(connector, Some(file))?,
        None => placeholders(connector),
    };
    let connection = credentials::connect(connector, fields, args.credentials.as_ref())?;
    let flow = connection.flow_by_name(flow).ok_or_else(|| lookup::lacks(connector, flow))?;
    let data = args.data.read()?;
    // One byte more than the core accepts is enough for it to say that the body is too large.
    let body = args.body.read_at_most(MAX_BODY_BYTES.saturating_add(1))?;

    let mut response = http::Response::new(Bytes::from(body));
    *response.status_mut() = args.status;
    response.headers_mut().extend(args.headers);
    let handled = flow.handle_response_whole(&data, response);
    let handled = handled.map_err(|error| Failure::within(&args.data, error))?;
    output.data(&ShownResponse::new(&handled, args.reveal)?)?;
    Ok(Exit::of(&handled.report))
}

/// The report, and all that the answer tells.
#[derive(Debug, Serialize)]
struct ShownResponse<'a> {
    #[serde(flatten)]
    report: &'a Report,
    response_data: Option<Value>,
}

impl<'a> ShownResponse<'a> {
    fn new(handled: &'a HandledResponse, reveal: bool) -> Result<Self, Failure> {
        let json = match reveal {
            true => handled.with_secrets.as_ref().map(Secret::expose),
            false => handled.response_data.as_deref(),
        };
        let response_data =
            json.map(serde_json::from_str).transpose().map_err(Failure::internal)?;
        Ok(Self { report: &handled.report, response_data })
    }
}

impl Display for ShownResponse<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut list = FieldList::default();
        list.add("response_data", self.response_data.as_ref());
        write!(f, "{}{list}", Shown(self.report))
    }
}

/// The connector's fields with masks for values: a connection wants credentials, and reading a
/// response does not look at them.
fn placeholders(connector: &dyn AnyConnector) -> CredentialFields {
    let fields = connector.describe().credentials.iter();
    fields.fold(CredentialFields::default(), |fields, field| {
        fields.with(&field.example_name(), Secret::new(Secret::MASK))
    })
}
