//! `connectors new`: a first connector and its test, from three answers.

mod auth;
mod base_url;
mod case;
mod checkout;
mod draft;
mod endpoint;
mod files;
mod flow;
mod in_tree;
mod kind;
mod name;
mod own_crate;
mod placeholder;
mod questions;
mod reserved;
mod source;
mod template;
mod words;
mod written;

use std::path::PathBuf;

use auth::AuthKind;
use draft::Draft;
use endpoint::Endpoint;
use flow::Flow;
use name::Name;
use questions::Answers;
use words::Words;

use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  connectors new acme
  connectors new acme --base-url https://api.acme.example --auth bearer \\
      --reads \"GET /payments/{payment_id}\" --statuses paid=Charged,open=Pending,refused=Failure
  connectors new acme --in-tree --base-url https://api.acme.example --auth body \\
      --reads \"POST /payments/search\" --refunds \"POST /refunds/search\"

On a terminal, the base URL, the authentication and the endpoint are asked for where no flag gives
them. With --format json: {\"name\", \"files\", \"edited\", \"by_hand\", \"next\"}.")]
pub(crate) struct Args {
    /// The connector's name: lower-case letters, digits and `_`
    name: Name,
    /// Where the processor is: https, a host, perhaps a port and a path
    #[arg(long, value_name = "URL", value_parser = base_url::check)]
    base_url: Option<String>,
    /// How requests say who sends them
    #[arg(long, value_enum)]
    auth: Option<AuthKind>,
    /// How a payment is read: `GET /payments/{payment_id}`
    #[arg(long, value_name = "ENDPOINT")]
    reads: Option<Endpoint>,
    /// How a refund is read: `GET /refunds/{refund_id}`; without it, there is no RSync
    #[arg(long, value_name = "ENDPOINT")]
    refunds: Option<Endpoint>,
    /// What the processor's words for a payment mean: `paid=Charged,open=Pending`; `none` where a
    /// word says nothing; without it, words that are to be replaced
    #[arg(long, value_name = "WORDS", value_parser = Words::of_payments)]
    statuses: Option<Words>,
    /// The same for a refund: `done=Success,open=Pending`
    #[arg(long, value_name = "WORDS", value_parser = Words::of_refunds, requires = "refunds")]
    refund_statuses: Option<Words>,
    /// The processor's reference, for the head of the file
    #[arg(long, value_name = "URL", value_parser = link)]
    reference: Option<String>,
    /// When the reference was read: `2026-11`
    #[arg(long, value_name = "DATE", value_parser = date, requires = "reference")]
    read_on: Option<String>,
    /// The folder of the new crate; without it, `<NAME>-connector` here
    #[arg(long, value_name = "DIR", conflicts_with = "in_tree")]
    path: Option<PathBuf>,
    /// The folder of connector-core; without it, that of the checkout around the current folder, or
    /// of the one that this program was built from
    #[arg(long, value_name = "DIR", conflicts_with = "in_tree")]
    core_path: Option<PathBuf>,
    /// Add it to the crate `connectors` of the checkout that this runs in
    #[arg(long)]
    in_tree: bool,
}

pub(crate) fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    let Answers { base_url, auth, reads } = Answers::of(&args)?;
    let flow =
        |kind, endpoint, words| Flow::new(kind, endpoint, words, auth).map_err(Failure::usage);
    let draft = Draft {
        payments: flow(&kind::PAYMENTS, reads, args.statuses)?,
        refunds: args
            .refunds
            .map(|endpoint| flow(&kind::REFUNDS, endpoint, args.refund_statuses))
            .transpose()?,
        name: args.name,
        base_url,
        auth,
        reference: args.reference.map(|url| (url, args.read_on)),
    };
    let written = if args.in_tree {
        in_tree::write(&draft)?
    } else {
        own_crate::write(&draft, args.path.as_deref(), args.core_path.as_deref())?
    };
    output.data(&written)?;
    Ok(Exit::Done)
}

/// A link that can stand between `<` and `>` in a comment.
fn link(text: &str) -> Result<String, String> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>".contains(&byte);
    let is_link = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    if is_link && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("a link begins with `https://` and has no blank".to_owned())
    }
}

fn date(text: &str) -> Result<String, String> {
    let plain = |byte: u8| byte.is_ascii_digit() || byte == b'-';
    if text.starts_with(|first: char| first.is_ascii_digit()) && text.bytes().all(plain) {
        Ok(text.to_owned())
    } else {
        Err("a date is written `2026-11` or `2026-11-22`".to_owned())
    }
}
