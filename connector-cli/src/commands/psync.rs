//! `connectors psync`: what became of a payment?

use connector_core::{PSync, PaymentId, PaymentsSyncData, RouterData};

use crate::ask::{HowToAsk, ask};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::Output;

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  CONNECTORS_STRIPE_API_KEY=sk_test_… connectors psync stripe pi_123
  connectors psync stripe pi_123 --credentials stripe.json --amount 1050 --currency EUR
  connectors psync stripe pi_123 --watch --give-up-after 120 --format json")]
pub(crate) struct Args {
    /// The connector; `connectors list` shows them
    connector: String,
    /// The payment, as its processor names it
    payment_id: PaymentId,
    #[command(flatten)]
    how: HowToAsk,
}

pub(crate) async fn run(args: Args, output: &mut Output) -> Result<Exit, Failure> {
    let mut request = PaymentsSyncData::new(args.payment_id);
    request.amount = args.how.money();
    ask::<PSync>(&args.connector, RouterData::new(request), &args.how, output).await
}
