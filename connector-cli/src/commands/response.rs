//! `connectors response`: what we make of an HTTP response.

use bytes::Bytes;
use connector_core::{AnyConnector, CredentialFields, MAX_BODY_BYTES, Secret};
use http::{HeaderName, HeaderValue, StatusCode};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::{Input, header, stdin_once};
use crate::output::Output;
use crate::report_text::Shown;
use crate::{credentials, lookup};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  connectors response stripe psync --data payment.json --status 200 --body reply.json
  connectors response stripe psync --data payment.json --status 429 --body - \\
      --header 'Retry-After: 2' --format json < reply.json

The exit code is that of the outcome, as for psync.")]
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
    let report = flow.handle_response(&data, response);
    let report = report.map_err(|error| Failure::within(&args.data, error))?;
    output.data(&Shown(&report))?;
    Ok(Exit::of(&report))
}

/// The connector's fields with masks for values: a connection wants credentials, and reading a
/// response does not look at them.
fn placeholders(connector: &dyn AnyConnector) -> CredentialFields {
    let fields = connector.describe().credentials.iter();
    fields.fold(CredentialFields::default(), |fields, field| {
        fields.with(&field.example_name(), Secret::new(Secret::MASK))
    })
}
